// « Partager, télécharger »: the link, its QR code, the initiatives of the list as files. The tables natively, the dialog as a visitor.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import jsqr from "jsqr";
import { Key } from "selenium-webdriver";
import { cell, chosen, csv, fileName, geojson } from "../../public/takeaway/table.js";
import { complaints, elsewhere, firstView, resize } from "./support/browser.mjs";
import { firstPage, printed } from "./support/paper.mjs";
import { serve } from "./support/server.mjs";
import { browser, person, saved, server, visited } from "./support/site.mjs";

test("a text that a spreadsheet would run stays text, a number stays a number", () => {
  for (const [value, expected] of [
    ["=1+1", "'=1+1"],
    ["+33 1", "'+33 1"],
    ["-1,55", "'-1,55"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["＝1", "'＝1"],
    ["\t=1", "'\t=1"],
    [-1.55, "-1.55"],
    [0, "0"],
    [null, ""],
    [undefined, ""],
    [true, "true"],
    ["a;b", '"a;b"'],
    ['dit « "oui" »', '"dit « ""oui"" »"'],
    ["deux\nlignes", '"deux\nlignes"'],
    ['=HYPERLINK("x";"y")', `"'=HYPERLINK(""x"";""y"")"`],
    [["un", "deux"], "un | deux"],
    [["=un"], "'=un"],
    [[], ""],
    ["plain", "plain"],
  ]) assert.equal(cell(value), expected, JSON.stringify(value));
});

// Reads a table as RFC 4180 says, with another separator.
function parsed(text) {
  const rows = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^;\r\n]*))(;|\r\n)/g)) {
    rows.at(-1).push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end !== ";") rows.push([]);
  }
  return rows.slice(0, -1);
}

test("whatever texts hold, a table has a line a feature and a cell a column", () => {
  const pieces = ["", ";", '"', "\n", "\r\n", "é", "=", " ", "œ", "\t"];
  let seed = 20261128;
  const random = (below) => (seed = (Math.imul(seed, 1103515245) + 12345) >>> 0) % below;
  for (let round = 0; round < 500; round++) {
    const value = () => Array.from({ length: random(6) }, () => pieces[random(pieces.length)]).join("");
    const features = Array.from({ length: 1 + random(4) }, () => ({ properties: { a: value(), b: value(), c: random(100) - 50 } }));
    const [header, ...rows] = parsed(csv(features).slice(1));
    assert.deepEqual(header, ["a", "b", "c"]);
    assert.deepEqual(rows.map(([a, b, c]) => [a.replace(/^'(?=[=+\-@\t\r])/, ""), b.replace(/^'(?=[=+\-@\t\r])/, ""), c]), features.map(({ properties: { a, b, c } }) => [a, b, String(c)]));
  }
});

test("features are chosen by their ids, in that order; what is not there is left out", () => {
  const features = ["a", "b", "c"].map((id) => ({ id }));
  assert.deepEqual(chosen(features, ["c", "x", "a"]), [{ id: "c" }, { id: "a" }]);
  const told = JSON.parse(geojson(features, { title: "t", url: "u", day: "2026-11-28", licence: "l" }));
  assert.deepEqual([told.type, told.title, told.source, told.date, told.licence, told.features.length], ["FeatureCollection", "t", "u", "2026-11-28", "l", 3]);
  for (const [words, name] of [["Subvention, Île-de-France", "subvention-ile-de-france"], ["", "initiatives"], ["«»", "initiatives"], ["Œuvre d’été !", "oeuvre-d-ete"]]) assert.equal(fileName(words), name);
});

// Opens a table in LibreOffice, as a double click does, and saves each cell as what it is: a number, a text, a formula.
function reopened(text) {
  const here = mkdtempSync(join(tmpdir(), "calc-"));
  try {
    writeFileSync(join(here, "table.csv"), text);
    // Separator ;, quotes, UTF-8, from the first line: what the import of a file that begins with a byte order mark proposes.
    const profile = `-env:UserInstallation=file://${here}/profile`;
    execFileSync("soffice", [profile, "--headless", "--infilter=CSV:59,34,76,1", "--convert-to", "fods", "--outdir", here, join(here, "table.csv")], { stdio: "ignore", timeout: 120_000 });
    return readFileSync(join(here, "table.fods"), "utf8");
  } finally {
    rmSync(here, { recursive: true, force: true });
  }
}

