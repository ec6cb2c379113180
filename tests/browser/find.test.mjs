// The box that finds, as a visitor uses it: by keyboard and pointer, in both languages, before the map is there, when names do not come.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Key } from "selenium-webdriver";
import { complaints, elsewhere, firstView, mapReady, open, resize } from "./support/browser.mjs";
import { Person } from "./support/person.mjs";
import { serve } from "./support/server.mjs";

let browser;
let person;
let server;
let refused = () => false; // what the server does not give

before(async () => {
  server = await serve("dist", {
    touch(request, response) {
      if (!refused(request.url)) return false;
      response.writeHead(503).end();
      return true;
    },
  });
  browser = await open();
  person = new Person(browser);
});
after(async () => {
  await browser?.quit();
  await server?.close();
});

const FIELD = "Ma commune, une initiative, un mot…";
const field = () => browser.findElement({ id: "chercher" });

// Types, and waits for the answers to that: the first is this one.
async function finds(text, first) {
  const input = await field();
  await input.click();
  await browser.executeScript("arguments[0].select()", input);
  await input.sendKeys(text);
  await answersBegin(first);
}

const options = () => browser.executeScript("return [...document.querySelectorAll('#reponses [role=option]')].map((option) => option.innerText.replace(/\\s+/g, ' ').replaceAll('\\u00a0', ' ').trim())");
async function answersBegin(first) {
  let all = [];
  const look = async () => first.test((all = await options())[0] ?? "");
  await person.until(look, () => `the answers never begin with ${first}: ${all.join(" | ")}`);
  return all;
}

// The list is made again when more names come: then the option is looked for again.
const chooses = () => person.until(async () => (await (await browser.findElement({ css: "#reponses [role=option]" })).click(), true), "no answer to choose");

test("what is typed is answered by groups, and Enter opens the best", async () => {
  await firstView(browser, server.url);
  await finds("morl", /^Morlaix Commune, Finistère \(29\)$/);
  const input = await field();
  assert.equal(await input.getAccessibleName(), FIELD);
  assert.equal(await input.getAttribute("aria-expanded"), "true");
  assert.equal(await browser.executeScript("return document.querySelector('#reponses mark').textContent"), "Morl");
  await person.reads("status", /^\d+ réponses?\. Morlaix, Commune, Finistère \(29\)/);
  await person.isAccessible("answers open");
  await person.presses(Key.ENTER);
  await person.sees("heading", "Morlaix (29)");
  await person.focusIs("Morlaix (29)");
  await person.addressIs(({ search }) => search === "?lieu=commune-29151", "the territory");
  assert.equal(await input.getAttribute("aria-expanded"), "false");
  await person.isAccessible("a territory open");
});

test("a territory shows what is done at each level, the nearest initiatives, and limits the map", async () => {
  await firstView(browser, `${server.url}?lieu=commune-29151`);
  await person.sees("heading", "Morlaix (29)");
  await person.sees("heading", "Dans la commune");
  for (const level of [/^Son intercommunalité\s: /, /^Son département\s: Finistère$/, /^Sa région\s: Bretagne$/]) await person.sees("link", level);
  await person.sees("heading", "Les initiatives les plus proches, ailleurs");
  await person.clicks("link", "Limiter la carte à ce territoire");
  await person.addressIs(({ search }) => search === "?territoire=commune:29151&lieu=commune-29151", "the limit");
  await person.clicks("link", /^Son département\s: Finistère$/);
  await person.sees("heading", "Finistère");
  await person.addressIs(({ search }) => search.endsWith("lieu=departement-29"), "the département");
});

test("each kind of territory opens, those that no document speaks of too", async () => {
  for (const [slug, name] of [
    ["commune-2a004", "Ajaccio (2A)"],
    ["commune-97411", "Saint-Denis (974)"],
    ["commune-75101", "Paris (75)"],
    ["epci-200054781", "Métropole du Grand Paris"],
    ["ept-200057867", "Plaine Commune"],
    ["departement-2b", "Haute-Corse"],
    ["region-53", "Bretagne"],
  ]) {
    await firstView(browser, `${server.url}?lieu=${slug}`);
    await person.sees("heading", name);
  }
  await firstView(browser, `${server.url}?lieu=commune-00000`);
  await person.sees("alert", /commune-00000/);
  if (!elsewhere) await complaints(browser);
});

test("arrows go through the answers, Escape closes them, then empties the box", async () => {
  await firstView(browser, server.url);
  await finds("saint-denis", /^Saint-Denis /);
  const active = () => browser.executeScript("const id = document.activeElement.getAttribute('aria-activedescendant'); return document.getElementById(id)?.id ?? ''");
  await person.presses(Key.ARROW_DOWN);
  assert.equal(await active(), "reponse-0");
  await person.presses(Key.ARROW_DOWN);
  assert.equal(await active(), "reponse-1");
  assert.equal(await browser.executeScript("return document.querySelectorAll('#reponses [aria-selected=true]').length"), 1);
  await person.presses(Key.ARROW_UP, Key.ARROW_UP);
  assert.equal(await active(), "", "the field itself stands between the last and the first");
  await person.presses(Key.ARROW_UP);
  assert.equal(await active(), `reponse-${(await options()).length - 1}`);
  const input = await field();
  await person.presses(Key.ESCAPE);
  assert.deepEqual([await input.getAttribute("aria-expanded"), await input.getAttribute("value")], ["false", "saint-denis"]);
  await person.presses(Key.ESCAPE);
  assert.equal(await input.getAttribute("value"), "");
});

