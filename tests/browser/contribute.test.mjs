// « Contribuer »: what is written is checked, then becomes a message and, for a proposal, a sheet that `leviers check` accepts.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { By, Key } from "selenium-webdriver";
import { address, date, factual, impersonal, short, year } from "../../public/contribute/checks.js";
import { message } from "../../public/contribute/message.js";
import { entryOf, fileOf, line, paragraphs, sheet } from "../../public/contribute/sheet.js";
import { complaints, elsewhere, resize } from "./support/browser.mjs";
import { browser, person, saved, server, visited } from "./support/site.mjs";

visited({}, { saves: true });

const { words, initiatives } = JSON.parse(readFileSync("dist/contribuer/index.html", "utf8").match(/id="donnees">(.*?)<\/script>/s)[1]);

const PROPOSAL = {
  name: "La Grange aux « vélos » \\ d'été",
  summary: "Une association répare des vélos : le local est prêté par la Ville.",
  activity: "# Elle répare 200 vélos par an !\n\nElle apprend à le faire.",
  place: "commune:29151",
  placeName: "Morlaix (29)",
  theme: "mobilite",
  status: "inconnu",
  authority: "Ville de Morlaix",
  lever: "foncier",
  leverName: "Foncier",
  act: "La Ville prête un local de 200 m² ; le bail date de 2022.",
  year: 2022,
  document: { title: "Délibération du 3 mars 2022", publisher: "Ville de Morlaix", date: "2022-03-03", url: "https://example.org/d?a=1&b=2", where: "page 3" },
};

// What `leviers check` says of our content with this sheet.
function checked(text, name) {
  const content = mkdtempSync(join(tmpdir(), "content-"));
  try {
    cpSync("content", content, { recursive: true });
    writeFileSync(join(content, "initiatives", name), text);
    const entry = entryOf(text);
    if (entry) appendFileSync(join(content, "sources.toml"), `\n${entry}\n`);
    return execFileSync("./leviers", ["check", content], { encoding: "utf8", stdio: "pipe" });
  } finally {
    rmSync(content, { recursive: true });
  }
}

test("a proposal becomes a sheet that `leviers check` accepts, whatever its authority and its document", () => {
  for (const [known, lever, place, year] of [
    [{}, "foncier", "commune:29151", 2022],
    [{ authority: "nanterre" }, "non-precise", "epci:242900835", undefined],
    [{ document: "001" }, "non-precise", "departement:29", 2022],
    [{ authority: "nanterre", document: "001" }, "foncier", "region:53", undefined],
  ]) {
    const text = sheet({ ...PROPOSAL, lever, place, year }, known, words);
    assert.match(checked(text, fileOf(PROPOSAL.name)), /aucun problème/, text);
  }
});

test("texts are only ever texts, printed as French is", () => {
  assert.equal(line("  a\u202eb\n: « c » d'e ! "), "ab\u00a0: «\u00a0c\u00a0» d’e\u00a0!");
  assert.equal(line("https://example.org/a:b"), "https://example.org/a:b");
  assert.equal(paragraphs("## Freins\n\n- un\n\n\n- deux"), "Freins\n\n- un\n\n- deux");
  assert.equal(fileOf("L’Éco-lieu"), "l-eco-lieu.md");
  assert.equal(fileOf("…"), "proposition.md");
  const hostile = sheet({ ...PROPOSAL, name: '"]\nstatus = "x"\n+++', activity: "+++\n\nDepuis 2012, « oui »." }, {}, words);
  assert.ok(hostile.includes(String.raw`name = "\"] status = \"x\" +++"`), hostile);
});

test("each field says what is wrong with it, and what is right passes", () => {
  for (const [check, wrong, right] of [
    [short, ["é".repeat(201)], ["é".repeat(200), ""]],
    [impersonal, ["écrivez à a.b@example.org", "appelez le 01 23 45 67 89", "+33 6.12.34.56.78"], ["2019, 1 500 habitants, 20 000 euros", "page 12 à 34"]],
    [factual, ["Elle aide les gens."], ["Elle aide 12 personnes.", "Elle aide la ville de Brest.", "mot ".repeat(15)]],
    [address, ["example.org", "javascript:alert(1)", "https://"], ["", "https://example.org/é"]],
    [date, ["", "mars 2022", "2022-13", "2022-02-30", "22"], ["2022", "2022-03", "2022-02-28", "2024-02-29"]],
  ]) {
    for (const text of wrong) assert.ok(check(text), `${check.name}: ${text}`);
    for (const text of right) assert.equal(check(text), undefined, `${check.name}: ${text}`);
  }
  assert.deepEqual(year("1850", "2026"), ["year", "2026"]);
  assert.equal(year("2026", "2026"), undefined);
  for (const key of ["empty", "choose", "noSheet", "noPlace", "noNames", "long", "vague", "personal", "year", "date", "url"]) assert.ok(words[key], key);
});

