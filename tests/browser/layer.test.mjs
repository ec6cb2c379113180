// A layer of points beside the initiatives: its progress, its legend, its clusters, its list, and what happens when it cannot be.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { By, Key } from "selenium-webdriver";
import { crc32 } from "./support/crc.mjs";
import { complaints, elsewhere, firstView, open, resize } from "./support/browser.mjs";
import { Person } from "./support/person.mjs";
import { serve } from "./support/server.mjs";

const POINTS = 3000;
const CATEGORIES = ["Association", "Coopérative", "Mutuelle"];

let browser;
let person;
let folder;
let server;
let held = null;
const asked = [];

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
  points(join(folder, "lieux.csv"), "essai", "Lieux d’essai");
  const other = join(folder, "autres.csv");
  writeFileSync(other, csv().replaceAll("Lieu", "Autre"));
  points(other, "autres", "Autres lieux");
  writeFileSync(join(folder, "tas.csv"), heap(250));
  points(join(folder, "tas.csv"), "tas", "Un tas");
  execFileSync("cp", ["-r", join(folder, "essai"), join(folder, "abimee")]);
  const damaged = readFileSync(join(folder, "abimee/points.bin"));
  damaged[40] ^= 1;
  writeFileSync(join(folder, "abimee/points.bin"), damaged);
  mkdirSync(join(folder, "immense"));
  writeFileSync(join(folder, "immense/layer.bin"), descriptor(200_000_000));
  const touch = (request, response) => {
    const path = request.url.split("?")[0];
    if (!path.startsWith("/data/points/")) return false;
    asked.push(path);
    const send = () => {
      try {
        const body = readFileSync(join(folder, path.slice("/data/points/".length)));
        response.writeHead(200, { "Content-Type": "application/octet-stream" }).end(body);
      } catch {
        response.writeHead(404).end();
      }
    };
    if (held && path.endsWith(`/${held.name}`)) held.sends.push(send);
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

// So many points at one address.
function heap(count) {
  return ["lat,lon,nom,type", ...Array.from({ length: count }, (_, i) => `47,2,Lieu ${i + 1},Association`)].join("\n");
}

function points(file, id, title) {
  execFileSync("./leviers", ["points", file, "--id", id, "--title", title, "--credit", "Inventés pour l’essai", "--out", folder], { stdio: ["ignore", "ignore", "inherit"] });
}

// A sound layer.bin that promises so many points: docs/FORMAT.md, part 6.
function descriptor(count) {
  const number = (value) => (value > 0x7f ? [(value & 0x7f) | 0x80, ...number(Math.floor(value / 128))] : [value]);
  const text = (value) => [...number(Buffer.byteLength(value)), ...Buffer.from(value)];
  const content = Buffer.from([...text("Immense"), ...text("Personne"), 0, 0, ...text(""), ...number(count), ...number(count * 3), 0, 0, 0, 0, ...number(2048)]);
  const header = Buffer.alloc(13);
  header.write("CLPL\x01", "latin1");
  header.writeUInt32LE(content.length, 5);
  header.writeUInt32LE(crc32(content), 9);
  return Buffer.concat([header, content]);
}

// Does something while files of this name are not sent; then they are.
async function withheld(name, act) {
  const { sends } = (held = { name, sends: [] });
  try {
    await act();
  } finally {
    held = null;
    for (const send of sends) send();
  }
}

const ready = () => person.until(() => browser.executeScript("return document.documentElement.dataset.layer === 'ready'"), "the layer is not shown");
const shown = async (query = "?couche=essai") => {
  await firstView(browser, server.url + query);
  await ready();
};
const clusters = () => browser.executeScript("return [...document.querySelectorAll('.points .marker')].map((marker) => marker.getAttribute('aria-label'))");
const counted = (names) => names.reduce((sum, name) => sum + Number((name.replaceAll(/[\s,]/g, "").match(/^\d+(?=points?)/) ?? ["1"])[0]), 0);
const has = (count) => person.comesTo(count, async () => counted(await clusters()), "points on the map");
const list = () => browser.findElement(By.css(".layer-rows"));
const rows = () => browser.findElements(By.css(".layer-rows button"));
// The names of the points come after their rows.
const NAMED = /^(Lieu|Autre) \d+$/;
// The row at this place of the page, once it has its name: [button, name]. -1 is the last one.
const row = (place) =>
  person.until(async () => {
    const button = (await rows()).at(place);
    const name = await button?.getAccessibleName();
    return NAMED.test(name) && [button, name];
  }, "no row with a name");
// Which rows the page holds: one look, as rows come and go.
const lines = () => browser.executeScript("return [...document.querySelectorAll('.layer-rows li')].map((line) => Number(line.getAttribute('aria-posinset')))");
// Where in the list the focus is.
const position = () => browser.executeScript("return Number(document.activeElement.closest('li')?.getAttribute('aria-posinset') ?? 0)");
const isAt = (expected, what) => person.comesTo(expected, position, what ?? "the row with the focus");

test("every point is counted once beside the initiatives, under any filter", async () => {
  await shown();
  await has(POINTS);
  await person.showsAll();
  await person.rests();
  const written = await browser.executeScript("return [...document.querySelectorAll('.points .cluster')].map((marker) => [marker.getAttribute('aria-label'), marker.textContent])");
  assert.ok(written.length > 1, "no cluster");
  for (const [name, label] of written) assert.ok(/^\d/.test(label) && name.startsWith(label), `« ${name} » does not begin with « ${label} »`);
  await person.isAccessible("a layer of points");
  const chip = await person.clicks("button", /^Mutuelle/);
  await has(1000);
  await person.comesTo("true", () => chip.getAttribute("aria-pressed"), "the category is pressed");
  await person.isAccessible("a layer filtered");
  await person.clicks("button", /^Association/);
  await has(2000);
  await person.clicks("button", /^Mutuelle/);
  await person.clicks("button", /^Association/);
  await has(POINTS);
  assert.deepEqual(await complaints(browser), []);
});

test("the list has the points in view, and opens their panel", async () => {
  await shown();
  await person.clicks("button", /^3\s000 points dans la vue$/);
  await row(0);
  await person.isAccessible("the list of points");
  const written = await rows();
  assert.ok(written.length > 3 && written.length < 40, `only what is on screen is in the page: ${written.length} rows`);
  const [first] = await browser.findElements(By.css(".layer-rows li"));
  assert.equal(await first.getAttribute("aria-setsize"), String(POINTS));
  await browser.executeScript("arguments[0].scrollTop = 1e9", await list());
  await person.comesTo(POINTS, async () => (await lines()).at(-1), "the last row");
  const [, name] = await row(-1);
  await person.clicks("button", name);
  await person.sees("region", name);
  await person.focusIs(name);
  await person.isAccessible("a point");
  await person.presses(Key.ESCAPE);
  await person.seesNo("region", name);
});

test("points that no view tells apart open the list", async () => {
  await shown("?couche=tas#12/47/2");
  await person.calls("click", ".points .cluster");
  await person.focusIs(/^250 points dans la vue$/);
  await person.sees("button", /^Lieu \d+$/);
});

test("an address with hundreds of layers asks for seven at most, and says so once", async () => {
  asked.length = 0;
  const ids = Array.from({ length: 600 }, (_, i) => `rien-${i}`);
  await firstView(browser, `${server.url}?couche=${["essai", "essai", ...ids].join()}`);
  await ready();
  assert.equal(new Set(asked.filter((path) => path.endsWith("layer.bin"))).size, 7);
  const said = await browser.executeScript("return [...document.querySelectorAll('.notices .notice')].map((notice) => notice.innerText)");
  assert.equal(said.length, 7, said.join("\n")); // six that do not exist, and one for all the others
  assert.equal((await browser.findElements(By.css(".layer"))).length, 7);
});

test("the keyboard walks through the list, which follows it", async () => {
  await shown();
  await person.rests();
  await (await person.sees("button", /^3\s000 points dans la vue$/)).sendKeys(Key.ENTER);
  await row(0);
  await person.rests();
  await person.tabsTo(/^Lieu/);
  await isAt(1);
  for (let step = 2; step <= 30; step++) {
    await person.presses(Key.TAB);
    await isAt(step, "Tab goes to the next row");
  }
  await person.presses(Key.ARROW_UP);
  await isAt(29);
  await person.presses(Key.END);
  await isAt(POINTS);
  await person.presses(Key.ARROW_UP, Key.PAGE_UP);
  await person.until(async () => (await position()) > 1 && (await position()) < POINTS - 3, "a page up");
  // The row with the focus stays though the list is scrolled away from it.
  const before = await position();
  await browser.executeScript("arguments[0].scrollTop = 0", await list());
  await person.comesTo(1, async () => (await lines()).at(0), "the list does not scroll");
  await isAt(before);
  await browser.actions().keyDown(Key.SHIFT).sendKeys(Key.TAB).keyUp(Key.SHIFT).perform();
  await isAt(before - 1);
  await person.presses(Key.HOME);
  await isAt(1);
  await person.presses(Key.ENTER);
  await person.sees("region", /^Lieu/);
  await person.clicks("button", "Fermer le point");
  await person.seesNo("region", /^Lieu/);
  await isAt(1, "the focus comes back to the row");
});

test("loading shows its progress, leaves the map usable, and can be cancelled", async () => {
  await withheld("points.bin", async () => {
    await firstView(browser, `${server.url}?couche=essai`);
    await person.sees("status", /Chargement des points/);
    await person.isAccessible("a layer on its way");
    await person.clicks("link", /^Mundo Gusto/);
    await person.sees("region", "Mundo Gusto");
    await person.clicks("button", "Fermer la fiche");
    await person.clicks("button", "Annuler");
    await person.seesNo("status", /Chargement des points/);
    await person.addressIs((address) => !address.searchParams.has("couche"), "no layer");
  });
  await person.rests();
  assert.deepEqual(await clusters(), []);
  await person.showsAll();
});

test("the initiatives do not wait for what tells of a layer", async () => {
  await withheld("layer.bin", async () => {
    await firstView(browser, `${server.url}?couche=essai`);
    await person.clicks("link", /^Mundo Gusto/);
    await person.sees("region", "Mundo Gusto");
    assert.equal((await clusters()).length, 0);
    await person.clicks("button", "Toute la France");
  });
  await ready();
  await has(POINTS);
});

test("several layers are one set of clusters, each with its colour, and go one by one", async () => {
  await shown("?couche=essai,autres");
  await has(2 * POINTS);
  await person.isAccessible("two layers");
  await person.clicks("button", /^6\s000 points dans la vue$/);
  await person.isAccessible("the list of two layers");
  await person.clicks("button", "Retirer cette couche");
  await has(POINTS);
  await person.sees("button", /^3\s000 points dans la vue$/);
  await person.addressIs((address) => address.searchParams.get("couche") === "autres", "the layer that is left");
});

test("one that fails does not keep another from being shown", async () => {
  await firstView(browser, `${server.url}?couche=abimee,essai,nulle-part`);
  await person.sees("alert", /data\/points\/abimee\/points.bin n’a pas pu être lu : le fichier est abîmé/);
  await person.sees("alert", /Aucune couche de points ne s’appelle « nulle-part »/);
  await ready();
  await has(POINTS);
  await person.isAccessible("layers that failed");
});

test("a layer too large for this device says so before its points are fetched", async () => {
  asked.length = 0;
  await firstView(browser, `${server.url}?couche=immense`);
  await person.sees("alert", /Cette couche de 200\s000\s000 points demande \d+\sMo de mémoire ; ce navigateur peut en donner \d+\. Elle n’a pas été téléchargée/);
  assert.deepEqual(asked, ["/data/points/immense/layer.bin"], "the points are not fetched");
  await person.isAccessible("a layer too large");
  await firstView(browser, `${server.url}?couche=immense&lang=en`);
  await person.sees("alert", /This layer of 200,000,000 points needs \d+ MB of memory; this browser can give \d+\. It was not downloaded/);
  await person.isAccessible("a layer too large, in English");
});

test("on a narrow screen, in dark colours and in English", { skip: elsewhere }, async () => {
  await resize(browser, 360, 740, true);
  try {
    await shown("?couche=essai&lang=en");
    await has(POINTS);
    await person.isAccessible("a layer at 360 px");
    await person.calls("click", ".points .marker");
    await person.clicks("button", "Make the panel taller");
    await person.clicks("button", "Make the panel taller");
    await person.clicks("button", /points in view$/);
    await person.isAccessible("the list at 360 px");
    const [, name] = await row(0);
    await person.clicks("button", name);
    await person.sees("region", name);
    await person.isAccessible("a point at 360 px");
    await person.nothingSticksOut("a point at 360 px");
    await person.clicks("button", "Close the point");
  } finally {
    await browser.sendDevToolsCommand("Emulation.clearDeviceMetricsOverride", {});
    await browser.sendDevToolsCommand("Emulation.setEmulatedMedia", { features: [] });
  }
});
