// A telephone: the map, and a drawer of three heights. And 320 px, dark, forced colours.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { firstView, open } from "./support/browser.mjs";
import { Person } from "./support/person.mjs";
import { serve } from "./support/server.mjs";

let browser;
let person;
let server;

before(async () => {
  server = await serve("dist");
  browser = await open({ width: 500, height: 740 });
  person = new Person(browser);
});
after(async () => {
  await browser?.quit();
  await server?.close();
});

// A window cannot be made narrower than 500 px; the screen it plays can.
const screen = (width, height) => browser.sendDevToolsCommand("Emulation.setDeviceMetricsOverride", { width, height, deviceScaleFactor: 2, mobile: true });
const prefer = (name, value) => browser.sendDevToolsCommand("Emulation.setEmulatedMedia", { features: [{ name, value }] });
const overflow = () => browser.executeScript("return document.documentElement.scrollWidth - document.documentElement.clientWidth");

test("the drawer grows and shrinks by its buttons; a sheet comes up half way", async () => {
  await screen(360, 740);
  await firstView(browser, server.url);
  const height = () => browser.executeScript("return document.querySelector('.column').getBoundingClientRect().height");
  const peek = await height();
  await person.isAccessible("360 px, peek");
  await person.clicks("button", "Agrandir le panneau");
  await browser.wait(async () => (await height()) > peek + 100, 5000);
  await person.clicks("button", "Agrandir le panneau");
  await person.isAccessible("360 px, full");
  await person.clicks("link", /^Mundo Gusto/);
  await person.sees("region", "Mundo Gusto");
  await person.isAccessible("360 px, sheet");
  await person.clicks("button", "Réduire le panneau");
  await person.clicks("button", "Réduire le panneau");
  await browser.wait(async () => Math.abs((await height()) - peek) < 2, 5000);
});

test("nothing covers the marker selected", async () => {
  await screen(360, 740);
  await firstView(browser, `${server.url}?initiative=vrac-lyon`);
  await person.sees("region", /VRAC/);
  const covered = () => browser.executeScript(`
    const marker = document.querySelector(".marker.selected")?.getBoundingClientRect();
    const column = document.querySelector(".column").getBoundingClientRect();
    return !marker || marker.bottom > column.top || marker.top < 0;`);
  await browser.wait(async () => !(await covered()), 10_000, "the marker is under the panel");
});

test("at 320 px nothing is lost and nothing scrolls sideways", async () => {
  await screen(320, 640);
  await firstView(browser, server.url);
  assert.ok((await overflow()) <= 0);
  await person.clicks("button", "Agrandir le panneau");
  await person.sees("button", /^Subvention \d+$/);
  await person.isAccessible("320 px");
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
