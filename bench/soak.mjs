// The soak, `make soak`: a visitor acts at random on the built map for MINUTES. Memory must come back, the console must stay silent, and
// no frame may be long. SEED repeats a visit, LAYER=id shows a layer of points. Writes docs/SOAK.md; raw results stay in
// .cache/soak/results.json.
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { firstView, open } from "../tests/browser/support/browser.mjs";
import { placed } from "../tests/browser/support/editions.mjs";
import { command, number, step } from "./command.mjs";
import { inject } from "./in-page.mjs";
import { machine } from "./machine.mjs";
import { ACTIONS } from "./soak/actions.mjs";
import { goHome } from "./soak/home.mjs";
import { clock, report } from "./soak/report.mjs";
import { SCREENS, setScreen } from "./soak/screens.mjs";
import { served } from "./soak/serve.mjs";
import { faults, frameFigures } from "./soak/verdict.mjs";
import { Visit } from "./soak/visit.mjs";
import { warmUp } from "./soak/warm-up.mjs";
import { weigh } from "./soak/weigh.mjs";

const CACHE = ".cache/soak";
const WRITTEN = "docs/SOAK.md";
const IN_PAGE = ["app.js", "frames.js", "visitor.js"];
const TOLD_S = 30;
const LAYER_MS = 120_000;

async function load(browser, server, layer) {
  await inject(browser, IN_PAGE);
  await setScreen(browser, SCREENS[0]);
  await firstView(browser, server.url + (layer ? `?couche=${layer}` : ""));
  if (layer) await browser.wait(() => browser.executeScript("return document.documentElement.dataset.layer === 'ready'"), LAYER_MS, `the layer ${layer} is not shown`);
  await browser.sendDevToolsCommand("Performance.enable", {});
}

// Returns to the first view and weighs what is left.
async function weighAtHome(visit, home) {
  const place = await goHome(visit);
  if (home && place !== home) visit.note(`the way home led to ${place}, and before to ${home}`);
  await visit.page.rest();
  const weight = { at: visit.at, load: visit.loads, ...(await weigh(visit.browser)) };
  if (visit.watching) await visit.page.watch();
  return { place, weight };
}

async function soak(visit, minutes, seed) {
  await visit.arrive();
  const { weight: firstView } = await weighAtHome(visit);
  step("warming up: all of France, then each action in each window");
  await warmUp(visit, ACTIONS, seed);
  const unread = readdirSync(`dist/${placed("basemap/")}`).filter((name) => !visit.server.asked().has(`/${placed("basemap/")}${name}`));
  step(`warm: every file of the basemap was read${unread.length ? `, but ${unread.join(", ")}` : ""}`);
  const { place: home, weight } = await weighAtHome(visit);
  const weighings = [{ ...weight, at: 0 }];
  visit.start();
  await visit.page.watch();
  const weighAgain = async () => weighings.push((await weighAtHome(visit, home)).weight);
  visit.beforeLoad = weighAgain;
  let told = TOLD_S;
  let minute = 1;
  for (let turn = 0; visit.at < minutes * 60; turn++) {
    await visit.turn(ACTIONS, seed, turn);
    const { at } = visit;
    if (at >= minute * 60 || at >= minutes * 60) {
      minute = Math.floor(visit.at / 60) + 1;
      await weighAgain();
    }
    if (at < told) continue;
    told += TOLD_S;
    const { p95, max, late } = frameFigures(visit.gaps);
    const { heap, wasm } = weighings.at(-1);
    const frames = `frames: p95 ${p95.toFixed(1)} ms, longest ${max.toFixed(0)} ms, ${late} late`;
    step(`${clock(at)} of ${clock(minutes * 60)}: ${visit.actions} actions; last weighed ${((heap + wasm) / 1e6).toFixed(2)} MB; ${frames}; other faults: ${visit.noted.length}`);
  }
  return { firstView, weighings };
}

function tell({ what, at, after }) {
  const lines = after.map((words) => `         ${words}`);
  console.error([`fault at ${clock(at)}: ${what}`, ...(lines.length ? ["       after:", ...lines] : [])].join("\n"));
}

async function main() {
  const minutes = number("MINUTES", 10);
  const seed = Math.floor(number("SEED", 1 + Math.floor(Math.random() * 999_999)));
  const layer = process.env.LAYER || null;
  if (!existsSync("dist/index.html")) throw new Error("dist/ is not built; run:  make build");
  step(`SEED=${seed} MINUTES=${minutes}${layer ? ` LAYER=${layer}` : ""}`);
  const shape = machine();
  const server = await served("dist");
  const browser = await open(SCREENS[0]);
  const visit = new Visit(browser, server, ACTIONS);
  try {
    await load(browser, server, layer);
    const weights = await soak(visit, minutes, seed);
    const version = await browser.executeScript("return navigator.userAgent.match(/Chrome\\/[\\d.]+/)[0].replace('/', ' ')");
    const { gaps, late, noted, counts, actions } = visit;
    const results = { date: new Date().toISOString().slice(0, 10), seed, minutes, layer, machine: shape, browser: version, ...weights, gaps, late, noted, counts, actions };
    mkdirSync(CACHE, { recursive: true });
    writeFileSync(`${CACHE}/results.json`, JSON.stringify(results));
    const page = report(results);
    writeFileSync(WRITTEN, page);
    console.log(page.slice(page.indexOf("\n\n**") + 2, page.indexOf("## Actions")));
    step(`written: ${WRITTEN}`);
    const found = faults(results);
    found.forEach(tell);
    process.exitCode = found.length ? 1 : 0;
  } catch (error) {
    tell({ what: error.stack ?? String(error), at: visit.at, after: visit.last });
    visit.noted.forEach(tell);
    process.exitCode = 1;
  } finally {
    await browser.quit().catch(() => {});
    await server.close();
  }
}

command(main);
