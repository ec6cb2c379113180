// The sheets in the side panel: what leads from one to another, and the words they explain.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { By, Key } from "selenium-webdriver";
import { complaints, elsewhere, firstView, open } from "./support/browser.mjs";
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

const opens = async (query, name) => {
  await firstView(browser, `${server.url}?${query}`);
  return person.sees("region", name);
};

test("from an initiative to its authority, to the lever it used, and back to the initiative", async () => {
  let sheet = await opens("initiative=mundo-gusto&themes=alimentation", "Mundo Gusto");
  await person.clicks("link", "Ville de Nanterre", sheet);
  sheet = await person.sees("region", "Ville de Nanterre");
  await person.sees("heading", /^Les initiatives \(\d+\)$/, sheet);
  await person.isAccessible("authority open");
  assert.equal((await person.address()).searchParams.get("themes"), "alimentation", "the filter stays");
  await person.clicks("link", "Foncier", sheet);
  sheet = await person.sees("region", "Foncier");
  for (const heading of [/^Comment faire$/, /^Services à mobiliser$/, /^Repères juridiques$/, /^Les recommandations du guide de 2016/, /^Là où une collectivité l’a seulement envisagé/]) {
    await person.sees("heading", heading, sheet);
  }
  await person.clicks("link", "Mundo Gusto", sheet);
  await person.sees("region", "Mundo Gusto");
});

test("from an initiative to its theme, to a recommendation, and to one of its examples", async () => {
  let sheet = await opens("initiative=vrac-lyon", /^VRAC/);
  await person.sees("heading", /^Initiatives proches/, sheet);
  await person.clicks("link", "Alimentation", sheet);
  sheet = await person.sees("region", "Alimentation");
  await person.isAccessible("theme open");
  await person.clicks("link", "Ne montrer que ce thème sur la carte", sheet);
  await person.addressIs(({ searchParams }) => searchParams.has("themes"), "the theme as a filter");
  await person.clicks("button", "Fermer la fiche");
  const { shown, total } = await person.shown();
  assert.ok(shown < total, "the theme does not filter");
  sheet = await opens("recommandation=appels-a-projets", /appels à projets/);
  await person.sees("heading", "Comment faire", sheet);
  await person.isAccessible("recommendation open");
  const [example] = await person.all("link", /./, await sheet.findElement(By.css(".linked")));
  const name = await example.getAccessibleName();
  await example.click();
  await person.sees("region", name);
});

test("contradicting populations are all there, each with its year", async () => {
  const sheet = await opens("collectivite=plaine-commune", "Plaine Commune");
  const text = await sheet.getText();
  for (const year of ["(2013)", "(2021)", "(2023)"]) assert.ok(text.includes(`habitants ${year}`), `${year} in ${text}`);
});

test("a word of the glossary says what it means on focus and on hover, Escape puts it away, the sheet stays", async () => {
  const sheet = await opens("levier=foncier", "Foncier");
  const words = await sheet.findElements(By.css(".term-word"));
  assert.ok(words.length > 2);
  const [word] = words;
  const tip = await browser.findElement(By.id(await word.getAttribute("aria-describedby")));
  assert.equal(await tip.isDisplayed(), false);
  await browser.executeScript("arguments[0].focus()", word);
  assert.equal(await tip.isDisplayed(), true);
  assert.match(await tip.getText(), /./);
  await person.isAccessible("a word explained");
  await person.presses(Key.ESCAPE);
  assert.equal(await tip.isDisplayed(), false);
  assert.equal(await browser.executeScript("return document.activeElement === arguments[0]", word), true, "the focus stays");
  await person.sees("region", "Foncier");
  await browser.executeScript("document.activeElement.blur()");
  const [, second] = words;
  await browser.executeScript("arguments[0].scrollIntoView({ block: 'center' })", second);
  await browser.actions().move({ origin: second }).perform();
  const other = await browser.findElement(By.id(await second.getAttribute("aria-describedby")));
  await browser.wait(() => other.isDisplayed(), 5000, "nothing on hover");
  const inside = await browser.executeScript("const a = arguments[0].getBoundingClientRect(), b = document.querySelector('.sheet').getBoundingClientRect(); return a.left >= b.left && a.right <= b.right", other);
  assert.equal(inside, true, "the explanation stays within the sheet");
});

test("a word of the glossary says what it means on a tap", { skip: elsewhere }, async () => {
  const sheet = await opens("levier=foncier", "Foncier");
  const [word] = await sheet.findElements(By.css(".term-word"));
  await browser.executeScript("arguments[0].scrollIntoView({ block: 'center' })", word);
  const { x, y, width, height } = await word.getRect();
  const down = await browser.executeScript("return document.documentElement.scrollTop");
  const touch = (type, touchPoints) => browser.sendDevToolsCommand("Input.dispatchTouchEvent", { type, touchPoints });
  await browser.sendDevToolsCommand("Emulation.setTouchEmulationEnabled", { enabled: true });
  try {
    await touch("touchStart", [{ x: x + width / 2, y: y - down + height / 2 }]);
    await touch("touchEnd", []);
    const tip = await browser.findElement(By.id(await word.getAttribute("aria-describedby")));
    await browser.wait(() => tip.isDisplayed(), 5000, "nothing on a tap");
    await person.sees("region", "Foncier");
  } finally {
    await browser.sendDevToolsCommand("Emulation.setTouchEmulationEnabled", { enabled: false });
  }
});

test("the acronym of a filter says what it means on focus, and Escape puts it away", async () => {
  await browser.get(server.url);
  const chip = await person.sees("button", /Capital de SCIC/);
  const tip = await browser.findElement(By.id(await chip.getAttribute("aria-describedby")));
  assert.equal(await tip.isDisplayed(), false);
  await browser.executeScript("arguments[0].focus()", chip);
  assert.match(await tip.getText(), /société coopérative d’intérêt collectif/);
  await person.isAccessible("a filter explained");
  await person.presses(Key.ESCAPE);
  assert.equal(await tip.isDisplayed(), false);
});

test("a sheet leads to its own page", async () => {
  const sheet = await opens("initiative=mundo-gusto", "Mundo Gusto");
  await person.clicks("link", /^Page de cette fiche/, sheet);
  await browser.wait(async () => (await person.address()).pathname.endsWith("/initiatives/mundo-gusto/"), 5000, "another page");
  await person.clicks("link", "Voir sur la carte");
  await person.sees("region", "Mundo Gusto");
  assert.deepEqual(await complaints(browser), []);
});
