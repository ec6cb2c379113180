// The draw, the verdict and the report of the soak, on invented results.
import assert from "node:assert/strict";
import { test } from "node:test";
import { ACTIONS } from "./actions.mjs";
import { chance, inTurn } from "./chance.mjs";
import { cause, clock, report } from "./report.mjs";
import { faults, frameFigures, growth } from "./verdict.mjs";

const weighing = (at, { heap = 2e6, wasm = 8e6, nodes = 4000, listeners = 500 } = {}) => ({ at, heap, wasm, nodes, listeners });
const LATE = {
  gap: 150,
  width: 768,
  doing: "lever: « Foncier 7 | »",
  at: 83,
  after: ["82.1 s, 1280 px: Escape"],
  busy: 140,
  tasks: 100,
  drawing: 10,
  layout: 30,
  forced: 0,
  scripts: [{ who: "BUTTON.onclick app.js", ms: 90 }],
};
const results = (more = {}) => ({
  date: "2026-01-02",
  seed: 7,
  minutes: 2,
  layer: null,
  machine: { cores: 2, model: "A processor", memory: 8 * 2 ** 30, load: 0.1, system: "Linux x64" },
  browser: "Chrome 1",
  firstView: weighing(0, { wasm: 3e6 }),
  weighings: [weighing(0), weighing(60), weighing(120, { heap: 2.1e6 })],
  gaps: Array(1000).fill(16.7),
  late: [],
  noted: [],
  counts: { wheel: 12, Home: 3 },
  actions: 15,
  ...more,
});

test("the same seed and turn give the same numbers; others give others", () => {
  const draw = (seed, turn) => Array.from({ length: 5 }, chance(seed, turn).share);
  assert.deepEqual(draw(7, 3), draw(7, 3));
  assert.notDeepEqual(draw(7, 3), draw(7, 4));
  assert.notDeepEqual(draw(7, 3), draw(8, 3));
  const many = Array.from({ length: 2000 }, (_, turn) => chance(1, turn).share());
  assert.ok(many.every((share) => share >= 0 && share < 1));
  assert.ok(Math.abs(many.reduce((a, b) => a + b) / many.length - 0.5) < 0.03);
});

test("every action has its turn, the heavier more often, and each of the others stands by", () => {
  const times = new Map(ACTIONS.map(({ name }) => [name, 0]));
  for (let turn = 0; turn < 4000; turn++) {
    const order = inTurn(ACTIONS, chance(1, turn));
    assert.equal(new Set(order).size, ACTIONS.length);
    times.set(order[0].name, times.get(order[0].name) + 1);
  }
  assert.ok([...times.values()].every((count) => count > 0));
  assert.ok(times.get("marker or cluster") > times.get("resize"));
});

test("a quiet soak has no fault, and its report each figure", () => {
  assert.deepEqual(faults(results()), []);
  const page = report(results());
  assert.match(page, /\*\*Nothing to say\*\*/);
  assert.match(page, /make soak SEED=7 MINUTES=2`/);
  assert.match(page, /\| At 2:00 \| 2\.10 MB \| 8\.00 MB \| 10\.10 MB \| 4,000 \| 500 \|/);
  assert.match(page, /\| JavaScript heap and wasm memory \| 10\.00 MB \| 10\.10 MB \| \+1\.0 % \| met \|/);
  assert.match(page, /\| 1,000 \| 16\.7 ms \| 16\.7 ms \| 16\.7 ms \| 16\.7 ms \| 0 \|/);
  assert.match(page, /\| wheel \| 12 \|/);
  assert.doesNotMatch(page, /undefined|NaN|null|Infinity|provisional/);
});

test("memory, nodes and listeners may not grow beyond the bound; less is welcome", () => {
  const grown = results({ weighings: [weighing(0), weighing(120, { heap: 3e6, nodes: 4300, listeners: 300 })] });
  assert.deepEqual(growth(grown.weighings).map(({ within }) => within), [false, false, true]);
  const found = faults(grown);
  assert.equal(found.length, 2);
  assert.match(found[0].what, /JavaScript heap and wasm memory: 10\.0 % more/);
  assert.match(report(grown), /\| DOM nodes \| 4,000 \| 4,300 \| \+7\.5 % \| \*\*not met\*\* \|/);
});

test("a page that is loaded again hides no growth: the heaviest last weighing of a page counts", () => {
  const pages = [weighing(0), { ...weighing(60, { nodes: 4300 }), load: 0 }, { ...weighing(61), load: 1 }, { ...weighing(120), load: 1 }];
  pages[0].load = 0;
  assert.deepEqual(growth(pages).map(({ within }) => within), [true, false, true]);
  // Within one page, what comes back is no growth.
  assert.ok(growth(pages.map((one) => ({ ...one, load: 0 }))).every(({ within }) => within));
});

test("what happens to a visitor is rarer than what one does, and fills no time of its own", () => {
  const troubles = ACTIONS.filter(({ troubles }) => troubles);
  assert.deepEqual(troubles.map(({ name }) => name), ["cut of the network", "new edition", "density"]);
  assert.ok(ACTIONS.filter(({ loads }) => loads).every(({ first, troubles }) => first && troubles));
});

test("a late frame is told with its action and where its time went", () => {
  const slow = results({ gaps: [...Array(99).fill(16.7), 150], late: [LATE], machine: { ...results().machine, load: 3 } });
  assert.deepEqual(frameFigures(slow.gaps), { count: 100, p50: 16.7, p95: 16.7, p99: 16.7, max: 150, late: 1 });
  const [fault] = faults(slow);
  assert.deepEqual([fault.what, fault.at, fault.after], ["1 frame longer than 100 ms, the longest 150 ms", 83, LATE.after]);
  const page = report(slow);
  assert.match(page, /\| lever: « Foncier 7 \\\| » \| 768 px \| 1:23 \| 150 ms \| events and tasks 100 ms, drawing 10\.0 ms, style, layout, paint 30\.0 ms; BUTTON\.onclick app\.js 90\.0 ms \|/);
  assert.match(page, /In 0 of 1 the page's thread was free\./);
  assert.match(page, /provisional/);
  assert.match(cause({ ...LATE, busy: 0 }), /the page's thread was free/);
});

test("what was noted comes first", () => {
  const noted = [{ what: "in the console: oh\nat line 2", at: 61.4, after: ["one", "two"] }];
  assert.deepEqual(faults(results({ noted }))[0], noted[0]);
  assert.match(report(results({ noted })), /\*\*1 fault:\*\*\n\n- at 1:01: in the console: oh\n/);
  assert.equal(clock(600), "10:00");
});
