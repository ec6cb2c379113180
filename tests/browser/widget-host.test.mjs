// <carte-leviers> in pages of other sites: however it is loaded, whatever form the editor keeps, moved, changed, forged.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { By, Key } from "selenium-webdriver";
import { FORMS, address } from "../../public/embed/codes.js";
import { isReady, until } from "./support/browser.mjs";
import { browser, host, hosted, map, person, run, visit } from "./support/host.mjs";

hosted({ width: 1100, height: 900 });

const script = (attributes = "") => `<script ${attributes} src="${map.url}widget.js"></script>`;
const element = (attributes = "", query = "") => `<carte-leviers ${attributes}><a href="${map.url}${query}">Voir la carte</a></carte-leviers>`;
const frame = () => until(browser, async () => (await browser.findElements(By.css("carte-leviers iframe")))[0], "no iframe");
const source = async () => new URL(await (await frame()).getAttribute("src"));

// Acts in the first frame, once its map is there.
async function within(act) {
  await until(browser, async () => {
    await browser.switchTo().defaultContent();
    await browser.switchTo().frame(await frame());
    return isReady(browser);
  }, "no map in the frame", 30_000);
  try {
    return await act();
  } finally {
    await browser.switchTo().defaultContent();
  }
}
const search = () => within(async () => new URLSearchParams(await run("return location.search")));

const TERRITORY = 'territoire="ept:200057867"';

// Each loads the script in its own way. What is bundled has no address of ours: the link says where the map is.
const BUNDLE = readFileSync("dist/widget.js", "utf8");
for (const [way, body] of Object.entries({
  "in the head, before the element": () => `${script()}${element(TERRITORY)}`,
  async: () => `${script("async")}${element(TERRITORY)}`,
  deferred: () => `${script("defer")}${element(TERRITORY)}`,
  "as a module": () => `${element(TERRITORY)}${script('type="module"')}`,
  "after the element": () => `${element(TERRITORY)}${script()}`,
  twice: () => `${script()}${element(TERRITORY)}${script()}${script("async")}`,
  "by import()": () => `${element(TERRITORY)}<script type="module">import("${map.url}widget.js")</script>`,
  "by a tag manager": () => `${element(TERRITORY)}<script>setTimeout(() => document.head.append(Object.assign(document.createElement("script"), { src: "${map.url}widget.js" })))</script>`,
  "in a bundle of the host": () => `${element(TERRITORY)}<script src="app-1234.js"></script>`,
  "by eval": () => `${element(TERRITORY)}<script>fetch("app-1234.js").then((file) => file.text()).then((code) => (0, eval)(code))</script>`,
  "after the element, made late": () => `${script()}<div id="ici"></div><script>setTimeout(() => { const map = document.createElement("carte-leviers"); map.setAttribute("territoire", "ept:200057867"); ici.append(map); })</script>`,
})) {
  test(`the map comes from its home, loaded ${way}`, async () => {
    host.files["/app-1234.js"] = ["text/javascript", BUNDLE];
    await visit(body());
    const { origin, pathname, searchParams } = await source();
    assert.deepEqual([origin + pathname, searchParams.get("territoire")], [map.url, "ept:200057867"]);
    assert.equal((await browser.findElements(By.css("iframe"))).length, 1);
    assert.equal((await browser.findElements(By.css("carte-leviers > a[target], carte-leviers > a[href^='http']"))).length, 1);
  });
}

test("the link of the host stays, after the frame, and keeps the state of the map", async () => {
  await visit(script() + element('leviers="foncier"', "?leviers=foncier"));
  await within(() => person.clicks("link", /^Mundo Gusto/));
  const link = await browser.findElement(By.css("carte-leviers > iframe + a"));
  assert.equal(await run("return arguments[0].textContent", link), "Voir la carte");
  await until(browser, async () => /initiative=mundo-gusto/.test(await link.getAttribute("href")), "the link does not follow");
  assert.match(await link.getAttribute("href"), /leviers=foncier/);
});

test("the link, and a <div>, of the class become the map, those that come late too", async () => {
  const query = "?territoire=ept:200057867&amp;leviers=scic";
  await visit(`${script()}<p><a class="carte-leviers" href="${map.url}${query}">Les initiatives de Plaine Commune</a></p>`);
  assert.equal((await source()).searchParams.get("leviers"), "scic");
  assert.equal(await (await frame()).getAttribute("title"), "Les initiatives de Plaine Commune");
  await visit(`${script()}<div class="carte-leviers" data-territoire="ept:200057867" data-hauteur="420"><a href="${map.url}">Carte</a></div>`);
  assert.equal((await source()).searchParams.get("territoire"), "ept:200057867");
  assert.equal((await (await frame()).getRect()).height, 420);
  await visit(script());
  await run("document.body.insertAdjacentHTML('beforeend', arguments[0])", `<p><a class="carte-leviers" href="${map.url}?vue=liste">Carte</a></p>`);
  assert.equal((await source()).searchParams.get("vue"), "liste");
});

