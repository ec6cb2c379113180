// What a visitor does, how often, and the words for it. An action that the page does not offer now returns null.
import { pause } from "./hand.mjs";
import { SCREENS } from "./screens.mjs";
import { TROUBLES } from "./trouble.mjs";

// A click on one of the elements that `selector` matches.
const click = (name, weight, selector) => ({
  name,
  weight,
  async act({ hand, page, chance }) {
    const found = await page.reach(selector, chance.share());
    if (!found) return null;
    await hand.click(found);
    return `${name}: « ${found.name} »`;
  },
});

const onMap = ({ page, chance }) => page.open(chance.between(0.15, 0.85), chance.between(0.15, 0.85));

// An act at an uncovered place of the map.
const there = (name, weight, act) => ({
  name,
  weight,
  async act(visit) {
    const at = await onMap(visit);
    return at && `${name} ${await act(visit, at)}, at ${Math.round(at.x)},${Math.round(at.y)}`;
  },
});

const away = (chance, at, reach) => ({ x: at.x + Math.round(chance.between(-reach, reach)), y: at.y + Math.round(chance.between(-reach, reach)) });
const way = (from, to) => `by ${Math.round(to.x - from.x)},${Math.round(to.y - from.y)}`;

const LAYER = ":is(.layer, .legend)";

export const ACTIONS = [
  there("drag and throw", 10, async ({ hand, chance }, at) => {
    const to = away(chance, at, 300);
    await hand.drag(at, to, { steps: chance.whole(5, 14), throws: true });
    return way(at, to);
  }),
  there("drag and hold", 3, async ({ hand, chance }, at) => {
    const to = away(chance, at, 300);
    await hand.drag(at, to, { steps: 15 });
    return way(at, to);
  }),
  there("wheel", 9, async ({ hand, chance }, at) => {
    const [notch, count] = [chance.pick([-120, -120, -120, 120, 120]), chance.whole(1, 8)];
    await hand.wheel(at, Array(count).fill(notch), chance.whole(20, 120));
    return `${count} × ${notch}`;
  }),
  there("trackpad", 4, async ({ hand, chance }, at) => {
    const [step, count] = [chance.whole(-25, 25), chance.whole(10, 30)];
    await hand.wheel(at, Array(count).fill(step), 0);
    return `${count} × ${step}`;
  }),
  there("double click", 4, async ({ hand, chance }, at) => {
    const shift = chance.coin(0.4);
    await hand.click(at, { count: 2, shift });
    return shift ? "with Shift" : "plain";
  }),
  there("box zoom", 3, async ({ hand, chance }, at) => {
    const to = away(chance, at, 250);
    await hand.drag(at, to, { shift: true });
    return way(at, to);
  }),
  there("keys", 6, async ({ hand, chance }, at) => {
    await hand.click(at);
    const keys = Array.from({ length: chance.whole(1, 5) }, () => chance.pick(["+", "-", "-", "ArrowLeft", "ArrowUp", "ArrowRight", "ArrowDown"]));
    const [shift, rest] = [chance.coin(0.3), chance.whole(50, 350)];
    for (const key of keys) {
      await hand.key(key, { shift: shift && key.startsWith("Arrow") });
      await pause(rest);
    }
    return `${shift ? "with Shift " : ""}${keys.join(" ")}`;
  }),
  there("Home", 3, async ({ hand }, at) => {
    await hand.click(at);
    await hand.key("Home");
    return "";
  }),
  click("button of the map", 3, ".controls button"),
  click("marker or cluster", 12, ".marker"),
  click("overseas", 4, ".shortcuts button"),
  click("row of the list", 6, ".row"),
  click("link in a sheet", 7, '.sheet-content a[href^="./?"]:not([target])'),
  click("fold of a sheet", 3, ".sheet summary"),
  click("close a sheet", 4, ".sheet-bar button"),
  click("back to the list", 2, ".sheet-bar .back"),
  click("lever", 5, "button[data-lever].chip"),
  click("themes", 2, ".filters summary"),
  click("theme", 3, ".filters details .chip"),
  click("show everything", 2, ".filters > .link-button"),
  click("height of the panel", 4, ".height-bar button"),
  click("category of the layer", 4, `${LAYER} button[aria-pressed]`),
  click("list of the layer", 2, ".disclosure"),
  click("row of the layer", 3, ".layer-row"),
  click("point of the layer", 4, ".points .marker"),
  click("close a point", 3, ".point-panel button"),
  {
    name: "Escape",
    weight: 3,
    async act({ hand }) {
      await hand.key("Escape");
      return "Escape";
    },
  },
  {
    name: "pass over rows",
    weight: 4,
    async act({ hand, page, chance }) {
      const names = [];
      for (let count = chance.whole(2, 5); count > 0; count--) {
        const found = await page.reach(".row, .layer-row, .sheet .term", chance.share());
        if (!found) break;
        await hand.move(found);
        names.push(found.name);
        await pause(chance.whole(30, 150));
      }
      return names.length ? `pass over ${names.length} rows, the last « ${names.at(-1)} »` : null;
    },
  },
  {
    name: "Tab",
    weight: 4,
    async act({ hand, chance }) {
      const [count, shift] = [chance.whole(2, 12), chance.coin(0.3)];
      for (let press = 0; press < count; press++) await hand.key("Tab", { shift });
      return `${shift ? "Shift " : ""}Tab × ${count}`;
    },
  },
  {
    name: "scroll",
    weight: 4,
    async act({ hand, page, chance }) {
      const found = await page.reach(chance.coin(0.7) ? ".sheet h3, .sheet p, .row" : ".layer-row, .filters legend", chance.share());
      if (!found) return null;
      const [step, count] = [chance.pick([-120, 120, 120]), chance.whole(2, 8)];
      await hand.wheel(found, Array(count).fill(step), chance.whole(20, 80));
      return `scroll ${count} × ${step}`;
    },
  },
  {
    name: "back or forward",
    weight: 4,
    async act({ page, chance }) {
      const way = chance.coin(0.65) ? "back" : "forward";
      return (await page.travel(way)) ? way : null;
    },
  },
  {
    name: "resize",
    weight: 4,
    async act({ screen, size: before, chance }) {
      const size = chance.pick(SCREENS.filter((other) => other !== before));
      await screen.resize(size);
      return `resize to ${size.width} × ${size.height}`;
    },
  },
  {
    name: "colours",
    weight: 2,
    async act({ screen, chance }) {
      const dark = chance.coin();
      await screen.recolour(dark);
      return dark ? "dark colours" : "light colours";
    },
  },
  ...TROUBLES,
];
