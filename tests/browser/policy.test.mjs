// What the browser refuses: the headers, the policy that each page carries, and that nothing of ours is refused (docs/adr/0020).
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { createServer } from "node:http";
import { after, afterEach, before, test } from "node:test";
import { HEADERS, MAP, OTHERS, STATIC } from "../../scripts/headers.mjs";
import { elsewhere, mapReady, open } from "./support/browser.mjs";
import { Person } from "./support/person.mjs";
import { serve } from "./support/server.mjs";

let browser;
let person;
let server;
let host;

before(async () => {
  browser = await open();
  person = new Person(browser);
});
after(() => browser?.quit());
afterEach(async () => {
  await server?.close();
  host?.closeAllConnections();
  host?.close();
});

const pages = readdirSync("dist", { recursive: true }).filter((name) => name.endsWith(".html")).sort();
const html = (page) => readFileSync(`dist/${page}`, "utf8");
// The map, alone and inside the workshop.
const POLICIES = { "index.html": MAP, "apercu.html": MAP };
const scripts = readdirSync("dist", { recursive: true }).filter((name) => name.endsWith(".js"));

test("every answer has every header, a missing file too", async () => {
  server = await serve("dist");
  for (const path of ["", "initiatives/", "widget.js", "data/initiatives.csv", "NOTICES.txt", "none"]) {
    const { headers } = await fetch(server.url + path);
    for (const [name, value] of Object.entries(HEADERS)) assert.equal(headers.get(name), value, `${path}: ${name}`);
  }
});

test("every page begins with its policy, which allows no more than the headers", () => {
  for (const page of pages) {
    const other = Object.keys(OTHERS).find((start) => page.startsWith(start));
    const policy = (POLICIES[page] ?? OTHERS[other] ?? STATIC).join("; ");
    const [, head] = html(page).split(/<head>\s*/);
    assert.ok(head.startsWith(`<meta http-equiv="Content-Security-Policy" content="${policy}">`), page);
  }
});

