// The pictures of docs/IMPORT.md, taken from the built site in Chromium: node scripts/pictures.mjs
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { open, resize, until } from "../tests/browser/support/browser.mjs";
import { Person } from "../tests/browser/support/person.mjs";
import { serve } from "../tests/browser/support/server.mjs";
import { small } from "./png.mjs";

const FOLDER = "docs/images";
const MOST_BYTES = 80_000;
const STEPS = ["reconnaitre", "verifier", "voir"];
const [WIDTH, HEIGHT] = [1100, 720];

// What an officer has: a title above the titles, a code that is none, an amount of two readings.
const PLACES = ["92050", "93066", "69123", "13055", "31555", "59350", "44109", "67482", "33063", "35238"];
const rows = PLACES.map((code, rank) => `Association ${String.fromCharCode(65 + rank)};${code};0${(rank % 9) + 1}/04/2023;${(rank + 1) * 1500},00 €;action de quartier`);
const TABLE = ["Subventions 2023;;;;", "Nom du bénéficiaire;Code Insee;Date de la convention;Montant;Objet", ...rows, "Association L;99999;05/04/2023;12.500;fête", ""].join("\n");

const folder = mkdtempSync(join(tmpdir(), "pictures-"));
const path = join(folder, "subventions-2023.csv");
writeFileSync(path, TABLE);
mkdirSync(FOLDER, { recursive: true });
const server = await serve("dist");
const browser = await open({ width: WIDTH, height: HEIGHT });
try {
  const person = new Person(browser);
  await resize(browser, WIDTH, HEIGHT);
  await browser.get(`${server.url}atelier/`);
  const input = () => browser.executeScript("return document.querySelector('#deposer input[type=file]')");
  await until(browser, input, "no field for a file");
  await (await input()).sendKeys(path);
  await person.sees("status", /lignes lues/);
  await person.inFrame(/Carte/, () => until(browser, () => browser.executeScript("return document.documentElement.dataset.layer === 'ready'"), "no layer"));
  await person.rests();
  for (const step of STEPS) {
    await browser.executeScript("document.activeElement.blur(); document.getElementById(arguments[0]).scrollIntoView()", step);
    await person.rests();
    const picture = small(Buffer.from(await browser.takeScreenshot(), "base64"));
    if (picture.length > MOST_BYTES) throw new Error(`${step}: ${picture.length} bytes, ${MOST_BYTES} at most`);
    writeFileSync(`${FOLDER}/atelier-${step}.png`, picture);
    console.log(`${step}: ${picture.length} bytes`);
  }
} finally {
  await browser.quit();
  await server.close();
  rmSync(folder, { recursive: true });
}
