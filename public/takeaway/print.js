// The map as it stands, on paper: the canvas drawn again as finely as printers do, its marks as vectors over it, legend, list, QR code.
import { made } from "../shared/dom.js";
import { scheme } from "../shared/scheme.js";
import { qr } from "./qr.js";

// Pixels of the canvas for each of the screen, the most that the map draws: on a sheet some 240 per inch.
const DENSITY = 2;
// The inner width of the sheets, in CSS pixels: A4 less its margins (takeaway.css).
const WIDTHS = { portrait: 703, landscape: 1032 };
// How tall the map may be, so that its legend is on the same sheet.
const HEIGHTS = { portrait: 640, landscape: 480 };

// The window's own property, put back after the print: it is the only one, and deleted it would be gone.
const OWN_DENSITY = Object.getOwnPropertyDescriptor(window, "devicePixelRatio");

// Draws the map again with so many pixels; returns once nothing of the stage changes any more.
function drawn(density) {
  const canvas = document.querySelector(".stage canvas");
  if (density) Object.defineProperty(window, "devicePixelRatio", { value: density, configurable: true });
  else Object.defineProperty(window, "devicePixelRatio", OWN_DENSITY);
  dispatchEvent(new Event("resize"));
  const expected = () => Math.abs(canvas.width - canvas.clientWidth * devicePixelRatio) <= devicePixelRatio;
  return new Promise((resolve) => {
    let [calm, frames] = [0, 0];
    const look = () => {
      calm = expected() ? calm + 1 : 0;
      // A map that does not answer is printed as it is.
      if (calm > 10 || frames++ > 300) resolve();
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
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

// What colours and shapes mean: the levers, as the filters show them.
function legend() {
  const items = [...document.querySelectorAll("fieldset.facet .chip[data-lever]")].map((chip) => {
    const item = made("li", {}, chip.querySelector("svg").cloneNode(true), ` ${chip.querySelector("span").textContent}`);
    item.dataset.lever = chip.dataset.lever;
    return item;
  });
  return made("ul", { class: "print-legend" }, ...items);
}

// The rows of the list that are in the view; all of them where the list has no more.
function rows(ids) {
  const row = (id) => document.querySelector(`.rows [data-initiative="${CSS.escape(id)}"]`);
  const text = (part, within) => within.querySelector(part)?.textContent.trim();
  const items = ids.map(row).filter(Boolean).map((one) => made("li", {}, made("strong", {}, text(".row-name", one) ?? ""), [text(".row-place", one), text(".row-levers", one)].filter(Boolean).map((words) => ` · ${words}`).join("")));
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
  const credit = document.querySelector(".attribution")?.textContent.trim() ?? "";
  return made(
    "section",
    { class: `print-sheet print-${turn}` },
    made("h1", {}, heading),
    made("p", {}, state.count),
    made("div", { class: "print-map" }, copy, scale),
    made("div", { class: "print-beside" }, legend(), code),
    made("h2", {}, words.printed(state.seen.length)),
    rows(state.seen),
    made("p", { class: "print-foot" }, `${state.url} · ${day} · ${credit}`),
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

// Prints what the map shows. `turn`: how the sheet is held, portrait or landscape. The page is as before once the printer has it.
export async function printMap(state, words, turn) {
  const darken = await lit();
  await drawn(DENSITY);
  const page = sheet(state, words, turn);
  document.body.append(page);
  document.documentElement.classList.add("printing-map");
  let over;
  const done = new Promise((resolve) => (over = resolve));
  addEventListener("afterprint", over, { once: true });
  print();
  await done;
  document.documentElement.classList.remove("printing-map");
  page.remove();
  await darken();
  await drawn();
}
