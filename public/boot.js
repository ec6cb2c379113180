// Starts the map, and reads its files. What happens when it fails is told by rescue.js.

// What wasm-bindgen generated for this build (scripts/finish-app.mjs).
import start, { run } from "glue";
import "./terms.js";
import { shown } from "preview";

const script = document.querySelector("script[data-wasm]");
const { wasm } = script.dataset;
// Tells rescue.js that this script runs.
script.dataset.ran = "";

// How long the map waits for the files that describe its layers, in milliseconds.
const LAYERS_MS = 20;
// How long it waits for any other before it says so, in milliseconds.
const LATE_MS = 8000;

// Addresses are relative to the page.
const at = (path) => new URL(path, document.baseURI);

// Where a file of this edition is: data/catalogue.bin in data/<hash>/catalogue.bin. Layers of points keep their address, as whoever hosts
// the map adds some.
const placed = (path) => path.replace(/^(data|basemap)\/(?!points\/)/, (start, folder) => `${start}${script.dataset[folder]}/`);

// The list of initiatives, which the app replaces and the crash page shows again.
let list;

// The app.
export let app;

// Starts the app in the page. Its `free()` takes it out again.
export const mount = () => run(read, layers.length > 0 ? () => ask("layers", pointLayers) : undefined, streets);

// Does something once, and again when it failed.
const once = (act) => {
  let done;
  return (...given) => (done ??= act(...given).catch((error) => ((done = undefined), Promise.reject(error))));
};

// The sheets of style that not every visitor needs. What they dress is shown without them when they do not come in time.
const dressed = {};
const dress = (name) =>
  (dressed[name] ??= new Promise((resolve) => {
    const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href: at(script.dataset[`${name}Style`]) });
    link.onload = link.onerror = resolve;
    setTimeout(resolve, LATE_MS);
    document.head.append(link);
  }));

// The scripts that not every visitor needs, and what is done with them: in time, or not. A script that failed fails for ever under the same
// address, and a program that began badly stays so: after any failure the next try takes both anew.
const [parts, tries] = [{}, {}];
const file = (name) => script.dataset[name] ?? `${name}.js`;
function part(name, act) {
  parts[name] ??= import(at(file(name) + (tries[name] ??= "")));
  const late = new Promise((resolve, reject) => setTimeout(reject, LATE_MS));
  return Promise.race([parts[name].then(act), late]).catch((error) => {
    delete parts[name];
    tries[name] += "?";
    throw error;
  });
}
const rescue = (act) => import(at("rescue.js")).then(act);
// Says beside what asked for a script that it did not come.
const lacks = (name, near) => () => rescue(({ lack }) => lack(file(name), near)).catch(() => {});

// What makes a sheet do more than be read; it is shown without when that does not come in time.
const enliven = () => part("sheets", ({ follow }) => follow()).catch(() => {});

// What draws streets, once the visitor asks for them.
const streets = () => part("streets", ({ streets }) => streets());

// In another site's page, or where the address locks something, the map starts once this has begun.
const frame = (self !== top || location.search.includes("verrou=")) && import(at("frame.js")).then(({ begin }) => begin()).catch(console.error);

// What helps to explore the map, once the keyboard comes to it or its button asks.
const explorer = once(async () => {
  dress("explore");
  return part("explore", ({ attach }) => attach(app));
});
const explore = (act, otherwise = () => {}) => explorer().then(act, otherwise);
addEventListener("focusin", ({ target }) => app && target.closest?.(".stage") && target.matches(":focus-visible") && explore());
const pressed = (selector, act) => addEventListener("click", ({ target }) => target.closest?.(selector) && act(target.closest(selector)));
pressed("button[data-explore]", (button) => explore((explorer) => explorer.toggle(), lacks("explore", button)));

// What the visitor takes away, once asked for.
pressed("[data-takeaway]", (button) => part("takeaway", ({ open }) => open()).catch(lacks("takeaway", button)));

