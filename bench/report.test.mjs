// The report on invented results: medians, ratios, budgets, and what could not be measured.
import assert from "node:assert/strict";
import { test } from "node:test";
import { CONTENDERS } from "./contenders.mjs";
import { report } from "./report.mjs";
import { median, percentile, summary } from "./stats.mjs";

const sample = ({ first = 100, filters = [{ latency: 20, work: 8 }] } = {}) => ({
  files: [{ path: "/app.js", bytes: 150_000 }, { path: "/data/catalogue.bin", bytes: 10_000 }],
  elsewhere: 0,
  firstClusters: first,
  indexMs: null,
  loadCpu: { task: 90, script: 40 },
  memory: { heap: 2e6, buffers: 1e6, wasm: 3e6, page: 6e6 },
  tour: { ms: 10_000, frames: [...Array(99).fill(16.7), 50], longTasks: [60] },
  tourCpu: { task: 900, script: 300 },
  filters,
});
const set = (id, title, points, samples) => ({
  id,
  title,
  points,
  results: Object.fromEntries(CONTENDERS.map((one) => [one.id, { samples: [], ...samples[one.id] }])),
});
const results = (...sets) => ({
  date: "2026-01-02",
  runs: 3,
  limit: 180_000,
  machine: { cores: 2, model: "A processor", memory: 8 * 2 ** 30, load: 0.1, system: "Linux x64" },
  browser: "Chrome 1",
  graphics: "a software renderer",
  size: { width: 880, height: 720 },
  versions: { leaflet: "1.9.4" },
  sets,
  layer: null,
});
const real = set("real", "Real content", 174, {
  app: { samples: [sample({ first: 100 }), sample({ first: 300 }), sample({ first: 120 })] },
  supercluster: { samples: [sample({ first: 80 })] },
  markercluster: { samples: [sample()] },
  maplibre: { samples: [sample()] },
});

test("medians and percentiles are of what was measured", () => {
  assert.equal(median([3, null, 1, 2]), 2);
  assert.equal(median([4, 1, 2, 3]), 2.5);
  assert.equal(median([null]), null);
  assert.equal(percentile([5, 1, 3], 0.5), 3);
  assert.equal(percentile([...Array(99).fill(1), 9], 0.95), 1);
  assert.equal(percentile([], 0.95), null);
  assert.equal(summary([]), null);
});

test("the report has each figure, its ratio to each peer, and each budget", () => {
  const page = report(results(real));
  assert.match(page, /\| Navigation → first clusters painted \| 120 ms \| 80\.0 ms \| 100 ms \| 100 ms \|/);
  assert.match(page, /\| Navigation → first clusters painted \| 1\.50 \| 1\.20 \| 1\.20 \|/);
  assert.match(page, /\| First view, everything, brotli \| ≤ 230 KB \| 160\.0 KB \| met \|/);
  assert.match(page, /\| Real content: navigation → markers \| .* \| 1\.50 × \| \*\*not met\*\* \|/);
  assert.match(page, /\| 221,000 points: frame time on the tour, p95 \| .* \| — \| not measured \|/);
  assert.match(page, /Only the real content was measured/);
  assert.doesNotMatch(page, /undefined|NaN|null|Infinity/);
});

test("the phone has a table and its budgets, when it was measured", () => {
  const phone = { app: [{ markers: 500, answer: 510, ready: 1900 }], supercluster: [{ markers: 1000, answer: 1000, ready: 1000 }], markercluster: [], maplibre: [] };
  const page = report({ ...results(real), phone });
  assert.match(page, /\| Navigation → a press on a marker is answered \| 510 ms \| 1,000 ms \|/);
  assert.match(page, /\| Phone: navigation → markers and France \| .* \| 0\.50 × \| met \|/);
  assert.match(page, /\| Phone: navigation → a press on a marker is answered \| .* \| 0\.51 × \| met \|/);
  assert.match(report(results(real)), /\| Phone: navigation → markers and France \| .* \| — \| not measured \|/);
  assert.doesNotMatch(page, /undefined|NaN|Infinity/);
});

test("what was too long or not there is said", () => {
  const big = set("points", "Big layer", 221_000, {
    app: { stop: true, note: "not available: the layer did not load." },
    supercluster: { samples: [sample({ first: 2500, filters: { over: 180_000 } })] },
    markercluster: { over: 180_000, stop: true, note: "gave no answer in 180 s." },
    maplibre: { samples: [sample()] },
  });
  const page = report(results(real, big));
  assert.match(page, /\| Navigation → first clusters painted \| — \| 2,500 ms \| > 180 s \| 100 ms \|/);
  assert.match(page, /\| Filter change → redrawn \| — \| > 180 s \| > 180 s \| 20\.0 ms \|/);
  assert.match(page, /- La carte des leviers: not available: the layer did not load\./);
  assert.doesNotMatch(page, /Only the real content|undefined|NaN|null|Infinity/);
});

test("a file of few points is not judged by the budgets of many", () => {
  const small = set("points", "Big layer", 2000, Object.fromEntries(CONTENDERS.map(({ id }) => [id, { samples: [sample()] }])));
  const page = report(results(real, small));
  assert.match(page, /\| 221,000 points: JavaScript heap and wasm memory \| .* \| — \| not measured \|/);
  assert.match(page, /## Big layer: 2,000 points/);
});
