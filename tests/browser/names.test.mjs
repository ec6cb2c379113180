// Accessible names of three views, as the browser tells them, against the lists of tests/fixtures/names. A list changes with the content:
// LEVIERS_UPDATE_GOLDEN=1 writes it again, and the difference is read (CONTRIBUTING.md).
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { elsewhere, firstView, resize } from "./support/browser.mjs";
import { ambiguous, bare, nameless, names } from "./support/names.mjs";
import { browser, person, server, visited } from "./support/site.mjs";

const FOLDER = new URL("../fixtures/names/", import.meta.url);
const UPDATE = process.env.LEVIERS_UPDATE_GOLDEN === "1";

visited();

const VIEWS = {
  "accueil-1280": { size: [1280, 800] },
  "telephone-tiroir-ouvert": { size: [390, 844], act: () => person.clicks("button", "Agrandir le panneau") },
  "fiche-initiative": { size: [1280, 800], query: "?initiative=mundo-gusto", act: () => person.sees("heading", "Mundo Gusto") },
};

for (const [view, { size, query = "", act = () => {} }] of Object.entries(VIEWS)) {
  test(`${view}: every name, in order`, { skip: elsewhere }, async () => {
    await resize(browser, ...size);
    await firstView(browser, server.url + query);
    await act();
    // The sentences of the rows come a while after the rows.
    await person.until(() => browser.executeScript("return document.querySelector('.row-lead:not(:empty)')"), "no sentence in the list");
    await person.rests();
    const { lines: found, links } = await names(browser);
    assert.deepEqual(nameless(found), [], "parts without a name");
    assert.deepEqual(bare(found), [], "numbers of nothing");
    assert.deepEqual(ambiguous(links), [], "links of one name to several places");
    const file = new URL(`${view}.txt`, FOLDER);
    if (UPDATE) writeFileSync(file, `${found.join("\n")}\n`);
    const expected = readFileSync(file, "utf8").trimEnd().split("\n");
    assert.deepEqual(found, expected, `${view}: LEVIERS_UPDATE_GOLDEN=1 node --test tests/browser/names.test.mjs writes it again`);
  });
}
