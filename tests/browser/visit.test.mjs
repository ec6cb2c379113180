// A visit on a wide screen: first view, list, markers, sheets, filters, address, back.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { Key } from "selenium-webdriver";
import { complaints, firstView, mapReady } from "./support/browser.mjs";
import { browser, person, server, visited } from "./support/site.mjs";

visited();
beforeEach(() => firstView(browser, server.url));

test("the first view says what it is, how many, what the colours mean", async () => {
  await person.sees("heading", "La carte des leviers");
  assert.ok((await person.showsAll()).total >= 100);
  for (const lever of ["Subvention", "Achat public", "Foncier", "Capital de SCIC", "Accompagnement", "Animation"]) {
    await person.sees("button", new RegExp(`^${lever}, \\d+ initiatives$`));
  }
  await person.marker((name) => /^\d+ initiatives autour de /.test(name), "a cluster");
  await person.isAccessible("first view");
  assert.deepEqual(await complaints(browser), []);
});

test("the list opens a sheet with levers and evidence, and closes back to where one was", async () => {
  await person.clicks("link", /^Mundo Gusto/);
  await person.sees("heading", "Mundo Gusto");
  await person.focusIs("Mundo Gusto");
  await person.until(async () => /^Mundo Gusto/.test(await browser.getTitle()), "the title does not name the sheet");
  await person.sees("heading", "Les leviers de la collectivité");
  const sheet = ["region", "Mundo Gusto"];
  await person.readsIn(sheet, "Ville de Nanterre, par Semna, société d’économie mixte de Nanterre, a utilisé ce levier");
  await person.readsIn(sheet, "Carnet de chantier", "L’Atelier", "juillet 2016");
  await person.isAccessible("initiative open");
  await person.addressIs(({ searchParams }) => searchParams.get("initiative") === "mundo-gusto", "the sheet");
  await person.clicks("button", "Fermer la fiche");
  await person.seesNo("heading", "Les leviers de la collectivité");
  await person.focusIs(/^Mundo Gusto/);
});

test("from a lever's name to its sheet, and on to another initiative", async () => {
  await firstView(browser, `${server.url}?initiative=mundo-gusto`);
  await person.clicks("link", "Foncier", ["region", "Mundo Gusto"]);
  const sheet = ["region", "Foncier"];
  await person.sees("heading", /^Qui s’en est servi/, sheet);
  const said = await (await person.sees(...sheet)).getText();
  const count = Number(said.match(/Levier utilisé pour (\d+) initiatives/)[1]);
  await person.sees("heading", "Des ressources pour agir", sheet);
  await person.isAccessible("lever open");
  await person.clicks("link", "Ne montrer que ce levier sur la carte", sheet);
  await person.sees(...sheet);
  await person.clicks("button", "Fermer la fiche");
  const { total } = await person.shows(({ shown }) => shown === count, `${count} shown`);
  assert.ok(count < total, "the lever filters nothing");
});

