// The facets beyond levers: what is behind « Plus de filtres », their counts, their address, the keyboard, a phone.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Key } from "selenium-webdriver";
import { complaints, elsewhere, firstView, resize } from "./support/browser.mjs";
import { browser, person, server, visited } from "./support/site.mjs";

visited();

// Ids, as the list has them, and those that the open data say.
const listed = () => browser.executeScript("return [...new Set([...document.querySelectorAll('.rows [data-initiative]')].map((row) => row.dataset.initiative))].sort()");
const features = JSON.parse(readFileSync("dist/data/initiatives.geojson", "utf8")).features;
const having = (condition) => features.filter(({ properties }) => condition(properties)).map(({ id }) => id).sort();

// Opens a facet, and presses the value of this name. Returns the count beside it.
async function chooses(facet, name) {
  await person.clicks("button", facet);
  const text = await person.reads("button", new RegExp(`^${name}, \\d+ initiatives?$`));
  await person.clicks("button", text);
  return Number(text.match(/(\d+) initiatives?$/)[1]);
}

test("each facet behind « Plus de filtres » narrows the list to what its count says, and stands in the address", async () => {
  for (const [facet, value, name, id] of [
    ["Taille de la collectivité", "100 000 à 500 000 habitants", "tailles", "100000-a-500000"],
    ["Forme juridique", "Association", "formes", "association"],
    ["Avancement", "En projet", "avancement", "en-projet"],
    ["Période", "2010 à 2014", "periodes", "2010-a-2014"],
    ["Document", "Fiches des collectivités adhérentes du Grand Est", "documents", "003"],
    ["Ce que dit la fiche", "Ça a coincé", "avec", "freins"],
  ]) {
    await firstView(browser, server.url);
    await person.clicks("button", "Plus de filtres");
    const count = await chooses(facet, value.replaceAll(" ", "\\s"));
    await person.shows(({ shown, total }) => shown === count && shown < total, `${count} of ${value}`);
    await person.addressIs(({ searchParams }) => searchParams.get(name) === id, `${name}=${id}`);
    await person.sees("button", new RegExp(`^Retirer le filtre ${value.replaceAll(" ", "\\s")}$`));
  }
  await person.isAccessible("a facet behind « Plus de filtres »");
  assert.deepEqual(await complaints(browser), []);
});

test("what is listed is what the data say: legal form", async () => {
  await firstView(browser, `${server.url}?formes=association`);
  await person.showsSome();
  await person.comesTo(having(({ forme_juridique }) => forme_juridique === "association"), listed, "the associations");
});

test("values of a facet add up, facets narrow, and the sentence says so; each is removed by itself", async () => {
  await firstView(browser, `${server.url}?avec=montant&themes=alimentation`);
  const { shown } = await person.showsSome();
  await firstView(browser, `${server.url}?avec=montant,freins&themes=alimentation`);
  const more = await person.shows((counts) => counts.shown > shown, "more");
  const said = await browser.executeScript("return document.querySelector('.asked').innerText.replace(/×/g, '').replace(/\\s+/g, ' ')");
  assert.match(said, /^Alimentation et Avec montant ou Ça a coincé Tout afficher/);
  await person.isAccessible("filters and what is between them");
  await person.clicks("button", "Retirer le filtre Alimentation");
  await person.focusIs("Les initiatives");
  await person.shows((counts) => counts.shown > more.shown, "without the theme");
  await person.addressIs(({ search }) => search === "?avec=montant,freins", "what is left");
  await browser.navigate().back();
  await person.shows((counts) => counts.shown === more.shown, "the same as before");
});

test("a value that would show nothing is disabled, not hidden", async () => {
  await firstView(browser, `${server.url}?leviers=scic`);
  await person.clicks("button", /^Quel thème/);
  const digital = await person.sees("button", "Numérique, 0 initiative");
  assert.equal(await digital.isEnabled(), false);
  assert.equal(await (await person.sees("button", /^Alimentation, \d+ initiatives?$/)).isEnabled(), true);
  // One that is asked for can be given back, and the keyboard is not lost with it.
  await firstView(browser, `${server.url}?leviers=scic&themes=numerique`);
  await person.shows(({ shown }) => shown === 0, "none");
  await person.clicks("button", /^Quel thème/);
  await person.clicks("button", "Numérique, 0 initiative");
  await person.addressIs(({ search }) => search === "?leviers=scic", "the lever alone");
  await person.focusIs("Les initiatives");
});

