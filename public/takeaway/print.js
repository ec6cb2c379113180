// The map as it stands, on paper: the canvas drawn again as finely as printers do, its marks as vectors over it, legend, list, QR code.
import { made } from "../shared/dom.js";
import { scheme } from "../shared/scheme.js";
import { qr } from "./qr.js";

// Pixels of the canvas for each of the screen, the most that the map draws: on a sheet some 240 per inch.
const DENSITY = 2;
// The inner width of the sheets, in CSS pixels: A4 less its margins (takeaway.css).
const WIDTHS = { portrait: 703, landscape: 1032 };
// How tall the map is, so that its legend is on the same sheet.
const HEIGHTS = { portrait: 640, landscape: 470 };

// The window's own property, put back after the print: it is the only one, and deleted it would be gone.
const OWN_DENSITY = Object.getOwnPropertyDescriptor(window, "devicePixelRatio");

// Draws the map again with so many pixels; returns once nothing of the stage changes any more.
function drawn(density) {
  const canvas = document.querySelector(".stage canvas");
  if (density) Object.defineProperty(window, "devicePixelRatio", { value: density, configurable: true });
  else Object.defineProperty(window, "devicePixelRatio", OWN_DENSITY);
  dispatchEvent(new Event("resize"));
  const expected = () => Math.abs(canvas.width - canvas.clientWidth * devicePixelRatio) <= devicePixelRatio;
  // What changes last: the marks, and the list, which follows the view.
  const shown = () => [".stage .marker", "#dans-la-vue > li", "#sur-territoires > li"].map((one) => document.querySelectorAll(one).length).join();
  return new Promise((resolve) => {
    let [calm, frames, before] = [0, 0, ""];
    const look = () => {
      const now = shown();
      calm = expected() && now === before ? calm + 1 : 0;
      before = now;
      // A map that does not answer is printed as it is.
      if (calm > 10 || frames++ > 300) resolve();
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
}

// Gives the map the proportions of its place on the sheet: all that is seen stays so, and there is more of it on two sides. Returns what
// takes them back.
function shaped(turn) {
  const { style, clientWidth: width, clientHeight: height } = document.querySelector(".stage");
  const ratio = WIDTHS[turn] / HEIGHTS[turn];
  const size = { width: `${Math.round(Math.max(width, height * ratio))}px`, height: `${Math.round(Math.max(height, width / ratio))}px` };
  Object.assign(style, { inset: "auto", ...size });
  return () => ["inset", "width", "height"].forEach((name) => style.removeProperty(name));
}

// A copy of the stage: the picture of the canvas, and the marks.
function picture() {
  const stage = document.querySelector(".stage");
  const copy = stage.cloneNode(true);
  const canvas = stage.querySelector("canvas");
  const image = copy.querySelector("canvas");
  [image.width, image.height] = [canvas.width, canvas.height];
  image.getContext("2d").drawImage(canvas, 0, 0);
  for (const part of copy.querySelectorAll("[id], [tabindex]")) for (const name of ["id", "tabindex"]) part.removeAttribute(name);
  Object.assign(copy.style, { position: "relative", inset: "auto", width: `${stage.clientWidth}px`, height: `${stage.clientHeight}px` });
  return { copy, width: stage.clientWidth, height: stage.clientHeight };
}

const rowOf = (id) => document.querySelector(`.rows [data-initiative="${CSS.escape(id)}"]`);
const text = (part, within) => within.querySelector(part)?.textContent.trim() ?? "";

// What colours and shapes mean: the levers of these initiatives, as the filters show them.
function legend(ids) {
  const rows = ids.map(rowOf).filter(Boolean);
  const told = rows.map((row) => text(".row-words", row)).join();
  // The mark of a row: that of no lever has no word there.
  const marks = new Set(rows.map((row) => row.querySelector("[data-lever]")?.dataset.lever));
  const chips = [...document.querySelectorAll("fieldset.facet .chip[data-lever]")];
  const items = chips.filter((chip) => marks.has(chip.dataset.lever) || told.includes(text("span", chip))).map((chip) => {
    const item = made("li", {}, chip.querySelector("svg").cloneNode(true), ` ${chip.querySelector("span").textContent}`);
    item.dataset.lever = chip.dataset.lever;
    return item;
  });
  return made("ul", { class: "print-legend" }, ...items);
}

// The rows of the list that are in the view; all of them where the list has no more.
function rows(ids) {
  const items = ids.map(rowOf).filter(Boolean).map((row) => {
    const facts = [text(".row-place", row), text(".row-words", row)].filter(Boolean);
    return made("li", {}, made("strong", {}, text(".row-name", row)), facts.map((words) => ` · ${words}`).join(""));
  });
  return made("ol", { class: "print-list" }, ...items);
}

function sheet(state, words, turn) {
  const { copy, width, height } = picture();
  const zoom = Math.min(WIDTHS[turn] / width, HEIGHTS[turn] / height);
  copy.style.zoom = zoom;
  const scale = document.querySelector(".scale")?.cloneNode(true) ?? "";
  if (scale) scale.style.zoom = zoom;
  const code = made("div", { class: "print-code" });
  try {
    code.append(qr(state.url));
  } catch {
    // An address too long for a code stands below in letters alone.
  }
  const day = new Date().toLocaleDateString(document.documentElement.lang, { dateStyle: "long" });
  const heading = [state.title, state.asked].filter(Boolean).join(" : ");
  const credit = [".attribution summary", ".attribution p"].map((part) => text(part, document)).filter(Boolean);
  return made(
    "section",
    { class: `print-sheet print-${turn}` },
    made("h1", {}, heading),
    made("p", {}, state.count),
    made("div", { class: "print-map" }, copy, scale),
    made("div", { class: "print-beside" }, legend(state.seen), code),
    made("h2", {}, words.printed(state.seen.length, words.parts(state))),
    rows(state.seen),
    made("p", { class: "print-foot" }, [state.url, day, ...credit].join(" · ")),
  );
}

// Makes a dark map light; returns what makes it dark again. The map reads its colours again when the density of its screen changes.
async function lit() {
  const isDark = matchMedia("(prefers-color-scheme: dark)").matches || getComputedStyle(document.documentElement).colorScheme === "dark";
  if (!isDark) return () => {};
  const light = await scheme("light");
  document.adoptedStyleSheets.push(light);
  await drawn(1);
  return async () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== light);
    await drawn(1);
  };
}

// Prints what the map shows. `now` tells it; `turn`: how the sheet is held, portrait or landscape. The page is as before once the printer
// has it.
export async function printMap(now, words, turn) {
  const darken = await lit();
  const reshape = shaped(turn);
  await drawn(DENSITY);
  const page = sheet(now(), words, turn);
  document.body.append(page);
  document.documentElement.classList.add("printing-map");
  let over;
  const done = new Promise((resolve) => (over = resolve));
  addEventListener("afterprint", over, { once: true });
  print();
  await done;
  document.documentElement.classList.remove("printing-map");
  page.remove();
  reshape();
  await darken();
  await drawn();
}
