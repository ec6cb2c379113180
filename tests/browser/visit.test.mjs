// A visit on a wide screen: first view, list, markers, sheets, filters, address, back.
import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { Key } from "selenium-webdriver";
import { complaints, firstView, open } from "./support/browser.mjs";
import { Person } from "./support/person.mjs";
import { serve } from "./support/server.mjs";

let browser;
let server;
let person;

before(async () => {
  server = await serve("dist");
  browser = await open();
  person = new Person(browser);
});
after(async () => {
  await browser?.quit();
  await server?.close();
});
beforeEach(() => firstView(browser, server.url));

test("the first view says what it is, how many, what the colours mean", async () => {
  await person.sees("heading", "La carte des leviers");
  const { shown, total } = await person.shown();
  assert.ok(total >= 100);
  assert.equal(shown, total);
  for (const lever of ["Subvention", "Achat public", "Foncier", "Capital de SCIC", "Accompagnement", "Animation"]) {
    await person.sees("button", new RegExp(`^${lever} \\d+$`));
  }
  const markers = await person.markers();
  assert.ok(markers.some((name) => /^\d+ initiatives autour de /.test(name)), markers.join("\n"));
  await person.isAccessible("first view");
  assert.deepEqual(await complaints(browser), []);
});

test("the list opens a sheet with levers and evidence, and closes back to where one was", async () => {
  await person.clicks("link", /^Mundo Gusto/);
  await person.sees("heading", "Mundo Gusto");
  await browser.wait(async () => (await person.focused()) === "Mundo Gusto", 5000, "the focus did not go to the sheet");
  assert.match(await browser.getTitle(), /^Mundo Gusto/);
  await person.sees("heading", "Les leviers de la collectivité");
  const sheet = await person.sees("region", "Mundo Gusto");
  assert.match(await sheet.getText(), /Ville de Nanterre a utilisé ce levier/);
  await person.clicks("button", "Source", sheet);
  assert.match(await sheet.getText(), /Carnet de chantier .* \(L’Atelier, juillet 2016\)/);
  await person.isAccessible("initiative open");
  assert.equal((await person.address()).searchParams.get("initiative"), "mundo-gusto");
  await person.clicks("button", "Fermer la fiche");
  await person.seesNo("heading", "Les leviers de la collectivité");
  await browser.wait(async () => /^Mundo Gusto/.test(await person.focused()), 5000, "the focus did not come back");
});

test("from a lever's name to its sheet, and on to another initiative", async () => {
  await browser.get(`${server.url}?initiative=mundo-gusto`);
  await person.clicks("link", "Foncier", await person.sees("region", "Mundo Gusto"));
  const sheet = await person.sees("region", "Foncier");
  const used = await person.sees("heading", /^Les initiatives où une collectivité l’a utilisé \(\d+\)$/, sheet);
  const count = Number((await used.getText()).match(/\d+/)[0]);
  await person.sees("heading", "Des ressources pour agir", sheet);
  await person.isAccessible("lever open");
  await person.clicks("link", "Ne montrer que ce levier sur la carte", sheet);
  await person.sees("region", "Foncier");
  await person.clicks("button", "Fermer la fiche");
  assert.equal((await person.shown()).shown, count);
});

test("a marker opens its sheet, by mouse and by keyboard", async () => {
  const angers = `${server.url}#9.00/47.4700/-0.5500`;
  await firstView(browser, angers);
  const name = await browser.wait(async () => (await person.markers()).find((name) => /Angers/.test(name)), 10_000, "no marker in Angers");
  const title = name.split(", ")[0];
  await person.clicks("button", name);
  await person.sees("region", title);
  await person.clicks("button", "Fermer la fiche");
  await person.seesNo("region", title);
  // The skip link leads to the map, and from there Tab goes from marker to marker.
  await browser.get("about:blank");
  await firstView(browser, angers);
  await browser.wait(async () => (await person.markers()).includes(name), 10_000);
  await person.tabsTo("Aller à la carte");
  await person.presses(Key.ENTER);
  await person.tabsTo(name);
  await person.presses(Key.ENTER);
  await person.sees("region", title);
  await browser.wait(async () => (await person.focused()) === title, 5000, "the focus did not go to the sheet");
  await person.presses(Key.ESCAPE);
  await person.seesNo("region", title);
  await browser.wait(async () => (await person.focused()) === name, 5000, "the focus did not come back to the marker");
});

