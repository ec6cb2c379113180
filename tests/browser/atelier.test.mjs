// The workshop: a file of the field is dropped, understood, checked, mended, seen on the map and taken away. As a visitor, by role and name.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterEach, test } from "node:test";
import { gzipSync } from "node:zlib";
import { Key } from "selenium-webdriver";
import { complaints, elsewhere, resize, until } from "./support/browser.mjs";
import { serve } from "./support/server.mjs";
import { browser, folder, person, saved, server, visited } from "./support/site.mjs";

const CASES = "crates/import/tests/fixtures/cases";
const AIDES = "nom;code insee;montant\nÉpicerie;92050;1200\nRessourcerie;99999;12.500\n;;\nJardin;93066;3\n";
const LONG = 60_000; // a busy machine

visited({}, { saves: true });
afterEach(async () => assert.deepEqual(await complaints(browser), []));

const input = () => browser.executeScript("return document.querySelector('#deposer input[type=file]')");

async function enters() {
  await browser.get(`${server.url}atelier/`);
  await until(browser, input, "no field for a file");
}

// Chooses a file, given as a path or as a name and its content.
async function gives(name, content) {
  const path = content === undefined ? resolve(name) : join(folder, name);
  if (content !== undefined) writeFileSync(path, content);
  await (await input()).sendKeys(path);
}

const account = (pattern) => person.until(() => person.first("status", pattern), `no account like ${pattern}`, LONG);

// Reads a file, and returns read, placed, set aside and blank.
async function counts(name, content) {
  await enters();
  await gives(name, content);
  const { text } = await account(/ (lignes? lues?|objets? lus?) = |^Rien n’a été lu/);
  const numbers = text.replace(/[\u202f\u00a0 ](?=\d{3})/g, "").match(/\d+/g);
  return /^Rien/.test(text) ? text : numbers.map(Number);
}

test("a file is chosen: every row is accounted for, and every step is there and accessible", async () => {
  assert.deepEqual(await counts("aides.csv", AIDES), [4, 2, 1, 1]);
  for (const heading of ["Déposer", "Reconnaître", "Vérifier", "Voir", "Emporter"]) await person.sees("heading", heading);
  await person.focusIs("Reconnaître");
  await person.isAccessible("a file that is read");
  await person.nothingSticksOut("a file that is read");
});

test("the files of the field, each with its outcome", async () => {
  const expected = { "scdl-06-exemple-valide.csv": 29, "r10-meme-adresse-250.csv": 250 };
  for (const name of readdirSync(CASES).filter((name) => name !== "README.md")) {
    const found = await counts(join(CASES, name));
    assert.ok(Array.isArray(found), `${name}: ${found}`);
    const [read, placed, aside, blank] = found;
    assert.equal(read, placed + aside + blank, name);
    // The command says the same.
    const told = JSON.parse(execute(join(CASES, name)));
    assert.deepEqual(found, [told.rows_read, told.rows_placed, told.rows_set_aside, told.rows_blank], name);
    if (expected[name]) assert.equal(placed, expected[name], name);
  }
});

// What `leviers import` says of a file. Rows that are set aside make it end with 1.
function execute(path) {
  const summary = join(folder, "resume.json");
  try {
    execFileSync("./leviers", ["import", path, "--summary", summary], { stdio: "pipe" });
  } catch (error) {
    if (error.status !== 1) throw error;
  }
  return readFileSync(summary, "utf8");
}

test("a file is dropped anywhere on the page, by the event of the browser", async () => {
  await enters();
  await browser.executeScript(
    `const data = new DataTransfer();
    data.items.add(new File([arguments[0]], "lâché.csv", { type: "text/csv" }));
    document.querySelector("#deposer .drop").dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));`,
    AIDES,
  );
  await account(/^4 lignes lues = 2 placées/);
});

test("a table is pasted, by the keyboard alone", async () => {
  await enters();
  await person.tabsTo("Coller un tableau");
  await person.presses(Key.ENTER);
  await person.tabsTo("Tableau, titres compris");
  await person.presses("nom;insee\nA;92050\n");
  await person.tabsTo("Lire ce tableau");
  await person.presses(Key.ENTER);
  await account(/^1 ligne lue = 1 placée /);
});