test("LibreOffice opens the table: what looks like a formula stays text, numbers are numbers", () => {
  const values = ["=1+1", "+33 1", "-1,55", "@SUM(A1)", '=HYPERLINK("https://example.org";"x")', "œuvre ; « cité »", -1.55, 12, 2019];
  const sheet = reopened(csv([{ properties: Object.fromEntries(values.map((value, at) => [`c${at}`, value])) }]));
  assert.ok(!/table:formula=/.test(sheet), "a formula");
  const cells = [...sheet.matchAll(/<table:table-cell([^>]*)>\s*<text:p>(.*?)<\/text:p>/gs)].map(([, attributes, text]) => [/office:value="([^"]*)"/.exec(attributes)?.[1], text]);
  const row = cells.slice(values.length);
  assert.equal(row.length, values.length, JSON.stringify(cells));
  for (const [at, value] of values.entries()) {
    const [number, text] = row[at];
    if (typeof value === "number") assert.equal(Number(number), value);
    else assert.equal(number, undefined, `${value} became the number ${number}: ${text}`);
  }
});

visited({}, { saves: true });

async function opens(address, from = server) {
  await firstView(browser, from.url + address);
  await person.clicks("button", /^(Partager, télécharger|Share, download)$/);
  await person.sees("heading", /^(Partager et télécharger|Share and download)$/);
}

// The text of a file once the browser has saved it. The next of its name takes its place.
async function taken(name) {
  const { path, bytes } = await saved(name);
  rmSync(path);
  return bytes.toString();
}

test("the dialog opens on what is shown, has the focus, closes by Escape, and gives the focus back", async () => {
  await opens("?leviers=scic");
  await person.focusIs("Partager et télécharger");
  assert.equal(await browser.executeScript("return document.querySelector('.takeaway input[type=url]').value"), await browser.getCurrentUrl());
  await person.isAccessible("the dialog of what is taken away");
  await person.presses(Key.ESCAPE);
  await person.seesNo("heading", "Partager et télécharger");
  await person.focusIs("Partager, télécharger");
  assert.equal((await person.address()).search, "?leviers=scic");
});

test("dialog and list count alike: all, and of the view those at a place and those on a whole territory", async () => {
  await opens("");
  const text = (selector) => browser.executeScript("return document.querySelector(arguments[0]).textContent.replaceAll('\\u00a0', ' ').trim()", selector);
  const [placed, whole] = [await text("h3:has(+ #dans-la-vue)"), await text("h3:has(+ #sur-territoires)")].map((heading) => Number(heading.match(/^\d+/)[0]));
  assert.match(await text("h3:has(+ #dans-la-vue)"), /^\d+ initiatives en un lieu de cette vue$/);
  const all = Number((await text(".list .shown")).match(/^\d+/)[0]);
  const labels = await browser.executeScript("return [...document.querySelectorAll('.takeaway fieldset label')].map((label) => label.textContent.replaceAll('\\u00a0', ' ').trim())");
  assert.deepEqual(labels, [`Celles qu’affiche la liste (${all})`, `Celles de cette vue de la carte (${placed + whole} : ${placed} en un lieu, ${whole} sur un territoire entier)`]);
  await person.presses(Key.ESCAPE);
});

