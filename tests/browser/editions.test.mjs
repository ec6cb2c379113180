// Editions never mix: a page that a new edition overtakes reloads once, or says so and shows the list.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { Key } from "selenium-webdriver";
import { elsewhere, firstView, open } from "./support/browser.mjs";
import { anotherEdition, code, placed } from "./support/editions.mjs";
import { Person } from "./support/person.mjs";
import { serve } from "./support/server.mjs";

const OLD = { folder: resolve("dist"), name: "Mundo Gusto" };
const NEW = { name: "Mundo Nuevo" };
const DIRECTIONS = [["old to new", OLD, NEW], ["new to old", NEW, OLD]];

let browser;
let person;
let server;
let made;
const parent = mkdtempSync(join(tmpdir(), "site-"));
const site = join(parent, "site");
let asked = [];
// Answers in place of the server, until the next test.
let touch;

// Publishes an edition in place of the other, as a host that replaces the folder.
function deploy(edition) {
  rmSync(site, { force: true });
  symlinkSync(edition.folder, site);
}

before(async () => {
  made = anotherEdition({ folder: OLD.folder, id: "mundo-gusto", from: OLD.name, to: NEW.name });
  NEW.folder = made.folder;
  browser = await open();
  person = new Person(browser);
});
after(async () => {
  await browser?.quit();
  made?.remove();
  rmSync(parent, { recursive: true });
});
// A server and so an origin a test: nothing comes from the cache of another.
beforeEach(async () => {
  asked = [];
  touch = () => false;
  deploy(OLD);
  server = await serve(site, { touch: (request, response) => (asked.push(request.url), touch(request, response)) });
});
afterEach(() => server?.close());

const edition = () => browser.executeScript("return document.querySelector('script[data-wasm]').getAttribute('src').match(/[0-9a-f]{16}/)[0]");
const hashOf = ({ folder }) => code(folder).find((name) => name.startsWith("boot")).match(/[0-9a-f]{16}/)[0];
const ready = () => browser.wait(() => browser.executeScript("return document.documentElement.dataset.ready === 'carte'"), 30_000, "the map");
const navigation = () => browser.executeScript("return performance.getEntriesByType('navigation')[0].type");
const isOf = (expected) =>
  browser.wait(async () => {
    try {
      return (await edition()) === hashOf(expected);
    } catch {
      return false; // between two pages
    }
  }, 15_000, "the page is not of the other edition");
const isPage = ({ url }) => /^\/(\?|$)/.test(url);
// Whether the browser goes to the page, or a script of ours looks at it.
const isVisit = (request) => isPage(request) && request.headers["sec-fetch-mode"] !== "cors" && request.headers["sec-fetch-dest"] !== "empty";
const givePage = (response, { folder }) => response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" }).end(readFileSync(join(folder, "index.html")));
const notFound = (response) => response.writeHead(404).end();

for (const [way, from, to] of DIRECTIONS) {
  test(`an open page, ${way}: a sheet that is gone opens in the other edition, at the same address; the next one too, after a button`, async () => {
    deploy(from);
    await firstView(browser, `${server.url}?leviers=foncier`);
    await person.sees("link", new RegExp(`^${from.name}`));
    deploy(to);
    await person.clicks("link", new RegExp(`^${from.name}`));
    await isOf(to);
    await person.sees("heading", to.name);
    const { search } = await person.address();
    assert.deepEqual([...new URLSearchParams(search)].sort(), [["initiative", "mundo-gusto"], ["leviers", "foncier"]]);
    assert.equal(await navigation(), "reload");

    // This page is itself the fruit of a reload: it does not reload itself again.
    await ready();
    await person.clicks("button", "Fermer la fiche");
    deploy(from);
    const link = await browser.findElement({ css: '.column a[href*="initiative="]:not([href*="mundo-gusto"])' });
    const id = new URL(await link.getAttribute("href")).searchParams.get("initiative");
    await link.click();
    await person.sees("alert", /a été mise à jour depuis.*Voici les initiatives/);
    await person.sees("link", OLD.name); // index.html has the names of the build in both editions
    await person.isAccessible("the edition is gone");
    await person.clicks("button", "Recharger la page");
    await isOf(from);
    await ready();
    await person.addressIs((address) => address.searchParams.get("initiative") === id, id);
    await person.sees("button", "Fermer la fiche");
  });

  test(`an open page, ${way}: a département that comes into view`, async () => {
    deploy(from);
    await firstView(browser, `${server.url}#10/48.9/2.3`);
    deploy(to);
    await (await browser.findElement({ css: "canvas" })).click();
    const canvas = await browser.findElement({ css: "canvas" });
    await browser.executeScript("arguments[0].focus()", canvas);
    await person.presses(...Array(14).fill(Key.ARROW_RIGHT));
    await isOf(to);
    await ready();
    const { hash } = await person.address();
    const [zoom, , longitude] = hash.slice(1).split("/").map(Number);
    assert.equal(zoom, 10);
    assert.ok(longitude > 2.4, hash);
    assert.ok(asked.some((path) => path.includes(placed("basemap/", to.folder)) && path.includes("communes-")), "communes of the new edition");
  });

  test(`a page out of a cache, ${way}: the other edition in its place`, async () => {
    deploy(to);
    let cached = true;
    touch = (request, response) => {
      if (!cached || !isVisit(request)) return false;
      cached = false;
      givePage(response, from);
      return true;
    };
    await browser.get(`${server.url}?initiative=mundo-gusto`);
    await isOf(to);
    await person.sees("heading", to.name);
    assert.equal((await person.address()).search, "?initiative=mundo-gusto");
  });
}