test("a cell is mended in place, by the keyboard alone, and the row is placed", async () => {
  await counts("aides.csv", AIDES);
  await person.tabsTo("Voir et corriger la ligne 3");
  await person.presses(Key.ENTER);
  await person.sees("heading", "Ligne 3");
  await person.isAccessible("a row to mend");
  await browser.executeScript(`for (const [name, text] of [["code insee", "92050"], ["montant", "12500"]]) {
    const label = [...document.querySelectorAll(".row-dialog label")].find((label) => label.textContent === name);
    document.getElementById(label.htmlFor).value = text;
  }`);
  await person.tabsTo("Corriger et vérifier à nouveau");
  await person.presses(Key.ENTER);
  await account(/^4 lignes lues = 3 placées \+ 0 laissée/);
  await person.sees("button", /^Cellules corrigées ici \(2\)$/);
});

test("what was guessed is changed, and the focus stays where it was", async () => {
  assert.deepEqual(await counts("libre.csv", "a;b\nÉpicerie;92050\n"), [1, 0, 1, 0]);
  const select = await browser.executeScript("return document.querySelector('[data-key=column-1]')");
  await select.sendKeys("Code Insee");
  await account(/^1 ligne lue = 1 placée /);
  await person.focusIs(/^Ce qu’est la colonne .*b/);
});

test("what no text may do: cells are only ever texts", async () => {
  const hostile = '"><img src=x onerror=window.hurt=1><script>window.hurt=1</script>';
  const quoted = `"${hostile.replaceAll('"', '""')}"`;
  await counts("piege.csv", `nom;${quoted};code insee\n${quoted};${quoted};92050\n${quoted};${quoted};${quoted}\n`);
  await person.clicks("button", "Voir et corriger la ligne 3");
  await person.sees("heading", "Ligne 3");
  await person.rests();
  assert.equal(await browser.executeScript("return window.hurt ?? document.querySelectorAll('#atelier img, dialog img, #atelier script').length"), 0);
});

test("a hundred thousand problems do not freeze the page", async () => {
  const rows = Array.from({ length: 50_000 }, (_, rank) => `A${rank};99999;03/04/20${rank % 20 + 10};12 500,5`).join("\n");
  await enters();
  await gives("long.csv", `nom;insee;date;montant\n${rows}\n`);
  await account(/^50\s000 lignes lues = 0 placée \+ 50\s000/);
  await person.sees("table", /^Problèmes 1 à 50, sur/);
  await person.clicks("button", "Suivants", ["region", "Vérifier"]);
  await person.sees("table", /^Problèmes 51 à 100, sur/);
  assert.ok((await browser.executeScript("return document.querySelectorAll('#verifier tr').length")) < 120);
});

test("a long reading is cancelled, and the page takes another file", async () => {
  await enters();
  const row = "Association numéro quelque;92050;03/04/2023;12 500,50\n";
  await gives("grand.csv", `nom;insee;date;montant\n${row.repeat(400_000)}`);
  await person.clicks("button", "Annuler");
  await account(/^Lecture annulée/);
  await gives("aides.csv", AIDES);
  await account(/^4 lignes lues = 2 placées/);
});

test("what is too large or no table is refused with a sentence", async () => {
  assert.match(await counts("image.csv", Buffer.from("\x89PNG\r\n\x1a\n\0\0\0", "latin1")), /binaire/);
  assert.match(await counts("bombe.csv.gz", gzipSync(Buffer.alloc(80 << 20, "a"), { level: 9 })), /200 fois sa taille/);
  await person.isAccessible("a file that is refused");
  assert.deepEqual(await counts("aides.csv.gz", gzipSync(AIDES)), [4, 2, 1, 1]);
});

test("the map beside the table: a row shows its point, a point shows its row", async () => {
  const title = "Carte de vos données, non vérifiées";
  await counts("lieux.csv", "nom;code insee\nÉpicerie;15014\nJardin;13055\n");
  await person.inFrame(title, async () => {
    await until(browser, () => browser.executeScript("return document.documentElement.dataset.layer === 'ready'"), "the layer is not shown", LONG);
    await person.clicks("button", /Épicerie/);
    await until(browser, () => browser.executeScript("return document.querySelector('[data-point]')?.innerText.includes('Vos données, non vérifiées')"), "the point is not said to be unverified");
  });
  await account(/^Ligne 2/);
  assert.equal(await browser.executeScript("return document.querySelector('tr[aria-current]').dataset.line"), "2");
  await person.clicks("button", "Montrer la ligne 3 sur la carte");
  await account(/^La ligne 3 est montrée/);
  assert.equal(await browser.executeScript("return document.querySelector('tr[aria-current]').dataset.line"), "3");
  await person.inFrame(title, () => until(browser, () => browser.executeScript("return document.querySelector('[data-point]')?.innerText.includes('Jardin')"), "the point of the row is not shown"));
});