test("a long facet is searched, by keyboard alone", async () => {
  await firstView(browser, server.url);
  await person.tabsTo(/^Quel thème/);
  await person.presses(Key.ENTER);
  await person.sees("button", /^Énergie et climat, \d+ initiatives?$/);
  await person.tabsTo(/^Chercher parmi les valeurs/);
  await person.presses("energ");
  await person.seesNo("button", /^Alimentation, \d+ initiatives?$/);
  await person.sees("status", /Valeurs trouvées : 1/);
  await person.isAccessible("a facet that is searched");
  await person.tabsTo(/^Énergie et climat, \d+ initiatives?$/);
  await person.presses(Key.ENTER);
  await person.addressIs(({ searchParams }) => searchParams.get("themes") === "energie", "the theme");
  await person.showsSome();
  await browser.actions().keyDown(Key.SHIFT).sendKeys(Key.TAB).keyUp(Key.SHIFT).perform();
  await person.presses(Key.ESCAPE);
  await person.sees("button", /^Alimentation, \d+ initiatives?$/);
});

test("in English, names and counts are there too", async () => {
  await firstView(browser, `${server.url}?lang=en&avancement=en-projet`);
  await person.sees("button", "Remove the filter Planned");
  await person.clicks("button", "More filters");
  await person.clicks("button", "Legal form");
  await person.sees("button", /^Public body, \d+ initiatives?$/);
});

test("on a phone one button says how many filters are in force, and shows the others", { skip: elsewhere }, async () => {
  await resize(browser, 390, 844, true);
  try {
    await firstView(browser, `${server.url}?leviers=foncier&avec=montant`);
    await person.showsSome();
    const button = await person.sees("button", "Filtrer (2)");
    assert.equal(await button.getAttribute("aria-expanded"), "false");
    await person.seesNo("button", "Plus de filtres");
    await person.clicks("button", "Filtrer (2)");
    await person.comesTo("true", () => button.getAttribute("aria-expanded"), "the filters are shown");
    await person.clicks("button", "Plus de filtres");
    await person.clicks("button", "Ce que dit la fiche");
    await person.clicks("button", /^Ça a coincé, \d+ initiatives?$/);
    await person.sees("button", "Filtrer (3)");
    await person.isAccessible("filters on a phone");
    await person.nothingSticksOut("filters on a phone");
    await resize(browser, 320, 640, true);
    await person.nothingSticksOut("filters at 320 px");
  } finally {
    await resize(browser, 1280, 800);
  }
});

test("a commune keeps what its métropole and its région do over it, told apart from what is in it", async () => {
  const names = (list) => browser.executeScript("return [...document.querySelectorAll(`#${arguments[0]} > li`)].map((row) => row.innerText)", list);
  const over = /Métropole Européenne de Lille|Nord|Hauts-de-France/;
  await firstView(browser, `${server.url}?territoire=59350`);
  await person.shows(({ shown }) => shown > 3, "what is in Lille and over it");
  const larger = await person.reads("heading", /^\d+ initiatives sur un territoire entier$/);
  const [here, there] = [await names("dans-la-vue"), await names("sur-territoires")];
  assert.equal(there.length, Number.parseInt(larger, 10));
  assert.ok(here.length > 0 && here.every((row) => row.includes("Lille (59)")), here.join("\n"));
  assert.ok(there.every((row) => over.test(row) && !row.includes("Lille (59)")), there.join("\n"));
  // Elsewhere nothing of it is shown.
  await firstView(browser, `${server.url}?territoire=29151`);
  await person.shows(({ shown }) => shown === 0, "nothing of Lille in Morlaix");
});
