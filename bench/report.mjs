// Turns results into docs/BENCHMARKS.md. No disk, no clock: the same results give the same page.
import { budgets, verdict } from "./budgets.mjs";
import { APP, CONTENDERS, PEERS } from "./contenders.mjs";
import { grouped, isBusy, machineLine, table } from "./markdown.mjs";
import { PHONE } from "./phone.mjs";
import { median, summary } from "./stats.mjs";

const NONE = "—";
const WIDTH = 126;
const ms = (value) => `${grouped(value, value < 100 ? 1 : 0)} ms`;
const kb = (value) => `${grouped(value / 1000, 1)} KB`;
const mb = (value) => `${grouped(value / 1e6, 1)} MB`;
const percent = (value) => `${grouped(value * 100, 1)} %`;

// [label, name in the summary, formatter, whether a ratio makes sense]
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
    ? ["", "This map divided by each peer: below 1, this map takes less.", "", ...table(["", ...peers.map(({ name }) => name)], ROWS.filter((row) => row[3]).map(([what, name]) => [what, ...peers.map((peer) => ratio(peer, name))]))]
    : [];
  return [`## ${set.title}: ${grouped(set.points)} points`, "", ...table(["", ...shown.map(({ name }) => name)], [...figures, runs]), ...(notes.length ? ["", ...notes] : []), ...ratios, ""];
}

const PHONE_ROWS = [
  ["Navigation → first clusters painted; this map's with France", "markers"],
  ["Navigation → a press on a marker is answered", "answer"],
  ["Navigation → everything is there", "ready"],
];

const phoneMedians = (phone = {}) =>
  Object.fromEntries(Object.entries(phone).map(([id, samples]) => [id, Object.fromEntries(PHONE_ROWS.map(([, name]) => [name, median(samples.map((sample) => sample[name]))]))]));

function phoneSection(phone) {
  if (!phone) return [];
  const medians = phoneMedians(phone);
  const shown = CONTENDERS.filter(({ id }) => phone[id]?.length);
  const figures = PHONE_ROWS.map(([what, name]) => [what, ...shown.map(({ id }) => ms(medians[id][name]))]);
  const { width, height, density, slower, megabits, latency } = PHONE;
  return [
    "## A phone: the opening",
    "",
    `A screen of ${width} × ${height} at density ${density}, a processor ${slower} times slower, ${megabits} Mbit/s, ${latency} ms to each answer, an empty cache.`,
    "The first markers of this map are links of its page: a press leads to the page of the initiative or of the région, and counts as",
    "answered when the browser takes it. Its program answers once everything is there.",
    "",
    ...table(["", ...shown.map(({ name }) => name)], [...figures, ["Runs", ...shown.map(({ id }) => String(phone[id].length))]]),
    "",
  ];
}

function budgetSection(sets, phone) {
  const of = (id) => (set) => summary(set.results[id]?.samples);
  const rows = budgets(sets, { app: of(APP), supercluster: of("supercluster"), phone: phoneMedians(phone) });
  const written = rows.map((row) => [row.what, row.budget, row.value === null ? NONE : row.words(row.value), verdict(row)]);
  return ["## Budgets", "", "The budgets of the map's engine. A ratio compares two medians of this run.", "", ...table(["", "budget", "figure", ""], written), ""];
}

// A list item, wrapped at the width of the other documents.
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
    "**The same for all**: a fresh Chromium per measurement, the contenders in turn; a viewport of 1280 × 720 at density 1, where " +
      `each map is ${size.width} × ${size.height}, as this one is beside its list; the same points; a cluster radius of 44 ` +
      "pixels (80 in this map's layers); the same first view and the same tour: fly to Paris, zoom in twice, pan three times, fly " +
      "to Lyon, fly back to the whole of France. The server runs on the same machine and sends brotli: the network takes no time, " +
      "so only bytes count.",
  ),
  item(
    "**Different**: the peers draw clusters and nothing else, no tile and no list; MapLibre's clusters show no number. This map " +
      "also draws its basemap and its labels, and keeps its list, its filters and its address up to date. The two Leaflet peers " +
      "rebuild their clusters when a move ends; this map, while it moves.",
  ),
  item(
    "**Navigation → first clusters painted**: ends with the first frame that shows a cluster. **Index or sort**: the duration of the " +
      "peer's own call. MapLibre's runs in its worker and includes reading the points. This map reports it for the big layer only " +
      "(decoding, then first clusters).",
  ),
  item(
    "**Filter change → redrawn**: ends with the frame that shows the new clusters. The peers receive half of the points, then all of " +
      "them. In this map, the filter that most initiatives pass, or the largest category of the layer, is clicked, then clicked " +
      "again. *Main thread's work* excludes the wait for the frame and all work in a worker.",
  ),
  item(
    "**Frame time**: between two calls of `requestAnimationFrame`, from the first step of the tour to a tenth of a second after the " +
      "last. **Main thread**: `TaskDuration` and `ScriptDuration` of the DevTools protocol. **Memory**: after garbage collection, " +
      "before the tour; the browser's own count is `measureUserAgentSpecificMemory`.",
  ),
  item(
    "The peers take the tour through their own API. This map is driven as a visitor drives it: by keys, and by boxes drawn with " +
      "Shift, whose corners may lie off screen.",
  ),
  "",
];

export function report({ date, runs, limit, machine, browser, graphics, size, versions, sets, phone, layer }) {
  const missing = sets.some(({ id }) => id !== "real") ? [] : ["Only the real content was measured: no file of points was given (`POINTS=`).", ""];
  return [
    "# Benchmarks",
    "",
    `Written by \`make bench\` on ${date}: medians of ${runs} runs. Absolute times belong to one machine; ratios travel better.`,
    "",
    machineLine(machine, "load average before the first run"),
    `- ${browser}, headless, software graphics (${graphics})`,
    `- Peers: ${Object.entries(versions).map(([name, version]) => `${name} ${version}`).join(", ")}`,
    `- No part of a measurement may take more than ${limit / 1000} s.`,
    ...(isBusy(machine) ? ["- **The machine was busy with something else: these figures are provisional.**"] : []),
    "",
    "To repeat: `make bench` on an otherwise idle machine; `RUNS=1` gives a quick look; `LIMIT=` is in seconds. `POINTS=points.csv.gz`",
    "(columns `lon` and `lat`; several files separated by commas) gives the peers many points. `dist/` must hold the same points as",
    `layers: those of \`data/points/\`, or those that \`LAYER=\` names, in the same order. Layers: ${layer ?? "none"}.`,
    "",
    ...missing,
    ...budgetSection(sets, phone),
    ...phoneSection(phone),
    ...sets.flatMap(section),
    ...how(size),
  ].join("\n");
}
