// The audit of accessibility, by trial: the twelve pages and states of content/audit.toml, and what can be measured in each
// (support/audit.mjs). docs/ACCESSIBILITY-AUDIT.md says which criterion rests on which measure.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { afterEach, test } from "node:test";
import { By, Key, Origin } from "selenium-webdriver";
import { elsewhere, firstView, until } from "./support/browser.mjs";
import { CONTRAST, LARGE, ROOM, SPACED, STRUCTURE, UNSTYLED, styled } from "./support/audit.mjs";
import { browser, hosted, map, person, run, visit } from "./support/host.mjs";

hosted({ width: 1280, height: 800 });

// How the page is seen. Nothing moves meanwhile: what is measured is where it ends.
const seen = async ({ width = 1280, height = 800, media = "", ...features }) => {
  await browser.sendDevToolsCommand("Emulation.setDeviceMetricsOverride", { width, height, deviceScaleFactor: 1, mobile: false });
  const all = { "prefers-color-scheme": "light", "prefers-contrast": "no-preference", "forced-colors": "none", "prefers-reduced-motion": "reduce", ...features };
  await browser.sendDevToolsCommand("Emulation.setEmulatedMedia", { media, features: Object.entries(all).map(([name, value]) => ({ name, value })) });
};
afterEach(() => browser.switchTo().defaultContent());

const onMap = (query) => async () => {
  await firstView(browser, map.url + query);
  await person.rests();
};
const onPage = (path) => async () => {
  await browser.get(map.url + path);
  await person.rests();
};
const filtering = async () => {
  await onMap("")();
  await run("document.querySelectorAll('.filters details').forEach((facet) => (facet.open = true))");
  await person.rests();
};
const searching = async () => {
  await onMap("")();
  const field = await browser.findElement({ id: "chercher" });
  await field.click();
  await field.sendKeys("lille");
  await until(browser, () => run("return document.querySelector('#reponses [role=option]')"), "no answer");
  await person.rests();
};
const embedded = async () => {
  const origin = new URL(map.url).origin;
  await visit(`<main><h1>Notre territoire</h1><script async src="${map.url}widget.js"></script><carte-leviers territoire="ept:200057867" hauteur="520" titre="Plaine Commune"><a href="${map.url}">Voir la carte</a></carte-leviers></main>`, {
    headers: { "Content-Security-Policy": `default-src 'self' data: ${origin}; style-src 'self'` },
  });
  await person.inFrame("Plaine Commune", () => person.rests());
};

// The states of the audit, by their ids, and how one comes to them.
const STATES = {
  accueil: onMap(""),
  fiche: onMap("?initiative=mundo-gusto"),
  telephone: onMap(""),
  filtres: filtering,
  recherche: searching,
  territoire: onMap("?lieu=commune-29151"),
  comparaison: onPage("comparer/?avec=nanterre,aubervilliers"),
  page: onPage("initiatives/mundo-gusto/"),
  liste: onMap("?vue=liste"),
  integree: embedded,
  atelier: onPage("atelier/"),
  impression: onPage("initiatives/mundo-gusto/"),
};
const LOOKS = { telephone: { width: 390, height: 844 }, impression: { media: "print" } };
const MORE = { lever: onPage("leviers/subvention/"), figures: onPage("comprendre/"), form: onPage("contribuer/"), generator: onPage("integrer/"), map: onPage("plan-du-site/"), statement: onPage("accessibilite/"), english: onMap("?lang=en") };

// Asks in the page, and in the map that it embeds.
async function faults(state, question) {
  const own = await run(question);
  if (state !== "integree") return own;
  const inside = await person.inFrame("Plaine Commune", () => run(question));
  return { ...own, ...inside };
}

test("the states are those of the audit", () => {
  const file = readFileSync("content/audit.toml", "utf8").split("[[criteria]]")[0];
  assert.deepEqual(Object.keys(STATES), [...file.matchAll(/^id = "(.*)"$/gm)].map(([, id]) => id));
});

for (const [state, arrive] of Object.entries({ ...STATES, ...MORE })) {
  test(`${state}: images, frames, tables, links, headings, landmarks, labels; fields, icons and the ring of the focus stand out`, { skip: elsewhere }, async () => {
    await seen(LOOKS[state] ?? {});
    await arrive();
    assert.deepEqual(await faults(state, STRUCTURE), {});
    for (const scheme of state === "impression" ? [] : ["light", "dark"]) {
      await seen({ ...LOOKS[state], "prefers-color-scheme": scheme });
      await person.rests();
      assert.deepEqual(await faults(state, CONTRAST), {}, scheme);
    }
  });
}

