// Streets: tiles of another site that the operator names and the visitor asks for; and where the map stops without them.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { HEADERS, headerOf, policyOfMap, streetsOf } from "../../scripts/headers.mjs";
import { tilesIn } from "../../public/streets.js";
import { complaints, elsewhere, firstView, open } from "./support/browser.mjs";
import { Person } from "./support/person.mjs";
import { serve } from "./support/server.mjs";

// A red square of one pixel: a tile is drawn as large as it must be.
const RED = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==", "base64");
const PARIS = "#12.00/48.8566/2.3522";
const SHOW = "Afficher les rues";
const HIDE = "Masquer les rues";
const OFFER = /^Les rues viennent d’un autre site\s: tuiles \(Plan d’essai\) verra votre adresse IP/;

let browser;
let person;
let server;
let tiles;

before(async () => {
  browser = await open();
  person = new Person(browser);
});
after(() => browser?.quit());
beforeEach(() => complaints(browser)); // each test starts with an empty console
// A test may open several, one after the other.
async function closeSites() {
  await server?.close();
  tiles?.closeAllConnections();
  tiles?.close();
  tiles = undefined;
}
afterEach(closeSites);

// The site of the tiles: what it was asked, and how it answers (0: never).
const asked = [];
let status = 200;
async function tileSite() {
  asked.length = 0;
  status = 200;
  tiles = createServer((request, response) => {
    asked.push(request);
    if (status) response.writeHead(status, { "Content-Type": "image/png", "Access-Control-Allow-Origin": "*" }).end(status === 200 ? RED : "");
  });
  await new Promise((resolve) => tiles.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${tiles.address().port}`;
}

const PAGE = readFileSync("dist/index.html", "utf8");

// The map whose operator names that site; `allowed`: the origin that its policy has, in the page and in the header.
async function withStreets({ allowed, address = PARIS } = {}) {
  await closeSites();
  const origin = await tileSite();
  const policy = policyOfMap(PAGE, allowed ?? origin);
  const meta = `<meta name="background" content="${origin}/{z}/{x}/{y}.png" data-origin="${origin}" data-host="tuiles" data-name="Plan d’essai" data-credit="© Essai" data-zoom="15">`;
  const page = PAGE.replace(/(<meta http-equiv="Content-Security-Policy" content=")[^"]*/, (_, start) => start + policy.join("; ")).replace("</title>", `</title>${meta}`);
  assert.equal(streetsOf(page), origin);
  const touch = (request, response) => /^\/(\?.*)?$/.test(request.url) && (response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" }).end(page), true);
  server = await serve("dist", { headers: { ...HEADERS, "Content-Security-Policy": headerOf(policy) }, touch });
  await firstView(browser, `${server.url}?lang=fr${address}`);
}

const zoomOf = ({ hash }) => Number.parseFloat(hash.slice(1));
const pixel = () => browser.executeScript("const canvas = document.querySelector('canvas'); return [...canvas.getContext('2d').getImageData(canvas.width / 2 + 90, canvas.height / 2 + 40, 1, 1).data]");
const said = () => browser.executeScript("return document.querySelector('.streets p').textContent");
const lacks = () => person.until(() => browser.executeScript("return /Le fond «.Plan d’essai.» ne vient pas/.test(document.querySelector('.notices').textContent)"), "nothing says that streets do not come");
const isRed = ([red, green, blue]) => red > green + 60 && red > blue + 60;
const turns = (red) => person.until(async () => isRed(await pixel()) === red, red ? "no tile on the map" : "tiles are still on the map");

test("tiles of a view: all of those it sees and no other, from the middle outwards", () => {
  const seen = tilesIn(12, 0.5066, 0.3441, 800, 600, 18);
  const [[z, x, y]] = seen;
  assert.deepEqual([z, x, y], [12, Math.floor(0.5066 * 4096), Math.floor(0.3441 * 4096)]);
  assert.ok(seen.length >= 12 && seen.length <= 20, String(seen.length));
  assert.equal(new Set(seen.map(String)).size, seen.length);
  assert.deepEqual(tilesIn(16, 0.5, 0.5, 10, 10, 14).map(([level]) => level), [14, 14, 14, 14], "no finer than the site has");
  assert.ok(tilesIn(4, 0, 0, 2000, 2000, 18).every(([, column, row]) => column >= 0 && row >= 0 && column < 16 && row < 16), "within the world");
});

test("without streets the map stops where communes do, by button, key and address", async () => {
  server = await serve("dist");
  await firstView(browser, `${server.url}?lang=fr#15.50/48.8566/2.3522`);
  await person.addressIs((address) => zoomOf(address) === 13, "zoom 13");
  await person.seesNo("button", SHOW);
  await person.clicks("button", "Zoomer");
  await person.rests();
  assert.equal(zoomOf(await person.address()), 13);
  await browser.executeScript("document.getElementById('carte').focus()");
  await person.presses("+");
  await person.rests();
  assert.equal(zoomOf(await person.address()), 13);
  // What no zoom tells apart any more is spread: each initiative has a marker of its own.
  assert.deepEqual((await person.markers()).filter((name) => /^\d+ initiatives/.test(name)), []);
});

