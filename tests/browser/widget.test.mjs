// The widget in pages that change it, or that try to mislead it.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { after, before, test } from "node:test";
import { By } from "selenium-webdriver";
import { open, until } from "./support/browser.mjs";
import { serve } from "./support/server.mjs";

let browser;
let map;
let host;
let body;
let page; // of the map's own origin

before(async () => {
  const touch = ({ url }, response) => url === "/hote" && (response.writeHead(200, { "Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": "script-src 'self'" }).end(page), true);
  map = await serve("dist", { base: "/carte/", touch });
  host = createServer((request, response) => response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" }).end(`<!doctype html><html lang="fr"><title>Hôte</title>${body}`));
  await new Promise((resolve) => host.listen(0, "127.0.0.1", resolve));
  browser = await open();
});
after(async () => {
  await browser?.quit();
  host?.closeAllConnections();
  host?.close();
  await map?.close();
});

async function visit(page) {
  body = page;
  await browser.get(`http://127.0.0.1:${host.address().port}/`);
}
const script = () => `<script src="${map.url}widget.js"></script>`;
const frame = () => browser.wait(async () => (await browser.findElements(By.css("carte-leviers iframe")))[0], 5000, "no iframe");
const source = async () => new URL(await (await frame()).getAttribute("src"));

// Each hides something that a script reads, or shows it another script. None is the script itself.
const MISLEADING = [
  `<img name="currentScript" src="https://evil.example/x.js">`,
  `<form name="currentScript"><input name="src" value="https://evil.example/widget.js"></form>`,
  `<script type="text/plain" src="https://evil.example/widget.js"></script>`,
  `<img name="scripts"><img name="createElement"><img name="baseURI">`,
  `<a id="customElements" href="https://evil.example/"></a><form name="URL"></form><iframe name="Document"></iframe>`,
  `<base href="https://evil.example/">`,
];
for (const markup of MISLEADING) {
  test(`shows the map beside ${markup}`, async () => {
    await visit(`${markup}<carte-leviers></carte-leviers>${script()}`);
    assert.equal((await source()).href, map.url);
  });
}

test("a <base> after the script does not lead it elsewhere, when its address is relative", async () => {
  page = `<!doctype html><html lang="fr"><title>Hôte</title><script async src="carte/widget.js"></script><base href="https://evil.example/"><carte-leviers></carte-leviers>`;
  await browser.get(new URL("/hote", map.url).href);
  assert.equal((await source()).href, map.url);
});

test("asks for no permission", async () => {
  await visit(`${script()}<carte-leviers></carte-leviers>`);
  assert.ok(!(await (await frame()).getAttribute("allow")));
});

test("says its own words in the language of its attribute", async () => {
  await visit(`${script()}<carte-leviers lang="en"></carte-leviers>`);
  assert.equal(await (await frame()).getAttribute("title"), "The lever map");
  const link = await browser.findElement(By.css("carte-leviers > a"));
  assert.equal(await link.getText(), "Open the map in a full page");
  await browser.executeScript("document.querySelector('carte-leviers').removeAttribute('lang')");
  await until(browser, async () => (await (await frame()).getAttribute("title")) === "La carte des leviers", "not in French");
  assert.equal(await (await browser.findElement(By.css("carte-leviers > a"))).getText(), "Ouvrir la carte en pleine page");
});

test("a change of height or title keeps the map that is there", async () => {
  await visit(`${script()}<carte-leviers titre="Une carte"></carte-leviers>`);
  const first = await frame();
  await browser.executeScript("document.querySelector('carte-leviers').setAttribute('hauteur', '300')");
  await browser.wait(async () => (await first.getRect()).height === 300, 5000, "not 300 px");
});