test("an initiative, a lever and a theme open their sheets, and filters stay", async () => {
  await firstView(browser, `${server.url}?leviers=foncier`);
  for (const [text, first, heading] of [
    ["bicyclo", /^Bicyclo/, /^Bicyclo, réseau/],
    ["scic", /^(Entrée|SCIC|Participer)/, /SCIC/],
  ]) {
    await finds(text, first);
    await chooses();
    await person.sees("heading", heading);
    await person.addressIs(({ search }) => search.startsWith("?leviers=foncier&"), "the filter");
  }
});

test("a former name leads to the commune of today and says so", async () => {
  await firstView(browser, server.url);
  await finds("pierrefitte-sur-seine", /^Pierrefitte-sur-Seine Aujourd’hui Saint-Denis, Seine-Saint-Denis \(93\)$/);
});

test("what is named nowhere proposes what to do", async () => {
  await firstView(browser, server.url);
  const input = await field();
  await input.sendKeys("xqzxqz");
  await person.reads("status", /^Rien ne s’appelle « xqzxqz »/);
  await person.sees("link", "Tous les territoires dont parlent les documents");
  assert.equal(await input.getAttribute("aria-expanded"), "false");
  await person.isAccessible("nothing found");
  await person.clicks("button", "Effacer");
  await person.seesNo("link", "Tous les territoires dont parlent les documents");
  await person.focusIs(FIELD);
});

test("it speaks English on the English map", async () => {
  await firstView(browser, `${server.url}?lang=en`);
  assert.equal(await (await field()).getAccessibleName(), "A town, an initiative, a word…");
  await finds("morlaix", /^Morlaix Commune, Finistère \(29\)$/);
  await person.presses(Key.ENTER);
  await person.sees("heading", "Morlaix (29)");
});

test("without the names it says so, and answers once they come", { skip: elsewhere }, async () => {
  // The browser has kept them.
  await browser.sendDevToolsCommand("Network.clearBrowserCache", {});
  refused = (url) => /\/find\/(first|sheets)/.test(url);
  try {
    await firstView(browser, server.url);
    await (await field()).sendKeys("morlaix");
    await person.reads("status", /^Les noms n’ont pas pu être téléchargés/);
  } finally {
    refused = () => false;
  }
  await person.clicks("button", "Réessayer");
  await answersBegin(/^Morlaix /);
  await complaints(browser);
});

test("with some names only it says so, and finds all of them once the others come", { skip: elsewhere }, async () => {
  await browser.sendDevToolsCommand("Network.clearBrowserCache", {});
  refused = (url) => /\/find\/sheets/.test(url);
  const types = async (text) => {
    await (await field()).clear();
    await (await field()).sendKeys(text);
  };
  try {
    await firstView(browser, server.url);
    await types("morlaix");
    await answersBegin(/^Morlaix /);
    await types("wxyzwxyz");
    await person.sees("button", "Réessayer");
  } finally {
    refused = () => false;
  }
  await person.clicks("button", "Réessayer");
  await types("morlaix");
  await answersBegin(/^Morlaix /);
  await types("mundo gusto");
  await answersBegin(/^Mundo Gusto/);
  await complaints(browser);
});

test("what is typed while the map comes is kept, and answered", { skip: elsewhere }, async () => {
  await browser.get(server.url);
  await (await field()).sendKeys("morlaix");
  await mapReady(browser);
  assert.equal(await (await field()).getAttribute("value"), "morlaix");
  await person.focusIs(FIELD);
  await answersBegin(/^Morlaix /);
});

test("on a telephone the box is on the map, and its answers in reach", { skip: elsewhere }, async () => {
  await resize(browser, 390, 844);
  try {
    await firstView(browser, server.url);
    await finds("lille", /^Lille /);
    await person.nothingSticksOut("answers on a telephone");
    await chooses();
    await person.sees("heading", "Lille (59)");
    await person.isAccessible("a territory on a telephone");
  } finally {
    await browser.sendDevToolsCommand("Emulation.clearDeviceMetricsOverride", {});
  }
});

test("« Autour de moi » names the nearest, with their distance, and is asked for only then", { skip: elsewhere }, async () => {
  await browser.sendDevToolsCommand("Browser.grantPermissions", { origin: new URL(server.url).origin, permissions: ["geolocation"] });
  await browser.sendDevToolsCommand("Emulation.setGeolocationOverride", { latitude: 48.92, longitude: 2.35, accuracy: 10 });
  await firstView(browser, server.url);
  await (await field()).click();
  await answersBegin(/Autour de moi/);
  await person.presses(Key.ARROW_DOWN, Key.ENTER);
  const all = await answersBegin(/ à (< 1|[\d,]+) km$/);
  assert.equal(all.length, 8);
  const away = all.map((one) => Number(one.match(/à (?:< )?([\d,]+) km$/)[1].replace(",", ".")));
  assert.deepEqual(away, [...away].sort((a, b) => a - b), "the nearest first");
  await person.isAccessible("around the visitor");
});
