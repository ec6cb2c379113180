// The map's budgets, each with the measured figure.
const KB = 1000;
const MB = 1_000_000;
// Point counts that the budgets for 221,000 and for 1,000,000 points apply to.
const SOME = [200_000, 250_000];
const MANY = 1_000_000;

const ratio = (a, b) => (a && b ? a / b : null);
const ms = (value) => `${value.toFixed(1)} ms`;
const times = (value) => `${value.toFixed(2)} ×`;

// Returns { what, budget, value, most, words } per budget; `value` is null if it was not measured.
export function budgets(sets, { app, supercluster, phone = {} }) {
  const of = (wanted) => {
    const set = sets.find(wanted);
    return { mine: set && app(set), theirs: set && supercluster(set) };
  };
  const real = of(({ id }) => id === "real");
  const some = of(({ id, points }) => id !== "real" && points >= SOME[0] && points <= SOME[1]);
  const many = of(({ id, points }) => id !== "real" && points >= MANY);
  const row = (what, budget, value, most, words) => ({ what, budget, value: value ?? null, most, words });
  return [
    row("First view, everything, brotli", "≤ 230 KB", real.mine?.bytes, 230 * KB, (value) => `${(value / KB).toFixed(1)} KB`),
    row("Requests to other hosts on first view", "0", real.mine?.elsewhere, 0, String),
    row("Real content: navigation → markers", "≤ 1.0 × Leaflet + supercluster", ratio(real.mine?.firstClusters, real.theirs?.firstClusters), 1, times),
    row("Phone: navigation → markers and France", "≤ 0.6 × Leaflet + supercluster", ratio(phone.app?.markers, phone.supercluster?.markers), 0.6, times),
    row("Phone: navigation → a press on a marker is answered", "≤ 1.3 × Leaflet + supercluster", ratio(phone.app?.answer, phone.supercluster?.answer), 1.3, times),
    row("221,000 points: navigation → first clusters", "≤ 0.25 × Leaflet + supercluster", ratio(some.mine?.firstClusters, some.theirs?.firstClusters), 0.25, times),
    row("221,000 points: filter change → clusters redrawn, p95 of the main thread's work", "≤ 16 ms", some.mine?.filterWorkP95, 16, ms),
    row("221,000 points: frame time on the tour, p95", "≤ 16.7 ms", some.mine?.frameP95, 16.75, ms),
    row("221,000 points: JavaScript heap and wasm memory", "≤ 76 MB", some.mine?.heap, 76 * MB, (value) => `${(value / MB).toFixed(1)} MB`),
    row("1,000,000 points: frame time on the tour, p95", "≤ 33 ms", many.mine?.frameP95, 33.4, ms),
  ];
}

export const verdict = ({ value, most }) => (value === null ? "not measured" : value <= most ? "met" : "**not met**");
