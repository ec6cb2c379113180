// The map answers the panel: what a sheet speaks of is framed and told apart, what is pointed at is lit, closing gives back the view.
import assert from "node:assert/strict";
import { test } from "node:test";
import { By } from "selenium-webdriver";
import { elsewhere, firstView, resize } from "./support/browser.mjs";
import { browser, person, server, visited } from "./support/site.mjs";

visited();

const FAR = "#6.00/46.5000/2.4000";
const CLOSE = "Fermer la fiche";

// The names of the markers that are dimmed, and of the others.
const marks = () =>
  browser.executeScript(`
    const names = (selector) => [...document.querySelectorAll(selector)].map((marker) => marker.getAttribute("aria-label"));
    return { dimmed: names(".marker.dimmed"), lit: names(".marker:not(.dimmed, [inert])") };`);
const zoom = async () => Number.parseFloat((await person.address()).hash.slice(1));
const hash = async () => (await person.address()).hash;
const listTop = () => browser.executeScript("return document.querySelector('.browse').scrollTop");

// Scrolls the list a good way down and clicks the row that is there; returns where the list stands.
async function opensFromTheList() {
  await person.rests();
  const top = await browser.executeAsyncScript(`
    const done = arguments[arguments.length - 1];
    const list = document.querySelector(".browse");
    const row = document.querySelectorAll(".rows a")[40];
    list.addEventListener("scroll", () => requestAnimationFrame(() => (done(list.scrollTop), row.click())), { once: true });
    list.scrollTop = row.getBoundingClientRect().top - list.getBoundingClientRect().top - 300;`);
  assert.ok(top > 500, `the list is at ${top}`);
  await person.sees("button", CLOSE);
  await person.rests();
  return { top };
}

test("an authority is framed, its initiatives keep their colours, the others are dimmed; closing undoes both", async () => {
  await firstView(browser, `${server.url}?initiative=bicyclo-plaine-commune${FAR}`);
  await person.rests();
  const all = (await marks()).lit;
  assert.deepEqual((await marks()).dimmed, [], "an initiative dims nothing");
  // The place of the sheet bears the same name, and leads to the page of the territory.
  await (await browser.findElement(By.css('.sheet a[href*="collectivite=plaine-commune"]'))).click();
  await person.sees("region", "Plaine Commune");
  await person.until(async () => (await zoom()) > 10, "Plaine Commune is not framed");
  await person.rests();
  const { dimmed, lit } = await marks();
  assert.ok(lit.length > 0 && dimmed.length > 0, `${lit.length} lit, ${dimmed.length} dimmed`);
  await person.isAccessible("an authority, the others dimmed");
  await person.clicks("button", CLOSE);
  await person.addressIs((address) => address.hash === FAR, "the view of before");
  await person.rests();
  assert.deepEqual(await marks(), { dimmed: [], lit: all });
});

test("a territory is framed as it is, though an initiative there is also in nine other cities", async () => {
  await firstView(browser, `${server.url}?lieu=commune-44109`);
  await person.sees("region", /^Nantes/);
  await person.until(async () => (await zoom()) > 10, "Nantes is not framed");
});

for (const [kind, id] of [["levier", "foncier"], ["theme", "alimentation"], ["recommandation", "appels-a-projets"]]) {
  test(`a sheet of the kind ${kind} dims what it does not speak of`, async () => {
    await firstView(browser, `${server.url}?${kind}=${id}`);
    await person.until(async () => (await marks()).dimmed.length > 0, "nothing is dimmed");
    assert.ok((await marks()).lit.length > 0, "nothing keeps its colours");
  });
}

test("what covers a territory is framed as that territory", async () => {
  await firstView(browser, `${server.url}?initiative=accord-cadre-iae-grand-est`);
  await person.until(async () => (await zoom()) > 5, "the map is nowhere");
  await person.rests();
  assert.ok((await zoom()) < 8.5, `Grand Est at zoom ${await zoom()}`);
});

test("a line of the sheet that is pointed at lights its marker, or the ring that holds it", async () => {
  await firstView(browser, `${server.url}?collectivite=plaine-commune`);
  await person.sees("region", "Plaine Commune");
  await person.rests();
  const lit = () => browser.executeScript("return document.querySelectorAll('.marker.hovered').length");
  const line = await browser.findElement(By.css(".sheet a[href*='initiative=bicyclo-plaine-commune']"));
  await browser.executeScript("for (const part of document.querySelectorAll('.sheet details')) part.open = true; arguments[0].scrollIntoView({ block: 'center' })", line);
  await person.rests();
  assert.equal(await lit(), 0);
  await browser.actions().move({ origin: line }).perform();
  await person.until(async () => (await lit()) > 0, "no marker is lit");
  await browser.actions().move({ origin: await person.sees("button", CLOSE) }).perform();
  await person.comesTo(0, lit, "the marker is no longer lit");
});