// Where the map of the frame stands, and which part of the address says so.
const viewed = () => person.inFrame("Carte de vos données, non vérifiées", async () => {
  await until(browser, () => browser.executeScript("return document.documentElement.dataset.layer === 'ready'"), "the layer is not shown", LONG);
  await person.rests();
  const hash = await browser.executeScript("return location.hash");
  const [zoom, lat, lon] = hash.slice(1).split("/").map(Number);
  return { zoom, lat, lon };
});

test("the map frames the visitor's own rows, wherever they are, and says which are elsewhere", async () => {
  await counts("lozere.csv", "nom;latitude;longitude\nMende;44,518;3,501\nFlorac;44,324;3,594\nLangogne;44,727;3,855\n");
  const lozere = await viewed();
  assert.ok(lozere.zoom > 8 && Math.abs(lozere.lat - 44.5) < 0.2 && Math.abs(lozere.lon - 3.7) < 0.2, JSON.stringify(lozere));
  await person.inFrame("Carte de vos données, non vérifiées", async () => {
    for (const name of ["Mende", "Florac", "Langogne"]) await person.marker((marker) => marker.startsWith(name), name);
  });
  // A point alone, on an island; then both sides of an ocean.
  await counts("reunion.csv", "nom;code insee\nSaint-Denis;97411\n");
  const island = await viewed();
  assert.ok(island.zoom > 9 && Math.abs(island.lon - 55.4) < 0.3, JSON.stringify(island));
  await counts("deux.csv", "nom;code insee\nA;92050\nB;93066\nC;97411\n");
  assert.ok((await viewed()).zoom > 9);
  await person.readsIn(["region", "Voir"], "1 point est dans une autre partie de la France");
});

test("sentences are right for none, one, several and thousands", async () => {
  const captions = () => browser.executeScript("return [...document.querySelectorAll('#atelier caption')].map((caption) => caption.textContent.replace(/[\\u00a0\\u202f]/g, ' '))");
  await counts("aucune.csv", "nom;code insee\n");
  const [sample, , rows] = await captions();
  assert.deepEqual([sample, rows], ["Aucune ligne sous les titres", "0 ligne"]);
  await counts("une.csv", "nom;code insee\nA;99999\n");
  assert.deepEqual(await captions(), ["La première ligne", "Problème 1, sur 1", "0 ligne"]);
  await counts("deux.csv", "nom;code insee\nA;99999\nB;99999\n");
  assert.deepEqual(await captions(), ["Les 2 premières lignes", "Problèmes 1 à 2, sur 2", "0 ligne"]);
  await counts("mille.csv", `nom;code insee\n${Array.from({ length: 1000 }, (_, rank) => `A${rank};99999\n`).join("")}`);
  assert.deepEqual(await captions(), ["Les 20 premières lignes", "Problèmes 1 à 50, sur 1 000", "0 ligne"]);
  await account(/^1\s000 lignes lues = 0 placée \+ 1\s000 laissées de côté \+ 0 vide\./);
  await counts("un.json", JSON.stringify([{ nom: "A", code_insee: "92050" }]));
  assert.equal((await captions())[0], "Le premier objet");
  await person.sees("button", "Montrer l’objet 1 sur la carte");
});

test("tables cut no word, at any width", { skip: elsewhere }, async () => {
  const long = "Association-intercommunale-pour-la-promotion-des-circuits-courts-alimentaires-du-territoire";
  const table = `Nom du bénéficiaire;Code Insee;Objet de la convention;Montant;Date de décision\n${long};92050;Accompagnement socioprofessionnel des demandeuses d’emploi;12.500;2023-04-03\nÉpicerie;93066;${long} et la transition;1500;03/04/2023\nX;99999;Y;3;2023-01-01\n`;
  for (const width of [390, 768, 1280]) {
    await resize(browser, width, 844);
    await counts("longues.csv", table);
    // A line that ends inside a word: two pieces of one word that stand on two lines.
    const cut = await browser.executeScript(`
      const cut = [];
      for (const cell of document.querySelectorAll("#atelier :is(th, td)")) {
        const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
        for (let node; (node = walker.nextNode()); ) {
          if (node.parentElement.closest("select")) continue;
          for (const { index, 0: word } of node.data.matchAll(/[\\p{L}\\p{N}]+/gu)) {
            const range = document.createRange();
            range.setStart(node, index);
            range.setEnd(node, index + word.length);
            const lines = new Set([...range.getClientRects()].filter(({ width }) => width > 0).map(({ top }) => Math.round(top)));
            if (lines.size > 1) cut.push(word);
          }
        }
      }
      return cut;`);
    assert.deepEqual(cut, [], `${width} px`);
    await person.nothingSticksOut(`${width} px`);
  }
  await resize(browser, 1280, 800);
});

