// By keyboard alone: Tab reaches every control of each state, one after the other, traps nobody, and what is pressed never loses the focus.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Key } from "selenium-webdriver";
import { elsewhere, firstView, resize } from "./support/browser.mjs";
import { browser, person, server, visited } from "./support/site.mjs";

visited({ width: 1280, height: 720 });

// More stops than any state has.
const MOST = 400;
// More than a window has of its own.
const OUTSIDE = 12;

// What Tab should reach, and what has the focus: elements by a number of their own. Of a group of radio buttons, one.
const CONTROLS = `
  window.numbered ??= new Map();
  window.numberOf = (element) => numbered.get(element) ?? (numbered.set(element, numbered.size), numbered.get(element));
  const says = (element) => (element.getAttribute("aria-label") ?? element.innerText ?? element.id).trim().slice(0, 60);
  const all = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")];
  const isReached = (element) => element.tabIndex >= 0 && !element.disabled && element.checkVisibility({ visibilityProperty: true }) && !element.closest("[inert]") && !(element.type === "radio" && !element.checked);
  return all.filter(isReached).map((element) => [numberOf(element), element.localName + " « " + says(element) + " »"]);`;
const FOCUSED = `
  const element = document.activeElement;
  if (!element || element === document.body || element === document.documentElement) return null;
  const { width, height } = element.getBoundingClientRect();
  return [numberOf(element), element.localName + " « " + (element.getAttribute("aria-label") ?? element.innerText ?? "").trim().slice(0, 60) + " »", width > 0 && height > 0];`;

// Presses Tab until the focus comes round, and returns the controls that it missed.
async function missed() {
  await person.rests();
  const expected = new Map(await browser.executeScript(CONTROLS));
  const reached = new Set();
  let bodies = 0;
  for (let presses = 0; presses < MOST; presses++) {
    await person.presses(Key.TAB);
    const now = await browser.executeScript(FOCUSED);
    // Past the last one, the page itself, and the window's own controls in some browsers; then it begins again.
    if (!now) {
      bodies += 1;
      if (bodies > OUTSIDE) break;
      continue;
    }
    const [number, name, isSeen] = now;
    assert.ok(isSeen, `${name} has the focus and is not seen`);
    if (reached.has(number) && bodies > 0) break;
    assert.ok(!reached.has(number) || reached.size === expected.size, `the focus goes round before all are reached, at ${name}`);
    reached.add(number);
    if (reached.size === expected.size && bodies > 0) break;
  }
  return [...expected].filter(([number]) => !reached.has(number)).map(([, name]) => name);
}

const STATES = {
  home: "",
  "a sheet": "?initiative=mundo-gusto",
  "a territory and filters": "?territoire=departement:93&leviers=subvention",
  "nothing found": "?leviers=scic&themes=habitat",
  English: "?lang=en",
};

for (const [name, query] of Object.entries(STATES)) {
  // Firefox, when it is driven, keeps the keyboard in its own window where a page opens on a sheet.
  test(`${name}: every control is reached, and none keeps the focus`, { skip: name === "a sheet" && elsewhere }, async () => {
    await firstView(browser, server.url + query);
    assert.deepEqual(await missed(), []);
  });
}

test("with all filters open, every value is reached", async () => {
  await firstView(browser, server.url);
  await browser.executeScript("document.querySelectorAll('.filters details').forEach((facet) => (facet.open = true))");
  assert.deepEqual(await missed(), []);
});

// Presses a control by keyboard and returns whether the focus is somewhere afterwards.
async function keepsFocus(role, name) {
  const element = await person.sees(role, name);
  await browser.executeScript("arguments[0].focus()", element);
  await person.presses(Key.ENTER);
  await person.rests();
  return browser.executeScript("return document.activeElement !== document.body && document.activeElement.checkVisibility()");
}

for (const [query, role, name] of [
  ["?leviers=foncier", "button", "Tout afficher"],
  ["?territoire=departement:93", "button", /^Ne plus limiter/],
  ["?leviers=foncier&themes=habitat", "button", /^Retirer le filtre|^Retirer/],
  ["?initiative=zzz", "button", /^Fermer/],
  ["?initiative=mundo-gusto", "button", "Fermer la fiche"],
]) {
  test(`« ${name} », pressed, leaves the focus on something`, async () => {
    await firstView(browser, server.url + query);
    assert.ok(await keepsFocus(role, name), `the focus is lost after ${name}`);
  });
}

for (const [name, query] of Object.entries(STATES)) {
  test(`${name}, on a phone: every control is reached, and none keeps the focus`, { skip: elsewhere }, async () => {
    await resize(browser, 390, 844);
    await firstView(browser, server.url + query);
    assert.deepEqual(await missed(), []);
  });
}
