// Returns to the state in which everything is weighed: first window, light, no sheet, no filter, the whole of France. It uses only what a
// visitor can use.
import { DENSITIES, SCREENS } from "./screens.mjs";

const MOST = 12;

async function clickAll({ hand, page }, selector) {
  for (let i = 0; i < MOST; i++) {
    const found = await page.reach(selector, 0);
    if (!found) return;
    await hand.click(found);
  }
}

// [words, what to click until it is gone]
const UNDONE = [
  ["the point of the layer closed", ".point-panel button"],
  ["no filter any more", ".filters > .link-button"],
  ["every category of the layer again", ":is(.layer, .legend) button[aria-pressed=false]"],
  ["the themes folded", ".filters details[open] > summary"],
  ["the list of the layer folded", ".disclosure[aria-expanded=true]"],
];

export async function goHome(visit) {
  const { hand, page, screen } = visit;
  await screen.recolour(false);
  await screen.resize(SCREENS[0], DENSITIES[0]);
  await visit.look("going home: 1280 pixels, light");
  for (let i = 0; i < MOST && (await page.has(".sheet")); i++) await hand.key("Escape");
  await page.atRest();
  await visit.look("going home: the sheet closed");
  for (const [words, selector] of UNDONE) {
    await clickAll(visit, selector);
    await page.atRest();
    await visit.look(`going home: ${words}`);
  }
  await page.ask("document.querySelector('.browse').scrollTo(0, 0)");
  await hand.click(await page.open(0.5, 0.5));
  await hand.key("Home");
  await hand.move({ x: 5, y: 5 });
  await page.atRest();
  await visit.look("going home: the whole of France");
  const { search, hash } = await page.place();
  return `${search}${hash}`;
}
