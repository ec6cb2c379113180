// What a blind visitor hears: Orca, in French, before the built map, by keyboard alone (make test-heard). ENGINE: firefox or chromium.
// Words are strict, timing is not: a sentence may come after others, and a key may have to be pressed more than once.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { serve } from "../browser/support/server.mjs";
import { Session } from "./support/session.mjs";

const ENGINE = process.env.ENGINE ?? "firefox";
let server;
let session;

before(async () => {
  server = await serve("dist");
  session = await Session.begin(ENGINE, server.url);
});
after(async () => {
  session?.end();
  await server?.close();
});

const opens = (query = "") => session.visits(server.url + query);
const AROUND = /Autour (de|d’|du|des) ?\S+.*, (\d+ initiatives?|aucune initiative)/;

test("on arrival: what the page is, and the ways past its head", async () => {
  await session.says(/Chargement de La carte des leviers terminé/);
  await opens();
  await session.goesOn("Tab", /Aller à la carte/, 4);
});

test("« Aller à la carte » says what the map is, then Tab its markers, and arrows go from one to the next", async () => {
  await opens();
  await session.goesOn("Tab", /Aller à la carte/, 4);
  await session.hears("Return", /Carte des initiatives/);
  await session.goesOn("Tab", /Repères de la carte, \d+/, 2);
  const one = await session.goesOn("Down", / bouton/, 3);
  const other = await session.goesOn("Down", / bouton/, 3);
  assert.notEqual(one, other);
});

test("zooming says where one is and what is there", async () => {
  await opens();
  await session.goesOn("b", /Zoomer/, 60);
  assert.match(await session.hears("Return", /Zoom avant\./), AROUND);
});

test("where there is nothing, the nearest is told, with its distance and direction", async () => {
  await opens();
  await session.goesOn("b", /Guadeloupe/, 70);
  assert.match(await session.hears("Return", /Autour des Abymes, aucune initiative/), /La plus proche.*à \S.*km au nord-est/);
});

test("a group that opens says so, and what is around", async () => {
  await opens();
  await session.goesOn("b", /initiatives autour de Lille/, 70);
  assert.match(await session.hears("Return", /Groupe ouvert\./), AROUND);
});

test("a filter says that it is on, and how many are left", async () => {
  await opens();
  await session.goesOn("b", /Foncier/, 20);
  await session.hears("space", /\d+ initiatives affichées sur \d+/);
});

test("the count is read where it stands, a row is one link without signs", async () => {
  await opens();
  await session.goesOn("h", /Les initiatives/, 4);
  await session.goesOn("Down", /\d+ initiatives affichées sur \d+/, 4);
  const rows = [];
  for (let line = 0; line < 8; line++) rows.push((await session.presses("Down", { quiet: 450 })).join(" "));
  assert.doesNotMatch(rows.join(" "), /point médian/);
  assert.match(rows.join(" "), /lien/);
});

test("what is typed in the box is answered", async () => {
  await opens();
  await session.goesOn("Tab", /Ma commune, une initiative/, 16);
  await session.types("morlaix");
  assert.match(await session.says(/\d+ réponses?\. /), /Morlaix/);
  await session.hears("Down", /Morlaix Commune, Finistère/);
  await session.hears("Return", /Morlaix \(29\) en-tête/);
});

test("a row that is opened leads to the title of its sheet, and Escape back to the row", async () => {
  await opens();
  const row = await session.goesOn("k", /Coop’Alpha/, 40);
  assert.match(row, /Lormont \(33\), Subvention/);
  await session.hears("Return", /Coop’Alpha en-tête niveau 2/);
  await session.hears("Escape", /Coop’Alpha.*lien/);
});

test("a sheet is read from its title to its end, through the words of the glossary", async () => {
  await opens("?initiative=activity-yvelines");
  await session.goesOn("h", /Activity/, 6);
  const lines = [];
  for (let line = 0; line < 40; line++) lines.push((await session.presses("Down", { quiet: 350 })).join(" "));
  assert.doesNotMatch(lines.join("\n"), /Aller à la liste|bannière/, "the reading went back to the top");
  assert.ok(new Set(lines).size > 20, lines.join("\n"));
});
