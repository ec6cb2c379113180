// The map by keyboard and by ear: markers are one stop, arrows go from one to the next, the map says where it is.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { Key } from "selenium-webdriver";
import { ofPlace } from "../../public/shared/elision.js";
import { direction, kilometres, mostly, nearest } from "../../public/shared/geography.js";
import { inReadingOrder, named, neighbour } from "../../public/explore/markers.js";
import { inFull, inShort } from "../../public/explore/sentences.js";
import { WORDS } from "../../public/explore/words.js";
import { elsewhere, firstView, open, resize } from "./support/browser.mjs";
import { Person } from "./support/person.mjs";
import { serve } from "./support/server.mjs";

const [PARIS, LILLE, BREST, NICE] = [[2.35, 48.86], [3.06, 50.63], [-4.49, 48.39], [7.26, 43.71]];
const feature = (nom, place, levers = []) => ({ id: nom, geometry: { type: "Point", coordinates: place }, properties: { nom, leviers_collectivite: levers } });

test("names of towns are joined as the map joins them", () => {
  const cases = readFileSync("tests/elision.txt", "utf8").split("\n").filter((line) => line && !line.startsWith("#"));
  assert.ok(cases.length > 20);
  for (const line of cases) {
    const [name, of] = line.split(" => ");
    assert.equal(ofPlace(name), of);
  }
});

test("distances and directions are those of the globe", () => {
  assert.ok(Math.abs(kilometres(PARIS, LILLE) - 204) < 3, String(kilometres(PARIS, LILLE)));
  assert.deepEqual([LILLE, BREST, NICE].map((place) => WORDS.fr.directions[direction(PARIS, place)]), ["au nord", "à l’ouest", "au sud-est"]);
  assert.equal(nearest([feature("Nice", NICE), feature("Lille", LILLE), { geometry: null }], PARIS).feature.id, "Lille");
  assert.equal(nearest([], PARIS), undefined);
  assert.equal(mostly([LILLE, BREST, NICE, NICE], PARIS), direction(PARIS, NICE));
  assert.equal(mostly([LILLE, BREST], PARIS), undefined);
});

test("markers are read line by line, arrows go to the nearest, letters to a name", () => {
  const all = [
    { name: "Nantes", x: 10, y: 100 },
    { name: "12 initiatives autour de Lille", x: 90, y: 5 },
    { name: "Écoquartier", x: 50, y: 92 },
    { name: "Lyon", x: 95, y: 150 },
  ];
  const middle = (one) => one;
  assert.deepEqual(inReadingOrder(all, middle).map(({ name }) => name), ["12 initiatives autour de Lille", "Nantes", "Écoquartier", "Lyon"]);
  assert.equal(neighbour(all, all[0], "ArrowRight", middle).name, "Écoquartier");
  assert.equal(neighbour(all, all[3], "ArrowUp", middle).name, "Écoquartier");
  assert.equal(neighbour(all, all[1], "ArrowUp", middle), undefined);
  const by = (typed, from) => named(all, from, typed, ({ name }) => name)?.name;
  assert.equal(by("e", all[0]), "Écoquartier");
  assert.equal(by("l", all[0]), "Lyon", "a name that begins so before a word of one");
  assert.equal(by("lil", all[0]), "12 initiatives autour de Lille");
  assert.equal(by("z", all[0]), undefined);
});

test("the map is told in sentences, of any view", () => {
  const view = { town: "Aubervilliers", centre: PARIS, wideKm: 12.34, seen: [feature("a", PARIS, ["foncier"]), feature("b", PARIS, ["foncier", "scic"])], unseen: [feature("c", LILLE), feature("d", LILLE)] };
  assert.equal(inShort(view, WORDS.fr), "Autour d’Aubervilliers, 2\u00a0initiatives, dont 2\u00a0foncier, 1\u00a0entrée au capital.");
  assert.equal(inFull(view, WORDS.fr), "Autour d’Aubervilliers, 2\u00a0initiatives, dont 2\u00a0foncier, 1\u00a0entrée au capital. La vue fait 12\u00a0km de large. Hors de la vue\u00a0: 2, surtout au nord.");
  const empty = { ...view, town: "Le Havre", seen: [] };
  assert.match(inShort(empty, WORDS.fr), /^Autour du Havre, aucune initiative\. La plus proche\u00a0: c, à 20[0-9]\u00a0km au nord\.$/);
  assert.equal(inShort({ ...view, town: undefined, seen: [], unseen: [] }, WORDS.fr), "Aucune initiative.");
  assert.match(inShort(view, WORDS.en), /^Around Aubervilliers, 2\u00a0initiatives, of which 2 by land and premises/);
  assert.deepEqual(Object.keys(WORDS.fr), Object.keys(WORDS.en));
});

let browser;
let person;
let server;

before(async () => {
  server = await serve("dist");
  browser = await open();
  person = new Person(browser);
});
after(async () => {
  await browser?.quit();
  await server?.close();
});

const said = () => browser.executeScript("return document.querySelector('.explore-status')?.textContent.replaceAll('\\u00a0', ' ') ?? ''");
const hears = (sentence) => {
  let heard = "";
  return person.until(async () => sentence.test((heard = await said())), () => `never said ${sentence}: « ${heard} »`);
};

// The names of the markers whose middle is on the canvas.
const inSight = () =>
  browser.executeScript(`
    const frame = document.querySelector("#carte").getBoundingClientRect();
    return [...document.querySelectorAll(".stage .marker")].filter((one) => {
      const { left, top, width, height } = one.getBoundingClientRect();
      const [x, y] = [left + width / 2, top + height / 2];
      return x >= frame.left && x <= frame.right && y >= frame.top && y <= frame.bottom;
    }).map((one) => one.getAttribute("aria-label"));`);

