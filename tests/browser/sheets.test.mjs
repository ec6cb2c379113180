// The sheets in the side panel: what leads from one to another, and the words they explain.
import assert from "node:assert/strict";
import { test } from "node:test";
import { By, Key } from "selenium-webdriver";
import { complaints, elsewhere, firstView, resize } from "./support/browser.mjs";
import { browser, person, server, visited } from "./support/site.mjs";

visited();

const opens = async (query, name) => {
  await firstView(browser, `${server.url}?${query}`);
  await person.sees("region", name);
  return ["region", name];
};

// The words of the sheet that are explained, once they are there.
const words = () =>
  person.until(async () => {
    const found = await browser.executeScript("return [...document.querySelectorAll('.sheet .term-word')].filter((word) => word.checkVisibility())");
    return found.length > 2 && found;
  }, "no word is explained");
const tipOf = async (element) => browser.findElement(By.id(await element.getAttribute("aria-describedby")));

test("from an initiative to its authority, to the lever it used, and back to the initiative", async () => {
  let sheet = await opens("initiative=mundo-gusto&themes=alimentation", "Mundo Gusto");
  await person.clicks("link", "Ville de Nanterre", sheet);
  sheet = ["region", "Ville de Nanterre"];
  await person.sees("heading", /^Les initiatives (qu’elle pilote|qu’elle finance|dont elle est partenaire) \(\d+\)$/, sheet);
  await person.isAccessible("authority open");
  await person.addressIs(({ searchParams }) => searchParams.get("collectivite") && searchParams.get("themes") === "alimentation", "the authority and the filter");
  await person.clicks("link", "Foncier", sheet);
  sheet = ["region", "Foncier"];
  for (const heading of [/^Comment faire$/, /^Services à mobiliser$/, /^Repères juridiques$/, /^Les recommandations du guide de 2016/]) {
    await person.sees("heading", heading, sheet);
  }
  await person.clicks("button", /^Voir les \d+ autres cas$/, sheet);
  await person.clicks("link", "Mundo Gusto", sheet);
  await person.sees("region", "Mundo Gusto");
});

test("an initiative says at once what it is, where, in which state and when, and who carries it", async () => {
  const sheet = await opens("initiative=mundo-gusto", "Mundo Gusto");
  await person.readsIn(sheet, "Initiative · Société commerciale", "Nanterre (92)", "État (2016)", "En projet", "Porté par", "Ville de Nanterre (pilote)");
  const { head, diagram } = await browser.executeScript(`
    const top = (selector) => document.querySelector(selector).getBoundingClientRect().top;
    return { head: top(".sheet .band"), diagram: top(".sheet .diagram") };`);
  assert.ok(head < 600 && diagram < 800, `head at ${head}, diagram at ${diagram}`);
});

test("the diagram is a list of who used which lever, and how sure that is; its drawings are not heard", async () => {
  const sheet = await opens("initiative=mundo-gusto", "Mundo Gusto");
  await person.sees("heading", "Qui, par quel levier, combien", sheet);
  const flows = await browser.executeScript("return [...document.querySelectorAll('.sheet .flows > li')].map((flow) => flow.innerText.replace(/\\s+/g, ' ').trim())");
  assert.equal(flows.length, 2);
  assert.match(flows[0], /^Ville de Nanterre, par Semna, .+ Foncier déduit du texte$/);
  assert.match(flows[1], /^Ville de Nanterre Foncier seulement envisagé$/);
  const heard = await browser.executeScript("return document.querySelectorAll('.sheet .diagram svg:not([aria-hidden=true])').length");
  assert.equal(heard, 0);
  await person.isAccessible("initiative open");
});

