// « Mon carnet »: up to six initiatives, kept in the address alone, compared side by side, printed.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Key } from "selenium-webdriver";
import { kept, withKept } from "../../public/keep/address.js";
import { elsewhere, firstView, page, resize } from "./support/browser.mjs";
import { firstPage, printed } from "./support/paper.mjs";
import { browser, person, server, visited } from "./support/site.mjs";

visited();

const { initiatives } = JSON.parse(readFileSync("dist/carnet/index.html", "utf8").match(/id="donnees">(.*?)<\/script>/s)[1]);
const ids = Object.keys(initiatives).sort((a, b) => initiatives[a].name.localeCompare(initiatives[b].name, "fr"));
const saysItsState = () => browser.executeScript("return Boolean(document.getElementById('etat')?.textContent)");
async function opens(query = "") {
  await page(browser, `${server.url}carnet/${query}`);
  await person.until(saysItsState, "the notebook is not there");
}
const columns = () => browser.executeScript("return [...document.querySelectorAll('#comparaison thead th a')].map((link) => link.textContent)");
const chosen = async () => (await person.address()).searchParams.get("initiatives")?.split(",") ?? [];

test("empty, it says what to do; by keyboard alone, one initiative comes in and goes out", async () => {
  await opens();
  await person.sees("status", /^Le carnet est vide/);
  await person.isAccessible("an empty notebook");
  await person.tabsTo(/^Chercher par nom/);
  await person.presses("vrac");
  await person.sees("status", /trouvées/);
  await person.tabsTo(/^VRAC, Vers/);
  await person.presses(Key.SPACE);
  await person.sees("status", "Dans le carnet : 1 sur 6.");
  assert.deepEqual(await columns(), [initiatives["vrac-lyon"].name]);
  assert.deepEqual(await chosen(), ["vrac-lyon"]);
  await person.clicks("button", /^Retirer du carnet\s: VRAC, Vers/);
  await person.sees("status", /^Le carnet est vide/);
  assert.deepEqual(await chosen(), []);
  await browser.navigate().back();
  await person.sees("status", "Dans le carnet : 1 sur 6.");
});

test("six and no more: what else is asked for is left out, what is unknown is told", async () => {
  const seven = ids.slice(0, 7);
  await opens(`?initiatives=${seven.join(",")},${seven[0]},rien-de-tel`);
  await person.sees("status", /^Le carnet est plein.*rien-de-tel/);
  assert.deepEqual(await columns(), seven.slice(0, 6).map((id) => initiatives[id].name));
  assert.equal(await browser.executeScript("return document.querySelectorAll('#initiatives input:disabled').length"), ids.length - 6);
  await person.clicks("button", "Vider le carnet");
  await person.sees("status", /^Le carnet est vide/);
});

test("what is compared is what the sheets say", async () => {
  await opens("?initiatives=mundo-gusto,vrac-lyon");
  const text = await browser.executeScript("return document.querySelector('#comparaison').innerText");
  for (const id of ["mundo-gusto", "vrac-lyon"]) {
    const { lead, uses } = initiatives[id];
    for (const said of [lead, ...uses.map(({ how }) => how)]) assert.ok(text.includes(said), said);
  }
  await person.isAccessible("two initiatives side by side");
});

test("the sheet of an initiative puts it into the notebook", async () => {
  await browser.get(`${server.url}initiatives/mundo-gusto/`);
  await person.clicks("link", /^Mettre dans mon carnet/);
  await person.sees("status", "Dans le carnet : 1 sur 6.");
  assert.deepEqual(await chosen(), ["mundo-gusto"]);
});

test("an address of the map keeps a notebook, and nothing else of it changes", () => {
  for (const [address, ids, expected] of [
    ["./", ["a"], "./?carnet=a"],
    ["./", [], "./"],
    ["./?leviers=scic,foncier&territoire=ept:200057867#9.00/45.7/4.8", ["a", "b"], "./?leviers=scic,foncier&territoire=ept:200057867&carnet=a,b#9.00/45.7/4.8"],
    ["https://carte.example/x/?carnet=z&lang=en", ["a"], "https://carte.example/x/?lang=en&carnet=a"],
    ["./?carnet=z#liste", [], "./#liste"],
    ["?titre=a?b", ["c"], "?titre=a?b&carnet=c"],
  ]) {
    assert.equal(withKept(address, ids), expected);
    assert.deepEqual(kept(expected.split("#")[0].split(/\?(.*)/s)[1] ?? ""), ids);
  }
  assert.deepEqual(kept("carnet=a,a,, b ,<img>,c,d,e,f,g"), ["a", "b", "c", "d", "e", "f"]);
});

