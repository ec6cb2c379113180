// The benchmark, `make bench`: prepares, measures the contenders in turn, writes docs/BENCHMARKS.md.
// For RUNS, POINTS, LAYER and LIMIT see docs/BENCHMARKS.md. Raw results stay in .cache/bench/results.json.
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { command, number, step } from "./command.mjs";
import { APP, CONTENDERS } from "./contenders.mjs";
import { TooLong } from "./in-page.mjs";
import { machine, versions } from "./machine.mjs";
import { filePoints, realPoints, writePoints } from "./points.mjs";
import { buildPeers, compress, copyApp } from "./prepare.mjs";
import { report } from "./report.mjs";
import { ISOLATED, served } from "./serve.mjs";
import { session, survey } from "./session.mjs";
import { PHONE, PHONE_START, opening } from "./phone.mjs";
import { START } from "./tour.mjs";

const CACHE = ".cache/bench";
const WRITTEN = "docs/BENCHMARKS.md";
const SLOW_MS = 90_000; // longer sessions are not repeated
const LAYER_LIMIT_MS = 60_000; // how long the app may take to show a layer

const listed = (name) => (process.env[name] ?? "").split(",").filter(Boolean);

// The app's layers with the same points, one per file of points.
function layersOf(dist) {
  if (process.env.LAYER) return listed("LAYER");
  const folder = `${dist}/data/points`;
  const here = existsSync(folder) ? readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory()) : [];
  return here.map(({ name }) => name);
}

function contender(set, one, { app, peers, size }) {
  const view = `${START.zoom}/${START.lat}/${START.lon}`;
  if (one.id !== APP) {
    const asked = new URLSearchParams({ points: set.id, ...size, ...START });
    return [one, { server: peers, url: `${peers.url}${one.id}.html?${asked}` }];
  }
  if (set.id === "real") return [{ ...one, adapter: "app.js" }, { server: app, url: `${app.url}#${view}` }];
  const sight = "html[data-layer=ready]";
  return [{ ...one, sight, adapter: "app.js" }, { server: app, url: `${app.url}?couche=${set.layer}#${view}` }];
}

// Measures once. A contender that is too slow, silent or failing is not measured again, and the report says why.
async function measure(set, one, place, limit) {
  const result = set.results[one.id];
  const stop = (more) => Object.assign(result, { stop: true, ...more });
  const isLayer = one.id === APP && set.id !== "real";
  const [who, where] = contender(set, one, place);
  const began = Date.now();
  try {
    const sample = await session(who, where, isLayer ? Math.min(limit, LAYER_LIMIT_MS) : limit);
    result.samples.push(sample);
    const lasted = Date.now() - began;
    if (lasted > SLOW_MS) stop({ slow: lasted });
    return `${Math.round(sample.firstClusters)} ms to its first clusters`;
  } catch (error) {
    if (!(error instanceof TooLong)) {
      process.exitCode = 1;
      stop({ note: `failed: ${error.message.split("\n")[0]}` });
    } else if (isLayer) stop({ note: "not available: the layer did not load." });
    else stop({ over: limit, note: `gave ${error.message}.` });
    return result.note;
  }
}

async function measureAll(set, place, runs, limit) {
  for (let run = 1; run <= runs; run++) {
    for (const turn of CONTENDERS.keys()) {
      const one = CONTENDERS[(turn + run - 1) % CONTENDERS.length];
      if (set.results[one.id].stop) continue;
      const told = await measure(set, one, place, limit);
      step(`${set.title}, run ${run} of ${runs}: ${one.name}: ${told}`);
    }
  }
  for (const result of Object.values(set.results)) {
    if (result.slow && result.samples.length < runs) result.note = `not measured again: that took ${Math.round(result.slow / 1000)} s.`;
  }
}