test("an initiative with a dozen uses keeps its diagram within 320 and 390 pixels, dark too", { skip: elsewhere }, async () => {
  for (const [width, dark] of [[390, false], [320, true]]) {
    await resize(browser, width, 740, dark);
    await opens("initiative=artis-grenoble", /^ARTIS/);
    await person.nothingSticksOut(`${width} px`);
    const outside = await browser.executeScript(`
      const { right } = document.querySelector(".sheet .flows").getBoundingClientRect();
      return [...document.querySelectorAll(".sheet .flow *")].filter((part) => part.getBoundingClientRect().right > right + 1).length;`);
    assert.equal(outside, 0, `${width} px: parts of the diagram beyond its edge`);
    await person.isAccessible(`initiative open, ${width} px`);
  }
  await resize(browser, 1280, 800, false);
});

test("a claim leads to its note; the note's citation is copied by keyboard, or selected where the browser refuses", async () => {
  const sheet = await opens("initiative=mundo-gusto", "Mundo Gusto");
  await person.clicks("link", /^Source\s1$/, sheet);
  await person.comesTo("note-1", () => browser.executeScript("return document.activeElement.id"), "the note has the focus");
  await person.addressIs(({ hash }) => !hash.includes("note"), "the view of the map, not the note");
  await browser.executeScript(`
    window.copied = [];
    Object.defineProperty(navigator, "clipboard", { configurable: true, value: { writeText: async (text) => window.copied.push(text) } });`);
  await person.tabsTo("Copier la citation 1", 2);
  await person.presses(Key.ENTER);
  await person.sees("status", "Citation copiée", sheet);
  const [citation] = await browser.executeScript("return window.copied");
  assert.match(citation, /^Carnet de chantier .+, L’Atelier, juillet 2016, .+En pratique.+\. Cité par La carte des leviers, «\u00a0Mundo Gusto\u00a0», https:.+\/initiatives\/mundo-gusto\/, consulté le \d.+ \d{4}\.$/);
  await person.isAccessible("a citation copied");
  await browser.executeScript("Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined })");
  await person.presses(Key.ENTER);
  await person.sees("status", /sélectionnée/, sheet);
  // Firefox selects no-break spaces as plain ones.
  const plain = (text) => text.replace(/\s/g, " ").trim();
  assert.equal(plain(await browser.executeScript("return getSelection().toString()")), plain(citation));
  await person.isAccessible("a citation selected");
  assert.deepEqual(await complaints(browser), []);
});

test("from an initiative to its theme, to a recommendation, and to one of its examples", async () => {
  let sheet = await opens("initiative=vrac-lyon", /^VRAC/);
  await person.sees("heading", /^Initiatives proches/, sheet);
  await person.clicks("link", "Alimentation", sheet);
  sheet = ["region", "Alimentation"];
  await person.sees(...sheet);
  await person.isAccessible("theme open");
  await person.clicks("link", "Ne montrer que ce thème sur la carte", sheet);
  await person.addressIs(({ searchParams }) => searchParams.has("themes"), "the theme as a filter");
  await person.clicks("button", "Fermer la fiche");
  await person.showsSome();
  sheet = await opens("recommandation=appels-a-projets", /appels à projets/);
  await person.sees("heading", "Comment faire", sheet);
  await person.isAccessible("recommendation open");
  const example = await person.until(() => browser.findElement(By.css(".sheet .linked a")), "no example");
  const name = await example.getAccessibleName();
  assert.match(name, /./);
  await person.clicks("link", name, sheet);
  await person.sees("region", name);
});

