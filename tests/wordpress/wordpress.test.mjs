// What each form of the code becomes in a real WordPress, in posts of an administrator, who may write any HTML, and of an author, who may
// not: a map, or at least a link to it (docs/EMBED.md).
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { By } from "selenium-webdriver";
import { FORMS } from "../../public/embed/codes.js";
import { complaints, isReady, open, until } from "../browser/support/browser.mjs";
import { serve } from "../browser/support/server.mjs";
import { wordpress } from "./support/wordpress.mjs";

const SETTINGS = { territoire: "ept:200057867", titre: "Les initiatives de Plaine Commune", hauteur: "480" };
const WORDS = { link: "Voir la carte", full: "Ouvrir la carte en pleine page", map: "La carte des leviers" };
const ARTICLE = "<!-- article -->";
const AUTHORS = ["administrator", "author"];
const NAMES = ["element", "cadre", "wordpress", "lien"];

let map;
let host;
let browser;
let addressOf;
let program;

before(async () => {
  map = await serve("dist", { base: "/carte/" });
  const code = Object.fromEntries(NAMES.map((name) => [name, FORMS[name](map.url, SETTINGS, WORDS)]));
  [program, code.wordpress] = code.wordpress.split(ARTICLE);
  const posts = AUTHORS.flatMap((author) => NAMES.map((name) => ({ author, title: `${name}, ${author}`, content: `<!-- wp:html -->\n${code[name].trim()}\n<!-- /wp:html -->` })));
  host = await wordpress(posts);
  addressOf = (author, name) => host.addresses[AUTHORS.indexOf(author) * NAMES.length + NAMES.indexOf(name)];
  browser = await open({ width: 1280, height: 1000 });
});
after(async () => {
  await browser?.quit();
  await host?.stop();
  await map?.close();
});

// The map in the post, which starts and keeps to its territory.
async function isMap(author, name) {
  await browser.get(addressOf(author, name));
  const frame = await until(browser, async () => (await browser.findElements(By.css(".entry-content iframe")))[0], `no map in ${name}, ${author}`);
  assert.equal(await frame.getAttribute("title"), SETTINGS.titre);
  assert.equal((await frame.getRect()).height, Number(SETTINGS.hauteur));
  await browser.executeScript("arguments[0].scrollIntoView({ block: 'center' })", frame);
  await until(browser, async () => {
    await browser.switchTo().defaultContent();
    await browser.switchTo().frame((await browser.findElements(By.css(".entry-content iframe")))[0]);
    return isReady(browser);
  }, `the map does not start in ${name}, ${author}`, 30_000);
  assert.equal(new URLSearchParams(await browser.executeScript("return location.search")).get("territoire"), SETTINGS.territoire);
  await browser.switchTo().defaultContent();
}

// No map, but a link to the same.
async function isLink(author, name) {
  await browser.get(addressOf(author, name));
  assert.deepEqual(await browser.findElements(By.css(".entry-content iframe")), []);
  const [address, text] = await browser.executeScript("const link = document.querySelector('.entry-content a'); return [link.href, link.textContent]");
  assert.ok(address.startsWith(`${map.url}?territoire=ept:200057867`), address);
  assert.ok([SETTINGS.titre, WORDS.link, WORDS.full].includes(text), text);
}

test("an administrator's post shows the map, by the element or by the frame", async () => {
  for (const name of ["element", "cadre"]) await isMap("administrator", name);
});

test("an author's post, from which scripts, elements and frames are taken away, keeps the link", async () => {
  for (const name of ["element", "cadre"]) await isLink("author", name);
});

test("a link alone is a link, until the site has the program of « WordPress »: then it is the map, an author's too", async () => {
  for (const author of AUTHORS) for (const name of ["wordpress", "lien"]) await isLink(author, name);
  host.extend(program);
  for (const author of AUTHORS) for (const name of ["wordpress", "lien"]) await isMap(author, name);
  // WordPress has no icon for tabs.
  assert.deepEqual((await complaints(browser)).filter((one) => !one.includes("favicon.ico")), []);
});