// What a visitor may do to the page; and the states where it is tried. Not where answers lie over the page until Escape, nor those of one
// size of their own.
const ROOMS = {
  "zoomed to 200 %": { width: 640, height: 400 },
  "320 px wide": { width: 320, height: 640 },
  "zoomed to 400 %": { width: 320, height: 256 },
  "on its side": { width: 844, height: 390 },
};
const LETTERS = { "with letters of twice the size": LARGE, "with more space between letters, words and lines": SPACED };
const COVERED = ["recherche", "telephone", "integree", "impression"];
const roomy = Object.fromEntries(Object.entries({ ...STATES, ...MORE }).filter(([state]) => !COVERED.includes(state)));
for (const [state, arrive] of Object.entries(roomy)) {
  test(`${state}: whatever its size, no text is cut, no control is out of reach`, { skip: elsewhere }, async () => {
    const hasRoom = async (room) => {
      await person.nothingSticksOut(`${state}, ${room}`);
      assert.deepEqual(await run(ROOM), {}, room);
    };
    await seen({});
    await arrive();
    for (const [letters, css] of Object.entries(LETTERS)) {
      const remove = await styled(browser, css);
      await hasRoom(letters);
      await remove();
    }
    for (const [room, look] of Object.entries(ROOMS)) {
      await seen(look);
      await person.rests();
      await hasRoom(room);
    }
  });
}

test("without style sheets, nothing that was read is lost, nor its order", { skip: elsewhere }, async () => {
  await seen({});
  for (const [state, arrive] of Object.entries(roomy)) {
    await arrive();
    assert.deepEqual(await run(UNSTYLED), [], state);
  }
});

test("the list without the map has all that the map has", async () => {
  const listed = () => run("return [...new Set([...document.querySelectorAll('.rows [data-initiative]')].map(({ dataset }) => dataset.initiative))].sort()");
  await onMap("")();
  const all = await listed();
  assert.equal(all.length, JSON.parse(readFileSync("dist/data/initiatives.geojson", "utf8")).features.length);
  await onMap("?vue=liste")();
  assert.deepEqual(await listed(), all);
  await person.seesNo("heading", /ailleurs/);
});

test("on the English screen, what stays French is marked", async () => {
  await onMap("?lang=en")();
  assert.deepEqual(await run("return [...document.querySelectorAll('.row-name, .row-lead')].filter((element) => element.textContent && element.closest('[lang]').lang !== 'fr').map(({ textContent }) => textContent)"), []);
  await onMap("?lang=en&initiative=mundo-gusto")();
  assert.equal(await run("return document.querySelector('.sheet .lead').closest('[lang]').lang"), "fr");
});

test("every page has a title of its own", () => {
  const pages = readdirSync("dist", { recursive: true }).filter((name) => name.endsWith("index.html"));
  const titles = pages.map((name) => readFileSync(`dist/${name}`, "utf8").match(/<title>([^<]*)</)[1]);
  assert.deepEqual(titles.filter((title, at) => titles.indexOf(title) !== at), []);
});

test("each skip link moves the focus to what it names", async () => {
  await onMap("")();
  for (const [name, into] of [["Aller à la liste des initiatives", ".list"], ["Aller à la carte", ".map"]]) {
    const link = await until(browser, async () => (await browser.findElements(By.css(".top:not([hidden]) .skip"))).at(name.endsWith("carte") ? 1 : 0), name);
    assert.equal(await link.getAccessibleName(), name);
    await run("arguments[0].focus()", link);
    await person.presses(Key.ENTER);
    await person.until(() => run("return document.activeElement.closest(arguments[0])", into), `${name} leads nowhere`);
  }
  await onPage("initiatives/mundo-gusto/")();
  await person.presses(Key.TAB);
  await person.focusIs("Aller au contenu");
  await person.presses(Key.ENTER);
  await person.presses(Key.TAB);
  assert.ok(await run("return document.activeElement.closest('main')"), "the next stop is not in the content");
});

// The name that a marker shows, if it is shown.
const label = (marker) => run("const style = getComputedStyle(arguments[0], '::after'); return style.content === 'none' ? '' : style.content", marker);

test("the name of a marker stays under the pointer, Escape puts it away, and a sheet closes at once", { skip: elsewhere }, async () => {
  await seen({});
  await onMap("")();
  const marker = await run("return [...document.querySelectorAll('.marker:not(.cluster, .flip)')].find((one) => one.getBoundingClientRect().x < innerWidth - 500 && document.elementFromPoint(one.getBoundingClientRect().x + 16, one.getBoundingClientRect().y + 16) === one)");
  const { x, y, width, height } = await run("return arguments[0].getBoundingClientRect().toJSON()", marker);
  const points = (dx) => browser.actions().move({ x: Math.round(x + width + dx), y: Math.round(y + height / 2), origin: Origin.VIEWPORT, duration: 0 }).perform();
  await points(-width / 2);
  await person.until(() => label(marker), "no name");
  for (const dx of [2, 8, 20]) {
    await points(dx);
    assert.ok(await label(marker), `no name ${dx} px beside the marker`);
  }
  await person.presses(Key.ESCAPE);
  await person.until(async () => !(await label(marker)), "the name stays");
  await points(400);
  await points(-width / 2);
  await person.until(() => label(marker), "the name does not come back");
  await run("arguments[0].click()", marker);
  await person.sees("button", "Fermer la fiche");
  await person.presses(Key.ESCAPE);
  await person.seesNo("button", "Fermer la fiche");
});

