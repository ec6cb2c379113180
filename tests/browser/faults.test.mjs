// Every file that the map asks for by itself or for an address, by everything that may happen to it on its way: within 10 s the visitor has the map, or a sentence, a way to try
// again that works, and the list. Here one fault a file; FAULTS=all, as `make test-faults` runs it, is the whole table.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { after, before, test } from "node:test";
import { HEADERS } from "../../scripts/headers.mjs";
import { open } from "./support/browser.mjs";
import { FAULTS, TYPES } from "./support/faults.mjs";
import { Person } from "./support/person.mjs";
import { serve } from "./support/server.mjs";

const LAYER = "couche=essai";
const SHEET = "initiative=mundo-gusto";
const TERRITORY = "lieu=commune-59350";
const isOfLille = () => person.first("heading", /^Lille/);

// The files, how a visitor comes to ask for each, and what the page shows once it has it.
const FILES = {
  "the style sheet, where a policy of another edition refuses the page's own": { path: /\/style-\w+\.css/, refused: true },
  "the colours of an edition": { path: /\/style-\w+\.css/, coloured: true },
  "boot.js": { path: /\/boot-\w+\.js/ },
  "rescue.js": { path: /\/rescue\.js/ },
  "the program": { path: /\/app-\w+\.wasm/ },
  "the catalogue": { path: /\/catalogue\.bin/ },
  "a sheet": { path: /\/mundo-gusto\.bin/, address: `?${SHEET}`, shown: () => person.first("heading", "Les leviers de la collectivité") },
  "the style of sheets": { path: /\/sheet-\w+\.css/, address: `?${SHEET}`, shown: () => person.first("heading", "Les leviers de la collectivité") },
  "the facets": { path: /\/facets\.bin/, address: "?formes=association", shown: () => person.first("button", "Retirer le filtre Association") },
  "the script of sheets of territories": { path: /\/panels-\w+\.js/, address: `?${TERRITORY}`, shown: isOfLille },
  "the program of sheets of territories": { path: /\/panels-\w+\.wasm/, address: `?${TERRITORY}`, shown: isOfLille },
  "the sheets of territories": { path: /\/around-59\.bin/, address: `?${TERRITORY}`, shown: isOfLille },
  "France from afar": { path: /\/france-l0\.bin/ },
  "the water": { path: /\/water-l0\.bin/ },
  "France from nearby": { path: /\/france-l1\.bin/, address: "?lang=fr#8/48.1/-1.7" },
  "communes": { path: /\/communes-35\.bin/, address: "?lang=fr#11/48.1/-1.7" },
  "communes of a territory": { path: /\/communes-35\.bin/, address: "?territoire=commune:35238", shown: () => person.first("button", "Ne plus limiter au territoire\u00a0: Rennes") },
  "the script of layers": { path: /\/layers-\w+\.js/, address: `?${LAYER}`, layer: true },
  "the program of layers": { path: /\/layers-\w+\.wasm/, address: `?${LAYER}`, layer: true },
  "what a layer is": { path: /\/essai\/layer\.bin/, address: `?${LAYER}`, layer: true },
  "the points of a layer": { path: /\/essai\/points\.bin/, address: `?${LAYER}`, layer: true },
  "names of a layer": { path: /\/essai\/names-0\.bin/, address: `?${LAYER}#14/47/2`, layer: true, shown: async () => (await person.markers()).some((name) => name.startsWith("Lieu seul")) },
};

const SOON_MS = 10_000;
// What the machine itself may take beside that.
const SLOW_MS = 10_000;

let browser;
let person;
let server;
let folder;
let fault = () => false;
// The page of the map as this row has it: under a policy without its hashes, or with a link to the colours of an edition.
let row = {};
const PAGE = readFileSync("dist/index.html", "utf8");
const COLOURED = PAGE.replace("</head>", `<link rel="stylesheet" href="./${PAGE.match(/style-\w+\.css/)[0]}"></head>`);
const UNKNOWN = HEADERS["Content-Security-Policy"].replace(/ 'sha256-[^']*'/g, "");
function isPage(path, response) {
  if (path !== "/") return false;
  if (row.refused) response.setHeader("Content-Security-Policy", UNKNOWN);
  response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" }).end(row.coloured ? COLOURED : PAGE);
  return true;
}