test("an authority has one population, the latest, with its year and where it comes from", async () => {
  const sheet = await opens("collectivite=plaine-commune", "Plaine Commune");
  await person.readsIn(sheet, "habitants (2023) Insee");
  const text = await (await person.sees(...sheet)).getText();
  assert.equal(text.match(/habitants \(/g).length, 1, text);
});

test("a lever says first who used it: a table, in which each authority and each initiative is a link", async () => {
  const sheet = await opens("levier=foncier", "Foncier");
  const table = await person.sees("table", /^Les cas dits par un document d’abord/, sheet);
  const headings = await table.findElements(By.css("th[scope=row]"));
  assert.ok(headings.length > 3);
  await person.clicks("button", /^Voir les \d+ autres cas$/, sheet);
  await person.isAccessible("cases open");
  await person.clicks("link", "Ville de Créteil", sheet);
  await person.sees("region", "Ville de Créteil");
});

test("a word of the glossary says what it means on focus and on hover, Escape puts it away, the sheet stays", async () => {
  await opens("levier=foncier", "Foncier");
  const [word, second] = await words();
  const tip = await tipOf(word);
  await person.comesTo(false, () => tip.isDisplayed(), "no explanation yet");
  await browser.executeScript("arguments[0].focus()", word);
  await person.comesTo(true, () => tip.isDisplayed(), "an explanation on focus");
  assert.match(await tip.getText(), /./);
  await person.isAccessible("a word explained");
  await person.presses(Key.ESCAPE);
  await person.comesTo(false, () => tip.isDisplayed(), "Escape puts it away");
  assert.equal(await browser.executeScript("return document.activeElement === arguments[0]", word), true, "the focus stays");
  await person.sees("region", "Foncier");
  await browser.executeScript("document.activeElement.blur()");
  await browser.executeScript("arguments[0].scrollIntoView({ block: 'center' })", second);
  await person.rests();
  await browser.actions().move({ origin: second }).perform();
  const other = await tipOf(second);
  await person.comesTo(true, () => other.isDisplayed(), "an explanation on hover");
  const inside = await browser.executeScript("const a = arguments[0].getBoundingClientRect(), b = document.querySelector('.sheet').getBoundingClientRect(); return a.left >= b.left && a.right <= b.right", other);
  assert.equal(inside, true, "the explanation stays within the sheet");
});

test("a word of the glossary says what it means on a tap", { skip: elsewhere }, async () => {
  await opens("levier=foncier", "Foncier");
  const [word] = await words();
  const tip = await tipOf(word);
  await browser.executeScript("arguments[0].scrollIntoView({ block: 'center' })", word);
  await person.rests();
  await person.comesTo(false, () => tip.isDisplayed(), "no explanation yet");
  const { x, y, width, height } = await browser.executeScript("return arguments[0].getBoundingClientRect().toJSON()", word);
  await browser.sendDevToolsCommand("Emulation.setTouchEmulationEnabled", { enabled: true });
  try {
    await person.taps(x + width / 2, y + height / 2);
    await person.comesTo(true, () => tip.isDisplayed(), "an explanation on a tap");
    await person.sees("region", "Foncier");
  } finally {
    await browser.sendDevToolsCommand("Emulation.setTouchEmulationEnabled", { enabled: false });
  }
});

test("the acronym of a filter says what it means on focus, and Escape puts it away", async () => {
  await firstView(browser, server.url);
  const chip = await person.sees("button", /Capital de SCIC/);
  const tip = await tipOf(chip);
  await person.comesTo(false, () => tip.isDisplayed(), "no explanation yet");
  await browser.executeScript("arguments[0].focus()", chip);
  await person.until(async () => /société coopérative d’intérêt collectif/.test(await tip.getText()), "no explanation on focus");
  await person.isAccessible("a filter explained");
  await person.presses(Key.ESCAPE);
  await person.comesTo(false, () => tip.isDisplayed(), "Escape puts it away");
});

test("a sheet leads to its own page", async () => {
  const sheet = await opens("initiative=mundo-gusto", "Mundo Gusto");
  await person.clicks("link", /^Page de cette fiche/, sheet);
  await person.addressIs(({ pathname }) => pathname.endsWith("/initiatives/mundo-gusto/"), "the page of the sheet");
  await person.clicks("link", "Voir sur la carte");
  await person.sees("region", "Mundo Gusto");
  assert.deepEqual(await complaints(browser), []);
});