// From the map, Tab to its markers, once what helps to explore them is there.
async function toMarkers(at = "") {
  await firstView(browser, `${server.url}${at}`);
  await person.markersAtRest();
  await person.calls("focus", "#carte", { focusVisible: true });
  await person.presses(Key.TAB);
  await person.focusIs(/^Repères de la carte, \d+/);
}

test("all markers of the view are one stop, and each is reached by arrows", async () => {
  for (const [width, height] of elsewhere ? [[1280, 800]] : [[1280, 720], [1400, 900], [768, 1024], [390, 844]]) {
    if (!elsewhere) await resize(browser, width, height);
    await toMarkers();
    const all = await inSight();
    assert.equal((await person.focused()).match(/\d+/)[0], String(all.length));
    // What the keyboard comes to is shown whole: the map may move a little, and others come into view.
    const names = new Set();
    const walks = async () => {
      await person.presses(Key.ARROW_DOWN);
      names.add(await browser.executeScript("return document.activeElement.matches('.marker') && document.activeElement.getAttribute('aria-label')"));
      return /^Dernier repère de la vue\.$/.test(await said());
    };
    await person.until(walks, "the last marker is never said", 60_000);
    const missed = all.filter((name) => !names.has(name));
    assert.deepEqual([missed, names.has(false)], [[], false], `${width} × ${height}`);
    await person.presses(Key.TAB);
    assert.equal(await browser.executeScript("return document.activeElement.closest('.marker')"), null, "Tab leaves the markers");
    assert.notEqual(await browser.executeScript("return document.activeElement.tagName"), "BODY");
  }
  if (!elsewhere) await browser.sendDevToolsCommand("Emulation.clearDeviceMetricsOverride", {});
});

test("the map says what it shows when one comes to it and after each act, once it rests", async () => {
  await firstView(browser, `${server.url}#8/50.6/3.06`);
  await person.rests();
  await person.calls("focus", "#carte", { focusVisible: true });
  const description = () => browser.executeScript("return document.getElementById(document.querySelector('#carte').getAttribute('aria-describedby')).textContent.replaceAll('\\u00a0', ' ')");
  await person.until(async () => /^Autour de Lille, \d+ initiatives, dont .* Flèches pour se déplacer/.test(await description()), "the map is not described");
  await person.presses("+");
  await hears(/^Zoom avant\. Autour de Lille, \d+ initiatives/);
  await person.presses(Key.ARROW_LEFT);
  await hears(/^Plus à l’ouest\. Autour d/);
  await person.presses(".");
  await hears(/La vue fait [\d,]+ km de large\. Hors de la vue : \d+, surtout au sud/);
  await person.clicks("button", "Dézoomer");
  await hears(/^Zoom arrière\. /);
});

test("where nothing is, the nearest is named with its distance", async () => {
  await firstView(browser, `${server.url}#11/44.1/-1.2`);
  await person.rests();
  await person.calls("focus", "#carte", { focusVisible: true });
  await person.until(() => browser.executeScript("return document.querySelector('.explore-status') !== null"), "nothing helps to explore the map");
  await person.presses("-", "+");
  await hears(/aucune initiative\. La plus proche : .+, à \d+ km /);
});

test("an arrow with Ctrl goes that way and says how far, a letter goes to a name, Escape to the map", async () => {
  await toMarkers();
  await person.presses(Key.HOME);
  const from = await browser.executeScript("return document.activeElement.getBoundingClientRect().top");
  await browser.actions().keyDown(Key.CONTROL).sendKeys(Key.ARROW_DOWN).keyUp(Key.CONTROL).perform();
  await hears(/^à [\d,\u202f]+ km .* du précédent$/);
  const top = await browser.executeScript("return document.activeElement.getBoundingClientRect().top");
  assert.ok(top > from, `${from} ${top}`);
  await person.presses("m");
  await person.focusIs(/\bM/i);
  // The first puts the name of the marker away.
  await person.presses(Key.ESCAPE);
  await person.presses(Key.ESCAPE);
  await person.focusIs("Carte des initiatives");
});

test("a ring that opens puts the keyboard on what it became", async () => {
  await toMarkers();
  const ring = await person.until(async () => {
    await person.presses(Key.ARROW_DOWN);
    return browser.executeScript("return document.activeElement.matches('.cluster:not(.tag)')");
  }, "no ring");
  assert.ok(ring);
  const hash = (await person.address()).hash;
  await person.presses(Key.ENTER);
  await person.addressIs((address) => address.hash !== hash, "another view");
  await hears(/^Groupe ouvert\. /);
  await person.until(() => browser.executeScript("return document.activeElement.matches('.marker')"), "the keyboard is on no marker");
});

test("« Explorer la carte » moves the map by buttons, tells the keys, and switches single letters off", async () => {
  await firstView(browser, server.url);
  await person.clicks("button", "Explorer la carte");
  await person.focusIs("Vers le nord");
  await person.isAccessible("the pad open");
  const hash = (await person.address()).hash;
  await person.clicks("button", "Vers l’est");
  await person.addressIs((address) => address.hash !== hash, "another view");
  await hears(/^Plus à l’est\. /);
  await person.clicks("button", /^Où suis-je/);
  await hears(/La vue fait/);
  await person.clicks("button", "Touches");
  await (await browser.findElement({ css: ".explore-pad input" })).click();
  await person.isAccessible("the keys open");
  await person.presses(Key.ESCAPE);
  await person.focusIs("Explorer la carte");
  await browser.executeScript("document.querySelector('.explore-status').textContent = ''");
  await person.calls("focus", "#carte", { focusVisible: true });
  await person.presses(".", Key.TAB);
  assert.equal(await said(), "");
});