test("a program that stops, or never answers, is told; the file stays and is read again, as it was mended", { skip: elsewhere }, async () => {
  await enters();
  await browser.executeScript("const Own = Worker; window.Worker = class extends Own { constructor(...all) { super(...all); window.last = this; } };");
  await gives("aides.csv", AIDES);
  await account(/^4 lignes lues = 2 placées/);
  await person.clicks("button", "Voir et corriger la ligne 3");
  await browser.executeScript(`for (const [name, text] of [["code insee", "92050"], ["montant", "12500"]]) {
    const label = [...document.querySelectorAll(".row-dialog label")].find((label) => label.textContent === name);
    document.getElementById(label.htmlFor).value = text;
  }`);
  await person.clicks("button", "Corriger et vérifier à nouveau");
  await account(/^4 lignes lues = 3 placées/);
  // It dies while a page of rows, a row and a file are asked for.
  await browser.executeScript("window.last.postMessage = () => {};");
  await person.clicks("button", "Voir et corriger la ligne 2");
  await browser.executeScript("window.last.dispatchEvent(new ErrorEvent('error', { message: 'out of memory' }))");
  await account(/^Le programme s’est arrêté sur ce fichier/);
  assert.equal(await browser.executeScript("return document.querySelectorAll('#atelier section:not([hidden])').length"), 1);
  await person.isAccessible("a program that has stopped");
  await person.clicks("button", /^Relire .*aides\.csv/);
  await account(/^4 lignes lues = 3 placées/);
  // An answer to a question that nobody asked.
  await browser.executeScript("window.last.dispatchEvent(new MessageEvent('message', { data: { id: 999999, value: 1 } }))");
  // It cannot be reached at all.
  await browser.executeScript("window.last.postMessage = () => { throw new RangeError('Array buffer allocation failed'); };");
  await person.clicks("button", "Voir et corriger la ligne 2");
  await account(/^Le programme s’est arrêté sur ce fichier/);
  await person.sees("button", /^Relire/);
});

test("what is taken away: tables, a layer that a served edition shows, a project to come back with", { skip: elsewhere }, async () => {
  await counts("aides.csv", AIDES);
  await person.clicks("button", "Points (GeoJSON)");
  const geojson = JSON.parse((await saved(".geojson")).bytes);
  assert.deepEqual(geojson.features.map(({ properties }) => properties.nom), ["Épicerie", "Jardin"]);
  await person.clicks("button", "Lignes laissées de côté (CSV)");
  assert.match((await saved("-ecartees.csv")).bytes.toString(), /^ligne,pourquoi,nom/);
  await person.clicks("button", "Squelettes de fiches (ZIP)");
  await saved("-fiches.zip");

  await person.clicks("button", "Couche de points (ZIP)");
  const layer = await saved("-couche.zip");
  const edition = join(folder, "edition");
  execFileSync("cp", ["-r", "dist", edition]);
  execFileSync("python3", ["-m", "zipfile", "-e", layer.path, join(edition, "data", "points")]);
  const published = await serve(edition);
  try {
    const code = await browser.executeScript("return document.querySelector('#emporter textarea').value");
    const [, src] = code.match(/<iframe src="([^"]*)"/);
    await browser.get(src.replace(server.url, published.url));
    await until(browser, () => browser.executeScript("return document.documentElement.dataset.layer === 'ready'"), "the layer is not shown", LONG);
  } finally {
    await enters(); // the map asks for nothing more
    await published.close();
  }

  await counts("aides.csv", AIDES);
  await person.clicks("button", "Projet de l’atelier (ZIP)");
  const project = await saved(".atelier.zip");
  assert.deepEqual(await counts(project.path), [4, 2, 1, 1]);
});

test("on a phone and at 320 px nothing sticks out, and it stays accessible", { skip: elsewhere }, async () => {
  for (const width of [390, 320]) {
    await resize(browser, width, 844, width === 390);
    await counts("aides.csv", AIDES);
    await person.nothingSticksOut(`${width} px`);
    await person.isAccessible(`${width} px`);
  }
  await resize(browser, 1280, 800);
});
