// Pointers that come upon marks, and screens whose density changes.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Origin } from "selenium-webdriver/lib/input.js";
import { elsewhere, firstView } from "./support/browser.mjs";
import { browser, person, server, visited } from "./support/site.mjs";

visited();

const MUNDO = "?initiative=mundo-gusto#11/48.9/2.2";
const centre = async () => (await person.address()).hash;

// The middle of the first mark that is alone on the map, and its name.
const mark = () =>
  browser.executeScript(`
    const [found] = [...document.querySelectorAll(".marker:not(.tag)")].filter((marker) => {
      const { left, right, top, bottom, width } = marker.getBoundingClientRect();
      return width > 0 && left > 500 && right < innerWidth - 150 && top > 150 && bottom < innerHeight - 200;
    });
    const { left, top, width, height } = found.getBoundingClientRect();
    return { x: Math.round(left + width / 2), y: Math.round(top + height / 2), name: found.getAttribute("aria-label") };`);

test("a drag that begins on a mark moves the map, and opens nothing", async () => {
  await firstView(browser, `${server.url}?lang=fr#8/48.8/2.3`);
  await person.rests();
  const [before, { x, y }] = [await centre(), await mark()];
  await browser.actions().move({ x, y, origin: Origin.VIEWPORT }).press().move({ x: x - 60, y: y + 20, duration: 120 }).move({ x: x - 120, y: y + 40, duration: 120 }).release().perform();
  await person.addressIs(({ hash }) => hash !== before, "another view");
  await person.rests();
  assert.equal((await person.address()).searchParams.get("initiative"), null);
  assert.notEqual(Number((await centre()).split("/")[2]).toFixed(1), Number(before.split("/")[2]).toFixed(1));
});

test("a finger that begins on a mark moves the map, and a tap is the mark's", { skip: elsewhere }, async () => {
  await firstView(browser, `${server.url}?lang=fr#8/48.8/2.3`);
  await person.rests();
  const [before, { x, y }] = [await centre(), await mark()];
  await person.swipes(...[0, 20, 40, 60, 80, 100].map((step) => [x - step, y]));
  await person.addressIs(({ hash }) => hash !== before, "another view");
  await person.rests();
  assert.equal((await person.address()).searchParams.get("initiative"), null);
  const [moved, there] = [await centre(), await mark()];
  await person.taps(there.x, there.y);
  await person.addressIs(({ hash, searchParams }) => hash !== moved || searchParams.has("initiative"), "what a tap on a mark asks for");
});

test("another density of the screen is drawn sharp at once", { skip: elsewhere }, async () => {
  await firstView(browser, server.url + MUNDO);
  const ratio = () => browser.executeScript("const [canvas] = document.querySelectorAll('canvas'); return canvas.width / canvas.clientWidth");
  for (const density of [2, 1.5, 1]) {
    await browser.sendDevToolsCommand("Emulation.setDeviceMetricsOverride", { width: 1280, height: 800, deviceScaleFactor: density, mobile: false });
    await person.until(async () => Math.abs((await ratio()) - density) < 0.02, `never ${density} pixels per pixel`);
  }
});
