// The built map behind real web servers, in a real browser: it starts, opens a sheet and a page; in a page of another site, in each form of
// frame. No message of the browser, nothing refused.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { after, before, describe, test } from "node:test";
import { complaints, firstView, mapReady, open, until } from "../browser/support/browser.mjs";
import { anotherEdition } from "../browser/support/editions.mjs";
import { Person } from "../browser/support/person.mjs";
import { names, start } from "./support/servers.mjs";

// Pages of another site.
async function host(pages) {
  const server = createServer((request, response) => response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" }).end(pages[request.url] ?? ""));
  await new Promise((resolve) => server.listen(0, "127.0.0.2", resolve));
  return { url: `http://127.0.0.2:${server.address().port}`, close: () => (server.closeAllConnections(), new Promise((resolve) => server.close(resolve))) };
}
const page = (body) => `<!doctype html><html lang="fr"><title>Hôte</title><body>${body}</body></html>`;

for (const name of names) {
  describe(name, () => {
    let browser, person, server, site;
    before(async () => {
      server = await start(name);
      browser = await open();
      person = new Person(browser);
    });
    after(async () => {
      await browser?.quit();
      await site?.close();
      await server?.stop();
    });

    for (const base of ["/", "/carte/"]) {
      test(`the map starts at ${base}, opens a sheet and leads to its page`, async () => {
        await firstView(browser, `${server.url}${base}?initiative=mundo-gusto`);
        await person.sees("region", "Mundo Gusto");
        await browser.get(`${server.url}${base}initiatives/mundo-gusto`);
        await person.sees("heading", "Mundo Gusto");
        assert.deepEqual(await complaints(browser), []);
      });
    }

    for (const sandbox of ["", 'sandbox="allow-scripts"', 'sandbox="allow-scripts allow-same-origin allow-popups"']) {
      test(`the map starts in a frame of another site ${sandbox}`, async () => {
        site = await host({ "/": page(`<iframe ${sandbox} src="${server.url}/" title="La carte" width="700" height="600"></iframe>`) });
        await browser.get(`${site.url}/`);
        await person.inFrame("La carte", () => {});
        assert.deepEqual(await complaints(browser), []);
        await site.close();
        site = undefined;
      });
    }

    test("a new edition under an open page: the visitor gets it, at the same address", async () => {
      // An address of its own: nothing of the first edition is in the browser's cache.
      const fresh = await start(name);
      const another = anotherEdition({ id: "mundo-gusto", from: "Mundo Gusto", to: "Mundo Nuevo" });
      try {
        await firstView(browser, `${fresh.url}/?leviers=foncier`);
        await person.sees("link", /^Mundo Gusto/);
        fresh.deploy(another.folder);
        await person.clicks("link", /^Mundo Gusto/);
        await until(browser, () => browser.executeScript("return performance.getEntriesByType('navigation')[0].type === 'reload'"), "the page is not loaded again");
        await mapReady(browser);
        await person.sees("heading", "Mundo Nuevo");
        // What the browser has kept is asked for again: a second visit is of one edition too.
        await firstView(browser, `${fresh.url}/?initiative=mundo-gusto`);
        await person.sees("heading", "Mundo Nuevo");
      } finally {
        await complaints(browser); // of the file that was gone
        another.remove();
        await fresh.stop();
      }
    });

    test("the element of widget.js shows the map in a page of another site", async () => {
      site = await host({ "/": page(`<script async src="${server.url}/carte/widget.js"></script><carte-leviers titre="La carte" territoire="departement:93"></carte-leviers>`) });
      await browser.get(`${site.url}/`);
      await person.inFrame("La carte", () => {});
      assert.deepEqual((await complaints(browser)).filter((line) => !/favicon/.test(line)), []);
    });
  });
}
