// The archive of a release, unpacked elsewhere, without Rust nor Node: it gives our site again byte for byte, and another network's edition.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { after, before, test } from "node:test";
import { complaints, mapReady, open } from "../browser/support/browser.mjs";
import { Person } from "../browser/support/person.mjs";
import { serve } from "../browser/support/server.mjs";

const work = mkdtempSync(join(tmpdir(), "package-"));
const edition = join(work, "edition");
const site = join(work, "published");
const nothing = join(work, "nothing"); // the only folder of the PATH: it is empty
let archive;
let folder;
let browser;
let person;
let server;

const bare = { env: { PATH: nothing }, encoding: "utf8" };
const files = (root) => readdirSync(root, { recursive: true }).filter((name) => statSync(join(root, name)).isFile()).sort();

before(async () => {
  archive = resolve(execFileSync("scripts/package", { encoding: "utf8" }).trim());
  execFileSync("tar", ["xzf", archive, "-C", work]);
  folder = join(work, basename(archive, ".tar.gz"));
  mkdirSync(nothing);
  cpSync("tests/fixtures/edition", edition, { recursive: true });
});
after(async () => {
  await browser?.quit();
  await server?.close();
  rmSync(work, { recursive: true });
});

test("what is in the archive is what its checksums say, and all of it is there", () => {
  execFileSync("sha256sum", ["--check", "--quiet", "SHA256SUMS"], { cwd: folder });
  const sums = readFileSync(join(folder, "SHA256SUMS"), "utf8").trim().split("\n");
  assert.equal(sums.length, files(folder).length - 1);
  for (const needed of ["leviers", "LISEZMOI.md", "app/app.json", "site/index.html", "deploy/nginx.conf", "content/site.toml", "docs/EMBED.md", "docs/HOSTING.md"]) assert.ok(sums.some((line) => line.endsWith(` ./${needed}`)), needed);
});

test("the tool of the archive gives our site byte for byte", () => {
  execFileSync("./leviers", ["build"], { cwd: folder, ...bare });
  const [ours, theirs] = ["dist", join(folder, "dist")].map(files);
  assert.deepEqual(theirs, ours);
  const different = ours.filter((name) => !readFileSync(join("dist", name)).equals(readFileSync(join(folder, "dist", name))));
  assert.deepEqual(different, []);
});

test("what is not a site is not overwritten", () => {
  assert.throws(() => execFileSync(join(folder, "leviers"), ["build", edition, edition], { ...bare, stdio: "pipe" }), ({ stderr }) => /choisissez un dossier vide/.test(stderr));
});

test("another network publishes its edition: nothing in it names ours", () => {
  execFileSync(join(folder, "leviers"), ["build", edition, site], bare);
  const named = files(site).filter((name) => !/\.(br|gz|png)$/.test(name) && /La carte des leviers|The lever map|carte-des-leviers/.test(readFileSync(join(site, name))));
  assert.deepEqual(named, []);
  const { name } = JSON.parse(readFileSync(join(site, "edition.json"), "utf8"));
  assert.equal(name, "Les lieux partagés");
  assert.match(readFileSync(join(site, "robots.txt"), "utf8"), /https:\/\/lieux-partages\.example\/essai\/sitemap\.xml/);
});

const style = (css, property) => browser.executeScript("return getComputedStyle(document.querySelector(arguments[0])).getPropertyValue(arguments[1])", css, property);
const PURPLE = "rgb(122, 31, 92)";

test("its map has its name, logo, colour, links, first view and language", async () => {
  server = await serve(site, { base: "/essai/" });
  browser = await open();
  person = new Person(browser);
  await browser.get(server.url);
  await mapReady(browser);
  await person.sees("heading", "Shared places");
  await person.sees("link", "Shared places");
  await person.sees("link", "Notre réseau");
  assert.equal(await browser.getTitle(), "Shared places");
  const { search } = await person.address();
  assert.deepEqual([...new URLSearchParams(search)].sort(), [["lang", "en"], ["territoire", "departement:92"]]);
  await person.sees("link", "Accessibility: partially compliant");
  const logo = await browser.executeScript("const logo = document.querySelector('.top[lang=en] .site-logo'); return [logo.complete && logo.naturalWidth, logo.getBoundingClientRect().height]");
  assert.ok(logo[0] > 0 && logo[1] === 32, String(logo));
  assert.equal(await style(".foot a", "color"), PURPLE);
  await person.isAccessible("another edition");
  assert.deepEqual(await complaints(browser), []);
});

test("its other language and an address that asks for something are obeyed", async () => {
  await browser.get(`${server.url}?lang=fr`);
  await mapReady(browser);
  await person.sees("heading", "Les lieux partagés");
  assert.equal((await person.address()).search, "?lang=fr");
  await browser.get(`${server.url}?initiative=jardin-des-lilas`);
  await mapReady(browser);
  await person.sees("region", "Le Jardin des Lilas");
  assert.equal(new URLSearchParams((await person.address()).search).get("territoire"), null);
});

test("its pages say who publishes, where to write, and where the site stands", async () => {
  await browser.get(`${server.url}mentions-legales/`);
  await person.sees("link", "https://lieux-partages.example/contact");
  await person.sees("link", /^Accessibilité\s: partiellement conforme$/);
  await person.sees("link", "Les lieux partagés");
  assert.match(await browser.findElement({ css: "main" }).getText(), /Réseau d’essai des lieux partagés/);
  assert.match(await browser.getTitle(), /· Les lieux partagés$/);
  assert.equal(await style(".site-foot a", "color"), PURPLE);
  await person.isAccessible("a page of another edition");
  assert.deepEqual(await complaints(browser), []);
});

test("a page that is missing leads on, under the path of its address", async () => {
  await browser.get(`${server.url}nulle/part/`);
  await person.sees("heading", "Page introuvable");
  assert.equal(await style(".site-foot a", "color"), PURPLE);
  await person.isAccessible("a missing page");
  await complaints(browser); // of the page itself, which is missing
  await person.clicks("link", "La liste de toutes les initiatives");
  await person.sees("heading", "Toutes les initiatives");
  assert.deepEqual(await complaints(browser), []);
});