test("a cache that never forgets the page: one reload, then a sentence, a button and the list", async () => {
  deploy(NEW);
  let visits = 0;
  touch = (request, response) => {
    if (!isVisit(request)) return false;
    visits += 1;
    givePage(response, OLD);
    return true;
  };
  await browser.get(`${server.url}?lang=en`);
  await person.sees("alert", /has been updated since.*Here are the initiatives/);
  await person.sees("link", OLD.name);
  await person.sees("button", "Reload the page");
  await person.isAccessible("a page that is never new");
  assert.equal(visits, 2);
});

test("a new page whose script is not there yet: a sentence, a button and the list; no reload", async () => {
  const [boot] = code(OLD.folder).filter((name) => name.startsWith("boot"));
  let missing = true;
  touch = (request, response) => missing && request.url.includes(boot) && (notFound(response), true);
  await browser.get(server.url);
  await person.sees("alert", /n’a pas pu être téléchargée.*Voici les initiatives/);
  assert.equal(asked.filter((url) => url === "/").length, 2); // the browser, then rescue.js
  missing = false;
  await person.clicks("button", "Recharger la page");
  await ready();
});

test("an old program under a new name: says that the map could not start", async () => {
  // A wasm that is sound, and not of this build.
  const empty = Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);
  touch = (request, response) => request.url.endsWith(".wasm") && (response.writeHead(200, { "Content-Type": "application/wasm" }).end(empty), true);
  await browser.get(`${server.url}?lang=en`);
  await person.sees("alert", /could not start.*Here are the initiatives/);
});

test("a page of HTML in place of a missing file is a missing file", async () => {
  touch = (request, response) => request.url.includes("mundo-gusto.bin") && (response.writeHead(200, { "Content-Type": "text/html" }).end("<!doctype html>"), true);
  await browser.get(`${server.url}?initiative=mundo-gusto`);
  await person.sees("alert", /mundo-gusto/);
});

test("scripts that do nothing: the list and a sentence appear after 8 s", async () => {
  touch = ({ url }, response) => /boot-|rescue/.test(url) && (response.writeHead(200, { "Content-Type": "text/javascript" }).end(), true);
  await browser.get(server.url);
  await person.sees("status", /La carte se charge/);
  await browser.wait(() => person.first("link", OLD.name), 20_000, "no list");
  assert.match(await browser.findElement({ css: ".late" }).getText(), /La carte met du temps à venir.*The map is slow to come/);
});

// What waits 8 s before it shows itself, held back or let go, by the page's own clock: a busy machine may be slower than that to look.
const LATE = `
  const late = document.getAnimations().filter(({ animationName }) => /late|make-room/.test(animationName));
  return late.map((one) => { arguments[0] ? one.finish() : (one.pause(), one.currentTime = 0); return one.effect.getTiming().delay; });`;

for (const gone of [/boot-/, /boot-|rescue/]) {
  test(`${gone} never answers: the list and a sentence appear after 8 s`, { skip: elsewhere }, async () => {
    const waiting = await open({ strategy: "none" });
    try {
      touch = ({ url }) => gone.test(url);
      const patient = new Person(waiting);
      await waiting.get(server.url);
      await patient.comesTo([8000, 8000], () => waiting.executeScript(LATE, false), "the first view makes room, the list and the sentence wait");
      await patient.seesNo("link", OLD.name);
      // What the list holds begins to wait once it is there itself.
      await patient.until(async () => (await waiting.executeScript(LATE, true), patient.first("link", OLD.name)), "no list");
      const late = await waiting.findElement({ css: ".late" });
      assert.match(await late.getText(), /La carte met du temps à venir.*The map is slow to come/);
    } finally {
      await waiting.quit();
    }
  });
}

test("what is missing is 404, and hashed files alone are kept for ever", async () => {
  const status = async (path) => (await fetch(server.url + path)).status;
  assert.deepEqual(await Promise.all(["data/catalogue.bin", "initiatives/none/", "none.js"].map(status)), [404, 404, 404]);
  const caching = async (path) => (await fetch(server.url + path)).headers.get("Cache-Control");
  for (const path of [...code(), placed("data/catalogue.bin"), placed("basemap/france-l0.bin")]) assert.match(await caching(path), /immutable/, path);
  for (const path of ["", "rescue.js", "widget.js", "data/initiatives.csv", "initiatives/"]) assert.equal(await caching(path), "no-cache", path);
});
