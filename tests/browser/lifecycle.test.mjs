// The app is taken out of the page and put in again: nothing of it is left. Counts need Chromium's own, so only there.
import assert from "node:assert/strict";
import { test } from "node:test";
import { elsewhere, firstView } from "./support/browser.mjs";
import { browser, person, server, visited } from "./support/site.mjs";

const TIMES = 50;

visited();

// Listeners, nodes and bytes of the JavaScript heap that are still there once the garbage is collected; and the program's memory.
async function count() {
  // The sentences of the list come after the map.
  await person.rests();
  for (let pass = 0; pass < 3; pass++) await browser.sendAndGetDevToolsCommand("HeapProfiler.collectGarbage");
  const { metrics } = await browser.sendAndGetDevToolsCommand("Performance.getMetrics");
  const of = (name) => metrics.find((metric) => metric.name === name).value;
  return { listeners: of("JSEventListeners"), nodes: of("Nodes"), heap: of("JSHeapUsedSize") };
}

// Takes the app out and puts another in, until its map is ready.
const again = () =>
  browser.executeAsyncScript(`
    const done = arguments[arguments.length - 1];
    const root = document.documentElement;
    import(document.querySelector("script[data-wasm]").src).then(({ app, mount }) => {
      (window.other ?? app).free();
      if (document.getElementById("app").childElementCount > 0) return done("elements are left");
      delete root.dataset.ready;
      window.other = mount();
      const look = () => (root.dataset.ready ? done("") : requestAnimationFrame(look));
      look();
    }, done);
  `);

test(`mounted and dropped ${TIMES} times, the app leaves no listener, no node and no memory`, { skip: elsewhere }, async () => {
  await firstView(browser, server.url);
  await browser.sendDevToolsCommand("Performance.enable", {});
  // What is made once and kept stays: templates, caches of the browser.
  for (let time = 0; time < 5; time++) assert.equal(await again(), "");
  const first = await count();
  for (let time = 0; time < TIMES; time++) assert.equal(await again(), "");
  const last = await count();
  assert.equal(last.listeners, first.listeners, "listeners");
  // The browser keeps a few nodes of its own for a while.
  assert.ok(last.nodes - first.nodes < 100, `nodes: ${first.nodes}, then ${last.nodes}`);
  assert.ok(last.heap - first.heap < 1e6, `bytes: ${first.heap}, then ${last.heap}`);
});

test("an app that was put in again works", { skip: elsewhere }, async () => {
  await person.clicks("button", "Zoomer");
  await person.clicks("link", /^Mundo Gusto/);
  await person.sees("region", "Mundo Gusto");
  await person.addressIs(({ searchParams }) => searchParams.get("initiative") === "mundo-gusto", "the sheet");
});
