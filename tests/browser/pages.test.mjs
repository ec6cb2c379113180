// The static pages: valid HTML, accessible, linked with one another and with the map.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { test } from "node:test";
import { brotliCompressSync } from "node:zlib";
import { complaints, elsewhere, page, resize } from "./support/browser.mjs";
import { firstPage, printed } from "./support/paper.mjs";
import { browser, person, server, visited } from "./support/site.mjs";

const MAP = "index.html";
const pages = readdirSync("dist", { recursive: true })
  .filter((name) => name.endsWith("index.html") && name !== MAP)
  .sort();
const html = (page) => readFileSync(join("dist", page), "utf8");
const main = (page) => html(page).match(/<main[^]*<\/main>/)[0];
const folders = [...new Set(pages.map((page) => page.split("/")[0]))];

visited();

test("there is a page for every kind of thing", () => {
  const count = (folder) => pages.filter((page) => page.startsWith(`${folder}/`)).length;
  const initiatives = JSON.parse(readFileSync("dist/data/initiatives.geojson", "utf8")).features.length;
  assert.equal(count("initiatives"), initiatives + 1);
  assert.equal(count("leviers"), 2 * 6 + 1, "each has its note");
  assert.equal(count("recommandations"), 10 + 1);
  assert.equal(count("regions"), 18 + 1);
  for (const folder of ["collectivites", "themes"]) assert.ok(count(folder) > 10, folder);
  assert.equal(count("sources"), 5 + 1);
  assert.ok(count("territoires") > 100);
  for (const folder of ["glossaire", "a-propos", "accessibilite", "mentions-legales", "donnees-ouvertes", "comprendre", "comparer"]) assert.equal(count(folder), 1, folder);
});

// The map's page holds its style, in a CSS younger than the checker's: what it says of these few parts of it is left aside.
const YOUNG = "CSS: (“(container|paint-order|vector-effect)”: Property .* doesn't exist\\.|Unrecognized at-rule “@container”|“(--peek|width)”: Parse Error\\.)";

test("every page is valid by the Nu HTML checker", () => {
  const jar = "node_modules/vnu-jar/build/dist/vnu.jar";
  execFileSync("java", ["-Xss4m", "-jar", jar, "--errors-only", "--skip-non-html", "--filterpattern", YOUNG, "dist"], { stdio: ["ignore", "ignore", "inherit"] });
});

test("every page has a title, a description, a canonical address, Open Graph and data for search engines", () => {
  const titles = new Set();
  for (const page of [MAP, ...pages]) {
    const text = html(page);
    const [, title] = text.match(/<title>([^<]+)<\/title>/);
    assert.ok(!titles.has(title), `two pages are called ${title}`);
    titles.add(title);
    assert.match(text, /<meta name="description" content="[^"]{20,}"/, page);
    assert.match(text, new RegExp(`<link rel="canonical" href="https://[^"]+/${page.replace(MAP, "")}">`), page);
    for (const property of ["title", "description", "url", "image", "type"]) assert.ok(text.includes(`property="og:${property}"`), `${page} og:${property}`);
    const data = [...text.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/g)].map(([, json]) => JSON.parse(json));
    assert.ok(data.every((one) => one["@context"] === "https://schema.org" && one["@type"]), page);
    // The map, which is to weigh little, leaves it to the page of the data.
    if (page === "donnees-ouvertes/index.html") assert.ok(data.some((one) => one["@type"] === "Dataset"), page);
    if (page !== MAP) assert.ok(data.some((one) => one["@type"] === "BreadcrumbList"), page);
    assert.equal(text.match(/<h1/g).length, 1, `${page}: one first heading`);
  }
});

