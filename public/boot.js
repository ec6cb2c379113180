// Starts the map. Should that fail, says so in the page: text only, nothing here is ever read as HTML.

// What wasm-bindgen generated for this build (scripts/finish-dist.mjs).
import start, { run } from "glue";

const { wasm } = document.querySelector("script[data-wasm]").dataset;

// How long the map waits for what tells of its layers.
const LAYERS_MS = 20;

const NO_WASM = "Ce navigateur ne peut pas afficher la carte : WebAssembly y manque ou y est bloqué. Essayez avec un navigateur à jour.";
const NO_DOWNLOAD = "La carte n'a pas pu être téléchargée. Vérifiez votre connexion, puis rechargez la page.";
const BROKEN = "La carte n'a pas pu démarrer. Rechargez la page ; si cela se reproduit, signalez-le-nous.";

// Addresses are relative to the page.
const at = (path) => new URL(path, document.baseURI);

async function download(path) {
  const response = await fetch(at(path));
  if (!response.ok) throw new TypeError(`${path}: ${response.status}`);
  return response;
}

function reason(error) {
  if (typeof WebAssembly !== "object" || error instanceof WebAssembly.CompileError) return NO_WASM;
  // What fetch throws when the network or the server fails.
  return error instanceof TypeError ? NO_DOWNLOAD : BROKEN;
}

function tell(error) {
  console.error(error);
  const status = document.getElementById("etat");
  if (!status) return;
  status.setAttribute("role", "alert");
  status.textContent = `${reason(error)} Voici les initiatives.`;
  document.getElementById("app").dataset.failed = "";
}

// Ids of the layers that an address asks for, as the map reads them (crates/model/src/address; tests/layers.txt has the cases).
function layersOf(query) {
  const asked = new URLSearchParams(query).getAll("couche").filter((list) => list.trim());
  const ids = (asked.at(-1) ?? "").split(",").map((id) => id.trim());
  return [...new Set(ids.filter((id) => /^[a-z0-9-]+$/.test(id)))].slice(0, 7);
}

// What the map will ask for first, read while the code is on its way: path → promise of its bytes. It is what the page preloads, and
// what tells of the layers of its address.
function begin() {
  const preloaded = [...document.querySelectorAll("link[rel=preload][data-begin]")].map((link) => link.getAttribute("href"));
  const paths = [...preloaded, ...layersOf(location.search).map((id) => `data/points/${id}/layer.bin`)];
  const read = async (path) => {
    const response = await fetch(at(path));
    return response.ok ? response.arrayBuffer() : Promise.reject(response.status);
  };
  const files = new Map(paths.map((path) => [path, read(path)]));
  // Told by the map, once it is there to tell.
  for (const file of files.values()) file.catch(() => {});
  return files;
}

// This script may run before the page is read to its end.
const parsed = document.readyState === "loading" && new Promise((resolve) => document.addEventListener("DOMContentLoaded", resolve));

async function program() {
  if (typeof WebAssembly !== "object") throw new Error("no WebAssembly");
  await start({ module_or_path: await download(wasm) });
}

// The files that are begun, once the first of them, the catalogue, is there or has failed, which is the app's to tell: so the map and its
// markers come in one frame. What tells of layers comes at about the same time; when it does, their points are on their way before the
// map is drawn. When it does not, nobody waits for it.
async function files() {
  await parsed;
  const begun = begin();
  const [catalogue, ...layers] = begun.values();
  await Promise.allSettled([catalogue]);
  await Promise.race([Promise.allSettled(layers), new Promise((resolve) => setTimeout(resolve, LAYERS_MS))]);
  return begun;
}

try {
  const [begun] = await Promise.all([files(), program()]);
  run(begun);
  // Needed once a sheet is open, so after all that the first view needs.
  requestAnimationFrame(() => setTimeout(() => import(at("terms.js"))));
} catch (error) {
  await parsed;
  tell(error);
}