// The opening on a phone, with the real content: { contender: [sample] }.
async function measurePhone({ app, peers }, runs, limit) {
  const samples = Object.fromEntries(CONTENDERS.map(({ id }) => [id, []]));
  for (let run = 1; run <= runs; run++) {
    for (const turn of CONTENDERS.keys()) {
      const one = CONTENDERS[(turn + run - 1) % CONTENDERS.length];
      const { width, height } = PHONE;
      const asked = new URLSearchParams({ points: "real", width, height, ...PHONE_START });
      const mine = [{ sight: ".first-land .home, canvas", adapter: "app.js" }, { server: app, url: app.url }];
      const [who, where] = one.id === APP ? mine : [one, { server: peers, url: `${peers.url}${one.id}.html?${asked}` }];
      const told = await opening(who, where, limit).then(
        (sample) => (samples[one.id].push(sample), `${Math.round(sample.markers)} ms to its first clusters`),
        (error) => ((process.exitCode = 1), `failed: ${error.message.split("\n")[0]}`),
      );
      step(`Phone, run ${run} of ${runs}: ${one.name}: ${told}`);
    }
  }
  return samples;
}

const newSet = (id, title, points) => ({ id, title, points, results: Object.fromEntries(CONTENDERS.map(({ id }) => [id, { samples: [] }])) });

async function main() {
  const runs = number("RUNS", 5);
  const limit = number("LIMIT", 180) * 1000;
  if (!existsSync("dist/index.html")) throw new Error("dist/ is not built; run:  make build");
  const shape = machine();
  const layers = layersOf("dist");

  step("bundling the peers, compressing");
  mkdirSync(CACHE, { recursive: true });
  const [appFolder, peersFolder, kept] = ["app", "peers", "brotli"].map((name) => `${CACHE}/${name}`);
  copyApp("dist", appFolder);
  await buildPeers(peersFolder);
  const sets = [];
  const add = (id, title, points) => (writePoints(peersFolder, id, points), sets.push(newSet(id, title, points.length)));
  add("real", "Real content", realPoints("dist"));
  for (const [i, file] of listed("POINTS").entries()) {
    add(`points-${i + 1}`, "Big layer", filePoints(file));
    const set = Object.assign(sets.at(-1), { layer: layers[i] });
    if (!set.layer) Object.assign(set.results[APP], { stop: true, note: "not available: this dist/ holds no such layer (data/points/)." });
  }
  // Pages and communes are not in the first view: compressing them would take longer than measuring.
  await compress(appFolder, kept, (name) => !name.includes("/") || /^(data\/[^/]*\/[^/]*\.bin$|data\/points\/|icons\/|basemap\/[^/]*\/(?!communes))/.test(name));
  await compress(peersFolder, kept);

  const [app, peers] = await Promise.all([served(appFolder), served(peersFolder, ISOLATED)]);
  try {
    const { size, browser, graphics } = await survey(app);
    const phone = process.env.ONLY === "desk" ? [] : await measurePhone({ app, peers }, runs, limit);
    if (process.env.ONLY !== "phone") for (const set of sets) await measureAll(set, { app, peers, size }, runs, limit);
    const named = versions(CONTENDERS.flatMap(({ packages }) => packages ?? []));
    const results = { date: new Date().toISOString().slice(0, 10), runs, limit, machine: shape, browser, graphics, size, versions: named, sets, phone, layer: layers.join(", ") || null };
    writeFileSync(`${CACHE}/results.json`, JSON.stringify(results));
    const page = report(results);
    if (process.env.ONLY) return console.log(page.slice(page.indexOf(process.env.ONLY === "phone" ? "## A phone" : "## Budgets"), page.indexOf("## What is measured")));
    writeFileSync(WRITTEN, page);
    console.log(page.slice(page.indexOf("## Budgets"), page.indexOf("## What is measured")));
    step(`written: ${WRITTEN}`);
  } finally {
    await Promise.all([app.close(), peers.close()]);
  }
}

command(main);