test("the keyboard moves and zooms the map", async () => {
  const zoom = async () => Number.parseFloat((await person.address()).hash.slice(1));
  await browser.get("about:blank");
  await firstView(browser, `${server.url}#7.00/46.5000/2.5000`);
  await person.addressIs(({ hash }) => /^#\d/.test(hash), "a view");
  const start = await zoom();
  await browser.executeScript("document.getElementById('carte').focus()");
  await person.presses("+");
  await person.addressIs(({ hash }) => Number.parseFloat(hash.slice(1)) > start + 0.9, "a closer view");
  const before = (await person.address()).hash;
  await person.presses(Key.ARROW_RIGHT);
  await person.addressIs(({ hash }) => hash !== before, "another place");
  await person.presses(Key.HOME);
  await person.addressIs(({ hash }) => Number.parseFloat(hash.slice(1)) < start, "the whole of France");
});

test("a cluster opens into its parts", async () => {
  const [before] = (await person.markersAtRest()).filter((name) => /initiatives autour de/.test(name));
  const zoom = 5;
  await person.clicks("button", before);
  await person.addressIs(({ hash }) => Number.parseFloat(hash.slice(1)) > zoom, "a closer view");
  await browser.wait(async () => !(await person.markers()).includes(before), 10_000, "the cluster stayed");
});

test("initiatives at one place are told apart when close", async () => {
  await browser.get("about:blank");
  await firstView(browser, `${server.url}#11.50/48.8566/2.3429`);
  const pile = await browser.wait(async () => (await person.markers()).find((name) => /initiatives au même endroit, Paris/.test(name)), 10_000, "no pile in Paris");
  const count = Number.parseInt(pile, 10);
  await person.clicks("button", pile);
  await person.addressIs(({ hash }) => Number.parseFloat(hash.slice(1)) >= 12, "a close view");
  const apart = async () => (await person.markers()).filter((name) => /, Paris \(75\)/.test(name) && !/même endroit/.test(name));
  await browser.wait(async () => (await apart()).length >= count, 10_000, "the pile did not spread");
  await person.clicks("button", (await apart())[0]);
  await person.sees("heading", "Les leviers de la collectivité");
});

test("a filter narrows the map and the list, and says so", async () => {
  const chip = await person.sees("button", /^Foncier \d+$/);
  const count = Number((await chip.getAccessibleName()).match(/\d+/)[0]);
  await chip.click();
  assert.equal(await chip.getAttribute("aria-pressed"), "true");
  await browser.wait(async () => (await person.shown()).shown === count, 5000);
  await person.addressIs(({ searchParams }) => searchParams.get("leviers") === "foncier", "the filter");
  // Another value of the same facet adds, never takes away.
  await person.clicks("button", /^Animation \d+$/);
  assert.ok((await person.shown()).shown > count);
  await person.isAccessible("filtered");
  await person.clicks("button", "Tout afficher");
  const { shown, total } = await person.shown();
  assert.equal(shown, total);
});

test("the kind of authority is a filter like the others", async () => {
  await person.clicks("button", "Type de collectivité");
  const chip = await person.sees("button", /^Métropole \d+$/);
  const count = Number((await chip.getAccessibleName()).match(/\d+/)[0]);
  await chip.click();
  await browser.wait(async () => (await person.shown()).shown === count, 5000);
  await person.addressIs(({ searchParams }) => searchParams.get("types-collectivite") === "metropole", "the filter");
  await person.isAccessible("filtered by kind of authority");
  await browser.navigate().back();
  const { shown, total } = await person.shown();
  assert.equal(shown, total);
});

test("addresses with levers and themes mean what they did", async () => {
  await firstView(browser, `${server.url}?leviers=foncier,subvention&themes=alimentation`);
  assert.equal(await (await person.sees("button", /^Foncier \d+$/)).getAttribute("aria-pressed"), "true");
  await person.clicks("button", /^Quel thème/);
  const food = await person.sees("button", /^Alimentation \d+$/);
  assert.equal(await food.getAttribute("aria-pressed"), "true");
  const { shown } = await person.shown();
  // Its count is what it shows under these levers.
  assert.equal(shown, Number((await food.getAccessibleName()).match(/\d+/)[0]));
  await food.click();
  await person.addressIs(({ search }) => search === "?leviers=subvention,foncier", "the levers alone");
});

test("a filter with nothing in it teaches what to do", async () => {
  await firstView(browser, `${server.url}?leviers=scic&themes=numerique`);
  assert.equal((await person.shown()).shown, 0);
  await person.isAccessible("nothing shown");
  await person.clicks("button", "Tout afficher");
  assert.ok((await person.shown()).shown > 0);
});

test("the address holds view, filter and sheet, both ways; back and forward work", async () => {
  await firstView(browser, `${server.url}?leviers=foncier#8.00/45.7000/4.8000`);
  const filtered = (await person.shown()).shown;
  await person.addressIs(({ hash }) => hash === "#8.00/45.7000/4.8000", "the view asked for");
  await person.clicks("link", /^Mundo Gusto/);
  await person.sees("region", "Mundo Gusto");
  await person.addressIs(({ searchParams, hash }) => searchParams.get("initiative") === "mundo-gusto" && hash !== "#8.00/45.7000/4.8000", "the sheet and its view");
  await browser.navigate().back();
  await person.seesNo("region", "Mundo Gusto");
  assert.equal((await person.shown()).shown, filtered);
  await browser.navigate().forward();
  await person.sees("region", "Mundo Gusto");
  const address = (await person.address()).href;
  await browser.navigate().refresh();
  await person.sees("region", "Mundo Gusto");
  await person.addressIs(({ href }) => href === address, "the same state after a reload");
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
  const { shown, total } = await person.shown();
  assert.equal(shown, total);
});

test("a territory narrows and frames the map", async () => {
  await firstView(browser, `${server.url}?territoire=ept:200057867`);
  await person.sees("button", "Ne plus limiter à Plaine Commune");
  const { shown, total } = await person.shown();
  assert.ok(shown > 0 && shown < total, `${shown} of ${total}`);
  await person.addressIs(({ hash }) => Number.parseFloat(hash.slice(1)) > 10, "a view of the territory");
});

test("an initiative that covers a territory shows its outline while its sheet is open", async () => {
  await browser.get("about:blank");
  await firstView(browser, `${server.url}?initiative=demarche-collaborative-est-ensemble`);
  await person.addressIs(({ hash }) => /^#1\d/.test(hash), "a view of Est Ensemble");
  // The colour of the map a little below the middle, which lies in the territory.
  const colour = () => browser.executeScript(`
    const canvas = document.getElementById("carte");
    return [...canvas.getContext("2d").getImageData(canvas.width / 2, canvas.height / 2 + 40, 1, 1).data].join();`);
  let open;
  await browser.wait(async () => {
    const before = open;
    open = await colour();
    return open === before;
  }, 10_000, "the map did not come to rest");
  await person.clicks("button", "Fermer la fiche");
  await browser.wait(async () => (await colour()) !== open, 5000, "the outline stayed");
});

test("an overseas département is one click away", async () => {
  await person.clicks("button", "La Réunion");
  await person.addressIs(({ hash }) => Math.abs(Number(hash.split("/")[1]) + 21.1) < 0.3, "La Réunion");
  await person.isAccessible("La Réunion");
});

test("the screen is in English when asked", async () => {
  await firstView(browser, `${server.url}?lang=en`);
  await person.sees("heading", "The lever map");
  await person.sees("status", /^36 initiatives shown of 36|^\d+ initiatives shown of \d+/);
  await person.isAccessible("English");
});