// What « Lire la carte » and a long facet need, once one is opened.
function unfold({ target }) {
  if (!target.matches?.(".facet")) return;
  dress("filters");
  part("filters", ({ searchable }) => searchable(target)).catch(() => {});
}
addEventListener("toggle", unfold, true);

// What makes the box answer, once the visitor is in it. It may be so already.
const find = once(async (field, act) => {
  dress("find");
  await part("find", ({ listen }) => listen(field, read, act));
});
const arrive = ({ target, type }) => target?.id === "chercher" && find(target, type).catch(lacks("find", target));
for (const type of ["pointerdown", "focusin"]) addEventListener(type, arrive);
// What is typed is not lost by a page that no server reads.
addEventListener("submit", (event) => event.target.matches(".find") && event.preventDefault());

// What is whole without them, and not reloaded for them: the sentences of the list.
const SPARE = /leads\.bin$/;

async function download(path) {
  if (PREVIEW && held?.files[path]) return new Response(held.files[path]);
  const response = await fetch(at(path));
  const { status } = response;
  const missing = status === 404 || /html/.test(response.headers.get("Content-Type"));
  // Does not return when the edition is gone: the page reloads.
  if (missing && !SPARE.test(path)) await rescue(({ heal }) => heal(path, list)).catch(() => {});
  if (missing || !response.ok) throw missing ? 404 : status;
  return response;
}

const fetched = async (path) => (await download(path)).arrayBuffer();

// What is on its way before the app asks for it, and what did not come in time, by place.
const begun = new Map();
const late = new Map();

// Gets something for the app: its promise, refused when it does not come in time. It may come later: then the app is told that the network
// works, and asks again. Asked for again, what is late is fetched again too, and the first to come is taken.
function ask(place, fetched) {
  const [first, before] = [begun.get(place), late.get(place)];
  begun.delete(place);
  late.delete(place);
  const coming = before ? Promise.race([before, fetched(place)]) : (first ?? fetched(place));
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      late.set(place, coming);
      coming.then(() => dispatchEvent(new Event("online")), () => late.delete(place));
      reject();
    }, LATE_MS);
    coming.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

// What is a sheet, which is shown in its style.
const SHEET = /^data\/\w+\/\w+\//;

// That of a territory, which is one of a set.
const PANEL = /^data\/\w+\/lieux\/(.*)\.bin$/;
const panel = (path) => part("panels", ({ panel }) => panel(path.match(PANEL)[1], read));

// Reads a file for the app.
async function read(path) {
  const dressing = SHEET.test(path) && Promise.all([dress("sheet"), enliven()]);
  const bytes = await (PANEL.test(path) ? panel(path) : ask(placed(path), fetched));
  await dressing;
  return bytes;
}

// Ids of the layers that an address asks for, as the map reads them (crates/model/src/address; tests/layers.txt has the cases).
function layersOf(query) {
  const asked = new URLSearchParams(query).getAll("couche").filter((list) => list.trim());
  const ids = (asked.at(-1) ?? "").split(",").map((id) => id.trim());
  return [...new Set(ids.filter((id) => /^[a-z0-9-]{1,80}$/.test(id)))].slice(0, 7);
}

const layers = layersOf(location.search);

// Of the preview of the workshop alone (public/atelier/preview.js): the files of a layer that only the page around it has.
const held = PREVIEW && (await shown(layers[0]));
if (PREVIEW) read.held = (path) => held.files[path];

// Asks for a file that a script or a program will ask for later. Nobody hears of it when it fails: who asks later does.
function preload(path) {
  document.head.append(Object.assign(document.createElement("link"), { rel: "preload", as: "fetch", crossOrigin: "", href: at(path) }));
}