test("no script makes HTML or code out of text, but the one that may", () => {
  const sinks = (name) => readFileSync(`dist/${name}`, "utf8").match(/\.(innerHTML|outerHTML|srcdoc)\s*=|insertAdjacentHTML|document\.write|setHTMLUnsafe|\beval\(|new Function\(/g) ?? [];
  for (const name of scripts) assert.deepEqual(sinks(name), /^(boot|apercu)-/.test(name) ? [".innerHTML="] : [], name);
});

test("the one maker of HTML takes the constants of the program, and nothing else", () => {
  const source = readFileSync("public/trusted.js", "utf8").replace("export const trusted =", "return");
  const { createHTML } = new Function("CONSTANTS_START", "CONSTANTS_END", source)(1000, 2000);
  for (const at of [1000, 1999]) assert.equal(createHTML("<b>", at), "<b>");
  for (const at of [0, 999, 2000, 1e7, -1, undefined]) assert.throws(() => createHTML("<b>", at), TypeError, String(at));
});

// Two scripts that the server puts in the page, from our own address: one listens, the other tries what it may not, when told to.
const SPY = `const seen = [];
addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sample }) => {
  seen.push([effectiveDirective, blockedURI, sample].join(" "));
  document.documentElement.dataset.refused = seen.join("\\n");
});`;
const INTRUDER = `const tries = {
  html: () => (document.createElement("p").innerHTML = "<b>"),
  again: () => trustedTypes.createPolicy("leptos", {}),
  another: () => trustedTypes.createPolicy("another", {}),
};
const passes = (name) => { try { tries[name](); return true; } catch { return false; } };
addEventListener("intrude", () => (document.documentElement.dataset.passed = globalThis.trustedTypes ? Object.keys(tries).filter(passes).join() : "no Trusted Types"));`;
const MADE = { "/spy.js": SPY, "/intruder.js": INTRUDER };

const refused = () => browser.executeScript("return document.documentElement.dataset.refused ?? ''");

// Serves dist/ with the spy in each page, after its policy, and `more` at the end of its head.
async function spied({ more = "", ...options } = {}) {
  const page = (path) => {
    const file = `${path.slice(1)}${path.endsWith("/") ? "index.html" : ""}`;
    return pages.includes(file) && html(file).replace(/<meta http-equiv[^>]*>/, (meta) => `${meta}<script src="/spy.js"></script>`).replace("</head>", `${more}</head>`);
  };
  const touch = (request, response) => {
    const path = request.url.split("?")[0];
    const [type, body] = MADE[path] ? ["text/javascript", MADE[path]] : ["text/html; charset=utf-8", page(path)];
    return Boolean(body) && (response.writeHead(200, { "Content-Type": type }).end(body), true);
  };
  server = await serve("dist", { ...options, touch });
  return server.url;
}

test("the map asks for nothing that is refused: start, sheet, filter, both languages", async () => {
  const url = await spied();
  for (const lang of ["fr", "en"]) {
    await browser.get(`${url}?lang=${lang}&leviers=foncier`);
    await mapReady(browser);
    await person.clicks("link", /^Mundo Gusto/);
    await person.sees("region", "Mundo Gusto");
    await person.rests();
    assert.equal(await refused(), "");
  }
});

test("static pages neither: the longest of each kind", async () => {
  const url = await spied();
  const kinds = [...new Set(pages.map((page) => page.split("/")[0]))].filter((kind) => !kind.endsWith(".html"));
  for (const kind of kinds) {
    const [longest] = pages.filter((page) => page.startsWith(`${kind}/`)).sort((a, b) => html(b).length - html(a).length);
    await browser.get(url + longest.replace("index.html", ""));
    await browser.wait(() => browser.executeScript("return document.readyState === 'complete'"), 10_000, longest);
    assert.equal(await refused(), "", longest);
  }
});

test("nor a map in the frame of a page that is strict about everything", async () => {
  const url = await spied();
  const { origin } = new URL(url);
  const policy = `default-src 'none'; script-src ${origin}; frame-src ${origin}; require-trusted-types-for 'script'; trusted-types 'none'`;
  const page = `<!doctype html><html lang="fr"><title>Hôte</title><script src="${url}spy.js"></script><script src="${url}widget.js"></script><carte-leviers titre="La carte"></carte-leviers>`;
  const headers = { "Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": policy, "Cross-Origin-Embedder-Policy": "require-corp" };
  host = createServer((_, response) => response.writeHead(200, headers).end(page));
  await new Promise((resolve) => host.listen(0, "127.0.0.1", resolve));
  await browser.get(`http://127.0.0.1:${host.address().port}/`);
  assert.equal(await person.inFrame("La carte", refused), "");
  // Firefox asks the host for an icon, which its own policy refuses.
  assert.doesNotMatch(await refused(), new RegExp(`${origin}|trusted|script`));
});

// A host that sends no header: the page has its own policy.
const INJECTED = `<script>document.documentElement.dataset.injected = "inline"</script><script src="data:text/javascript,document.documentElement.dataset.injected='data'"></script>`;
const injected = () => browser.executeScript("return document.documentElement.dataset.injected ?? ''");

for (const [what, path, ready] of [["the map", "", () => mapReady(browser)], ["a static page", "glossaire/", () => person.sees("heading", "Glossaire")]]) {
  test(`without headers, ${what} still refuses the scripts of others`, async () => {
    const url = await spied({ headers: {}, more: INJECTED });
    await browser.get(url + path);
    await ready();
    assert.match(await refused(), /script-src(-elem)? inline/);
    assert.match(await refused(), /script-src(-elem)? data/);
    assert.equal(await injected(), "");
  });

  test(`without headers, ${what} makes no HTML out of a text, where the browser has Trusted Types`, async () => {
    const url = await spied({ headers: {}, more: `<script type="module" src="/intruder.js"></script>` });
    await browser.get(url + path);
    await ready();
    await browser.executeScript("dispatchEvent(new Event('intrude'))");
    const passed = await browser.executeScript("return document.documentElement.dataset.passed");
    assert.equal(passed, elsewhere && passed === "no Trusted Types" ? passed : "");
  });
}
