// From what was measured to docs/BENCHMARKS.md. No disk, no clock: the same results give the same page.
import { budgets, verdict } from "./budgets.mjs";
import { APP, CONTENDERS, PEERS } from "./contenders.mjs";
import { grouped, isBusy, machineLine, table } from "./markdown.mjs";
import { summary } from "./stats.mjs";

const NONE = "—";
const WIDTH = 126;
const ms = (value) => `${grouped(value, value < 100 ? 1 : 0)} ms`;
const kb = (value) => `${grouped(value / 1000, 1)} KB`;
const mb = (value) => `${grouped(value / 1e6, 1)} MB`;
const percent = (value) => `${grouped(value * 100, 1)} %`;

// [what it is, its name in the summary, how it is written, whether a ratio makes sense]
const ROWS = [
  ["Wire: code, style, page (brotli)", "code", kb, true],
  ["Wire: data (brotli)", "data", kb, false],
  ["Wire: all (brotli)", "bytes", kb, true],
  ["Navigation → first clusters painted", "firstClusters", ms, true],
  ["Main thread until ready", "loadCpu", ms, true],
  ["Index or sort", "indexMs", ms, true],
  ["Filter change → redrawn", "filter", ms, true],
  ["Filter change: main thread's work, p95", "filterWorkP95", ms, false],
  ["Tour: frame time, p50", "frameP50", ms, true],
  ["Tour: frame time, p95", "frameP95", ms, true],
  ["Tour: frame time, max", "frameMax", ms, true],
  ["Tour: frames later than 20 ms", "late", percent, false],
  ["Tour: long tasks, total", "longTasks", ms, false],
  ["Tour: main thread, all tasks", "tourTask", ms, true],
  ["Tour: main thread, scripts", "tourScript", ms, true],
  ["Tour: duration", "tourMs", ms, false],
  ["Memory: heap, buffers, wasm", "heap", mb, true],
  ["Memory: the browser's count for the page, workers included", "page", mb, true],
];

function cell(result, name, words) {
  const figures = summary(result?.samples);
  if (figures === null) return result?.over ? `> ${result.over / 1000} s` : NONE;
  if (name.startsWith("filter") && figures.filterOver) return `> ${figures.filterOver / 1000} s`;
  return figures[name] === null ? NONE : words(figures[name]);
}

function section(set) {
  const mine = summary(set.results[APP]?.samples);
  const shown = CONTENDERS.filter(({ id }) => set.results[id]);
  const figures = ROWS.map(([what, name, words]) => [what, ...shown.map(({ id }) => cell(set.results[id], name, words))]);
  const runs = ["Runs", ...shown.map(({ id }) => String(set.results[id].samples.length))];
  const notes = shown.filter(({ id }) => set.results[id].note).map(({ id, name }) => `- ${name}: ${set.results[id].note}`);
  const peers = PEERS.filter(({ id }) => set.results[id]?.samples.length);
  const ratio = (peer, name) => {
    const theirs = summary(set.results[peer.id].samples);
    const [a, b] = [mine[name], theirs[name]];
    return a === null || !b ? NONE : grouped(a / b, 2);
  };
  const ratios = mine
    ? ["", "This map divided by each peer; below 1, this map takes less.", "", ...table(["", ...peers.map(({ name }) => name)], ROWS.filter((row) => row[3]).map(([what, name]) => [what, ...peers.map((peer) => ratio(peer, name))]))]
    : [];
  return [`## ${set.title}: ${grouped(set.points)} points`, "", ...table(["", ...shown.map(({ name }) => name)], [...figures, runs]), ...(notes.length ? ["", ...notes] : []), ...ratios, ""];
}

function budgetSection(sets) {
  const of = (id) => (set) => summary(set.results[id]?.samples);
  const rows = budgets(sets, { app: of(APP), supercluster: of("supercluster") });
  const written = rows.map((row) => [row.what, row.budget, row.value === null ? NONE : row.words(row.value), verdict(row)]);
  return ["## Budgets", "", "Those of the map's engine. A ratio is between two medians of this very run.", "", ...table(["", "budget", "figure", ""], written), ""];
}

