// The markers of the view as one stop of the keyboard: which comes after which, which lies in a direction. Pure over rectangles.
import { folded } from "../shared/fold.js";

// Markers whose middles are within so many pixels of each other in height are on one line of reading.
const LINE_PX = 24;

// In the order of reading: lines from the top, each from the left. `middle`: from an item to { x, y }, in pixels.
export function inReadingOrder(items, middle) {
  const placed = items.map((item) => ({ item, ...middle(item) })).sort((a, b) => a.y - b.y || a.x - b.x);
  const lines = [];
  for (const one of placed) {
    const line = lines.at(-1);
    if (line && one.y - line[0].y <= LINE_PX) line.push(one);
    else lines.push([one]);
  }
  return lines.flatMap((line) => line.sort((a, b) => a.x - b.x)).map(({ item }) => item);
}

const AHEAD = {
  ArrowUp: (dx, dy) => [-dy, dx],
  ArrowDown: (dx, dy) => [dy, dx],
  ArrowLeft: (dx, dy) => [-dx, dy],
  ArrowRight: (dx, dy) => [dx, dy],
};

// The nearest item in the direction of an arrow: within 45° of it, or 60° where none is.
export function neighbour(items, from, key, middle) {
  const start = middle(from);
  const ahead = items.flatMap((item) => {
    if (item === from) return [];
    const { x, y } = middle(item);
    const [along, across] = AHEAD[key](x - start.x, y - start.y);
    return along > 0 ? [{ item, turn: Math.abs(across) / along, far: Math.hypot(along, across) }] : [];
  });
  for (const most of [1, 1.74]) {
    const [best] = ahead.filter(({ turn }) => turn <= most).sort((a, b) => a.far - b.far);
    if (best) return best.item;
  }
  return undefined;
}

// The next item after `from` whose name has a word that begins with what was typed, going round.
export function named(items, from, typed, name) {
  const start = items.indexOf(from) + (typed.length === 1 ? 1 : 0);
  const around = items.map((_, at) => items[(start + at + items.length) % items.length]);
  const begins = (item) => folded(name(item)).startsWith(folded(typed));
  const has = (item) => folded(name(item)).split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(folded(typed)));
  return around.find(begins) ?? around.find(has);
}