test("what is shown becomes a table and GeoJSON: all of the list, or the view", { skip: elsewhere }, async () => {
  await opens("?leviers=scic");
  const all = JSON.parse(readFileSync("dist/data/initiatives.geojson", "utf8")).features;
  const expected = all.filter(({ properties }) => properties.leviers_collectivite.includes("scic"));
  await person.clicks("button", "Tableau (CSV)");
  await person.sees("status", /^\d+ initiatives? dans capital-de-scic\.csv\.$/);
  const text = await taken("capital-de-scic.csv");
  assert.ok(text.startsWith("\ufeffid;nom;"), text.slice(0, 40));
  assert.deepEqual(parsed(text.slice(1)).slice(1).map(([id]) => id).sort(), expected.map(({ id }) => id).sort());
  await person.clicks("button", "Carte (GeoJSON)");
  const told = JSON.parse(await taken("capital-de-scic.geojson"));
  assert.deepEqual(new Set(told.features.map(({ id }) => id)), new Set(expected.map(({ id }) => id)));
  assert.equal(told.source, await browser.getCurrentUrl());
  await person.presses(Key.ESCAPE);
  // Around Lyon.
  await opens("#9.00/45.7600/4.8400");
  await person.calls("click", ".takeaway input[value=seen]");
  await person.clicks("button", "Carte (GeoJSON)");
  const seen = JSON.parse(await taken("initiatives.geojson")).features.length;
  assert.ok(seen > 0 && seen < all.length / 2, `${seen} of ${all.length}`);
});

test("when the data do not come, it says so, and pressing again works", { skip: elsewhere }, async () => {
  let broken = true;
  const failing = await serve("dist", { touch: ({ url }, response) => broken && /initiatives\.geojson/.test(url) && (response.writeHead(500).end(), true) });
  await opens("?leviers=scic", failing);
  await person.clicks("button", "Tableau (CSV)");
  await person.sees("status", /n’ont pas pu être téléchargées/);
  broken = false;
  await person.clicks("button", "Tableau (CSV)");
  await person.sees("status", /dans capital-de-scic\.csv/);
  await taken("capital-de-scic.csv");
  await failing.close();
});

test("the QR code is the link", { skip: elsewhere }, async () => {
  await opens("?leviers=scic");
  const squares = await browser.executeScript("const svg = document.querySelector('.takeaway svg'); return [svg.getAttribute('viewBox'), svg.querySelector('path').getAttribute('d').length, svg.getAttribute('aria-label')]");
  assert.match(squares[0], /^0 0 \d+ \d+$/);
  assert.ok(squares[1] > 1000 && /QR/.test(squares[2]), `${squares}`);
  // Read as a camera would: from what is painted.
  const [side, dark] = await browser.executeScript("const svg = document.querySelector('.takeaway svg'); return [svg.viewBox.baseVal.width, svg.querySelector('path').getAttribute('d')]");
  const scale = 4;
  const width = side * scale;
  const rgba = new Uint8ClampedArray(4 * width * width).fill(255);
  for (const [, x, y] of dark.matchAll(/M(\d+) (\d+)h1v1h-1z/g)) {
    for (let dy = 0; dy < scale; dy++) {
      const start = 4 * ((y * scale + dy) * width + x * scale);
      for (let at = start; at < start + 4 * scale; at += 4) rgba.fill(0, at, at + 3);
    }
  }
  assert.equal(jsqr(rgba, width, width)?.data, await browser.getCurrentUrl());
});