// A paragraph of a list, in lines of the width of the other documents.
function item(words) {
  const lines = [""];
  for (const word of words.split(" ")) {
    if (lines.at(-1).length + word.length > WIDTH) lines.push("");
    lines.push(`${lines.pop()} ${word}`);
  }
  return lines.map((line, i) => (i === 0 ? `-${line}` : ` ${line}`)).join("\n");
}

const how = (size) => [
  "## What is measured, and how",
  "",
  item(
    "**Alike for all**: a Chromium of its own for each measure, turn by turn; a viewport of 1280 × 720 at density 1, " +
      `where each map measures ${size.width} × ${size.height}, as this one does beside its list; the same points; clusters ` +
      "of 44 pixels (this map's layers: of 80); the same first view and tour: fly to Paris, zoom in twice, pan three times, fly to Lyon, fly back to " +
      "the whole of France. The server is on the same machine and sends brotli: the network costs nothing, only bytes are " +
      "counted.",
  ),
  item(
    "**Not alike**: the peers draw their clusters and nothing else, no tile and no list; MapLibre's have no number in " +
      "them. This map also draws its basemap and its labels, and keeps its list, its filters and its address right. The " +
      "clusters of the two Leaflet peers are made again when a move ends; those of this map, while it moves.",
  ),
  item(
    "**Navigation → first clusters painted**: to the end of the first frame that has one. **Index or sort**: what the " +
      "peer's own call takes; MapLibre's is in its worker, reading the points included; this map tells it for the big " +
      "layer only (decoding, then first clusters).",
  ),
  item(
    "**Filter change → redrawn**: to the end of the frame that shows the new clusters. The peers are given half of the " +
      "points again; in this map the filter that most initiatives pass, or category of the layer, is clicked, then clicked " +
      "again. *Main thread's work* leaves out the wait for the frame; work in a worker is not in it.",
  ),
  item(
    "**Frame time**: between two `requestAnimationFrame`, from the first step of the tour to a tenth of a second after " +
      "the last. **Main thread**: `TaskDuration` and `ScriptDuration` of the DevTools protocol. **Memory**: after garbage " +
      "collection, before the tour; the browser's own count is `measureUserAgentSpecificMemory`.",
  ),
  item(
    "The peers take the tour by their own API. This map is driven as a visitor would: its keys, and boxes drawn with " +
      "Shift, whose corners may lie off the screen.",
  ),
  "",
];

export function report({ date, runs, limit, machine, browser, graphics, size, versions, sets, layer }) {
  const missing = sets.some(({ id }) => id !== "real") ? [] : ["Only the real content was measured: no file of points was given (`POINTS=`).", ""];
  return [
    "# Benchmarks",
    "",
    `Written by \`make bench\` on ${date}: medians of ${runs} runs. Absolute times are those of one machine; the ratios travel better.`,
    "",
    machineLine(machine, "load average before the first run"),
    `- ${browser}, headless, graphics by software (${graphics})`,
    `- Peers: ${Object.entries(versions).map(([name, version]) => `${name} ${version}`).join(", ")}`,
    `- No part of a measure may last more than ${limit / 1000} s.`,
    ...(isBusy(machine) ? ["- **The machine was busy with something else: these figures are provisional.**"] : []),
    "",
    "To repeat: `make bench`, with nothing else at work; `RUNS=1` for a quick look; `LIMIT=` is in seconds. `POINTS=points.csv.gz`",
    "(columns `lon` and `lat`; several with commas) gives the peers many points, next to a `dist/` that has them as layers: those of",
    `\`data/points/\`, or those that \`LAYER=\` names, in the same order. Layers: ${layer ?? "none"}.`,
    "",
    ...missing,
    ...budgetSection(sets),
    ...sets.flatMap(section),
    ...how(size),
  ].join("\n");
}
