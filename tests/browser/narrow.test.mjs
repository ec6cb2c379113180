// A telephone: the map, and a drawer of three heights. And 320 px, dark, forced colours.
import assert from "node:assert/strict";
import { test } from "node:test";
import { elsewhere, firstView } from "./support/browser.mjs";
import { browser, person, server, visited } from "./support/site.mjs";

visited({ width: 500, height: 740 });

// A window cannot be made narrower than 500 px; the screen it plays can.
const screen = (width, height) => browser.sendDevToolsCommand("Emulation.setDeviceMetricsOverride", { width, height, deviceScaleFactor: 2, mobile: true });
const prefer = (name, value) => browser.sendDevToolsCommand("Emulation.setEmulatedMedia", { features: [{ name, value }] });

test("the drawer grows and shrinks by its buttons; a sheet comes up half way", async () => {
  await screen(360, 740);
  await firstView(browser, server.url);
  const height = () => browser.executeScript("return document.querySelector('.column').getBoundingClientRect().height");
  await person.isAccessible("360 px, peek");
  const peek = await height();
  await person.clicks("button", "Agrandir le panneau");
  await person.until(async () => (await height()) > peek + 100, "the panel does not grow");
  await person.rests();
  const half = await height();
  await person.clicks("button", "Agrandir le panneau");
  await person.until(async () => (await height()) > half + 100, "the panel does not grow further");
  await person.isAccessible("360 px, full");
  await person.clicks("link", /^Mundo Gusto/);
  await person.sees("region", "Mundo Gusto");
  await person.isAccessible("360 px, sheet");
  await person.clicks("button", "Réduire le panneau");
  await person.clicks("button", "Réduire le panneau");
  await person.until(async () => Math.abs((await height()) - peek) < 2, "the panel does not shrink");
});

test("the drawer rises by a tap on its bar, and by a swipe on what it shows", { skip: elsewhere }, async () => {
  await screen(390, 844);
  await firstView(browser, server.url);
  const drawer = () => browser.executeScript("const { top, height } = document.querySelector('.column').getBoundingClientRect(); return { top, height }");
  const grows = (from) => person.until(async () => (await drawer()).height > from + 60, "the drawer does not rise");
  await person.rests();
  const peek = await drawer();
  const rows = await browser.executeScript("return [...document.querySelectorAll('.rows .row-name')].filter((row) => row.getBoundingClientRect().bottom <= innerHeight).length");
  assert.ok(rows >= 2, `${rows} rows are seen`);
  await person.taps(195, peek.top + 18);
  await grows(peek.height);
  await firstView(browser, server.url);
  await person.rests();
  await person.swipes(...[820, 800, 760, 700].map((y) => [195, y]));
  await grows(peek.height);
  assert.equal(await browser.executeScript("return document.querySelector('.browse').scrollTop"), 0, "it scrolled instead");
});

test("words of the diagram of a sheet are never broken, in the panel and on the page", { skip: elsewhere }, async () => {
  for (const width of [390, 360, 320]) {
    await screen(width, 844);
    for (const path of ["?initiative=artis-grenoble", "initiatives/artis-grenoble/", "initiatives/bicyclo-plaine-commune/"]) {
      await browser.get(server.url + path);
      await person.sees("heading", "Qui, par quel levier, combien");
      // A word on two lines has two boxes.
      const broken = await browser.executeScript(`
        const words = (node) => [...node.data.matchAll(/\\p{L}+/gu)].map(({ 0: word, index }) => [word, node, index]);
        const walker = document.createTreeWalker(document.querySelector(".flows"), NodeFilter.SHOW_TEXT);
        const all = [];
        while (walker.nextNode()) all.push(...words(walker.currentNode));
        return all.filter(([word, node, index]) => {
          const range = document.createRange();
          range.setStart(node, index);
          range.setEnd(node, index + word.length);
          return range.getClientRects().length > 1;
        }).map(([word]) => word);`);
      assert.deepEqual(broken, [], `${path}, ${width} pixels wide`);
    }
  }
});

test("nothing covers the marker selected", async () => {
  await screen(360, 740);
  await firstView(browser, `${server.url}?initiative=vrac-lyon`);
  await person.sees("region", /VRAC/);
  const covered = () => browser.executeScript(`
    const marker = document.querySelector(".marker.selected")?.getBoundingClientRect();
    const column = document.querySelector(".column").getBoundingClientRect();
    return !marker || marker.bottom > column.top || marker.top < 0;`);
  await person.until(async () => !(await covered()), "the marker is under the panel");
});

test("a sheet that opens while the drawer rises: its place in the middle of what stays free, its title below the bar", async () => {
  await screen(360, 740);
  await firstView(browser, `${server.url}?lang=fr`);
  await person.rests();
  await browser.executeScript("[...document.querySelectorAll('.rows a')].find(({ href }) => href.includes('mundo-gusto')).click()");
  await person.sees("region", "Mundo Gusto");
  await person.rests();
  const { above, free, marker, title, bar } = await browser.executeScript(`
    const box = (selector) => document.querySelector(selector).getBoundingClientRect();
    const marker = box(".marker.selected");
    return { above: box(".find input").bottom, free: box(".column").top, marker: (marker.top + marker.bottom) / 2, title: box("#fiche").top, bar: box(".sheet-bar").bottom };`);
  assert.ok(Math.abs(marker - (above + free) / 2) < free / 8, `the marker is at ${marker} between ${above} and ${free} px`);
  assert.ok(title >= bar, `the title begins at ${title}, the bar ends at ${bar}`);
});

test("in forced colours layers keep the colours that tell them apart", async () => {
  await prefer("forced-colors", "active");
  try {
    await firstView(browser, server.url);
    const adjusted = await browser.executeScript(`
      const swatch = document.body.appendChild(Object.assign(document.createElement("span"), { className: "swatch" }));
      const dot = document.body.appendChild(Object.assign(document.createElement("span"), { className: "dot" }));
      return [getComputedStyle(swatch).forcedColorAdjust, getComputedStyle(dot, "::before").forcedColorAdjust];`);
    assert.deepEqual(adjusted, ["none", "none"]);
  } finally {
    await prefer("forced-colors", "none");
  }
});

test("at 320 px nothing is lost and nothing scrolls sideways", async () => {
  await screen(320, 640);
  await firstView(browser, server.url);
  await person.nothingSticksOut("320 px");
  await person.clicks("button", "Agrandir le panneau");
  await person.sees("button", /^Subvention, \d+ initiatives?$/);
  await person.isAccessible("320 px");
  await person.nothingSticksOut("320 px, panel open");
});

test("dark, and forced colours, are as accessible", async () => {
  await screen(360, 740);
  await prefer("prefers-color-scheme", "dark");
  await firstView(browser, `${server.url}?initiative=mundo-gusto`);
  await person.sees("region", "Mundo Gusto");
  await person.isAccessible("dark");
  await prefer("forced-colors", "active");
  await person.isAccessible("forced colours");
});
