// The map in a frame of another site: it leaves the page around it alone, has a layout for every width, and keeps what is locked.
import assert from "node:assert/strict";
import { test } from "node:test";
import { By, Key } from "selenium-webdriver";
import { complaints, elsewhere, until } from "./support/browser.mjs";
import { browser, host, hosted, map, person, run, visit } from "./support/host.mjs";

hosted({ width: 1200, height: 900 });

const iframe = (query, { style = "width:1100px;height:600px", attributes = "" } = {}) => `<iframe title="Carte" style="${style};border:0" ${attributes} src="${map.url}${query}"></iframe>`;
const inFrame = (act) => person.inFrame("Carte", act);
const query = async () => new URLSearchParams(await run("return location.search"));
const TERRITORY = "territoire=ept:200057867&titre=Plaine%20Commune";

for (const [width, height] of [[280, 600], [480, 600], [650, 600], [760, 600], [1100, 600], [320, 420]]) {
  test(`at ${width} by ${height} px: the title, how many, the first initiative and the map`, async () => {
    await visit(iframe(`?${TERRITORY}`, { style: `width:${width}px;height:${height}px` }));
    await inFrame(async () => {
      await person.showsSome();
      await person.rests();
      const seen = await run(`
        const box = (selector) => document.querySelector(selector).getBoundingClientRect();
        const onTop = (selector) => { const { left, top, width, height } = box(selector); const found = document.elementFromPoint(left + Math.min(width / 2, 40), top + height / 2); return Boolean(found?.closest(selector)) || selector; };
        const map = box(".map");
        const column = box(".column");
        return [onTop("h1"), onTop(".shown"), onTop(".rows .row"), column.width < map.width || column.top - map.top];`);
      assert.deepEqual(seen.slice(0, 3), [true, true, true]);
      assert.ok(seen[3] === true || seen[3] >= 120, `the map has ${seen[3]} px`);
      assert.equal(await person.first("button", "La Réunion"), undefined);
      assert.doesNotMatch(await run("return document.body.innerText"), /Tout ce qui se fait en France|en France, et le levier/);
      assert.deepEqual(await run("return [...document.querySelectorAll('fieldset .chip')].filter((chip) => chip.offsetWidth && chip.querySelector('.count').textContent === '0').length"), 0);
      await person.nothingSticksOut(`${width} px`);
      await person.isAccessible(`${width} px`);
    });
    assert.deepEqual(await complaints(browser), []);
  });
}

test("nothing is focused and nothing scrolls before the visitor comes, though a sheet is open", async () => {
  await visit(`<input id="champ"><p style="height:700px"></p>${iframe("?initiative=mundo-gusto")}<p style="height:2000px"></p>`);
  await run("document.getElementById('champ').focus()");
  await person.inFrame("Carte", () => person.sees("region", "Mundo Gusto"));
  await run("scrollTo(0, 0)");
  await run("window.map = document.querySelector('iframe'); document.getElementById('champ').focus()");
  assert.equal(await run("return document.activeElement.id"), "champ");
  // Nor when the host itself opens another.
  await run("map.contentWindow.postMessage({ type: 'carte-leviers:reglages', contrat: 2, reglages: { initiative: null, levier: 'foncier' } }, '*')");
  await browser.switchTo().frame(await browser.findElement(By.css("iframe")));
  await until(browser, async () => (await query()).get("levier") === "foncier", "the sheet does not open");
  await until(browser, () => run("return document.querySelector('.sheet h2')?.textContent.length > 0"), "no sheet");
  await browser.switchTo().defaultContent();
  assert.deepEqual(await run("return [document.activeElement.id, scrollY]"), ["champ", 0]);
});

test("a sheet opened by pointer leaves the host where it is scrolled, and focuses its heading", async () => {
  await visit(`<p style="height:500px"></p>${iframe("")}<p style="height:2000px"></p>`);
  await inFrame(() => person.showsAll());
  const before = await run("return scrollY");
  await inFrame(async () => {
    const row = await browser.findElement(By.css("[data-initiative=mundo-gusto]"));
    await run("const box = arguments[0].closest('.browse'); box.scrollTop += arguments[0].getBoundingClientRect().top - box.getBoundingClientRect().top - 300", row);
    const at = await run("return scrollY", row);
    await person.clicks("link", /^Mundo Gusto/);
    await person.focusIs("Mundo Gusto");
    assert.equal(await run("return scrollY"), at);
  });
  assert.equal(typeof before, "number");
});

test("« back » leaves the page of the host at once, whatever was done in the frame", async () => {
  await visit("<p>La page d'avant</p>");
  host.page("");
  await browser.get(`${host.page(iframe(""))}?ici`);
  await inFrame(async () => {
    await person.clicks("button", /^Foncier/);
    await person.clicks("button", /^Subvention/);
    await person.clicks("link", /^[A-Z]/, null).catch(() => {});
    await person.calls("focus", "canvas");
    await person.presses(Key.ARROW_LEFT, Key.ARROW_LEFT, "+");
    await person.rests();
  });
  host.page("<p>La page d'avant</p>");
  await browser.navigate().back();
  await until(browser, () => run("return location.search === ''"), "still in the page of the map");
});

