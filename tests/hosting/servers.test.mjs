// What real web servers send with the configurations of deploy/: nginx, Apache, Caddy. Those that this machine lacks are left out, aloud.
import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { request } from "node:http";
import { after, before, describe, test } from "node:test";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { DEPLOY } from "../../scripts/deploy.mjs";
import { ASKED_AGAIN, HEADERS, caching } from "../../scripts/headers.mjs";
import { names, start } from "./support/servers.mjs";

const DECODED = { br: brotliDecompressSync, gzip: gunzipSync };
const [program] = readdirSync("dist").filter((name) => /^app-.*\.wasm$/.test(name));
const [boot] = readdirSync("dist").filter((name) => /^boot-.*\.js$/.test(name));
const data = readdirSync("dist/data").filter((name) => /^[0-9a-f]{16}$/.test(name))[0];
const FILES = {
  "index.html": /^text\/html; ?charset=utf-8$/i,
  [program]: /^application\/wasm$/,
  [boot]: /^(text|application)\/javascript(; ?charset=utf-8)?$/i,
  "widget.js": /^(text|application)\/javascript(; ?charset=utf-8)?$/i,
  "pages.css": /^text\/css(; ?charset=utf-8)?$/i,
  [`data/${data}/catalogue.bin`]: /^application\/octet-stream$/,
  "data/initiatives.csv": /^text\/csv; ?charset=utf-8$/i,
  "data/initiatives.geojson": /^application\/geo\+json(; ?charset=utf-8)?$/i,
  "share.png": /^image\/png$/,
  "initiatives/mundo-gusto/share.png": /^image\/png$/,
  "initiatives/mundo-gusto/oembed.json": /^application\/json(; ?charset=utf-8)?$/i,
  "robots.txt": /^text\/plain; ?charset=utf-8$/i,
  "sitemap.xml": /^(text|application)\/xml(; ?charset=utf-8)?$/i,
  "glossaire/index.html": /^text\/html; ?charset=utf-8$/i,
};

// The answer as it came, neither decoded nor followed.
const ask = (url, headers = {}, method = "GET") =>
  new Promise((resolve, reject) => {
    request(url, { headers, method }, (response) => {
      const parts = [];
      response.on("data", (part) => parts.push(part)).on("end", () => resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) }));
    }).on("error", reject).end();
  });

test("the files of deploy/ are those that scripts/deploy.mjs writes", () => {
  for (const [name, write] of Object.entries(DEPLOY)) assert.equal(readFileSync(`deploy/${name}`, "utf8"), write(), `${name}: run:  node scripts/deploy.mjs`);
});

for (const name of ["nginx", "apache", "caddy"]) {
  describe(name, { skip: !names.includes(name) && `${name} is not on this machine` }, () => {
    let server;
    before(async () => (server = await start(name)));
    after(() => server?.stop());
    const bases = { "at the root": "/", "under a path": "/carte/" };

    for (const [where, base] of Object.entries(bases)) {
      test(`${where}: every file has its type, its headers, its time to live, and comes as it is`, async () => {
        for (const [path, type] of Object.entries(FILES)) {
          const { status, headers, body } = await ask(server.url + base + path);
          assert.equal(status, 200, path);
          assert.match(headers["content-type"], type, path);
          assert.equal(headers["content-encoding"], undefined, path);
          assert.deepEqual(body, readFileSync(`dist/${path}`), path);
          for (const [key, value] of Object.entries(HEADERS)) assert.equal(headers[key.toLowerCase()], value, `${path}: ${key}`);
          assert.equal(headers["cache-control"], caching(path), path);
        }
      });

      test(`${where}: brotli and gzip come from the twins, decoded they are the file, and nothing is compressed twice`, async () => {
        for (const path of Object.keys(FILES).filter((path) => existsSync(`dist/${path}.br`))) {
          for (const [accepted, coding] of [["gzip, deflate, br", "br"], ["gzip", "gzip"]]) {
            const { headers, body } = await ask(server.url + base + path, { "Accept-Encoding": accepted });
            assert.equal(headers["content-encoding"], coding, `${path}: ${accepted}`);
            assert.deepEqual(DECODED[coding](body), readFileSync(`dist/${path}`), path);
            assert.match(headers.vary ?? "", /accept-encoding/i, path);
            assert.match(headers["content-type"], FILES[path], `${path}: ${accepted}`);
            assert.equal(headers["cache-control"], caching(path), path);
          }
        }
      });

      test(`${where}: what has not changed is not sent again, compressed or not`, async () => {
        for (const path of ["index.html", "data/initiatives.csv", program]) {
          for (const accepted of ["identity", "gzip", "br"]) {
            const first = await ask(server.url + base + path, { "Accept-Encoding": accepted });
            const again = await ask(server.url + base + path, { "Accept-Encoding": accepted, "If-None-Match": first.headers.etag });
            assert.equal(again.status, 304, `${path}: ${accepted}`);
            assert.equal(again.body.length, 0);
          }
        }
      });

      test(`${where}: a folder answers by its page, without its slash by a way to it`, async () => {
        const { body } = await ask(`${server.url}${base}glossaire/`, { "Accept-Encoding": "br" });
        assert.deepEqual(brotliDecompressSync(body), readFileSync("dist/glossaire/index.html"));
        const { status, headers } = await ask(`${server.url}${base}glossaire`);
        assert.ok([301, 302, 307, 308].includes(status), String(status));
        assert.equal(new URL(headers.location, server.url + base).href, `${server.url}${base}glossaire/`);
      });

      test(`${where}: what is missing is 404, and no folder is listed`, async () => {
        for (const path of ["none", "app-0000000000000000_bg.wasm", "initiatives/none/", "data/catalogue.bin", `data/${data}/`, ".htaccess"]) {
          const { status, headers, body } = await ask(server.url + base + path);
          assert.ok([403, 404].includes(status), `${path}: ${status}`);
          assert.doesNotMatch(body.toString(), /catalogue|id="app"/, path);
          assert.equal(headers["content-security-policy"], HEADERS["Content-Security-Policy"], path);
          assert.equal(headers["cache-control"], ASKED_AGAIN, `${path}: nobody keeps an error`);
          assert.equal(headers["x-content-type-options"], "nosniff", path);
        }
      });

      test(`${where}: in place of a page that is missing, however deep, comes one that leads on`, async () => {
        for (const path of ["none", "initiatives/none/", "a/b/c/none.html"]) {
          const { status, headers, body } = await ask(server.url + base + path);
          assert.equal(status, 404, path);
          assert.match(headers["content-type"], /^text\/html; ?charset=utf-8$/i, path);
          assert.deepEqual(body, readFileSync("dist/404.html"), path);
        }
      });
    }
  });
}