test("a marker opens its sheet, by mouse and by keyboard", async () => {
  const angers = `${server.url}#9.00/47.4700/-0.5500`;
  await firstView(browser, angers);
  const name = await person.marker((name) => /Angers/.test(name), "Angers");
  const title = name.split(", ")[0];
  await person.clicks("button", name);
  await person.sees("region", title);
  await person.clicks("button", "Fermer la fiche");
  await person.seesNo("region", title);
  // The skip link leads to the map, from there Tab to its markers, and arrows from one to the next.
  await firstView(browser, angers);
  await person.marker((other) => other === name, name);
  await person.tabsTo("Aller à la carte");
  await person.presses(Key.ENTER);
  await person.tabsTo(/^Repères/);
  await person.focusIs(/^Repères de la carte, \d+/);
  await person.until(async () => (await person.presses(Key.ARROW_DOWN), (await person.focused()) === name), `arrows never come to ${name}`);
  // The link is no view: the map stays there, moved at most to show the marker whole, and the address tells of it.
  await person.rests();
  assert.match((await person.address()).hash, /^#9\.00\/47\.[34]/);
  await person.presses(Key.ENTER);
  await person.sees("region", title);
  await person.focusIs(title);
  await person.rests();
  await person.presses(Key.ESCAPE);
  await person.seesNo("region", title);
  await person.focusIs(name);
});

test("the keyboard moves and zooms the map", async () => {
  const view = ({ hash }) => hash.slice(1).split("/").map(Number);
  await firstView(browser, `${server.url}#7.00/46.5000/2.5000`);
  await browser.executeScript("document.getElementById('carte').focus()");
  await person.presses("+");
  await person.addressIs((address) => view(address)[0] > 7.9, "a closer view");
  await person.rests();
  const [, , before] = view(await person.address());
  await person.presses(Key.ARROW_RIGHT);
  await person.addressIs((address) => view(address)[2] > before, "a place further east");
  await person.presses(Key.HOME);
  await person.addressIs((address) => view(address)[0] < 7, "the whole of France");
});

test("a cluster opens into its parts", async () => {
  await firstView(browser, `${server.url}#5.50/46.5000/2.5000`);
  const before = await person.marker((name) => /initiatives autour de/.test(name), "a cluster");
  await person.clicks("button", before);
  await person.addressIs(({ hash }) => Number.parseFloat(hash.slice(1)) > 5.5, "a closer view");
  await person.until(async () => !(await person.markers()).includes(before), "the cluster stayed");
});

test("initiatives at one place are told apart when close", async () => {
  await firstView(browser, `${server.url}#11.50/48.8566/2.3429`);
  const pile = await person.marker((name) => /initiatives dans la même commune, Paris \(75\)/.test(name), "a pile in Paris");
  const count = Number.parseInt(pile, 10);
  await person.clicks("button", pile);
  await person.addressIs(({ hash }) => Number.parseFloat(hash.slice(1)) >= 12, "a close view");
  const apart = async () => (await person.markers()).filter((name) => /, Paris \(75\)/.test(name) && !/même commune/.test(name));
  await person.until(async () => (await apart()).length >= count, "the pile did not spread");
  // The list begins with them, whoever cannot see the map.
  await person.focusIs(new RegExp(`^Même commune\\s: Paris \\(75\\) \\(${count}\\)$`));
  await person.rests();
  await person.clicks("button", (await apart())[0]);
  await person.sees("heading", "Les leviers de la collectivité");
});

test("what covers territories is told apart from places: a tag opens its list, frames and outlines the territory", async () => {
  await person.marker((name) => /^Grand Est, \d+ initiatives sur des territoires entiers/.test(name), "a tag for the Grand Est");
  await firstView(browser, `${server.url}#10.00/48.9200/2.3900`);
  const tag = await person.marker((name) => /^Plaine Commune, \d+ initiatives sur tout le territoire/.test(name), "the tag of Plaine Commune");
  const count = Number(tag.match(/\d+/)[0]);
  await person.clicks("button", tag);
  const heading = new RegExp(`^Sur tout ce territoire\\s: Plaine Commune \\(${count}\\)$`);
  await person.focusIs(heading);
  await person.addressIs(({ hash }) => Number.parseFloat(hash.slice(1)) > 10.5, "a view of Plaine Commune");
  const rows = () => browser.executeScript("return document.activeElement.closest('.opened').querySelectorAll('li').length");
  await person.comesTo(count, rows, "a row for each");
  await person.rests();
  await person.isAccessible("initiatives of a territory");
  await person.clicks("button", "Fermer cette liste");
  await person.seesNo("heading", heading);
  await person.focusIs("Les initiatives");
});

test("a territory asked for tells first what covers it", async () => {
  await firstView(browser, `${server.url}?territoire=ept:200057867`);
  await person.sees("heading", /^Sur tout ce territoire\s: Plaine Commune \(\d+\)$/);
});

test("the list begins with a lever, proof, a short place and a sentence", async () => {
  const row = "document.querySelector('.row')";
  const said = (part) => browser.executeScript(`return ${row}.querySelector('.row-${part}').textContent`);
  await person.until(async () => (await said("lead")).length > 20, "the first row has no sentence");
  assert.match(await said("place"), /^.{4,60}$/);
  assert.match(await said("words"), /^(Subvention|Achat public|Foncier|Capital de SCIC|Accompagnement|Animation)/);
  assert.equal(await browser.executeScript(`return ${row}.querySelector('svg').dataset.standing`), "dit");
});

test("the legend says what rings, tags and lines mean", async () => {
  await person.clicks("button", "Lire la carte");
  await person.until(() => browser.executeScript("return document.querySelector('.key').innerText.includes('De loin, il y en a une par région')"), "no word of tags");
  await person.isAccessible("how to read the map");
});

test("a filter narrows the map and the list, and says so", async () => {
  const count = Number((await person.reads("button", /^Foncier, \d+ initiatives?$/)).match(/\d+/)[0]);
  const chip = await person.clicks("button", /^Foncier, \d+ initiatives?$/);
  await person.comesTo("true", () => chip.getAttribute("aria-pressed"), "the filter is pressed");
  const { total } = await person.shows(({ shown }) => shown === count, `${count} shown`);
  assert.ok(count < total, "the lever filters nothing");
  await person.addressIs(({ searchParams }) => searchParams.get("leviers") === "foncier", "the filter");
  // Another value of the same facet adds, never takes away.
  await person.clicks("button", /^Animation, \d+ initiatives?$/);
  await person.shows(({ shown }) => shown > count && shown < total, "more, and not all");
  await person.isAccessible("filtered");
  await person.clicks("button", "Tout afficher");
  await person.showsAll();
});

test("the kind of authority is a filter like the others", async () => {
  await person.clicks("button", "Type de collectivité");
  const chip = await person.sees("button", /^Métropole, \d+ initiatives?$/);
  const count = Number((await chip.getAccessibleName()).match(/\d+/)[0]);
  await chip.click();
  await person.shows(({ shown }) => shown === count, `${count} of them`);
  await person.addressIs(({ searchParams }) => searchParams.get("types-collectivite") === "metropole", "the filter");
  await person.isAccessible("filtered by kind of authority");
  await browser.navigate().back();
  await person.showsAll();
});

test("addresses with levers and themes mean what they did", async () => {
  await firstView(browser, `${server.url}?leviers=foncier,subvention&themes=alimentation`);
  assert.equal(await (await person.sees("button", /^Foncier, \d+ initiatives?$/)).getAttribute("aria-pressed"), "true");
  await person.clicks("button", /^Quel thème/);
  const food = await person.sees("button", /^Alimentation, \d+ initiatives?$/);
  assert.equal(await food.getAttribute("aria-pressed"), "true");
  // Its count is what it shows under these levers.
  const count = Number((await food.getAccessibleName()).match(/\d+/)[0]);
  await person.shows(({ shown }) => shown === count, `${count} of them`);
  await food.click();
  await person.addressIs(({ search }) => search === "?leviers=subvention,foncier", "the levers alone");
});

test("a filter with nothing in it teaches what to do", async () => {
  await firstView(browser, `${server.url}?leviers=scic&themes=numerique`);
  await person.shows(({ shown }) => shown === 0, "none");
  await person.isAccessible("nothing shown");
  await person.clicks("button", "Tout afficher");
  await person.showsAll();
});

test("the address holds view, filter and sheet, both ways; back and forward work", async () => {
  await firstView(browser, `${server.url}?leviers=foncier#8.00/45.7000/4.8000`);
  const filtered = await person.showsSome();
  await person.addressIs(({ hash }) => hash === "#8.00/45.7000/4.8000", "the view asked for");
  await person.clicks("link", /^Mundo Gusto/);
  await person.sees("region", "Mundo Gusto");
  await person.addressIs(({ searchParams, hash }) => searchParams.get("initiative") === "mundo-gusto" && hash !== "#8.00/45.7000/4.8000", "the sheet and its view");
  await browser.navigate().back();
  await person.seesNo("region", "Mundo Gusto");
  await person.shows(({ shown }) => shown === filtered.shown, "the same as before");
  await browser.navigate().forward();
  await person.sees("region", "Mundo Gusto");
  await person.rests();
  const { href } = await person.address();
  await browser.navigate().refresh();
  await mapReady(browser);
  await person.sees("region", "Mundo Gusto");
  await person.rests();
  assert.equal((await person.address()).href, href, "the same state after a reload");
});

test("a link to an initiative opens its sheet and centres it", async () => {
  await firstView(browser, `${server.url}?initiative=vrac-lyon`);
  await person.sees("region", /VRAC/);
  await person.addressIs(({ hash }) => {
    const [zoom, lat, lon] = hash.slice(1).split("/").map(Number);
    return zoom > 8 && Math.abs(lat - 45.77) < 0.3 && Math.abs(lon - 4.85) < 0.4;
  }, "Lyon in the middle");
});

test("wrong values give a working map and a polite message", async () => {
  await firstView(browser, `${server.url}?leviers=don&territoire=epci:999999999&initiative=nulle-part#99/0/0`);
  await person.sees("alert", /« leviers » ne connaît pas la valeur « don »/);
  await person.sees("alert", /n’est pas une vue de la carte/);
  await person.sees("alert", /« 999999999 » n’est pas connu/);
  await person.sees("alert", /Aucune fiche ne porte l’identifiant « nulle-part »/);
  await person.isAccessible("messages");
  await person.clicks("button", "Fermer la fiche");
  await person.showsAll();
});

test("a territory narrows and frames the map", async () => {
  await firstView(browser, `${server.url}?territoire=ept:200057867`);
  await person.sees("button", "Ne plus limiter au territoire\u00a0: Plaine Commune");
  await person.showsSome();
  await person.addressIs(({ hash }) => Number.parseFloat(hash.slice(1)) > 10, "a view of the territory");
});

test("an initiative that covers a territory shows its outline while its sheet is open", async () => {
  await firstView(browser, `${server.url}?initiative=demarche-collaborative-est-ensemble`);
  await person.addressIs(({ hash }) => /^#1\d/.test(hash), "a view of Est Ensemble");
  // The colour of the map a little below the middle, which lies in the territory.
  const colour = () => browser.executeScript(`
    const canvas = document.getElementById("carte");
    return [...canvas.getContext("2d").getImageData(canvas.width / 2, canvas.height / 2 + 40, 1, 1).data].join();`);
  await person.rests();
  const [open, { hash }] = [await colour(), await person.address()];
  await person.clicks("button", "Fermer la fiche");
  await person.until(async () => (await colour()) !== open, "the outline stayed");
  await person.rests();
  assert.equal((await person.address()).hash, hash, "the colour is that of another place");
});

test("an overseas département is one click away", async () => {
  await person.clicks("button", "La Réunion");
  await person.addressIs(({ hash }) => Math.abs(Number(hash.split("/")[1]) + 21.1) < 0.3, "La Réunion");
  await person.isAccessible("La Réunion");
});

test("an empty view speaks of the documents and of what is nearest, and leads there", async () => {
  const list = ["region", "Les initiatives"];
  await person.clicks("button", "Martinique");
  await person.readsIn(list, "ne racontent aucune initiative à cet endroit", /Les plus proches\s:/u, /à environ [67]\s\d00\skm/u);
  await person.isAccessible("nothing here");
  await firstView(browser, `${server.url}?territoire=commune:29151`);
  await person.readsIn(list, "ne racontent aucune initiative qui réunisse ces critères", /(tout près|à environ \d+\skm)/u);
  const nearest = await person.reads("link", /./, list);
  await person.clicks("link", nearest, list);
  await person.sees("region", nearest);
});

test("the screen is in English when asked", async () => {
  await firstView(browser, `${server.url}?lang=en`);
  await person.sees("heading", "The lever map");
  await person.sees("status", /^(\d+) initiatives shown of \1$/);
  await person.isAccessible("English");
});