test("the code that « Intégrer cette carte » shows is a map, in every form", async () => {
  const settings = { territoire: "ept:200057867", leviers: "scic,foncier", titre: 'Les « "initiatives" » & moi', vue: "liste", hauteur: "480" };
  const words = { link: "Voir la carte", full: "Ouvrir la carte en pleine page", map: "La carte" };
  for (const [form, code] of Object.entries(FORMS)) {
    const html = code(map.url, settings, words);
    // What goes into a theme or a template is the one script of all forms.
    const shown = html.slice(html.indexOf("<!-- article -->") + 1 ? html.indexOf("<!-- article -->") : 0);
    const loads = form === "cadre" || shown.includes("<script") ? "" : script();
    await visit(loads + shown);
    const found = await until(browser, async () => (await browser.findElements(By.css("iframe")))[0], form);
    const src = new URL(await found.getAttribute("src"));
    assert.equal(src.origin + src.pathname, map.url, form);
    for (const name of ["territoire", "leviers", "vue", "titre"]) assert.equal(src.searchParams.get(name), settings[name], `${form}: ${name}`);
    assert.equal(await found.getAttribute("title"), settings.titre, form);
    assert.equal((await found.getRect()).height, 480, form);
  }
  assert.equal(address(map.url, {}), map.url);
});

test("the guide has the same codes", () => {
  const settings = { territoire: "ept:200057867", leviers: "scic,foncier", titre: "Initiatives solidaires de Plaine Commune" };
  const words = { link: "Voir la carte", full: "Ouvrir la carte en pleine page", map: "La carte des leviers" };
  const guide = readFileSync("docs/EMBED.md", "utf8").replaceAll(/^ +/gm, "");
  const [program] = FORMS.wordpress("https://HOTE/", settings, words).split("<!-- article -->");
  const codes = [...["element", "cadre", "lien"].map((form) => FORMS[form]("https://HOTE/", settings, words)), program.split("\n").slice(1).join("\n").trim().replaceAll(/^ +/gm, "")];
  for (const code of codes) assert.ok(guide.includes(code), code);
});

test("attributes change the map without loading it again, add nothing to the history, and events tell", async () => {
  await visit(script() + element());
  await run("window.told = []; for (const kind of ['pret', 'selection', 'filtres']) addEventListener('carte-leviers:' + kind, ({ detail, target }) => told.push([kind, target.localName, detail]))");
  await within(() => run("window.same = true"));
  const before = await run("return history.length");
  for (const lever of ["foncier", "scic"]) {
    await run("const map = document.querySelector('carte-leviers'); map.setAttribute('leviers', arguments[0]); map.setAttribute('vue', 'liste'); map.setAttribute('titre', 'Titre ' + arguments[0])", lever);
    await until(browser, async () => (await search()).get("leviers") === lever, lever);
    await within(() => person.sees("heading", `Titre ${lever}`));
  }
  assert.equal(await within(() => run("return window.same")), true, "the map was loaded again");
  await within(async () => (await browser.findElement(By.css(".rows .row"))).click());
  await until(browser, () => run("return told.some(([kind, , { selection }]) => kind === 'selection' && selection?.type === 'initiative')"), "no event of a selection");
  assert.ok(await run("return told.some(([kind, name, { filtres }]) => kind === 'filtres' && name === 'carte-leviers' && filtres.leviers === 'scic')"));
  assert.equal(await run("return history.length"), before);
});

test("attributes changed before the map is there are those of the map, which is loaded once", async () => {
  await visit(`${script()}${element('leviers="foncier"')}<script>for (const name of ["scic", "subvention"]) document.querySelector("carte-leviers").setAttribute("leviers", name)</script>`);
  await until(browser, async () => (await search()).get("leviers") === "subvention", "not the last one asked for");
  assert.equal((await browser.findElements(By.css("iframe"))).length, 1);
});

