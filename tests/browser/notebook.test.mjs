// « Mon carnet »: up to six initiatives, kept in the address alone, compared side by side, printed.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Key } from "selenium-webdriver";
import { elsewhere, resize } from "./support/browser.mjs";
import { browser, person, server, visited } from "./support/site.mjs";

visited();

const { initiatives } = JSON.parse(readFileSync("dist/carnet/index.html", "utf8").match(/id="donnees">(.*?)<\/script>/s)[1]);
const ids = Object.keys(initiatives).sort((a, b) => initiatives[a].name.localeCompare(initiatives[b].name, "fr"));
const opens = (query = "") => browser.get(`${server.url}carnet/${query}`);
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

test("texts of the address stay texts, and a phone shows all of it", { skip: elsewhere }, async () => {
  await resize(browser, 390, 844, true);
  await opens(`?initiatives=${encodeURIComponent("<img src=x onerror=alert(1)>")},mundo-gusto`);
  await person.sees("status", /<img src=x/);
  assert.equal(await browser.executeScript("return document.querySelectorAll('main img[src=x]').length"), 0);
  await person.isAccessible("the notebook on a phone");
  await resize(browser, 1280, 800);
});
