// A telephone: the map, and a bottom sheet of three heights. And 320 px, dark, forced colours.
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

test("the bottom sheet grows and shrinks by its buttons; a sheet comes up half way", async () => {
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

test("at 320 px nothing is lost and nothing scrolls sideways", async () => {
  await screen(320, 640);
  await firstView(browser, server.url);
  await person.nothingSticksOut("320 px");
  await person.clicks("button", "Agrandir le panneau");
  await person.sees("button", /^Subvention \d+$/);
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
