// A page of another site, made anew for each visit: another origin than the map's (of the same site, for chromedriver names nothing in
// frames of another).
import { createServer } from "node:http";
import { after, before } from "node:test";
import { open } from "./browser.mjs";
import { Person } from "./person.mjs";
import { serve } from "./server.mjs";

export let browser;
export let host;
export let map;
export let person;

// A host's page, the built map on another port, and a browser, before the first test of the file, which runs in a process of its own; they
// go after the last. `window`: see `open`.
export function hosted(window) {
  before(async () => {
    map = await serve("dist", { base: "/carte/" });
    host = await hosting();
    browser = await open(window);
    person = new Person(browser);
  });
  after(async () => {
    await browser?.quit();
    await host?.close();
    await map?.close();
  });
}

export const visit = (body, more) => browser.get(host.page(body, more));
export const run = (code, ...given) => browser.executeScript(code, ...given);

// `headers`: those of the page. The page is what `host.page(body)` was given last, or what `host.files` has.
export async function hosting() {
  let [body, headers, lang] = ["", {}, "fr"];
  const files = {};
  const server = createServer((request, response) => {
    const path = request.url.split("?")[0];
    const file = files[path];
    if (path !== "/" && !file) return response.writeHead(404).end();
    const [type, content] = file ?? ["text/html", `<!doctype html><html lang="${lang}"><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"><title>Hôte</title>${body}`];
    response.writeHead(200, { "Content-Type": `${type}; charset=utf-8`, ...headers }).end(content);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${server.address().port}/`;
  return {
    url,
    files,
    page(html, more = {}) {
      [body, headers, lang] = [html, more.headers ?? {}, more.lang ?? "fr"];
      return url;
    },
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}