test("every link of every page leads somewhere, and the sitemap has them all", () => {
  const files = new Set(readdirSync("dist", { recursive: true }).map((name) => normalize(name)));
  const lost = new Set();
  for (const page of [MAP, ...pages]) {
    for (const [, href] of html(page).matchAll(/ (?:href|src)="([^"#][^"]*)"/g)) {
      if (/^https?:/.test(href)) continue;
      const path = normalize(join(dirname(page), href.split(/[?#]/)[0], href.split(/[?#]/)[0].endsWith("/") ? "index.html" : ""));
      if (!files.has(path)) lost.add(`${page} → ${href}`);
    }
  }
  assert.deepEqual([...lost], []);
  const sitemap = readFileSync("dist/sitemap.xml", "utf8");
  for (const page of pages) assert.ok(sitemap.includes(`/${dirname(page)}/</loc>`), page);
  assert.match(readFileSync("dist/robots.txt", "utf8"), /^Sitemap: https:\/\/.+\/sitemap\.xml$/m);
});

// The longest page of each kind has what the others have.
const longest = (folder) => pages.filter((page) => page.startsWith(`${folder}/`)).sort((a, b) => html(b).length - html(a).length)[0];

for (const folder of folders) {
  for (const [width, dark] of [[1280, false], [320, true]]) {
    test(`${folder}: accessible, ${width} pixels wide${dark ? ", dark" : ""}`, async () => {
      const seen = new Set([longest(folder), join(folder, "index.html")].filter((page) => pages.includes(page)));
      await resize(browser, width, 800, dark);
      for (const page of seen) {
        await browser.get(server.url + dirname(page) + "/");
        await person.isAccessible(page);
        await person.nothingSticksOut(page);
      }
      assert.deepEqual(await complaints(browser), []);
    });
  }
}

test("every acronym of the glossary is explained on each page that has it", () => {
  const entities = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#x27;": "'" };
  const plain = (part) => part.replace(/<[^>]+>/g, " ").replace(/&[^;]+;/g, (entity) => entities[entity] ?? entity);
  const terms = [...main("glossaire/index.html").matchAll(/<dt>(.*?)<\/dt>/g)].map(([, word]) => plain(word).trim());
  const acronyms = terms.filter((word) => /^\p{Lu}/u.test(word));
  assert.ok(acronyms.length > 100);
  const lost = [];
  // What tools say of files and settings is explained where they say it; data for their scripts are not shown.
  const isRead = (name) => !/^(glossaire|atelier|embed|integrer)\//.test(name);
  for (const page of pages.filter(isRead)) {
    const explained = new Set([...main(page).matchAll(/class="term-word"[^>]*>([^<]*)</g)].map(([, word]) => plain(word).replace(/[sx]$/, "")));
    const shown = plain(main(page).replace(/<script[^]*?<\/script>/g, " ").replace(/<span[^>]*class="term-tip"[^]*?<\/span>/g, " "));
    const stands = (word) => new RegExp(`(?<![\\p{L}\\p{N}-])${word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?![\\p{L}\\p{N}-])`, "u").test(shown);
    lost.push(...acronyms.filter((word) => !explained.has(word.replace(/[sx]$/, "")) && stands(word)).map((word) => `${page}: ${word}`));
  }
  assert.deepEqual(lost, []);
});

const ofInitiatives = pages.filter((page) => /^initiatives\/.+\//.test(page));

test("headings of the sheets follow one another without a step missing", () => {
  for (const page of ofInitiatives) {
    const levels = [...main(page).matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
    assert.equal(levels[0], 1, page);
    assert.ok(levels.every((level, at) => at === 0 || level <= levels[at - 1] + 1), `${page}: ${levels.join(" ")}`);
  }
});

test("each initiative has its diagram, one card a lever, and each of its documents once", () => {
  for (const page of ofInitiatives) {
    const text = main(page);
    assert.match(text, /<ul class="flows">/, page);
    const cards = [...text.matchAll(/<section(?=[^>]* class="use")[^>]* data-lever="([a-z-]+)"/g)].map(([, lever]) => lever);
    assert.ok(cards.length > 0 && new Set(cards).size === cards.length, `${page}: ${cards.join(" ")}`);
    const documents = [...text.matchAll(/class="document"><a [^>]*href="([^"]+)"/g)].map(([, href]) => href);
    assert.ok(documents.length > 0 && new Set(documents).size === documents.length, `${page}: ${documents.join(" ")}`);
    const ids = new Set([...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    const marks = [...text.matchAll(/<a href="#(note-\d+)"/g)].map(([, id]) => id);
    assert.deepEqual(marks.filter((id) => !ids.has(id)), [], page);
  }
});

test("a citation is copied from a page", async () => {
  await resize(browser, 1280, 800, false);
  await browser.get(`${server.url}initiatives/mundo-gusto/`);
  await browser.executeScript(`
    window.copied = [];
    Object.defineProperty(navigator, "clipboard", { configurable: true, value: { writeText: async (text) => window.copied.push(text) } });`);
  await person.clicks("button", "Copier la citation 1");
  await person.sees("status", "Citation copiée");
  assert.match((await browser.executeScript("return window.copied"))[0], /consulté le .+\d{4}\.$/);
});

test("a région without initiative says so", () => {
  assert.match(html("regions/corse/index.html"), /ne racontent aucune initiative de cette région/);
});

test("each initiative leads to others that are near or alike", () => {
  const alone = pages.filter((page) => /^initiatives\/.+\//.test(page) && !html(page).includes("Initiatives proches"));
  assert.deepEqual(alone, []);
});

test("an authority says where it is and its code", () => {
  const text = html("collectivites/nanterre/index.html").replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");
  for (const said of ["Département Hauts-de-Seine", "Région Île-de-France", "Code Insee 92050"]) assert.ok(text.includes(said), said);
});

// The texts of a page, without the explanations of words.
const words = (part) => part.replace(/<span[^>]*class="term-tip"[^]*?<\/span>/g, " ").replace(/<[^>]+>/g, " ").replace(/&#x27;/g, "'").replace(/[\s\u00a0\u202f]+/g, " ");

test("the same header on every page, with the page or its list marked", () => {
  const headers = new Map(pages.map((page) => [page, html(page).match(/<header class="site-head">[^]*?<\/header>/)[0]]));
  const entries = new Set([...headers.values()].map(words));
  assert.equal(entries.size, 1, [...entries].join("\n"));
  const current = (page) => headers.get(page).match(/aria-current="(\w+)"[^>]*>([^<]+)/)?.slice(1);
  assert.deepEqual(current("leviers/index.html"), ["page", "Leviers"]);
  assert.deepEqual(current("leviers/foncier/index.html"), ["true", "Leviers"]);
  assert.deepEqual(current("regions/corse/index.html"), ["true", "Régions"]);
  assert.deepEqual(current("a-propos/index.html"), ["page", "À propos"]);
  assert.equal(current("glossaire/index.html"), undefined);
});

test("a lever opens with a table of its cases: the best established first, then the smallest authorities", () => {
  const main = html("leviers/foncier/index.html").match(/<main[^]*<\/main>/)[0];
  assert.ok(main.indexOf("<table") < main.indexOf("Quand l’utiliser"), "the table comes first");
  const rows = [...main.matchAll(/<tr[^>]*data-state="(\w+)">([^]*?)<\/tr>/g)].map(([, state, row]) => ({ state, row, said: words(row) }));
  assert.ok(rows.length > 10);
  const states = rows.map(({ state }) => ["used", "considered", "declined"].indexOf(state));
  assert.deepEqual(states, states.toSorted());
  const sizes = rows.filter(({ said }) => /Utilisé : un document le dit/.test(said)).map(({ said }) => Number(said.match(/([\d ]+) habitants/)?.[1].replaceAll(" ", "") ?? Infinity));
  assert.deepEqual(sizes, sizes.toSorted((a, b) => a - b));
  for (const { row } of rows) assert.match(row, /<a href="\.\.\/\.\.\/initiatives\//);
  const anchor = main.match(/href="\.\.\/\.\.\/(initiatives\/[^"#]+)#(resultats-et-benefices)"/);
  assert.match(html(`${anchor[1]}index.html`), new RegExp(`id="${anchor[2]}"`), "« Lire la suite » leads to the section");
});

test("authorities are listed by kind, under their own word", () => {
  const sections = html("collectivites/index.html").split(/<h2 id=/).slice(1);
  const own = (section) => [...section.matchAll(/<strong>([^<]+)<\/strong>/g)].map(([, name]) => name.normalize("NFD").replace(/[^A-Za-z ]/g, "").toLowerCase());
  const communes = own(sections[0]);
  assert.ok(communes.length > 30);
  assert.deepEqual(communes, communes.toSorted());
  const nanterre = sections[0].match(/<li[^>]*><span class="roll-name">(?:(?!roll-name)[^])*Nanterre[^]*?<\/ul>/)[0];
  assert.match(words(nanterre), /Ville de Nanterre \d+ \d+ habitants \d+ initiatives? Foncier : \d/);
});

test("an authority's initiatives are grouped by the part it takes in them", () => {
  const text = words(html("collectivites/plaine-commune/index.html"));
  for (const heading of ["Les initiatives qu’elle pilote (", "Les initiatives qu’elle finance (", "Les initiatives dont elle est partenaire ("]) assert.ok(text.includes(heading), heading);
});

test("a commune has its levels, the nearest elsewhere and the way to its map", () => {
  const text = main("territoires/commune-92050/index.html");
  const levels = [...text.matchAll(/data-level="([a-z]+)"/g)].map(([, level]) => level);
  assert.equal(levels[0], "commune");
  // Those of which nothing is said come last.
  assert.deepEqual(levels.sort(), ["commune", "departement", "epci", "ept", "region"]);
  assert.match(words(text), /Mundo Gusto .* Les initiatives les plus proches, ailleurs .* à environ \d+ km/);
  assert.match(text, /href="\.\.\/\.\.\/\?territoire=92050"|href="\.\.\/\.\.\/\?territoire=commune:92050"/);
  assert.match(html("initiatives/mundo-gusto/index.html"), /href="\.\.\/\.\.\/territoires\/commune-92050\/"/);
});

test("the table of levers by themes leads to the map, with totals", () => {
  const table = main("comprendre/index.html").match(/<table[^]*?<\/table>/)[0];
  assert.equal((table.match(/<th[^>]* scope="col"|<th scope="col"/g) ?? []).length, 1 + 7 + 1);
  const initiatives = JSON.parse(readFileSync("dist/data/initiatives.geojson", "utf8")).features.length;
  assert.match(words(table.match(/<tfoot[^]*<\/tfoot>/)[0]).trim(), new RegExp(` ${initiatives}$`));
  assert.match(table, /href="\.\.\/\?leviers=foncier&amp;themes=alimentation"/);
});

test("charts: no name is cut, years stand on an axis where each has its place", async () => {
  const years = [...html("comprendre/index.html").matchAll(/class="year"[^>]*>(\d+)</g)].map(([, year]) => Number(year));
  assert.ok(years.length >= 3 && years.every((year, at) => at === 0 || year - years[at - 1] === years[1] - years[0]), `${years}`);
  for (const width of [1280, 390]) {
    await resize(browser, width, 800, false);
    await browser.get(`${server.url}comprendre/`);
    const wrong = await browser.executeScript(`
      return [...document.querySelectorAll(".chart svg")].flatMap((svg) => {
        const { left, right } = svg.getBoundingClientRect();
        const texts = [...svg.querySelectorAll("text")].map((text) => [text.textContent, text.getBoundingClientRect()]);
        const out = texts.filter(([, box]) => box.left < left - 1 || box.right > right + 1).map(([words]) => words);
        const years = [...svg.querySelectorAll(".year")].map((text) => [text.textContent, text.getBoundingClientRect()]);
        const touching = years.filter(([, box], at) => at > 0 && box.left < years[at - 1][1].right + 2).map(([words]) => words);
        return [...out, ...touching];
      });`);
    assert.deepEqual(wrong, [], `${width} pixels wide`);
  }
  await resize(browser, 1280, 800, false);
});

test("an initiative is told once of an authority that is compared, with whatever levers", () => {
  const { authorities } = JSON.parse(html("comparer/index.html").match(/id="donnees">(.*?)<\/script>/s)[1]);
  const all = Object.values(authorities);
  assert.ok(all.some(({ acts }) => acts.some(({ uses }) => uses.length > 1)));
  for (const { name, acts } of all) assert.equal(new Set(acts.map(({ id }) => id)).size, acts.length, name);
});

test("what is printed says where it was read and of what day it is; a note has its code and no control", async () => {
  for (const page of pages.filter((name) => /^(leviers\/[^/]+\/(note\/)?|initiatives\/[^/]+\/)index\.html$/.test(name))) {
    const foot = html(page).match(/<div[^>]*class="printed"[^]*?<\/div>/)?.[0] ?? "";
    assert.ok(/ d="M[^"]{500,}" class="qr-ink"/.test(foot), page);
    assert.match(words(foot).trim(), /La carte des leviers, édition du .* 20\d\d\. https:\/\/\S+\/$/, page);
    assert.ok(words(foot).includes(`/${page.replace("index.html", "")}`), page);
  }
  if (elsewhere) return;
  for (const lever of ["foncier", "subvention", "scic"]) {
    await page(browser, `${server.url}leviers/${lever}/note/`);
    assert.equal(firstPage(await printed(browser)).sheets, 1, lever);
    await browser.sendDevToolsCommand("Emulation.setEmulatedMedia", { media: "print" });
    for (const path of [`leviers/${lever}/note/`, `leviers/${lever}/`]) {
      await page(browser, server.url + path);
      const controls = await browser.executeScript("return [...document.querySelectorAll('main :is(button, a)')].filter((one) => one.checkVisibility()).map((one) => one.textContent).filter((words) => /Lire|Imprimer|Copier|entière|note d’une page/.test(words))");
      assert.deepEqual(controls, [], path);
    }
    await browser.sendDevToolsCommand("Emulation.setEmulatedMedia", { media: "" });
  }
});

test("a territory far from everything says each thing once", () => {
  const silent = pages.filter((name) => /^territoires\/[^/]+\/index\.html$/.test(name)).map((page) => [page, words(html(page).match(/<main[^]*<\/main>/)[0])]);
  assert.ok(silent.length > 100);
  for (const [page, text] of silent) {
    for (const [sentence] of text.matchAll(/Aucun des \S+ documents[^.:]*/g)) assert.equal(text.split(sentence).length, 2, `${page}: ${sentence}`);
    const far = [...text.matchAll(/à environ ([\d\s]+) km/g)].map(([, km]) => Number(km.replace(/\s/g, "")));
    assert.ok(far.every((km) => km <= 300), `${page}: ${far}`);
  }
});

test("two authorities are compared; the address keeps the choice", async () => {
  await resize(browser, 1280, 800, false);
  await browser.get(`${server.url}comparer/?avec=nanterre,aubervilliers`);
  await person.sees("link", "Ville d’Aubervilliers");
  await person.isAccessible("comparaison");
  const choice = await browser.findElement({ css: "#choix-2" });
  await choice.findElement({ css: 'option[value="stains"]' }).click();
  await person.sees("link", "Ville de Stains");
  await person.seesNo("link", "Ville d’Aubervilliers");
  assert.match(await browser.getCurrentUrl(), /\?avec=nanterre,stains$/);
});

test("each document has a page with what the map has from it, each thing once", () => {
  const list = html("sources/index.html").match(/<main[^]*<\/main>/)[0];
  for (const page of pages.filter((name) => /^sources\/.+\//.test(name))) {
    assert.ok(list.includes(`href="${page.split("/")[1]}/"`), page);
    const main = html(page).match(/<main[^]*<\/main>/)[0];
    const cited = [...main.matchAll(/href="\.\.\/\.\.\/((?:initiatives|collectivites|leviers|recommandations)\/[^"]+)"/g)].map(([, path]) => path);
    assert.ok(cited.length > 0, page);
    assert.equal(new Set(cited).size, cited.length, page);
  }
});

test("a page of what is somewhere has a small map, marked, under 3 KB", () => {
  const locators = (folder) => pages.filter((page) => page.startsWith(`${folder}/`)).map((page) => [page, html(page).match(/<figure [^>]*class="locator">[^]*?<\/figure>/)?.[0]]);
  for (const [page, locator] of locators("regions").filter(([page]) => page !== "regions/index.html")) assert.match(locator ?? "", /<path [^>]*class="here"/, page);
  const initiatives = locators("initiatives").filter(([, locator]) => locator);
  assert.ok(initiatives.length > 100);
  for (const [page, locator] of initiatives) {
    assert.match(locator, /class="here"/, page);
    assert.ok(brotliCompressSync(locator).length < 3000, page);
  }
});

test("from the list of initiatives to a sheet, to its authority, its région's map", async () => {
  await resize(browser, 1280, 800, false);
  await browser.get(`${server.url}initiatives/`);
  await person.clicks("link", "Mundo Gusto");
  await person.sees("heading", "Les leviers de la collectivité");
  await person.clicks("link", "Ville de Nanterre");
  await person.sees("heading", "Ville de Nanterre");
  await person.clicks("link", "Régions");
  await person.clicks("link", "Île-de-France");
  await person.clicks("link", "Voir sur la carte");
  await person.sees("button", "Ne plus limiter au territoire\u00a0: Île-de-France");
});