const TICK = "Dans mon carnet";
const ticked = () => browser.executeScript("return document.querySelector('.keep input')?.checked");
const kepts = async () => (await person.address()).searchParams.get("carnet") ?? "";

test("on the map, a sheet puts its initiative into the notebook and takes it out; the address keeps it, and the notebook opens", { skip: elsewhere }, async () => {
  await firstView(browser, `${server.url}?initiative=vrac-lyon`);
  await person.sees("checkbox", TICK);
  assert.equal(await ticked(), false);
  await person.isAccessible("a sheet that can be ticked");
  await person.clicks("checkbox", TICK);
  await person.sees("status", "Mise dans le carnet : 1 sur 6.");
  await person.addressIs(({ search }) => search === "?initiative=vrac-lyon&carnet=vrac-lyon", "the notebook");
  // Another sheet, the list, a filter, the map moved: it stays.
  await person.calls("click", ".back");
  await person.addressIs(({ search }) => search === "?carnet=vrac-lyon", "the list");
  await person.calls("click", ".rows [data-initiative=mundo-gusto]");
  await person.sees("heading", "Mundo Gusto");
  await person.addressIs(({ search }) => search === "?initiative=mundo-gusto&carnet=vrac-lyon", "the next sheet");
  await person.clicks("checkbox", TICK);
  await person.sees("link", "Ouvrir mon carnet (2 sur 6)");
  // « Back » goes to the list, which is not without the notebook.
  await browser.navigate().back();
  await person.addressIs(({ search }) => search === "?carnet=vrac-lyon,mundo-gusto", "back to the list");
  await browser.navigate().forward();
  await person.sees("heading", "Mundo Gusto");
  await person.until(ticked, "the tick is lost");
  // Loaded again, as who gets the address would.
  await browser.navigate().refresh();
  await person.until(ticked, "the tick is lost with the page");
  await person.clicks("checkbox", TICK);
  await person.sees("status", "Retirée du carnet, qui en garde 1.");
  await person.addressIs(({ searchParams }) => searchParams.get("carnet") === "vrac-lyon", "one left");
  await person.clicks("checkbox", TICK);
  await person.clicks("link", "Ouvrir mon carnet (2 sur 6)");
  await person.sees("status", "Dans le carnet : 2 sur 6.");
  assert.deepEqual(await chosen(), ["vrac-lyon", "mundo-gusto"]);
  await person.clicks("link", "Continuer sur la carte");
  await person.addressIs(({ search }) => search === "?carnet=vrac-lyon,mundo-gusto", "the map again");
});

test("the notebook of the map has six and no more, and another language keeps it", { skip: elsewhere }, async () => {
  const six = ids.filter((id) => id !== "mundo-gusto").slice(0, 6);
  await firstView(browser, `${server.url}?initiative=mundo-gusto&carnet=${six.join(",")}`);
  await person.clicks("checkbox", TICK);
  await person.sees("status", /^Le carnet est plein : 6 initiatives/);
  assert.equal(await ticked(), false);
  assert.equal(await kepts(), six.join(","));
  await person.calls("click", ".foot a[data-reload]");
  await person.sees("link", "Open my notebook (6 of 6, in French)");
  assert.equal(await kepts(), six.join(","));
});

test("on paper the notebook begins on its first sheet, held sideways, and leads back to its choice", { skip: elsewhere }, async () => {
  await opens("?initiatives=mundo-gusto,vrac-lyon");
  const { sheets, first } = firstPage(await printed(browser));
  // Its head alone stood on an upright one.
  assert.deepEqual(first, { width: 842, height: 595 });
  assert.ok(sheets <= 3, `${sheets} sheets`);
  const foot = await browser.executeScript("return [document.querySelector('#imprime').textContent, document.querySelectorAll('#imprime svg path').length]");
  assert.ok(foot[0].includes(await browser.getCurrentUrl()), foot[0]);
  assert.equal(foot[1], 1);
});

test("texts of the address stay texts, and a phone shows all of it", { skip: elsewhere }, async () => {
  await resize(browser, 390, 844, true);
  await opens(`?initiatives=${encodeURIComponent("<img src=x onerror=alert(1)>")},mundo-gusto`);
  await person.sees("status", /<img src=x/);
  assert.equal(await browser.executeScript("return document.querySelectorAll('main img[src=x]').length"), 0);
  await person.isAccessible("the notebook on a phone");
  await resize(browser, 1280, 800);
});