before(async () => {
  folder = mkdtempSync(join(tmpdir(), "faults-"));
  const table = join(folder, "lieux.csv");
  writeFileSync(table, "lat,lon,nom,type\n47,2,Lieu seul,Association\n45,3,Lieu lointain,Mutuelle\n");
  execFileSync("./leviers", ["points", table, "--id", "essai", "--title", "Lieux d’essai", "--credit", "Inventés pour l’essai", "--out", folder], { stdio: ["ignore", "ignore", "inherit"] });
  server = await serve("dist", {
    touch(request, response) {
      const path = new URL(request.url, "http://site").pathname;
      return fault(path, response) || isPage(path, response) || isOfLayer(path, response);
    },
  });
  browser = await open({ strategy: "none" });
  await browser.sendDevToolsCommand("Network.enable", {});
  await browser.sendDevToolsCommand("Network.setCacheDisabled", { cacheDisabled: true });
  person = new Person(browser);
});
after(async () => {
  await browser?.quit();
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
});

const POINTS = "/data/points/";
function isOfLayer(path, response) {
  if (!path.startsWith(POINTS)) return false;
  response.writeHead(200, { "Content-Type": TYPES.bin, "Cache-Control": "no-store" }).end(read(path));
  return true;
}
const read = (path) => readFileSync(path.startsWith(POINTS) ? join(folder, path.slice(POINTS.length)) : `dist${path}`);

// Does this to the files of these paths.
function breaks(pattern, happens) {
  fault = (path, response) => {
    if (!pattern.test(path)) return false;
    happens({ path, type: TYPES[extname(path).slice(1)], bytes: read(path) })(response);
    return true;
  };
}

const isListed = () => person.first("status", /affichée/);

// Everything that was asked for is on screen, and nothing is said to be missing.
async function isWhole({ layer, shown = isListed }) {
  const { ready, layer: points } = await browser.executeScript("return { ...document.documentElement?.dataset }");
  if (ready !== "carte" || (layer && points !== "ready")) return false;
  return !(await person.first("alert")) && Boolean(await shown());
}

// The page says without any script that the map is late, which is true after some seconds.
async function isSaidToBeLate() {
  const [late] = await browser.findElements({ css: ".late" });
  return Boolean(await late?.isDisplayed()) && (await browser.executeScript("return performance.now() > 7000"));
}

// A page that waits for its style sheet is in the document, not on screen.
const isPainted = () => browser.executeScript("return performance.getEntriesByName('first-contentful-paint').length > 0");

// The visitor is told, can try again, and has the list. Returns what tries again.
async function isTold() {
  const told = (await person.first("alert", /\S.{20}/s)) ?? (await isSaidToBeLate());
  const again = (await person.first("button", /Réessayer|Recharger/)) ?? (await person.first("link", /Recharger la page/));
  const lists = await browser.executeScript("return document.querySelectorAll('a[href*=initiative]').length > 0");
  return told && again && lists && again.element;
}

const all = process.env.FAULTS === "all";
const names = Object.keys(FAULTS);
Object.entries(FILES).forEach(([file, tried], position) => {
  for (const name of all ? names : [names[position % names.length]]) {
    test(`${file}, ${name}: the map, or a sentence, a way to try again that works, and the list`, async (context) => {
      await browser.get("about:blank");
      row = tried;
      breaks(row.path, FAULTS[name]);
      await browser.get(server.url + (row.address ?? ""));
      const { whole, again } = await person.until(
        async () => {
          if (!(await isPainted())) return false;
          if (await isWhole(row)) return { whole: true };
          const again = await isTold();
          return again && { again };
        },
        () => `${file}, ${name}: neither the map nor a sentence`,
        SOON_MS + SLOW_MS,
      );
      const seconds = (await browser.executeScript("return performance.now()")) / 1000;
      context.diagnostic(`${whole ? "the map" : "a sentence"} after ${seconds.toFixed(1)} s`);
      fault = () => false;
      if (whole) return;
      await again.click();
      await person.until(() => isWhole(row), `${file}, ${name}: trying again does not help`, SOON_MS + SLOW_MS);
    });
  }
});

test("every fault and every file of the table is tried", () => {
  assert.ok(Object.keys(FILES).length >= names.length);
});