test("another language makes the map anew, with its state and no entry in the history", async () => {
  await visit(script() + element());
  await within(() => person.clicks("link", /^Mundo Gusto/));
  await until(browser, () => run("return document.querySelector('carte-leviers > a:last-child').href.includes('mundo-gusto')"), "the state is not told");
  const before = await run("return history.length");
  await run("document.querySelector('carte-leviers').setAttribute('lang', 'en')");
  await until(browser, async () => (await search()).get("lang") === "en", "not in English");
  assert.equal((await search()).get("initiative"), "mundo-gusto");
  assert.equal(await run("return history.length"), before);
  assert.equal(await (await frame()).getAttribute("title"), "The lever map");
});

test("moved in the page, removed and added fifty times, the map keeps its state and is one", async () => {
  await visit(`${script()}<div id="la"></div>${element('hauteur="400"')}`);
  await within(() => person.clicks("link", /^Mundo Gusto/));
  await until(browser, () => run("return document.querySelector('carte-leviers > a:last-child').href.includes('mundo-gusto')"), "the state is not told");
  await run("const map = document.querySelector('carte-leviers'); for (let turn = 0; turn < 50; turn++) { map.remove(); la.append(map); }");
  assert.equal((await browser.findElements(By.css("iframe"))).length, 1);
  assert.equal((await browser.findElements(By.css("carte-leviers a"))).length, 2);
  assert.equal((await search()).get("initiative"), "mundo-gusto");
});

test("attributes changed while the element is out of the page are those of the map once it is back", async () => {
  await visit(`${script()}<div id="la"></div>${element('leviers="foncier"')}`);
  await within(() => person.showsSome());
  await run("window.failed = []; addEventListener('error', ({ message }) => failed.push(message)); window.map = document.querySelector('carte-leviers'); map.remove(); map.setAttribute('leviers', 'scic')");
  await run("return new Promise((resolve) => setTimeout(resolve))");
  await run("la.append(map)");
  await until(browser, async () => (await search()).get("leviers") === "scic", "the change is lost");
  assert.deepEqual(await run("return failed"), []);
});

test("a consent manager puts the map into the page late: nothing is asked of it before, the map after", async () => {
  const folder = "node_modules/tarteaucitronjs/";
  const kinds = { js: "text/javascript", css: "text/css" };
  for (const name of readdirSync(folder, { recursive: true }).filter((name) => /\.(js|css)$/.test(name))) host.files[`/tarteaucitron/${name}`] = [kinds[name.split(".").at(-1)], readFileSync(folder + name, "utf8")];
  const asked = () => run("return performance.getEntriesByType('resource').map(({ name }) => name)");
  const service = `
    tarteaucitron.init({ hashtag: "#gestion", orientation: "bottom", showAlertSmall: false, cookieslist: false, closePopup: false, showIcon: false, highPrivacy: true, handleBrowserDNTRequest: false, useExternalCss: false, useExternalJs: false, mandatory: true, cookieName: "gestion" });
    tarteaucitron.services.carte = {
      key: "carte", type: "other", name: "La carte des leviers", uri: ${JSON.stringify(map.url)}, needConsent: true, cookies: [],
      js() {
        const script = Object.assign(document.createElement("script"), { src: ${JSON.stringify(`${map.url}widget.js`)}, async: true });
        document.getElementById("place").insertAdjacentHTML("beforeend", ${JSON.stringify(element(TERRITORY))});
        document.head.append(script);
      },
      fallback() {},
    };
    (tarteaucitron.job = tarteaucitron.job || []).push("carte");`;
  await visit(`<div id="place"></div><script src="/tarteaucitron/tarteaucitron.js"></script><script>${service}</script>`);
  const ACCEPT = /Tout accepter/;
  await person.sees("button", ACCEPT);
  assert.deepEqual((await asked()).filter((name) => name.startsWith(map.url)), []);
  // The manager hears clicks a moment after its buttons are seen.
  await person.until(async () => {
    await (await person.first("button", ACCEPT))?.element.click();
    return run("return document.cookie.includes('carte=true')");
  }, "no consent");
  assert.equal((await search()).get("territoire"), "ept:200057867");
  // The map itself has nothing that a consent would be about.
  assert.deepEqual(await within(() => run("return [document.cookie.replace(/gestion=[^;]*;? ?/, ''), localStorage.length, sessionStorage.length]")), ["", 0, 0]);
  await browser.manage().deleteAllCookies();
});

