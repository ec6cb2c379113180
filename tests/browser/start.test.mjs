// The map starts, wherever it is put, and says so plainly when it cannot.
import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { complaints, firstView, open, until } from "./support/browser.mjs";
import { serve } from "./support/server.mjs";

let browser;
let server;
const serving = async (options) => (server = await serve("dist", options));

before(async () => (browser = await open()));
after(() => browser?.quit());
beforeEach(() => complaints(browser)); // each test starts with an empty console
afterEach(() => server?.close());

const statusText = () => browser.executeScript("return document.querySelector('#etat[role=alert]')?.textContent ?? ''");
const alerted = () => until(browser, statusText, "no message appeared");
const notFound = (pattern) => (request, response) => pattern.test(request.url) && (response.writeHead(404).end(), true);

for (const base of ["/", "/sous/un/chemin/"]) {
  test(`starts under ${base}, without a complaint of the browser, and asks no other site`, async () => {
    const { url } = await serving({ base });
    await firstView(browser, url);
    assert.deepEqual(await complaints(browser), []);
    const asked = await browser.executeScript("return performance.getEntriesByType('resource').map((entry) => entry.name)");
    assert.ok(asked.length > 2);
    assert.deepEqual(asked.filter((name) => !name.startsWith(url)), []);
  });
}

test("the wasm is downloaded once", async () => {
  const asked = [];
  const { url } = await serving({ touch: ({ url }) => (asked.push(url), false) });
  await firstView(browser, url);
  assert.equal(asked.filter((path) => path.endsWith(".wasm")).length, 1);
});

test("says that the download failed when the program is missing", async () => {
  const { url } = await serving({ touch: notFound(/\.wasm$/) });
  await browser.get(url);
  assert.match(await alerted(), /n’a pas pu être téléchargée/);
});

test("says that WebAssembly is missing", async () => {
  const { url } = await serving();
  const source = "delete globalThis.WebAssembly";
  const { identifier } = await browser.sendAndGetDevToolsCommand("Page.addScriptToEvaluateOnNewDocument", { source });
  try {
    await browser.get(url);
    assert.match(await alerted(), /WebAssembly y manque/);
  } finally {
    await browser.sendAndGetDevToolsCommand("Page.removeScriptToEvaluateOnNewDocument", { identifier });
  }
});
