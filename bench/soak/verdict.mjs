// Finds the faults in the results. Pure: the same results give the same faults.
import { percentile } from "../stats.mjs";

export const BOUND = 0.05; // allowed growth, as a share of the first weighing
export const LATE_MS = 100;

export const WEIGHTS = [
  { id: "memory", words: "JavaScript heap and wasm memory", of: ({ heap, wasm }) => heap + wasm, bytes: true },
  { id: "nodes", words: "DOM nodes", of: ({ nodes }) => nodes },
  { id: "listeners", words: "Event listeners", of: ({ listeners }) => listeners },
];

// The last weighing of each page: one that is loaded again gives everything back. `load` counts the pages.
const lasts = (weighings) => weighings.filter(({ load }, at) => at + 1 === weighings.length || weighings[at + 1].load !== load);

// Compares the heaviest of them with the first one after the warm-up.
export function growth(weighings) {
  return WEIGHTS.map((weight) => {
    const [from, to] = [weight.of(weighings[0]), Math.max(...lasts(weighings).map(weight.of))];
    return { ...weight, from, to, part: to / from - 1, within: to <= from * (1 + BOUND) };
  });
}

export function frameFigures(gaps) {
  const late = gaps.filter((gap) => gap > LATE_MS).length;
  return { count: gaps.length, p50: percentile(gaps, 0.5), p95: percentile(gaps, 0.95), p99: percentile(gaps, 0.99), max: percentile(gaps, 1), late };
}

// Returns { what, at, after } per fault: `at` in seconds since the warm-up, `after` the last actions before it.
export function faults({ weighings, gaps, late, noted }) {
  const heavy = weighings.length < 2 ? [] : growth(weighings).filter(({ within }) => !within);
  const { late: count, max } = frameFigures(gaps);
  const worst = late.reduce((a, b) => (a && a.gap >= b.gap ? a : b), null);
  return [
    ...noted,
    ...heavy.map(({ words, part }) => ({ what: `${words}: ${(part * 100).toFixed(1)} % more than after the warm-up`, at: weighings.at(-1).at, after: [] })),
    ...(count ? [{ what: `${count} frame${count > 1 ? "s" : ""} longer than ${LATE_MS} ms, the longest ${max.toFixed(0)} ms`, at: worst?.at ?? 0, after: worst?.after ?? [] }] : []),
  ];
}
