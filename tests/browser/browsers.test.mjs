// What the built map asks of a browser is what README says, with the least versions. No browser.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { ASKED, LEFT_OUT, least, table } from "../../scripts/browsers.mjs";
import { features } from "../../scripts/wasm.mjs";

const files = (ending) => readdirSync("dist", { recursive: true }).filter((name) => name.endsWith(ending));
const text = (ending) => files(ending).map((name) => readFileSync(`dist/${name}`, "utf8")).join("\n");
const TEXTS = { script: text(".js"), style: text(".css"), page: readFileSync("dist/index.html", "utf8") };
const WASM = ASKED.filter(({ of }) => of === "wasm").map(({ pattern }) => pattern);

for (const name of files(".wasm")) {
  test(`${name.replace(/-[0-9a-f]{16}.*/, "")}: the wasm needs no feature that is not in the list`, () => {
    const needed = features(readFileSync(`dist/${name}`));
    assert.deepEqual(needed.filter((feature) => !WASM.includes(feature)), [], "put it in scripts/browsers.mjs, with the browsers that have it");
    assert.ok(needed.length > 0);
  });
}

test("each feature of the list is used", () => {
  const needed = new Set(files(".wasm").flatMap((name) => features(readFileSync(`dist/${name}`))));
  const isUsed = ({ of, pattern }) => (of === "wasm" ? needed.has(pattern) : pattern.test(TEXTS[of]));
  assert.deepEqual(ASKED.filter((one) => !isUsed(one)).map(({ name }) => name), []);
});

for (const [of, patterns] of Object.entries(LEFT_OUT)) {
  test(`${of}: none of the features that the list does not have`, () => {
    const found = patterns.flatMap((pattern) => TEXTS[of].match(new RegExp(`.{0,40}(?:${pattern.source}).{0,40}`, pattern.flags)) ?? []);
    assert.deepEqual(found, [], "put it in scripts/browsers.mjs, with the browsers that have it");
  });
}

test("README says it, in both languages", () => {
  assert.ok(readFileSync("README.md", "utf8").includes(table()), "README.md: the table is not that of:  node scripts/browsers.mjs");
  const { chrome, firefox, safari } = least();
  assert.ok(readFileSync("README.fr.md", "utf8").includes(`Chrome ou Edge ${chrome}, Firefox ${firefox}, Safari ${safari}`), "README.fr.md: other versions");
});

// A module of one function, whose body is given.
const module = (type, ...body) => {
  const section = (id, ...content) => [id, content.length, ...content];
  return new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, ...section(1, 1, ...type), ...section(3, 1, 0), ...section(10, 1, body.length + 2, 0, ...body, 0x0b)]);
};
const PLAIN = [0x60, 0, 0];
for (const [what, type, body, expected] of [
  ["nothing", PLAIN, [0x01], []],
  ["two results", [0x60, 0, 2, 0x7f, 0x7f], [0x41, 0, 0x41, 0], ["multivalue"]],
  ["sign extension", PLAIN, [0x41, 0, 0xc0, 0x1a], ["sign-ext"]],
  ["a saturating conversion", PLAIN, [0x43, 0, 0, 0, 0, 0xfc, 0, 0x1a], ["nontrapping-fptoint"]],
  ["a reference", PLAIN, [0xd0, 0x6f, 0x1a], ["reference-types"]],
  ["memory.copy", PLAIN, [0x41, 0, 0x41, 0, 0x41, 0, 0xfc, 10, 0, 0], ["bulk-memory"]],
  ["a tail call", PLAIN, [0x12, 0], ["tail-call"]],
]) {
  test(`the reading of wasm sees ${what}`, () => assert.deepEqual(features(module(type, ...body)), expected));
}
test("the reading of wasm stops at what it does not know", () => assert.throws(() => features(module(PLAIN, 0xfd, 0)), /0xfd/));