test("messages of others, and messages that are none, change nothing", async () => {
  await visit(script() + element('hauteur="auto"'));
  await within(() => Promise.resolve());
  const state = () => run("const map = document.querySelector('carte-leviers'); return [map.querySelector('iframe').style.height, map.lastElementChild.href]");
  await until(browser, async () => (await state())[0] !== "600px", "the height is not the map's");
  const before = await state();
  await run(`
    const forged = [null, 1, "carte-leviers:hauteur", [], {}, { type: {} }, { type: "carte-leviers:hauteur", contrat: 2, hauteur: 333 }, { type: "carte-leviers:etat", contrat: 2, adresse: "https://evil.example/?initiative=x" }];
    for (const message of forged) postMessage(message, "*");
    const other = document.body.appendChild(document.createElement("iframe"));
    other.contentWindow.eval("for (const message of " + JSON.stringify(forged) + ") parent.postMessage(message, '*')");
    const map = document.querySelector("carte-leviers iframe").contentWindow;
    const settings = [null, { type: "carte-leviers:reglages" }, { type: "carte-leviers:reglages", contrat: 2, reglages: null }, { type: "carte-leviers:reglages", contrat: 2, reglages: [1] }];
    for (const message of settings) map.postMessage(message, "*");
    other.contentWindow.eval("parent.document.querySelector('carte-leviers iframe').contentWindow.postMessage({ type: 'carte-leviers:reglages', contrat: 2, reglages: { leviers: 'scic' } }, '*')");`);
  // What the host itself asks for comes after all of them.
  await run("document.querySelector('carte-leviers').setAttribute('themes', 'habitat')");
  await until(browser, async () => (await search()).get("themes") === "habitat", "the map does not answer");
  assert.equal((await search()).get("leviers"), null);
  assert.equal((await state())[0], before[0]);
  assert.match((await state())[1], new RegExp(`^${map.url}`));
});

test("the height is reserved before anything comes, whatever the host's style says, and as it was asked for", async () => {
  const hostile = "<style>* { height: auto !important; position: static !important } iframe { width: 10px !important; border: 9px solid red !important; max-width: 50px; opacity: 1 } a { display: block !important }</style>";
  for (const [attributes, height] of [["", 600], ['hauteur="450"', 450], ['hauteur="450px"', 450], ['hauteur="50vh"', undefined], ['hauteur="9"', 600], ['hauteur="haut"', 600]]) {
    await visit(`${hostile}${script()}<div style="width:500px">${element(attributes)}</div><p id="apres">après</p>`);
    const rect = await (await frame()).getRect();
    assert.equal(rect.width, 500, attributes);
    assert.equal(rect.height, height ?? Math.round(await run("return innerHeight / 2")), attributes);
    const box = await (await browser.findElement(By.css("carte-leviers"))).getRect();
    assert.equal(box.height, rect.height, `${attributes}: the link takes room`);
  }
});

test("a skip link leads past the widget, and the host passes axe-core", async () => {
  await visit(`<main><h1>Hôte</h1>${script()}<p><a href="#x" id="avant">avant</a></p>${element('titre="Ma carte"')}<p id="x">après</p></main>`);
  await within(() => Promise.resolve());
  await run("document.getElementById('avant').focus()");
  await person.presses(Key.TAB);
  assert.equal(await person.focused(), "Passer la carte");
  await person.presses(Key.ENTER);
  await person.focusIs("Voir la carte");
  assert.equal(await run("return location.hash"), "");
  await person.isAccessible("host");
  await visit(`<main dir="rtl" style="zoom:1.25;transform:scale(.9)"><h1>مضيف</h1>${script()}${element('lang="en"')}</main>`, { lang: "ar" });
  await within(() => person.sees("heading", "The initiatives"));
  assert.equal(await (await frame()).getAttribute("lang"), "en");
});

test("printed, the page asks for maps that are not seen yet; left and come back to, the map is as it was", async () => {
  await visit(`${script()}<p style="height:9000px"></p>${element()}`);
  assert.equal(await (await frame()).getAttribute("loading"), "lazy");
  await run("dispatchEvent(new Event('beforeprint'))");
  assert.equal(await (await frame()).getAttribute("loading"), "eager");
  await visit(script() + element('leviers="foncier"'));
  await within(() => person.showsSome());
  await browser.get(`${host.url}ailleurs`);
  await browser.navigate().back();
  await within(() => person.showsSome());
  await run("document.querySelector('carte-leviers').setAttribute('leviers', 'scic')");
  await until(browser, async () => (await search()).get("leviers") === "scic", "the map no longer listens");
});

test("a page with tampered prototypes shows the map", async () => {
  const tampered = "<script>Array.prototype.first = () => 1; Object.prototype.extra = 2; Element.prototype.append2 = 3; String.prototype.trim2 = 4; window.map = {}; window.frame = 1;</script>";
  await visit(tampered + script() + element(TERRITORY));
  await within(() => person.showsSome());
});
