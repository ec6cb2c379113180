// Starts the map, and reads its files. What happens when it fails is told by rescue.js.

// What wasm-bindgen generated for this build (scripts/finish-dist.mjs).
import start, { run } from "glue";
import "./terms.js";

const script = document.querySelector("script[data-wasm]");
const { wasm } = script.dataset;
// Tells rescue.js that this script runs.
script.dataset.ran = "";

// How long the map waits for the files that describe its layers, in milliseconds.
const LAYERS_MS = 20;

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
export const mount = (layers) => run(read, layers);

const rescue = (act) => import(at("rescue.js")).then(act);

async function download(path) {
  const response = await fetch(at(path));
  const { status } = response;
  const missing = status === 404 || /html/.test(response.headers.get("Content-Type"));
  // Does not return when the edition is gone: the page reloads.
  if (missing) await rescue(({ heal }) => heal(path, list)).catch(() => {});
  if (missing || !response.ok) throw missing ? 404 : status;
  return response;
}

const fetched = async (path) => (await download(path)).arrayBuffer();

// Files on their way before the app asks for them.
const begun = new Map();

// Reads a file for the app. A file begun is handed over once: asked for again, as after a failure, it is fetched again.
function read(path) {
  const place = placed(path);
  const file = begun.get(place) ?? fetched(place);
  begun.delete(place);
  return file;
}

// Ids of the layers that an address asks for, as the map reads them (crates/model/src/address; tests/layers.txt has the cases).
function layersOf(query) {
  const asked = new URLSearchParams(query).getAll("couche").filter((list) => list.trim());
  const ids = (asked.at(-1) ?? "").split(",").map((id) => id.trim());
  return [...new Set(ids.filter((id) => /^[a-z0-9-]+$/.test(id)))].slice(0, 7);
}

const layers = layersOf(location.search);

// The extension of layers, in a program of its own, for addresses that ask for one. It begins to load them before the map is there.
async function extension() {
  const { default: start, Layers } = await import(at(script.dataset.layers));
  await start();
  // The templates of layers are in the page.
  await parsed;
  return new Layers(layers.join(), new URLSearchParams(location.search).get("lang") ?? "", read);
}

// This script may run before the page is parsed.
const parsed = document.readyState === "loading" && new Promise((resolve) => document.addEventListener("DOMContentLoaded", resolve));

// Begins to read what the map asks for first, while the program is on its way: what the page preloads, and what describes the layers of
// its address. Returns once the first of them, the catalogue, has come or failed, which the app tells: the map and its markers then come
// in one frame. The descriptions of layers come at about the same time; then their points are on their way before the map is drawn.
async function begin() {
  await parsed;
  const preloaded = [...document.querySelectorAll("link[rel=preload][data-begin]")].map((link) => link.getAttribute("href"));
  for (const path of [...preloaded, ...layers.map((id) => `data/points/${id}/layer.bin`)]) {
    const file = fetched(path);
    // The app tells, once it runs.
    file.catch(() => {});
    begun.set(path, file);
  }
  const [catalogue, ...others] = begun.values();
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

function tell(why) {
  const app = document.getElementById("app");
  if (!app || !list || "failed" in app.dataset) return;
  app.dataset.failed = "";
  app.replaceChildren(list);
  rescue(({ tell }) => tell(why, list));
}

// The program has stopped: a panic ends in a trap; what the browser throws through it leaves it half done.
function crash({ error, reason = error }) {
  if (reason instanceof WebAssembly.RuntimeError || `${reason?.stack}`.includes(wasm)) tell("crashed");
}

try {
  const coming = layers.length > 0 ? extension() : undefined;
  // The app tells, once it runs.
  coming?.catch(() => {});
  await Promise.all([begin(), program()]);
  list = document.querySelector("#app > main");
  addEventListener("error", crash);
  addEventListener("unhandledrejection", crash);
  why = "broken";
  app = mount(coming);
} catch (error) {
  console.error(error);
  await parsed;
  list ??= document.querySelector("#app > main");
  tell(globalThis.WebAssembly && error instanceof WebAssembly.CompileError ? "noWasm" : why);
}