test("a ring that holds the open initiative is marked, and says so", async () => {
  await firstView(browser, `${server.url}?initiative=vrac-lyon#5.50/46.5000/2.4000`);
  await person.sees("region", /VRAC/);
  const marked = () => browser.executeScript("return [...document.querySelectorAll('.marker[aria-current=true]')].map(({ className }) => className)");
  await person.comesTo(1, async () => (await marked()).length, "one mark is that of the initiative");
  assert.match((await marked())[0], /cluster/);
});

test("closing gives back the view, and the list where it was", async () => {
  await firstView(browser, `${server.url}${FAR}`);
  const { top } = await opensFromTheList();
  assert.notEqual(await hash(), FAR, "the sheet moved nothing");
  await person.clicks("button", CLOSE);
  await person.addressIs((address) => address.hash === FAR, "the view of before");
  await person.rests();
  await person.comesTo(top, listTop, "the list is where it was");
});

test("what the visitor moved meanwhile stays where they put it", async () => {
  await firstView(browser, `${server.url}${FAR}`);
  await opensFromTheList();
  const opened = await hash();
  await person.clicks("button", "Zoomer");
  await person.addressIs((address) => address.hash !== opened, "a closer view");
  await person.rests();
  const closer = await hash();
  await person.clicks("button", CLOSE);
  await person.seesNo("button", CLOSE);
  await person.rests();
  assert.equal(await hash(), closer);
});

test("« back » gives back the view, the list where it was, and the panel; « forward » too", async () => {
  await firstView(browser, `${server.url}${FAR}`);
  const { top } = await opensFromTheList();
  const opened = (await person.address()).href;
  await browser.navigate().back();
  await person.seesNo("button", CLOSE);
  await person.rests();
  assert.equal(await hash(), FAR);
  await person.comesTo(top, listTop, "the list is where it was");
  await browser.navigate().forward();
  await person.sees("button", CLOSE);
  await person.rests();
  assert.equal((await person.address()).href, opened);
});

test("« back » to the first view shows the whole of France again", async () => {
  await firstView(browser, server.url);
  await person.clicks("link", /^Mundo Gusto/);
  await person.until(async () => (await zoom()) > 9, "Mundo Gusto is not in sight");
  await browser.navigate().back();
  await person.until(async () => (await zoom()) < 7, "the map stayed");
});

test("the list and the address follow while the map is still on its way", async () => {
  await firstView(browser, `${server.url}${FAR}`);
  await person.rests();
  // The scale is that of a map at rest.
  const [before, during, after] = await browser.executeAsyncScript(`
    const done = arguments[arguments.length - 1];
    const scale = () => document.querySelector(".scale").textContent;
    const frames = (over, then) => (over() ? then() : requestAnimationFrame(() => frames(over, then)));
    const [before, hash] = [scale(), location.hash];
    [...document.querySelectorAll("button")].find((button) => button.textContent === "Mayotte").click();
    frames(() => location.hash !== hash, () => {
      const during = scale();
      frames(() => scale() !== before, () => done([before, during, scale()]));
    });`);
  assert.equal(during, before, "the address waited for the map");
  assert.notEqual(after, before);
});

test("nothing covers what is framed: neither the drawer nor the buttons", { skip: elsewhere }, async () => {
  for (const [width, height] of [[390, 844], [768, 1024], [1280, 800]]) {
    await resize(browser, width, height);
    await firstView(browser, `${server.url}?collectivite=pays-de-langres`);
    await person.until(async () => (await marks()).dimmed.length > 0 || (await zoom()) > 7, "not framed");
    await person.rests();
    const covered = await browser.executeScript(`
      const lit = [...document.querySelectorAll(".marker:not(.dimmed, [inert])")];
      const isCovered = (marker) => {
        const { left, right, top, bottom } = marker.getBoundingClientRect();
        const above = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
        return !above || !(above.closest(".marker") || above.closest(".stage"));
      };
      return lit.length === 0 ? ["no mark is lit"] : lit.filter(isCovered).map((marker) => marker.getAttribute("aria-label"));`);
    assert.deepEqual(covered, [], `${width} × ${height}`);
  }
});