test("streets are offered near, come when asked for, and go", async () => {
  await withStreets({ address: "#9.00/48.8566/2.3522" });
  await person.seesNo("button", SHOW);
  await withStreets();
  await person.sees("button", SHOW);
  assert.match(await said(), OFFER);
  await person.isAccessible("streets offered");
  assert.deepEqual(asked, [], "asked before the visitor said so");

  await person.clicks("button", SHOW);
  await person.sees("button", HIDE);
  await turns(true);
  await person.rests();
  assert.ok(asked.every(({ url }) => /^\/12\/\d+\/\d+\.png$/.test(url)), asked.map(({ url }) => url).join());
  assert.ok(asked.every(({ headers }) => !headers.cookie && !headers.referer));
  assert.equal(await said(), "© Essai");
  await person.isAccessible("streets shown");

  const before = asked.length;
  await person.clicks("button", "Zoomer");
  await person.clicks("button", "Zoomer");
  await person.addressIs((address) => zoomOf(address) === 14, "a view closer than communes");
  await person.until(() => asked.length > before, "no finer tile was asked for");

  await person.clicks("button", HIDE);
  await person.addressIs((address) => zoomOf(address) === 13, "the closest view without streets");
  await turns(false);
  // Chromium would rather that pixels were read otherwise: this test reads some.
  assert.deepEqual((await complaints(browser)).filter((one) => !/willReadFrequently/.test(one)), []);
});

test("tiles that do not come leave the map as it is, and say so", async () => {
  await withStreets();
  const land = await pixel();
  status = 503;
  await person.clicks("button", SHOW);
  await lacks();
  await person.sees("button", SHOW);
  await person.rests();
  assert.deepEqual(await pixel(), land);
  status = 200;
  await person.clicks("button", SHOW);
  await turns(true);
});

test("what the policy does not name is not asked for", async () => {
  await withStreets({ allowed: "https://ailleurs.example" });
  await person.clicks("button", SHOW);
  await lacks();
  assert.deepEqual(asked, []);
});

test("the policy has the origin of streets, and of nothing else", { skip: elsewhere }, () => {
  assert.deepEqual(policyOfMap("", "https://tuiles.example").filter((line) => line.startsWith("img-src")), ["img-src 'self' https://tuiles.example"]);
  assert.deepEqual(policyOfMap("").filter((line) => line.startsWith("img-src")), ["img-src 'self'"]);
  for (const odd of ["javascript:alert(1)", "https://a.example; script-src *", "https://a.example b"]) assert.equal(streetsOf(`<meta name="background" content="" data-origin="${odd}">`), undefined);
});