// The layers of points, for addresses that ask for some. They begin to load before the map is there.
function pointLayers() {
  // The templates of layers are in the page.
  const dressing = [dress("layers"), parsed];
  return part("layers", async ({ default: start, Layers }) => {
    await Promise.all([start(), ...dressing]);
    const shownLayers = new Layers(layers.join(), new URLSearchParams(location.search).get("lang") ?? "", read);
    if (PREVIEW) held.follow(shownLayers);
    return shownLayers;
  });
}

// What the app will ask for. When it fails, the app tells, once it runs.
function early(place, coming) {
  coming.catch(() => {});
  begun.set(place, coming);
  return coming;
}

// This script may run before the page is parsed.
const parsed = document.readyState === "loading" && new Promise((resolve) => document.addEventListener("DOMContentLoaded", resolve));

// Begins to read what the map asks for first, while the program is on its way: what the page preloads, and what describes the layers of
// its address. Returns once the first of them, the catalogue, has come or failed, which the app tells: the map and its markers then come
// in one frame. The descriptions of layers come at about the same time; then their points are on their way before the map is drawn.
async function begin() {
  await parsed;
  const preloaded = [...document.querySelectorAll("link[rel=preload][data-begin]")].map((link) => link.getAttribute("href"));
  const [catalogue, ...others] = [...preloaded, ...layers.map((id) => `data/points/${id}/layer.bin`)].map((path) => early(path, fetched(path)));
  await Promise.allSettled([catalogue]);
  await Promise.race([Promise.allSettled(others), new Promise((resolve) => setTimeout(resolve, LAYERS_MS))]);
}

// Why the map did not start: a key of rescue.js's sentences.
let why = "noDownload";

async function program() {
  if (typeof WebAssembly !== "object") throw new Error((why = "noWasm"));
  const module_or_path = await download(wasm);
  why = "broken";
  await start({ module_or_path });
}

// The page holds its style, which says at its end that it is whole; it also comes as a file, where the server's policy is that of another
// edition and refuses it. To ask for it costs a computation of all styles: it is asked once they are needed.
const styled = () => getComputedStyle(document.documentElement).getPropertyValue("--whole");
async function style() {
  if (styled()) return;
  await dress("style");
  if (styled()) return;
  why = "noDownload";
  throw new Error("no style");
}

// The colours of an edition, should they not come: nothing is drawn while they are on their way.
const colours = document.querySelector("link[rel=stylesheet]");
setTimeout(() => colours?.sheet || colours?.remove(), LATE_MS);

function tell(why) {
  const app = document.getElementById("app");
  if (!app || !list || "failed" in app.dataset) return;
  app.dataset.failed = document.documentElement.dataset.noMap = "";
  app.replaceChildren(list);
  rescue(({ tell }) => tell(why, list));
}

// The program has stopped: a panic ends in a trap; what the browser throws through it leaves it half done.
function crash({ error, reason = error }) {
  if (reason instanceof WebAssembly.RuntimeError || `${reason?.stack}`.includes(wasm)) tell("crashed");
}

// Tells when only the density of the screen changes: the window moves to another one. A query holds for one density.
function followDensity() {
  const changed = () => {
    dispatchEvent(new Event("resize"));
    followDensity();
  };
  matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener("change", changed, { once: true });
}
followDensity();

try {
  arrive({ target: document.activeElement });
  if (layers.length > 0) {
    preload(script.dataset.layersProgram);
    early("layers", pointLayers());
  }
  // A frame that is not displayed has no style to ask for.
  await Promise.all([begin(), program(), frame]);
  await style();
  list = document.querySelector("#app > main");
  addEventListener("error", crash);
  addEventListener("unhandledrejection", crash);
  why = "broken";
  // The page may have been told meanwhile that its edition is gone.
  if (!document.querySelector("#app[data-failed]")) app = mount();
} catch (error) {
  console.error(error);
  await parsed;
  list ??= document.querySelector("#app > main");
  tell(globalThis.WebAssembly && error instanceof WebAssembly.CompileError ? "noWasm" : why);
}
