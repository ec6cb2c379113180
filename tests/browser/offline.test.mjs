// A visit without network, in editions that offer it: two editions of another network, and one that has switched it off. The server is really
// gone. Only in Chromium: the others are asked in the same words.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, before, beforeEach, describe, test } from "node:test";
import { elsewhere, mapReady, open, until } from "./support/browser.mjs";
import { Person } from "./support/person.mjs";
import { serve } from "./support/server.mjs";

const work = mkdtempSync(join(tmpdir(), "offline-"));
const site = join(work, "site");

// Builds an edition: that of the fixture, some of its words changed.
function built(name, ...changes) {
  const content = join(work, `${name}-content`);
  cpSync("tests/fixtures/edition", content, { recursive: true });
  for (const [file, from, to] of changes) {
    const text = readFileSync(join(content, file), "utf8");
    assert.ok(text.includes(from), from);
    writeFileSync(join(content, file), text.replaceAll(from, to));
  }
  const folder = join(work, name);
  execFileSync("./leviers", ["build", content, folder, "--app", "target/app", "--uncompressed"], { stdio: "pipe" });
  return folder;
}

describe("a visit without network", { skip: elsewhere }, () => {
  let old;
  let next;
  let off;
  let browser;
  let person;
  let server;
  let touch;

  before(() => {
    old = built("old");
    next = built("next", ["site.toml", "Shared places", "Common places"], ["initiatives/jardin-des-lilas.md", "Le Jardin des Lilas", "Le Jardin des Roses"]);
    off = built("off", ["site.toml", "offline = true", "offline = false"]);
  });
  after(() => rmSync(work, { recursive: true }));
  beforeEach(async () => {
    touch = () => false;
    deploy(old);
    await listen();
    browser = await open();
    person = new Person(browser);
  });
  afterEach(async () => {
    await browser?.quit();
    await server?.close();
  });

  function deploy(folder) {
    rmSync(site, { force: true });
    symlinkSync(folder, site);
  }
  // The same origin again, whatever was there.
  async function listen(port = 0) {
    server = await serve(site, { port, touch: (request, response) => touch(request, response) });
  }
  const again = () => listen(Number(new URL(server.url).port));

  const visit = async (query = "") => {
    await browser.get(`${server.url}${query}`);
    await mapReady(browser);
  };
  const asked = (script, ...values) => browser.executeAsyncScript(`const done = arguments[arguments.length - 1]; (async () => { ${script} })().then(done, (error) => done(String(error)));`, ...values);
  // Names of the caches that hold the page.
  const whole = () => asked("const names = await caches.keys(); const found = []; for (const name of names) if (await (await caches.open(name)).match(new URL('./', location.href.split(/[?#]/)[0]).href, { ignoreVary: true })) found.push(name); return found;");
  const isKept = () => until(browser, async () => (await whole()).length === 1 && asked("return Boolean(navigator.serviceWorker.controller);"), "nothing is kept", 20_000);

  test("the map, its filters, and a sheet that was read are there again", async () => {
    await visit();
    await isKept();
    await visit("?lang=en&initiative=jardin-des-lilas");
    await person.sees("region", "Le Jardin des Lilas");
    await server.close();
    await visit();
    await person.sees("heading", "Shared places");
    await person.sees("link", /^La Recyclerie du Canal|^Le Jardin des Lilas/);
    await visit("?lang=en&initiative=jardin-des-lilas");
    await person.sees("region", "Le Jardin des Lilas");
    await person.isAccessible("without network");
    await again();
  });

  test("a new edition is there at once, then kept whole in place of the other", async () => {
    await visit();
    await isKept();
    const [before] = await whole();
    deploy(next);
    await visit();
    await person.sees("heading", "Common places");
    await until(browser, async () => {
      const names = await whole();
      return names.length === 1 && names[0] !== before;
    }, "the new edition is not kept", 20_000);
    await server.close();
    await visit();
    await person.sees("heading", "Common places");
    await person.sees("link", /^Le Jardin des Roses/);
    await again();
  });

  test("half of a new edition is not kept: without network, the old one is there, whole", async () => {
    await visit();
    await isKept();
    const [before] = await whole();
    deploy(next);
    let refused = 0;
    // A file that keeps its name is still that of before.
    touch = ({ url }, response) => url.startsWith("/terms.js") && (refused++, response.writeHead(200, { "Content-Type": "text/javascript" }).end("// of another edition\n"), true);
    await asked("await (await navigator.serviceWorker.getRegistration()).update().catch(() => {});");
    await until(browser, () => refused > 0, "the new worker did not ask for its files", 20_000);
    await until(browser, () => asked("const { installing, waiting } = await navigator.serviceWorker.getRegistration(); return !installing && !waiting;"), "it is still being installed", 20_000);
    assert.deepEqual(await whole(), [before]);
    await server.close();
    await visit();
    await person.sees("heading", "Shared places");
    await person.sees("link", /^Le Jardin des Lilas/);
    touch = () => false;
    await again();
  });

  test("switched off, nothing is left of it after the next visit", async () => {
    await visit();
    await isKept();
    deploy(off);
    await visit();
    await until(browser, () => asked("return (await navigator.serviceWorker.getRegistrations()).length === 0 && (await caches.keys()).length === 0;"), "something is left", 20_000);
    await visit();
    assert.equal(await asked("return (await navigator.serviceWorker.getRegistrations()).length;"), 0);
    await server.close();
    await assert.rejects(browser.get(server.url), /ERR_CONNECTION_REFUSED/);
    await again();
  });

  test("a map in a frame keeps nothing, be it of its own site", async () => {
    const framed = `<!doctype html><html lang="fr"><title>Hôte</title><iframe src="${server.url}" title="La carte" width="700" height="600"></iframe>`;
    touch = ({ url }, response) => url === "/hote/" && (response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" }).end(framed), true);
    const host = createServer((_, response) => response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" }).end(framed));
    await new Promise((resolve) => host.listen(0, "127.0.0.2", resolve));
    try {
      for (const address of [`http://127.0.0.2:${host.address().port}/`, `${server.url}hote/`]) {
        await browser.get(address);
        const left = await person.inFrame("La carte", () => asked("return (await navigator.serviceWorker.getRegistrations()).length + (await caches.keys()).length;"));
        assert.equal(left, 0, address);
      }
    } finally {
      host.closeAllConnections();
      await new Promise((resolve) => host.close(resolve));
    }
  });
});
