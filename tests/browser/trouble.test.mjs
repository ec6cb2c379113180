// Files that are missing, cut, damaged or of another version: a clear message, and what can still be read.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, afterEach, before, test } from "node:test";
import { firstView, open } from "./support/browser.mjs";
import { placed } from "./support/editions.mjs";
import { Person } from "./support/person.mjs";
import { serve } from "./support/server.mjs";

let browser;
let person;
let server;

before(async () => {
  browser = await open();
  person = new Person(browser);
});
after(() => browser?.quit());
afterEach(() => server?.close());

const CATALOGUE = `/${placed("data/catalogue.bin")}`;
const original = () => readFileSync(`dist${CATALOGUE}`);
const SHEET = `/${placed("data/fr/initiatives/mundo-gusto.bin")}`;
const initiatives = () => JSON.parse(readFileSync("dist/data/initiatives.geojson", "utf8")).features.length;

// Opens the site with one file answered otherwise.
async function visit(path, answer, query = "") {
  const touch = (request, response) => request.url.split("?")[0] === path && (answer(response), true);
  server = await serve("dist", { touch });
  await browser.get(server.url + query);
}
const giving = (body) => (response) => response.writeHead(200, { "Content-Type": "application/octet-stream" }).end(body);
const missing = (response) => response.writeHead(404).end();

test("the script that starts the map does not come: a link leads to the list", async () => {
  const [boot] = readFileSync("dist/index.html", "utf8").match(/boot-\w+\.js/);
  await visit(`/${boot}`, missing);
  await person.isAccessible("no start");
  await person.clicks("link", "La liste avec les lieux et les leviers");
  await person.sees("heading", /Toutes les initiatives/);
});

test("no catalogue: says which file, and the map is still there", async () => {
  await visit(CATALOGUE, missing);
  await person.sees("alert", /data\/catalogue\.bin n’a pas pu être lu.: le serveur a répondu 404/);
  await person.isAccessible("no catalogue");
});

for (const [what, body, message] of [
  ["empty", () => Buffer.alloc(0), /le fichier est vide/],
  ["a page instead", () => Buffer.from("<!doctype html><title>404</title>"), /ce n’est pas un fichier de la carte/],
  ["another version", () => { const bytes = original(); bytes[5] = 99; return bytes; }, /d’une autre version \(99\)/],
  ["cut in its header", () => original().subarray(0, 8), /le fichier est incomplet/],
]) {
  test(`catalogue ${what}: says so`, async () => {
    await visit(CATALOGUE, giving(body()));
    await person.sees("alert", message);
  });
}

test("catalogue cut in half: the initiatives before the cut are listed, the loss is told", async () => {
  const bytes = original();
  await visit(CATALOGUE, giving(bytes.subarray(0, Math.floor(bytes.length * 0.7))));
  await person.sees("alert", /\d+ initiatives sur \d+ ont pu être lues/);
  await person.shows(({ shown }) => shown > 0 && shown < initiatives(), "some of them");
  await person.isAccessible("part of the catalogue");
});

test("one damaged record: only that initiative is missing", async () => {
  const bytes = original();
  bytes[bytes.length - 20] ^= 0xff;
  await visit(CATALOGUE, giving(bytes));
  await person.sees("alert", new RegExp(`${initiatives() - 1} initiatives sur ${initiatives()} ont pu être lues`));
  await person.shows(({ shown }) => shown === initiatives() - 1, "all but one");
});

test("a missing sheet says so, and can be tried again", async () => {
  let broken = true;
  const body = readFileSync(`dist${SHEET}`);
  await visit(SHEET, (response) => (broken ? response.writeHead(500).end() : giving(body)(response)), "?initiative=mundo-gusto");
  await person.sees("alert", /le serveur a répondu 500/);
  await person.isAccessible("sheet missing");
  broken = false;
  await person.clicks("button", "Réessayer");
  await person.sees("heading", "Les leviers de la collectivité");
});

test("a cut sheet says so", async () => {
  const bytes = readFileSync(`dist${SHEET}`);
  await visit(SHEET, giving(bytes.subarray(0, bytes.length - 9)), "?initiative=mundo-gusto");
  await person.sees("alert", /le fichier est incomplet/);
});

for (const [what, answer] of [["missing", missing], ["damaged", giving("no map")]]) {
  test(`a basemap file ${what}: the list and the markers still work`, async () => {
    await visit(`/${placed("basemap/france-l0.bin")}`, answer);
    await person.sees("alert", /Une partie du fond de carte manque/);
    await person.showsAll();
    await person.clicks("link", /^Mundo Gusto/);
    await person.sees("region", "Mundo Gusto");
  });
}

test("no WebAssembly: says so, and the page holds the list of all the initiatives", async () => {
  server = await serve("dist", { touch: (request, response) => /\.wasm/.test(request.url) && (giving("no wasm")(response), true) });
  await browser.get(server.url);
  await person.sees("alert", /Voici les initiatives/);
  await person.isAccessible("no WebAssembly");
  await person.sees("heading", "Bretagne");
  await person.clicks("link", "Mundo Gusto");
  await person.sees("heading", "Mundo Gusto");
});

test("no JavaScript: the page holds the list, and a sheet is complete", async () => {
  server = await serve("dist");
  await browser.sendDevToolsCommand("Emulation.setScriptExecutionDisabled", { value: true });
  try {
    await browser.get(server.url);
    const plain = (text) => text.replace(/\s/g, " ");
    const list = plain(await browser.findElement({ css: "main" }).getText());
    const { features } = JSON.parse(readFileSync("dist/data/initiatives.geojson", "utf8"));
    for (const { properties } of features) assert.ok(list.includes(plain(properties.nom)), properties.nom);
    await browser.findElement({ linkText: "Mundo Gusto" }).click();
    await person.addressIs(({ pathname }) => pathname.endsWith("/initiatives/mundo-gusto/"), "the page of the sheet");
    await browser.get(`${server.url}initiatives/mundo-gusto/`);
    const sheet = await browser.findElement({ css: "main" }).getText();
    for (const said of [/Ville de Nanterre, par Semna, société d’économie mixte de Nanterre, a utilisé ce levier/, /déduit du texte/, /Comment la collectivité a agi/, /Carnet de chantier/]) assert.match(sheet, said);
  } finally {
    await browser.sendDevToolsCommand("Emulation.setScriptExecutionDisabled", { value: false });
  }
});

for (const [what, file, ask, came] of [
  ["share and download", /^\/takeaway\.js/, () => person.clicks("button", "Partager, télécharger"), () => person.sees("heading", "Partager et télécharger")],
  ["the help of the map", /^\/explore-\w+\.js/, () => person.clicks("button", "Explorer la carte"), () => person.sees("button", "Fermer l’aide de la carte")],
  ["the box that finds", /^\/find-\w+\.js/, async () => (await browser.executeScript("document.activeElement.blur(); document.getElementById('chercher').focus()")), () => person.until(() => browser.executeScript("return document.querySelector('.find-clear') !== null"), "the box does not answer")],
]) {
  test(`${what}: when its script does not come, that is said, and asked for again it comes`, async () => {
    let broken = true;
    server = await serve("dist", { touch: ({ url }, response) => broken && file.test(url) && (missing(response), true) });
    await firstView(browser, server.url);
    await ask();
    await person.sees("alert", /^Cette partie n’a pas pu être téléchargée/);
    await person.isAccessible(`${what}, missing`);
    broken = false;
    await ask();
    await came();
  });
}
