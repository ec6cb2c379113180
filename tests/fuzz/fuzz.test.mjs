// The chance of the fuzz: repeatable, and of every kind. No browser.
import assert from "node:assert/strict";
import { test } from "node:test";
import { chance } from "../../bench/soak/chance.mjs";
import { answer, make } from "./case.mjs";
import { CHANGES, KINDS } from "./damage.mjs";
import { faults } from "./page.mjs";

const MANY = 2000;
const cases = Array.from({ length: MANY }, (_, number) => make(7, number));
const BYTES = Buffer.from(Array.from({ length: 500 }, (_, i) => i % 251));

test("the same seed and number give the same case and the same damage; others give others", () => {
  assert.deepEqual(make(7, 123), cases[123]);
  assert.notDeepEqual(make(8, 123).address, cases[123].address);
  const one = cases.find(({ files }) => files.some(({ kind }) => kind === "catalogue"));
  assert.deepEqual(answer(one, "/data/0123456789abcdef/catalogue.bin", BYTES), answer(one, "/data/0123456789abcdef/catalogue.bin", BYTES));
});

test("every kind of file and of damage has its turn, and some cases have none", () => {
  const kinds = new Set(cases.flatMap(({ files }) => files.map(({ kind }) => kind)));
  assert.equal(kinds.size, KINDS.length);
  assert.ok(cases.some(({ files }) => files.length === 0));
  const words = cases.filter(({ files }) => files.some(({ kind }) => kind === "catalogue")).map((one) => answer(one, "/catalogue.bin", BYTES).words);
  for (const name of Object.keys(CHANGES)) assert.ok(words.some((said) => said.includes(name)), name);
  for (const said of [/^status/, /^type/, /HTML/, /connection/]) assert.ok(words.some((one) => said.test(one)), said);
});

test("damage does not touch the bytes it is given", () => {
  const before = Buffer.from(BYTES);
  for (const [name, change] of Object.entries(CHANGES)) for (let turn = 0; turn < 20; turn++) change(Buffer.from(BYTES), chance(3, turn), name);
  for (const one of cases.slice(0, 300)) answer(one, "/catalogue.bin", BYTES);
  assert.deepEqual(BYTES, before);
});

test("every address is one, and short enough for a server; a damaged file is asked for", () => {
  for (const { address, files } of cases) {
    const url = new URL(address, "http://127.0.0.1/");
    assert.ok(url.search.length < 14_000, `${url.search.length} characters`);
    for (const { must } of files) for (const [name, text] of Object.entries(must ?? {})) assert.equal(url.searchParams.getAll(name).at(-1), text);
  }
});

test("a page that came to nothing, or says nothing, is a fault", () => {
  const map = { isMap: true, failed: false, sentence: "", list: 0, errors: [], executed: false };
  assert.deepEqual(faults(map), []);
  assert.equal(faults(null).length, 1);
  assert.equal(faults({ ...map, isMap: false }).length, 1);
  assert.equal(faults({ ...map, executed: true }).length, 1);
  assert.equal(faults({ ...map, errors: ["error: x"] }).length, 1);
  assert.equal(faults({ ...map, isMap: false, failed: true }).length, 2);
  assert.deepEqual(faults({ ...map, isMap: false, failed: true, sentence: "Voici", list: 9 }), []);
});
