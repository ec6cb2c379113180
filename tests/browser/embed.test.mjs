// The widget in a page of another origin, with a strict policy: two maps at once, each with its own settings.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { brotliCompressSync } from "node:zlib";
import { after, before, test } from "node:test";
import { By } from "selenium-webdriver";
import { complaints, open } from "./support/browser.mjs";
import { Person } from "./support/person.mjs";
import { serve } from "./support/server.mjs";

let browser;
let person;
let map;
let host;

// The host’s page, from another port: another origin (of the same site, for chromedriver names nothing in frames of another).
function hosting(mapUrl) {
  const origin = new URL(mapUrl).origin;
  const policy = `default-src 'none'; script-src ${origin}; frame-src ${origin}; style-src 'self'; base-uri 'none'; form-action 'none'`;
  const files = { "/": ["host.html", "text/html"], "/host.css": ["host.css", "text/css"] };
  const server = createServer((request, response) => {
    const [file, type] = files[request.url] ?? [];
    if (!file) return response.writeHead(404).end();
    response.writeHead(200, { "Content-Type": `${type}; charset=utf-8`, "Content-Security-Policy": policy });
    response.end(readFileSync(new URL(`../pages/${file}`, import.meta.url), "utf8").replaceAll("__MAP__", mapUrl));
  });
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
}

before(async () => {
  map = await serve("dist", { base: "/carte/" });
  host = await hosting(map.url);
  browser = await open({ width: 1100, height: 900 });
  person = new Person(browser);
});
after(async () => {
  await browser?.quit();
  host?.closeAllConnections();
  host?.close();
  await map?.close();
});

const visit = () => browser.get(`http://127.0.0.1:${host.address().port}/`);
async function frames() {
  return browser.wait(async () => {
    const found = await browser.findElements(By.css("carte-leviers iframe"));
    return found.length === 2 && found;
  }, 10_000, "two iframes");
}
const ready = () => browser.wait(() => browser.executeScript("return document.documentElement.dataset.ready === 'carte'"), 30_000, "the map in the frame");

test("two widgets live side by side, each with its own title, height and filter", async () => {
  await visit();
  const [territory, property] = await frames();
  assert.equal(await territory.getAttribute("title"), "Initiatives solidaires de Plaine Commune");
  assert.equal((await territory.getRect()).height, 520);
  assert.equal((await property.getRect()).height, 480);
  await person.isAccessible("host page");

  await browser.switchTo().frame(territory);
  await ready();
  await person.sees("heading", "Initiatives solidaires de Plaine Commune");
  await person.sees("button", "Ne plus limiter à Plaine Commune");
  const accent = await browser.executeScript("return getComputedStyle(document.documentElement).getPropertyValue('--accent-surface').trim()");
  assert.equal(accent, "#0b6e4f");
  const full = await person.sees("link", "Pleine page");
  assert.match(await full.getAttribute("href"), /territoire=ept(:|%3A)200057867/);
  await browser.switchTo().defaultContent();

  await browser.executeScript("arguments[0].scrollIntoView()", property);
  await browser.switchTo().frame(property);
  await ready();
  const markers = await person.markers();
  assert.ok(markers.length > 0 && markers.every((name) => /[Ff]oncier/.test(name)), markers.join("\n"));
  await browser.switchTo().defaultContent();
  assert.deepEqual(await complaints(browser), []);
});

test("a small widget shows the map and one bar that opens the list", async () => {
  await visit();
  const [, small] = await frames();
  await browser.executeScript("arguments[0].scrollIntoView()", small);
  await browser.switchTo().frame(small);
  await ready();
  const height = () => browser.executeScript("return document.querySelector('.column').getBoundingClientRect().height");
  assert.ok((await height()) < 60);
  await person.clicks("button", /^Voir la liste \(\d+\)$/);
  await browser.wait(async () => (await height()) > 200, 5000);
  await person.sees("link", /^Mundo Gusto/);
  await person.isAccessible("small widget");
});

test("the wheel scrolls the host's page until a click wakes the map", async () => {
  await visit();
  const [frame] = await frames();
  await browser.switchTo().frame(frame);
  await ready();
  const zoom = () => browser.executeScript("return parseFloat(location.hash.slice(1))");
  await browser.wait(async () => (await zoom()) > 0, 10_000);
  await browser.switchTo().defaultContent();
  const start = await browser.executeScript("return scrollY");
  const over = () => browser.actions().scroll(0, 0, 0, 240, frame).perform();
  await over();
  await browser.wait(async () => (await browser.executeScript("return scrollY")) > start, 5000, "the page did not scroll");
  await browser.executeScript("scrollTo(0, 0)");

  await browser.switchTo().frame(frame);
  const before = await zoom();
  const canvas = await browser.findElement(By.css("canvas"));
  await browser.actions().move({ origin: canvas, x: 60, y: 60 }).click().perform();
  await browser.actions().scroll(0, 0, 0, -240, canvas).perform();
  await browser.wait(async () => (await zoom()) > before, 5000, "the wheel did not zoom the map once awake");
});

test("the widget leaves no cookie and no storage, and asks only the map's origin", async () => {
  await visit();
  const [frame] = await frames();
  await browser.switchTo().frame(frame);
  await ready();
  const [cookie, local, session, elsewhere] = await browser.executeScript(`
    const elsewhere = performance.getEntriesByType("resource").map((entry) => entry.name).filter((name) => !name.startsWith(location.origin));
    return [document.cookie, localStorage.length, sessionStorage.length, elsewhere];`);
  assert.deepEqual([cookie, local, session, elsewhere], ["", 0, 0, []]);
});

test("the plain iframe works too, and widget.js weighs at most 3 KB", async () => {
  assert.ok(brotliCompressSync(readFileSync("dist/widget.js")).length <= 3000);
  await browser.get(`${map.url}?vue=liste&leviers=foncier`);
  await ready();
  assert.ok((await person.shown()).shown > 0);
  await person.isAccessible("list only");
});

test("« vue=carte » shows the map, and the list one button away", async () => {
  await browser.get(`${map.url}?vue=carte`);
  await ready();
  await person.isAccessible("map only");
  await person.clicks("button", /^Voir la liste \(\d+\)$/);
  await person.clicks("link", /^Mundo Gusto/);
  await person.sees("region", "Mundo Gusto");
  await person.isAccessible("map only, sheet open");
});