test("a message says everything that was written", () => {
  const { subject, body } = message("proposition", PROPOSAL, "a.md", { words, site: "La carte" });
  assert.equal(subject, `La carte\u00a0: proposition, ${PROPOSAL.name}`);
  const texts = [PROPOSAL.summary, PROPOSAL.activity, PROPOSAL.placeName, PROPOSAL.authority, "Foncier, 2022", PROPOSAL.act, "2022-03-03", "page 3", "a.md"];
  for (const text of texts) assert.ok(body.includes(text), text);
});

const opens = (query = "") => browser.get(`${server.url}contribuer/${query}`);
const type = async (name, text) => {
  const field = await browser.findElement(By.css(`[name="${name}"]`));
  await field.clear();
  await field.sendKeys(text);
};
const wrong = () => browser.executeScript("return [...document.querySelectorAll('[aria-invalid=true]')].map(({ name }) => name)");
const told = () => browser.executeScript("return document.getElementById('message').value");

test("an error is told from the sheet, by keyboard alone", async () => {
  await browser.get(`${server.url}initiatives/mundo-gusto/`);
  await person.clicks("link", "Signaler une erreur, compléter cette fiche");
  await person.tabsTo(/^Ce qui est à changer/);
  await person.presses("Le jardin a fermé en 2020.");
  await person.tabsTo("Vérifier et préparer le message");
  await person.presses(Key.ENTER);
  await person.focusIs("Votre message est prêt");
  const text = await told();
  for (const said of [/erreur, Mundo Gusto/, /initiatives\/mundo-gusto\//, /Le jardin a fermé en 2020\./]) assert.match(text, said);
  assert.match(await browser.executeScript("return document.getElementById('courriel').href"), /^mailto:\?subject=.*&body=.*2020/);
  await person.isAccessible("a message that is ready");
});

test("what is missing is told under each field, and the first of them has the focus", async () => {
  await opens("?pour=complement");
  await type("fiche", "Rien de ce nom");
  await person.clicks("button", "Vérifier et préparer le message");
  await person.sees("alert", "3 champs sont à revoir.");
  assert.deepEqual(await wrong(), ["fiche", "quoi", "preuve"]);
  await person.focusIs("Nom de la fiche");
  await person.isAccessible("a form with errors");
  await type("fiche", initiatives[0][1]);
  await type("quoi", "Voir a.b@example.org");
  await type("preuve", "Rapport de 2023, page 2");
  await person.clicks("button", "Vérifier et préparer le message");
  await person.sees("alert", "Un champ est à revoir.");
  assert.match(await browser.executeScript("return document.getElementById('quoi-erreur').textContent"), /a\.b@example\.org/);
});

test("an initiative is proposed: its territory found by name, its sheet saved and accepted", { skip: elsewhere }, async () => {
  await opens("?pour=proposition");
  await person.clicks("button", "Vérifier et préparer le message");
  await person.sees("alert", /^1[0-9] champs sont à revoir\.$/);
  const texts = {
    nom: "La Grange aux vélos",
    resume: "Une association répare des vélos.",
    activite: "Elle répare 200 vélos par an.",
    commune: "morlaix",
    collectivite: "Ville de Morlaix",
    acte: "La Ville prête un local.",
    annee: "2022",
    document: "Délibération du 3 mars 2022",
    editeur: "Ville de Morlaix",
    date: "2022-03-03",
    endroit: "page 3",
  };
  for (const [name, text] of Object.entries(texts)) await type(name, text);
  await browser.executeScript("for (const [name, value] of [['theme', 'mobilite'], ['statut', 'en cours'], ['levier', 'foncier']]) document.getElementById(name).value = value");
  await person.until(() => browser.executeScript("return [...document.querySelectorAll('#communes option')].some(({ value }) => value === 'Morlaix (29)')"), "no Morlaix");
  await person.clicks("button", "Vérifier et préparer le message");
  await person.focusIs("Votre message est prêt");
  assert.match(await told(), /La Ville prête un local\.[\s\S]*la-grange-aux-velos\.md/);
  await person.clicks("button", "Télécharger la fiche (pour l’éditeur)");
  const { name, bytes } = await saved(".md");
  assert.equal(name, "la-grange-aux-velos.md");
  assert.match(bytes.toString(), /code = "29151"\nprecision = "commune"/);
  assert.match(checked(bytes.toString(), name), /aucun problème/);
});

test("it fits a phone, light and dark", { skip: elsewhere }, async () => {
  for (const dark of [false, true]) {
    await resize(browser, 390, 844, dark);
    await opens("?pour=proposition");
    await person.nothingSticksOut("a proposal on a phone");
    await person.isAccessible(`a proposal on a phone, dark: ${dark}`);
  }
  await resize(browser, 1280, 800);
});

test("nothing to complain about", { skip: elsewhere }, async () => assert.deepEqual(await complaints(browser), []));