test("on the full page « back » undoes one act", async () => {
  await browser.get(map.url);
  await person.showsAll();
  await person.clicks("button", /^Foncier/);
  await person.showsSome();
  await browser.navigate().back();
  await person.showsAll();
});

test("links that leave the frame open a new tab, and say so; the others are the map's", async () => {
  await visit(iframe("?initiative=mundo-gusto"));
  await inFrame(async () => {
    await person.sees("region", "Mundo Gusto");
    await person.sees("link", "Pleine page");
    const links = await run("return [...document.querySelectorAll('a[href]')].map((link) => [link.getAttribute('href'), link.target, link.textContent + link.title, link.hasAttribute('data-reload')])");
    for (const [href, target, text, reloads] of links) {
      const isOwn = /^(#|\.\/(\?|$))/.test(href) && target !== "_blank";
      if (isOwn || reloads) continue;
      assert.equal(target, "_blank", href);
      assert.match(text, /nouvel onglet/, href);
    }
  });
});

test("a locked territory is left by no button, no link, no key and no address", async () => {
  await visit(iframe(`?${TERRITORY}&verrou=territoire&leviers=animation`));
  await inFrame(async () => {
    await person.showsSome();
    const stays = async (what) => assert.equal((await query()).get("territoire"), "ept:200057867", what);
    assert.equal(await person.first("button", /Ne plus limiter/), undefined);
    assert.equal(await person.first("button", "Toute la France"), undefined);
    // The other filters are the visitor's.
    const { shown } = await person.showsSome();
    await person.clicks("button", "Tout afficher");
    await person.shows((now) => now.shown >= shown && now.shown < now.total, "the locked territory");
    await stays("after « Tout afficher »");
    assert.equal(await person.first("button", "Tout afficher"), undefined);
    await run("const link = Object.assign(document.createElement('a'), { href: './?leviers=scic', textContent: 'ailleurs' }); link.setAttribute('href', './?leviers=scic'); document.querySelector('.list').prepend(link)");
    await person.clicks("link", "ailleurs");
    await until(browser, async () => (await query()).get("leviers") === "scic", "the link does nothing");
    await stays("after a link");
    await person.rests();
    await person.isAccessible("locked");
  });
});

test("locked levers have no control, and stay", async () => {
  await visit(iframe("?leviers=foncier&verrou=leviers"));
  await inFrame(async () => {
    await person.showsSome();
    assert.deepEqual(await run("return [...document.querySelectorAll('[data-facet=leviers]')].filter((control) => control.offsetWidth).length"), 0);
    assert.equal(await person.first("button", "Tout afficher"), undefined);
    assert.equal((await query()).get("verrou"), "leviers");
  });
});

test("wrong settings: the nearest sensible map, a line in the console, nothing for the public", { skip: elsewhere }, async () => {
  await visit(iframe("?territoires=93&lang=fr-FR&leviers=Foncier;don&vue=globe&theme-couleur=rouge&verrou=tout"));
  await complaints(browser);
  await browser.navigate().refresh();
  await inFrame(async () => {
    await person.showsSome();
    assert.equal((await query()).get("territoire"), "departement:93");
    assert.equal(await person.first("alert", /./), undefined);
  });
  const said = (await complaints(browser)).join("\n");
  for (const wrong of ["departement:93", "don", "globe", "rouge", "tout"]) assert.match(said, new RegExp(wrong), said);
});

test("a sandbox that only allows scripts has the map, and offers nothing that it forbids", async () => {
  await visit(iframe(`?${TERRITORY}&leviers=animation`, { attributes: 'sandbox="allow-scripts"' }));
  await inFrame(async () => {
    await person.showsSome();
    // A driver names nothing in a frame of an opaque origin.
    const seen = (selector) => run("return [...document.querySelectorAll(arguments[0])].filter((element) => element.offsetWidth).map((element) => element.outerHTML)", selector);
    assert.deepEqual(await seen("[data-takeaway], .cite, a[target=_blank], a[href]:not([href^='#'], [href^='./'])"), []);
    await (await browser.findElement(By.css(".asked > .link-button"))).click();
    await person.showsAll();
    await until(browser, async () => (await (await browser.findElement(By.css("[data-initiative=mundo-gusto]"))).click(), true), "no row of Mundo Gusto");
    await until(browser, () => run("return document.querySelector('.sheet h2')?.textContent.includes('Mundo Gusto')"), "no sheet");
    assert.deepEqual(await seen(".cite, a[target=_blank], a[href]:not([href^='#'], [href^='./'])"), []);
  });
});

test("a territory is framed once its box has a size: no width at first, closed <details>, not displayed", async () => {
  for (const [name, markup, show] of [
    ["no width", (frame) => `<div id="boite" style="width:0;overflow:hidden">${frame}</div>`, "boite.style.width = '600px'"],
    ["closed", (frame) => `<details id="boite"><summary>Carte</summary>${frame}</details>`, "boite.open = true"],
    ["not displayed", (frame) => `<div id="boite" style="display:none">${frame}</div>`, "boite.style.display = ''"],
  ]) {
    await visit(`${markup(iframe(`?${TERRITORY}`, { style: "width:100%;height:500px" }))}<p>fin</p>`);
    await run(show);
    await inFrame(async () => {
      await until(browser, async () => Number.parseFloat((await run("return location.hash")).slice(1)) > 9, `${name}: the territory is not framed`);
    });
  }
});

test("the wheel is the page's again once the map is left", async () => {
  await visit(`${iframe("")}<button>ailleurs</button><p style="height:3000px"></p>`);
  await inFrame(async () => {
    await browser.actions().move({ origin: await browser.findElement(By.css("canvas")), ...(await person.bareMap()) }).click().perform();
    await until(browser, () => run("return Boolean(document.querySelector('.stage.awake'))"), "the map does not wake");
  });
  await (await browser.findElement(By.css("button"))).click();
  await inFrame(() => until(browser, () => run("return !document.querySelector('.stage.awake')"), "the map does not sleep"));
});

test("light or dark as the host asks, and an accent colour that is told from the page", async () => {
  const look = () => run("const style = getComputedStyle(document.documentElement); return ['--paper', '--accent-surface', '--accent-surface-ink'].map((name) => style.getPropertyValue(name).trim())");
  await visit(iframe("?apparence=sombre&theme-couleur=%23ffd000"));
  assert.deepEqual(await inFrame(look), ["#1a1f23", "#ffd000", "#000000"]);
  await visit(iframe("?apparence=claire&theme-couleur=%23ffd000"));
  const [paper, accent] = await inFrame(look);
  assert.equal(paper, "#fff");
  assert.notEqual(accent, "#ffd000");
  // Later too.
  await run("document.querySelector('iframe').contentWindow.postMessage({ type: 'carte-leviers:reglages', contrat: 2, reglages: { 'theme-couleur': '#0b6e4f' } }, '*')");
  await inFrame(() => until(browser, async () => (await look())[1] === "#0b6e4f", "the colour does not change"));
});

test("the height is told in every form that sites know, at most three times for a width", async () => {
  const listener = "<script>window.heard = []; addEventListener('message', ({ data, source }) => source === document.querySelector('iframe').contentWindow && heard.push(data))</script>";
  await visit(listener + iframe("?hauteur=auto&vue=liste&leviers=foncier&childId=a1#?secret=abc"));
  await inFrame(() => person.showsSome());
  const told = async (has) => (await run("return heard")).filter(has);
  await until(browser, async () => (await told((data) => data.type === "carte-leviers:hauteur")).length > 0, "no height is told");
  const [{ hauteur, id, contrat }] = await told((data) => data.type === "carte-leviers:hauteur");
  assert.deepEqual([id, contrat], ["a1", 2]);
  assert.ok(hauteur > 200, hauteur);
  for (const has of [(data) => data["datawrapper-height"]?.a1 > 200, (data) => data.sentinel === "amp" && data.height > 200, (data) => /^pymxPYMxa1xPYMxheightxPYMx\d+$/.test(data), (data) => data.message === "height" && data.secret === "abc" && data.value > 200]) assert.ok((await told(has)).length > 0, String(has));
  for (const height of [700, 900, 500, 1100, 640]) {
    await run("document.querySelector('iframe').style.height = arguments[0] + 'px'", height);
    await inFrame(() => person.rests());
  }
  assert.ok((await told((data) => data.type === "carte-leviers:hauteur")).length <= 3);
});

test("the page that verifies an embed says of each point that it is good, or what to do, in both languages", async () => {
  for (const [lang, title] of [["fr", "Vérification de l’intégration"], ["en", "Check of the embed"]]) {
    await visit(`<script async src="${map.url}widget.js"></script><carte-leviers verification lang="${lang}" titre="Ma carte"><a href="${map.url}">Voir la carte</a></carte-leviers>`);
    await browser.switchTo().frame(await until(browser, async () => (await browser.findElements(By.css("carte-leviers iframe")))[0], "no iframe"));
    await until(browser, () => run("return document.documentElement.dataset.ready === 'verification'"), "it does not end", 30_000);
    await person.sees("heading", title);
    const verdicts = Object.fromEntries(await run("return [...document.querySelectorAll('.checks li')].map((item) => [item.textContent.split(/[:.]/)[1].trim(), item.dataset.verdict])"));
    assert.equal(Object.keys(verdicts).length, 15);
    assert.deepEqual(Object.entries(verdicts).filter(([, verdict]) => verdict === "wrong"), []);
    assert.ok(Object.values(verdicts).filter((verdict) => verdict === "good").length >= 12, JSON.stringify(verdicts));
    await person.isAccessible(`verification, ${lang}`);
    await browser.switchTo().defaultContent();
  }
});
