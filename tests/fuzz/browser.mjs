// Chance against the built map, in one real Chromium (scripts/fuzz-browser): MINUTES of addresses and damaged files, or one case.
// After each load, within a bound: the map, or a sentence with the list; no uncaught error, nothing executed. Memory stays flat.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { command, number, step } from "../../bench/command.mjs";
import { inject } from "../../bench/in-page.mjs";
import { WEIGHTS } from "../../bench/soak/verdict.mjs";
import { weigh } from "../../bench/soak/weigh.mjs";
import { firstView, open } from "../browser/support/browser.mjs";
import { serve } from "../browser/support/server.mjs";
import { answer, make } from "./case.mjs";
import { LISTENER, STATE, faults, isSettled } from "./page.mjs";

const BOUND_MS = 30_000;
const REST_FRAMES = 3; // after which what an answer throws late has been thrown
const CALM = 2; // times in a row: a page may still decide to come again
const WEIGHED = 50; // cases between two weighings
const GROWTH = 0.1; // of memory, as a share of the first weighing
const MOST_FAULTS = 20;
const TOLD_S = 30;

// A layer of points, made by the tool.
function layer() {
  const folder = mkdtempSync(join(tmpdir(), "fuzz-"));
  const rows = Array.from({ length: 500 }, (_, i) => `${44 + (i % 25) * 0.2},${Math.floor(i / 25) * 0.3},Lieu ${i},${["Association", "Mutuelle"][i % 2]}`);
  const table = join(folder, "lieux.csv");
  writeFileSync(table, ["latitude,longitude,nom,categorie", ...rows].join("\n"));
  execFileSync("./leviers", ["points", table, "--id", "essai", "--title", "Lieux d’essai", "--credit", "Inventés", "--out", folder], { stdio: ["ignore", "ignore", "inherit"] });
  return { folder, remove: () => rmSync(folder, { recursive: true }) };
}

// Serves dist/ with the layer, and damages the files of the case at work.
async function served(points) {
  const site = { case: null, busy: 0 };
  const file = (path) => {
    try {
      return readFileSync(path.startsWith("/data/points/") ? join(points, path.slice("/data/points/".length)) : join("dist", path));
    } catch {
      return null;
    }
  };
  const send = (response, { status, type, body, breaks }) => {
    response.writeHead(status, { "Content-Type": type, "Content-Length": body.length, "Cache-Control": "no-store" });
    if (breaks === null) return response.end(body);
    return response.write(body.subarray(0, breaks), () => response.destroy());
  };
  const touch = (request, response) => {
    site.busy += 1;
    response.once("close", () => (site.busy -= 1));
    const path = decodeURI(request.url.split("?")[0]);
    if (!path.endsWith(".bin")) return false;
    const bytes = file(path);
    if (!bytes) return response.writeHead(404).end(), true;
    const given = site.case && answer(site.case, path, bytes);
    if (given) site.told?.(`${path}: ${given.words}`);
    send(response, given ?? { status: 200, type: "application/octet-stream", body: bytes, breaks: null });
    return true;
  };
  return Object.assign(site, await serve("dist", { touch }));
}

const state = (browser) => browser.executeScript(STATE).catch(() => null);
const frames = (browser) => browser.executeAsyncScript("const done = arguments[1]; let left = arguments[0]; const next = () => (left-- > 0 ? requestAnimationFrame(next) : done()); next();", REST_FRAMES);

// Loads one case; returns what is wrong with it.
async function run(browser, site, one) {
  site.case = one;
  // Without the cache of the case before.
  await browser.sendDevToolsCommand("Network.setCacheDisabled", { cacheDisabled: true });
  await browser.get("about:blank");
  await browser.get(site.url + one.address);
  let last = null;
  let calm = 0;
  // Settled, with nothing asked of the server any more.
  const rests = async () => {
    last = await state(browser);
    calm = isSettled(last) && site.busy === 0 ? calm + 1 : 0;
    if (calm > CALM) return true;
    await frames(browser).catch(() => (calm = 0));
    return false;
  };
  try {
    await browser.wait(rests, BOUND_MS);
  } catch (error) {
    if (error.name !== "TimeoutError") throw error;
  }
  return faults(last);
}

const described = ({ address, files }) => [`address: ${JSON.stringify(address)}`, ...(files.length ? [`damaged: ${files.map(({ kind }) => kind).join(", ")}`] : [])];

function tell(one, wrong) {
  console.error([`fault in case ${one.number}: ${wrong.join("\n       ")}`, ...described(one).map((line) => `       ${line.slice(0, 400)}`), `       again:  SEED=${one.seed} CASE=${one.number} scripts/fuzz-browser`].join("\n"));
}

// What a plain visit holds after garbage collection.
async function weighed(browser, site) {
  site.case = null;
  await browser.get("about:blank");
  await firstView(browser, site.url);
  return weigh(browser);
}

async function main() {
  const seed = Math.floor(number("SEED", 1 + Math.floor(Math.random() * 999_999)));
  const only = process.env.CASE ? Math.floor(Number(process.env.CASE)) : null;
  const minutes = number("MINUTES", 10);
  step(`SEED=${seed} ${only === null ? `MINUTES=${minutes}` : `CASE=${only}`}`);
  const points = layer();
  const site = await served(points.folder);
  const browser = await open();
  let found = 0;
  try {
    await inject(browser, ["app.js"]);
    await browser.sendDevToolsCommand("Page.addScriptToEvaluateOnNewDocument", { source: LISTENER });
    await browser.sendDevToolsCommand("Performance.enable", {});
    await browser.sendDevToolsCommand("Network.enable", {});
    if (only !== null) {
      const one = make(seed, only);
      for (const line of described(one)) console.log(line);
      site.told = console.log;
      const wrong = await run(browser, site, one);
      if (wrong.length) tell(one, wrong);
      process.exitCode = wrong.length ? 1 : 0;
      return;
    }
    await weighed(browser, site); // the browser compiles at first use
    const first = await weighed(browser, site);
    const end = Date.now() + minutes * 60_000;
    let told = Date.now();
    let count = 0;
    for (; Date.now() < end && found < MOST_FAULTS; count++) {
      const one = make(seed, count);
      const wrong = await run(browser, site, one);
      if (wrong.length) {
        found += 1;
        tell(one, wrong);
      }
      if (count % WEIGHED === WEIGHED - 1) {
        const now = await weighed(browser, site);
        for (const { words, of } of WEIGHTS.filter(({ of }) => of(now) > of(first) * (1 + GROWTH))) {
          found += 1;
          console.error(`fault after case ${count}: ${words}: ${of(now)}, at first ${of(first)}`);
        }
      }
      if (Date.now() - told > TOLD_S * 1000) {
        told = Date.now();
        step(`${count + 1} cases, ${found} faults`);
      }
    }
    step(`${count} cases in one Chromium, ${found} faults`);
    process.exitCode = found ? 1 : 0;
  } finally {
    await browser.quit().catch(() => {});
    await site.close();
    points.remove();
  }
}

command(main);