test("the map on paper: drawn finely, with its marks, legend, list and QR code; then the page is as before", { skip: elsewhere }, async () => {
  for (const [turn, name] of [["portrait", "Imprimer la carte, en hauteur"], ["landscape", "Imprimer la carte, en largeur"]]) {
    await opens("?leviers=scic");
    // The printer of a test says nothing, and is never done by itself.
    await browser.executeScript("window.print = () => (window.printed = true)");
    await person.clicks("button", name);
    await person.until(() => browser.executeScript("return window.printed"), "nothing is printed");
    const sheet = await browser.executeScript(`
      const [sheet, stage] = [".print-sheet", ".map .stage"].map((selector) => document.querySelector(selector));
      const count = (selector, within = sheet) => within.querySelectorAll(selector).length;
      const { width, height, zoom } = sheet.querySelector(".stage").style;
      const seen = document.querySelectorAll("#dans-la-vue > li, #sur-territoires > li").length;
      return { turn: sheet.className, fine: sheet.querySelector("canvas").width >= 2 * stage.clientWidth - 2, marks: count(".marker"), shown: count(".marker", stage), levers: [...sheet.querySelectorAll(".print-legend li")].map((item) => item.textContent.trim()), all: count(".print-list li"), seen, code: count(".print-code path"), heading: sheet.querySelector("h2").textContent, foot: sheet.querySelector(".print-foot").textContent, first: sheet.querySelector(".print-list li").textContent, size: [width, height].map((side) => Math.round(parseFloat(side) * zoom)) };`);
    const { marks, seen } = sheet;
    assert.ok(marks > 0 && seen > 0);
    assert.deepEqual({ turn: sheet.turn, fine: sheet.fine, all: sheet.all, shown: sheet.shown, code: sheet.code }, { turn: `print-sheet print-${turn}`, fine: true, all: seen, shown: marks, code: 1 });
    // No lever that no initiative of the view has; no white beside the map.
    assert.deepEqual(sheet.levers, ["Capital de SCIC"]);
    assert.ok(Math.abs(sheet.size[0] - (turn === "portrait" ? 703 : 1032)) <= 2 && sheet.size[1] <= 640, `${sheet.size}`);
    assert.match(sheet.heading, /^\d+\sinitiatives? dans cette vue\s: (\d+ en un lieu(, )?)?(\d+ sur un territoire entier)?$/);
    assert.match(sheet.foot, /OpenStreetMap · /);
    assert.match(sheet.first, / · .*Capital de SCIC/);
    const { sheets, first } = firstPage(await printed(browser));
    assert.deepEqual(first, turn === "portrait" ? { width: 595, height: 842 } : { width: 842, height: 595 });
    assert.ok(sheets <= 2, `${sheets} sheets`);
    await browser.executeScript("dispatchEvent(new Event('afterprint'))");
    await person.until(() => browser.executeScript("return !document.querySelector('.print-sheet') && !document.documentElement.classList.contains('printing-map')"), "the sheet stays");
  }
});

// The mean of red, green and blue in the middle of a canvas, 0 to 255.
const light = (within) => browser.executeScript(`
  const canvas = document.querySelector(arguments[0] + " canvas");
  const pixel = Object.assign(document.createElement("canvas"), { width: 1, height: 1 }).getContext("2d");
  pixel.drawImage(canvas, canvas.width / 2, canvas.height / 2, 1, 1, 0, 0, 1, 1);
  const [r, g, b] = pixel.getImageData(0, 0, 1, 1).data;
  return (r + g + b) / 3;`, within);

test("paper is light though the screen is dark: the map, and any page", { skip: elsewhere }, async () => {
  const paper = () => browser.executeScript("return getComputedStyle(document.body).backgroundColor");
  try {
    await resize(browser, 1280, 800, true);
    await opens("#5/46.5/2.4");
    assert.ok((await light(".map .stage")) < 100);
    await browser.executeScript("window.print = () => (window.printed = true)");
    await person.clicks("button", "Imprimer la carte, en largeur");
    await person.until(() => browser.executeScript("return window.printed"), "nothing is printed");
    assert.ok((await light(".print-sheet")) > 180, "the map on paper is light");
    await browser.executeScript("dispatchEvent(new Event('afterprint'))");
    await person.until(async () => (await light(".map .stage")) < 100, "the map is not dark again");
    await browser.sendDevToolsCommand("Emulation.setEmulatedMedia", { media: "print", features: [{ name: "prefers-color-scheme", value: "dark" }] });
    for (const path of ["", "leviers/foncier/"]) {
      await browser.get(server.url + path);
      await person.comesTo("rgb(255, 255, 255)", paper, `the paper of /${path}`);
    }
  } finally {
    await browser.sendDevToolsCommand("Emulation.setEmulatedMedia", { media: "", features: [] });
    await resize(browser, 1280, 800);
  }
});

test("in English, on a phone, in the dark, nothing sticks out", { skip: elsewhere }, async () => {
  await resize(browser, 390, 844, true);
  // The drawer shows little of the list at first.
  await firstView(browser, `${server.url}?lang=en`);
  await person.clicks("button", "Make the panel taller");
  await person.clicks("button", "Share, download");
  await person.sees("heading", "Share and download");
  await person.isAccessible("the dialog on a phone in the dark");
  await person.sees("button", "Copy the link");
  await person.sees("button", "Table (CSV)");
  await person.presses(Key.ESCAPE);
  await resize(browser, 1280, 800);
  assert.deepEqual((await complaints(browser)).filter((line) => !/500/.test(line)), []);
});