test("by keyboard, Escape puts the name of a marker away before it leaves the marker", { skip: elsewhere }, async () => {
  await onMap("")();
  await person.calls("focus", ".markers", { focusVisible: true });
  await person.until(async () => {
    await person.presses(Key.ARROW_DOWN);
    return run("return document.activeElement.matches('.marker:focus-visible')");
  }, "no marker has the focus");
  await person.rests();
  const marker = await run("return document.activeElement");
  assert.ok(await label(marker), "no name");
  await person.presses(Key.ESCAPE);
  assert.equal(await label(marker), "");
  assert.ok(await run("return document.activeElement === arguments[0]", marker), "the focus has left the marker");
});

test("forced colours and more contrast: as accessible, and what is chosen or focused is still told", { skip: elsewhere }, async () => {
  for (const feature of [{ "forced-colors": "active" }, { "prefers-contrast": "more" }, { "prefers-contrast": "more", "prefers-color-scheme": "dark" }]) {
    await seen(feature);
    for (const state of ["accueil", "fiche", "filtres", "page", "atelier"]) {
      await STATES[state]();
      await person.isAccessible(`${state}, ${JSON.stringify(feature)}`);
      assert.deepEqual(await run(CONTRAST), {}, state);
    }
    await onMap("?leviers=foncier")();
    const [chosen, other] = await run("return [...document.querySelectorAll('.chip[aria-pressed]')].sort((a) => (a.ariaPressed === 'true' ? -1 : 1)).slice(0, 2).map((chip) => { const { outlineStyle, backgroundColor } = getComputedStyle(chip); return outlineStyle + backgroundColor; })");
    assert.notEqual(chosen, other);
  }
});

test("more contrast: what was pale is not", { skip: elsewhere }, async () => {
  const line = async () => run("return getComputedStyle(document.querySelector('.chip')).borderTopColor");
  await seen({});
  await onMap("")();
  const before = await line();
  await seen({ "prefers-contrast": "more" });
  assert.notEqual(await line(), before);
  assert.equal(await line(), await run("return getComputedStyle(document.body).color"));
});

test("the keyboard lowers the drawer that covers what it comes to", { skip: elsewhere }, async () => {
  await seen({ width: 390, height: 844 });
  await onMap("?initiative=mundo-gusto")();
  const button = await person.until(() => run("return document.querySelector('.shortcuts button')"), "no shortcut");
  const isCovered = () => run("const { x, y, width, height } = arguments[0].getBoundingClientRect(); return document.elementFromPoint(x + width / 2, y + height / 2) !== arguments[0]", button);
  assert.ok(await isCovered(), "the drawer covers nothing: there is nothing to try");
  await run("arguments[0].focus({ focusVisible: true })", button);
  await person.until(async () => !(await isCovered()), "the drawer still covers what has the focus");
});

test("nothing goes on moving, blinks or reloads by itself", { skip: elsewhere }, async () => {
  await seen({ "prefers-reduced-motion": "no-preference" });
  for (const [state, arrive] of Object.entries(roomy)) {
    await arrive();
    const endless = await run("return document.getAnimations().filter((one) => one.effect.getComputedTiming().endTime > 5000 && one.playState === 'running').map((one) => one.animationName ?? one.transitionProperty)");
    assert.deepEqual(endless, [], state);
  }
});

test("the site map is one link away from every page, in the same place, and leads to every list", { skip: elsewhere }, async () => {
  await seen({});
  for (const path of ["", "initiatives/mundo-gusto/", "comparer/", "atelier/", "contribuer/"]) {
    await browser.get(map.url + path);
    if (path === "") await person.rests();
    const href = await run("return [...document.querySelectorAll('footer a')].find(({ textContent }) => textContent === 'Plan du site')?.href");
    assert.equal(href, `${map.url}plan-du-site/`, path || "the map");
    // Below the header: the box that finds, or a link to it.
    assert.ok(await run("return document.querySelector('.find input') ?? document.querySelector('.site-head + [role=search] > a[href$=\"#chercher\"]')"), path);
  }
  await onPage("plan-du-site/")();
  for (const name of ["Initiatives", "Leviers", "Collectivités", "Thèmes", "Régions", "Territoires", "Recommandations", "Subvention", "Bretagne", "Comparer des collectivités", "Glossaire", "Mentions légales"]) await person.sees("link", name);
  await person.isAccessible("the site map");
});

test("the statement says what the audit found", async () => {
  await onPage("accessibilite/")();
  const text = (await browser.findElement(By.css("main")).getText()).replace(/\s+/g, " ");
  const file = readFileSync("content/audit.toml", "utf8");
  const count = (verdict) => file.split(`\nverdict = "${verdict}"`).length - 1;
  const [conform, failed] = [count("C"), count("NC")];
  assert.equal(conform + failed + count("NA"), 106);
  assert.ok(conform / (conform + failed) >= 0.95, `${conform} of ${conform + failed}`);
  assert.ok(text.includes(`${conform} sur ${conform + failed}`), text);
  for (const [, number] of file.matchAll(/number = "([\d.]+)"\ntitle = .*\nverdict = "NC"/g)) assert.ok(text.includes(`Critère ${number}.`), number);
});
