// dist/NOTICES.txt holds the licence of every work that reaches the browser. No browser.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { crates, notices, textOf } from "../../scripts/notices.mjs";

const written = readFileSync("dist/NOTICES.txt", "utf8");
const all = crates();

test("every crate of the programs is there, with a text that names somebody and gives a permission", () => {
  assert.ok(all.length > 50, `${all.length} crates`);
  for (const crate of all) {
    assert.ok(written.includes(`\n${crate.name} ${crate.version} (`), crate.name);
    assert.match(textOf(crate), /copyright|^\(c\)/i, crate.name);
    assert.match(textOf(crate), /permission|licen[cs]e/i, crate.name);
  }
  for (const work of ["The standard library of Rust", "QR Code Generator"]) assert.ok(written.includes(work), work);
});

test("the same crates give the same text, without a folder of this machine", () => {
  assert.equal(notices(), written);
  assert.equal(notices(all), written);
  assert.doesNotMatch(written, /\/(home|root|work|Users)\//);
});

test("a crate without a text of its licence stops the build, and is named", () => {
  const folder = mkdtempSync(join(tmpdir(), "crate-"));
  try {
    const crate = { name: "bare", version: "1.2.3", license: "MIT", repository: "https://example.org/", authors: [], manifest_path: join(folder, "Cargo.toml") };
    assert.throws(() => notices([crate]), /bare 1\.2\.3 \(MIT\) ships no text/);
    for (const name of ["LICENSE-APACHE", "LICENSE-MIT"]) writeFileSync(join(folder, name), `Copyright, ${name}`);
    assert.equal(textOf(crate), "Copyright, LICENSE-MIT");
    assert.equal(textOf({ ...crate, license: "Apache-2.0" }), "Copyright, LICENSE-APACHE\nCopyright, LICENSE-MIT");
  } finally {
    rmSync(folder, { recursive: true });
  }
});

// Names that scripts/finish-app.mjs gives to files of ours.
const OURS = ["glue", "preview", "program", "search", "panels"];
// What of npm scripts are bundled with: its notice is written.
const NOTICED = ["qrcode-generator"];

test("nothing else from npm reaches the browser: packages are for development", () => {
  const { dependencies } = JSON.parse(readFileSync("package.json", "utf8"));
  assert.equal(dependencies, undefined);
  for (const name of readdirSync("public", { recursive: true }).filter((name) => name.endsWith(".js"))) {
    const imported = [...readFileSync(`public/${name}`, "utf8").matchAll(/^import .*?"([^"]+)"/gm)].map(([, from]) => from);
    assert.deepEqual(imported.filter((from) => !/^\.{1,2}\//.test(from) && !OURS.includes(from) && !NOTICED.includes(from)), [], name);
  }
});

test("the legal notice leads to it", () => assert.match(readFileSync("dist/mentions-legales/index.html", "utf8"), /href="\.\.\/NOTICES\.txt"/));
