// The widget in a page of another origin, with a strict policy: two maps at once, each with its own settings.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { brotliCompressSync } from "node:zlib";
import { after, before, test } from "node:test";
import { By } from "selenium-webdriver";
import { complaints, firstView, open } from "./support/browser.mjs";
import { Person } from "./support/person.mjs";
import { serve } from "./support/server.mjs";

let browser;
let person;
let map;
let host;

// The host’s page, from another port: another origin (of the same site, for chromedriver names nothing in frames of another).
function hosting(mapUrl) {
  const origin = new URL(mapUrl).origin;
  const policy = `default-src 'none'; script-src ${origin}; frame-src ${origin}; style-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'`;
  const files = { "/": ["host.html", "text/html"], "/host.css": ["host.css", "text/css"] };
  const server = createServer((request, response) => {
    const [file, type] = files[request.url] ?? [];
    if (!file) return response.writeHead(404).end();
    response.writeHead(200, { "Content-Type": `${type}; charset=utf-8`, "Content-Security-Policy": policy, "Cross-Origin-Embedder-Policy": "require-corp" });
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
const TERRITORY = "Initiatives solidaires de Plaine Commune";
const PROPERTY = "Le levier foncier en France";

test("two widgets live side by side, each with its own title, height and filter", async () => {
  await visit();
  const height = async (title) => (await (await person.sees("frame", title)).getRect()).height;
  await person.comesTo(520, () => height(TERRITORY), "the height asked for");
  await person.comesTo(480, () => height(PROPERTY), "the height asked for");
  await person.isAccessible("host page");

  await person.inFrame(TERRITORY, async () => {
    await person.sees("heading", TERRITORY);
    await person.sees("button", "Ne plus limiter au territoire\u00a0: Plaine Commune");
    const accent = await browser.executeScript("return getComputedStyle(document.documentElement).getPropertyValue('--accent-surface').trim()");
    assert.equal(accent, "#0b6e4f");
    const full = await person.sees("link", "Pleine page");
    assert.match(await full.getAttribute("href"), /territoire=ept(:|%3A)200057867/);
  });
  await person.inFrame(PROPERTY, async () => {
    const markers = await person.markersAtRest();
    assert.ok(markers.every((name) => /[Ff]oncier/.test(name)), markers.join("\n"));
  });
  assert.deepEqual(await complaints(browser), []);
});

test("a small widget shows its title, how many initiatives, the first of them and the map, and its buttons bring up the list", async () => {
  await visit();
  await person.inFrame(PROPERTY, async () => {
    const height = () => browser.executeScript("return document.querySelector('.column').getBoundingClientRect().height");
    await person.sees("heading", PROPERTY);
    await person.showsSome();
    const before = await height();
    assert.ok(before < 300, `the list covers the map: ${before}`);
    await person.clicks("button", "Agrandir le panneau");
    await person.until(async () => (await height()) > before, "the list does not open");
    await person.sees("link", /^Mundo Gusto/);
    await person.isAccessible("small widget");
  });
});

test("the wheel scrolls the host's page until a click wakes the map", async () => {
  await visit();
  const zoom = () => browser.executeScript("return parseFloat(location.hash.slice(1))");
  const scrolled = () => browser.executeScript("return scrollY");
  const before = await person.inFrame(TERRITORY, async () => {
    await person.rests();
    return zoom();
  });
  assert.ok(before > 0, "the address has no view");
  await browser.executeScript("scrollTo(0, 0)");
  await person.comesTo(0, scrolled, "the top of the page");
  await browser.actions().scroll(0, 0, 0, 240, await person.sees("frame", TERRITORY)).perform();
  await person.until(async () => (await scrolled()) > 0, "the page did not scroll");

  await person.inFrame(TERRITORY, async () => {
    await person.rests();
    assert.equal(await zoom(), before, "the wheel zoomed a map asleep");
    const canvas = await browser.findElement(By.css("canvas"));
    await browser.actions().move({ origin: canvas, ...(await person.bareMap()) }).click().perform();
    await browser.actions().scroll(0, 0, 0, -240, canvas).perform();
    await person.until(async () => (await zoom()) > before, "the wheel did not zoom the map once awake");
  });
});

test("the widget leaves no cookie and no storage, and asks only the map's origin", async () => {
  await visit();
  await person.inFrame(TERRITORY, async () => {
    const [cookie, local, session, asked] = await browser.executeScript(`
      const asked = performance.getEntriesByType("resource").map((entry) => entry.name);
      return [document.cookie, localStorage.length, sessionStorage.length, asked];`);
    assert.deepEqual([cookie, local, session], ["", 0, 0]);
    assert.ok(asked.length > 2, asked.join());
    assert.deepEqual(asked.filter((name) => !name.startsWith(map.url)), []);
  });
});

test("the plain iframe works too, and widget.js weighs at most 3 KB", async () => {
  assert.ok(brotliCompressSync(readFileSync("dist/widget.js")).length <= 3000);
  await firstView(browser, `${map.url}?vue=liste&leviers=foncier`);
  await person.showsSome();
  await person.isAccessible("list only");
});

test("« vue=carte » shows the map, and the list one button away", async () => {
  await firstView(browser, `${map.url}?vue=carte`);
  await person.isAccessible("map only");
  await person.clicks("button", /^Voir la liste \(\d+\)$/);
  await person.clicks("link", /^Mundo Gusto/);
  await person.sees("region", "Mundo Gusto");
  await person.isAccessible("map only, sheet open");
});
