// A layer of points beside the initiatives: its progress, its legend, its clusters, its list, and what happens when it cannot be.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { By, Key } from "selenium-webdriver";
import { complaints, firstView, open } from "./support/browser.mjs";
import { Person } from "./support/person.mjs";
import { serve } from "./support/server.mjs";

const POINTS = 3000;
const CATEGORIES = ["Association", "Coopérative", "Mutuelle"];

let browser;
let person;
let folder;
let server;
let hold = null;

// A grid of points over France, each with its name and category: what the map says of them is known beforehand.
function csv() {
  const rows = Array.from({ length: POINTS }, (_, i) => {
    const [x, y] = [i % 60, Math.floor(i / 60)];
    return `${(44 + y * 0.09).toFixed(5)},${(0 + x * 0.1).toFixed(5)},Lieu ${i + 1},${CATEGORIES[i % 3]}`;
  });
  return ["latitude,longitude,nom,categorie", ...rows].join("\n");
}

before(async () => {
  folder = mkdtempSync(join(tmpdir(), "points-"));
  writeFileSync(join(folder, "lieux.csv"), csv());
  execFileSync("./leviers", ["points", join(folder, "lieux.csv"), "--id", "essai", "--title", "Lieux d’essai", "--credit", "Inventés pour l’essai", "--out", folder], { stdio: ["ignore", "ignore", "inherit"] });
  const touch = (request, response) => {
    const path = request.url.split("?")[0];
    if (!path.startsWith("/data/points/essai/")) return false;
    const send = () => {
      try {
        const body = readFileSync(join(folder, path.slice("/data/points/".length)));
        response.writeHead(200, { "Content-Type": "application/octet-stream" }).end(body);
      } catch {
        response.writeHead(404).end();
      }
    };
    if (hold && path.endsWith("points.bin")) hold.push(send);
    else send();
    return true;
  };
  server = await serve("dist", { touch });
  browser = await open();
  person = new Person(browser);
});
after(async () => {
  await browser?.quit();
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
});

const shown = async (query = "?couche=essai") => {
  await firstView(browser, server.url + query);
  await browser.wait(() => browser.executeScript("return document.documentElement.dataset.layer === 'ready'"), 10_000, "the layer is not shown");
};
const clusters = () => browser.executeScript("return [...document.querySelectorAll('.points .marker')].map((marker) => marker.getAttribute('aria-label'))");
const counted = (names) => names.reduce((sum, name) => sum + Number((name.replaceAll(/\s/g, "").match(/^\d+(?=points?)/) ?? ["1"])[0]), 0);
const atRest = async () => {
  let before = "";
  return browser.wait(async () => {
    const names = await clusters();
    const same = names.length > 0 && names.join() === before;
    before = names.join();
    return same && names;
  }, 10_000, "the points keep changing");
};

test("every point is counted once beside the initiatives, under any filter", async () => {
  await shown();
  assert.equal(counted(await atRest()), POINTS);
  assert.equal((await person.shown()).shown, (await person.shown()).total, "the initiatives stay");
  await person.isAccessible("a layer of points");
  await person.clicks("button", /^Mutuelle/);
  await browser.wait(async () => counted(await clusters()) === POINTS - 1000, 5000, "the filter does not filter");
  await person.clicks("button", /^Mutuelle/);
  await browser.wait(async () => counted(await clusters()) === POINTS, 5000, "the filter does not open again");
  assert.deepEqual(await complaints(browser), []);
});

test("the list has the points in view, by the keyboard too, and opens their panel", async () => {
  await shown();
  await person.clicks("button", /^3\s000 points dans la vue$/);
  const list = await browser.findElement(By.css(".layer-rows"));
  const rows = () => list.findElements(By.css("button"));
  await browser.wait(async () => (await rows()).length > 3, 5000, "no rows");
  assert.ok((await rows()).length < 40, "only what is on screen is in the page");
  const [first] = await list.findElements(By.css("li"));
  assert.equal(await first.getAttribute("aria-setsize"), String(POINTS));
  await browser.wait(async () => /^Lieu \d+$/.test(await (await rows())[0].getText()), 5000, "no names");
  await person.isAccessible("the list of points");
  await browser.executeScript("arguments[0].focus()", list);
  await person.presses(Key.END);
  await browser.wait(async () => (await browser.executeScript("return arguments[0].scrollTop", list)) > 10_000, 5000, "End does not scroll");
  await browser.wait(async () => {
    const last = (await list.findElements(By.css("li"))).at(-1);
    return (await last.getAttribute("aria-posinset")) === String(POINTS);
  }, 5000, "the last row is not there");
  const last = (await rows()).at(-1);
  const name = await browser.wait(async () => /^Lieu/.test(await last.getText()) && last.getText(), 5000, "no name at the end");
  await last.click();
  await person.sees("region", name);
  await person.isAccessible("a point");
  await person.clicks("button", "Fermer le point");
  await person.seesNo("region", name);
});

test("loading shows its progress, leaves the map usable, and can be cancelled", async () => {
  hold = [];
  try {
    await firstView(browser, `${server.url}?couche=essai`);
    await person.sees("status", /Chargement des points/);
    await person.isAccessible("a layer on its way");
    await person.clicks("link", /^Mundo Gusto/);
    await person.sees("region", "Mundo Gusto");
    await person.clicks("button", "Fermer la fiche");
    await person.clicks("button", "Annuler");
    await person.seesNo("status", /Chargement des points/);
  } finally {
    const held = hold;
    hold = null;
    for (const send of held) send();
  }
  assert.equal((await clusters()).length, 0);
  const { shown, total } = await person.shown();
  assert.equal(shown, total);
});

test("a layer that does not exist, and one too large for this device, say so", async () => {
  await firstView(browser, `${server.url}?couche=nulle-part`);
  await person.sees("alert", /Aucune couche de points ne s’appelle « nulle-part »/);
  // A device of 8 MB: the layer would need more than its share.
  const { identifier } = await browser.sendAndGetDevToolsCommand("Page.addScriptToEvaluateOnNewDocument", { source: "Object.defineProperty(Navigator.prototype, 'deviceMemory', { get: () => 0.0001 })" });
  try {
    await firstView(browser, `${server.url}?couche=essai`);
    await person.sees("alert", /demande \d+.Mo de mémoire .* n’a pas été téléchargée/);
    const asked = await browser.executeScript("return performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('points.bin')).length");
    assert.equal(asked, 0, "the points are not fetched");
    await person.isAccessible("a layer too large");
  } finally {
    await browser.sendDevToolsCommand("Page.removeScriptToEvaluateOnNewDocument", { identifier });
  }
});
