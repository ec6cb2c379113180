// What the network and other programs do to an open page, and how it comes back without being loaded again.
import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { Key } from "selenium-webdriver";
import { firstView, open } from "./support/browser.mjs";
import { Person } from "./support/person.mjs";
import { serve } from "./support/server.mjs";

let browser;
let person;
let server;
// Paths whose answers are kept back, and these answers.
let kept = /^$/;
const answers = [];

before(async () => {
  server = await serve("dist", {
    touch(request, response) {
      if (!kept.test(request.url)) return false;
      answers.push(() => server.answer(request, response));
      return true;
    },
  });
  browser = await open();
  person = new Person(browser);
  // What an earlier test read is asked for again.
  await browser.sendDevToolsCommand("Network.enable", {});
  await browser.sendDevToolsCommand("Network.setCacheDisabled", { cacheDisabled: true });
});
after(async () => {
  await browser?.quit();
  await server?.close();
});
afterEach(() => release());

// Lets the answers go that were kept back, in this order.
function release(order = (all) => all) {
  kept = /^$/;
  for (const answer of order(answers.splice(0))) answer();
}

const isOffline = (offline) => browser.sendDevToolsCommand("Network.emulateNetworkConditions", { offline, latency: 0, downloadThroughput: -1, uploadThroughput: -1 });
// Goes to an address of the same page, as « back » does.
const goes = (query) => browser.executeScript("history.pushState(null, '', arguments[0]); dispatchEvent(new PopStateEvent('popstate'));", query);

test("a cut in the middle of a visit is told, and all heals once the network is back", async () => {
  await firstView(browser, `${server.url}?lang=fr`);
  await browser.executeScript("window.before = true");
  await isOffline(true);
  try {
    await person.clicks("link", /^Mundo Gusto/);
    await person.sees("alert", /mundo-gusto\.bin n’a pas pu être lu/);
    await person.sees("alert", /Une partie du fond de carte manque/);
  } finally {
    await isOffline(false);
  }
  await person.sees("heading", "Les leviers de la collectivité");
  await person.seesNo("alert", /./);
  assert.ok(await browser.executeScript("return window.before"), "the page was loaded again");
});

test("what is missing of the basemap is asked for again when the map moves on", async () => {
  await firstView(browser, `${server.url}?lang=fr#8/48.1/-1.7`);
  // Refused by the browser itself, which does not know then that it is offline.
  await browser.sendDevToolsCommand("Network.setBlockedURLs", { urls: ["*communes-*"] });
  try {
    await person.calls("focus", "canvas");
    await person.presses("+", "+");
    await person.sees("alert", /Une partie du fond de carte manque/);
  } finally {
    await browser.sendDevToolsCommand("Network.setBlockedURLs", { urls: [] });
  }
  await person.presses(Key.ARROW_RIGHT);
  await person.seesNo("alert", /fond de carte/);
});

test("the visitor tries again, and the message goes", async () => {
  await browser.sendDevToolsCommand("Network.setBlockedURLs", { urls: ["*water-l0*"] });
  try {
    await firstView(browser, `${server.url}?lang=fr`);
    await person.sees("alert", /Une partie du fond de carte manque/);
    await person.clicks("button", "Réessayer");
    await person.sees("alert", /Une partie du fond de carte manque/);
  } finally {
    await browser.sendDevToolsCommand("Network.setBlockedURLs", { urls: [] });
  }
  await person.clicks("button", "Réessayer");
  await person.seesNo("alert", /fond de carte/);
});

test("a late sheet does not take the place of the one opened since", async () => {
  await firstView(browser, `${server.url}?lang=fr`);
  kept = /mundo-gusto\.bin/;
  await goes("?initiative=mundo-gusto");
  await person.until(() => answers.length === 1, "the first sheet was not asked for");
  await goes("?initiative=bicyclo-plaine-commune");
  await person.sees("region", /^Bicyclo/);
  release();
  await person.rests();
  await person.sees("region", /^Bicyclo/);
});

test("a late territory moves nothing and clears nothing once another is asked for", async () => {
  await firstView(browser, `${server.url}?lang=fr`);
  kept = /communes-(35|99)\.bin/;
  await goes("?territoire=commune:35238");
  await goes("?territoire=commune:99999");
  await person.until(() => answers.length >= 2, "the first territories were not asked for");
  await goes("?territoire=commune:59350");
  await person.sees("button", "Ne plus limiter au territoire\u00a0: Lille");
  await person.rests();
  const { hash } = await person.address();
  release();
  await person.until(() => browser.executeScript("return performance.getEntriesByType('resource').some(({ name, responseEnd }) => /communes-35/.test(name) && responseEnd > 0)"), "no late answer");
  await person.rests();
  await person.sees("button", "Ne plus limiter au territoire\u00a0: Lille");
  assert.equal((await person.address()).hash, hash);
  assert.equal((await person.address()).searchParams.get("territoire"), "commune:59350");
});

// What translators built into browsers do: each text in an element of their own, the page's own nodes thrown away.
const TRANSLATE = `
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) if (walker.currentNode.data.trim() && !walker.currentNode.parentElement.closest("script, template")) texts.push(walker.currentNode);
  for (const text of texts) {
    const font = document.createElement("font");
    font.append(text.data);
    text.replaceWith(font);
  }`;

test("counts stay true in a page that was translated", async () => {
  await firstView(browser, `${server.url}?lang=fr`);
  await person.showsAll();
  await browser.executeScript(TRANSLATE);
  await person.clicks("button", /^Foncier/);
  const { shown } = await person.showsSome();
  const counts = () => browser.executeScript("return [...document.querySelectorAll('.chip[data-lever]')].map((chip) => [chip.innerText, chip.ariaPressed])");
  const [own] = (await counts()).filter(([, pressed]) => pressed === "true");
  assert.equal(Number(own[0].match(/\d+/)), shown);
  await browser.executeScript(TRANSLATE);
  await person.clicks("button", "Tout afficher");
  await person.showsAll();
});
