// The workshop in Chromium, against its budgets: how long a file takes, what the tab holds, whether the page stays alive meanwhile. To
// docs/ATELIER-BENCH.md: make bench-atelier
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { open, until } from "../tests/browser/support/browser.mjs";
import { serve } from "../tests/browser/support/server.mjs";
import { atRest, machine } from "./machine.mjs";
import { grouped, isBusy, machineLine, table } from "./markdown.mjs";
import { memory } from "./memory.mjs";

const WRITTEN = "docs/ATELIER-BENCH.md";
const LIMIT = 180_000; // milliseconds
const BUDGET = { rows: 3000, bomb: 1000, memory: 400e6 };

const COMMUNES = ["92050", "93066", "69123", "13055", "31555", "59350", "44109", "67482"];
const row = (rank) => `Association numéro ${rank};${COMMUNES[rank % COMMUNES.length]};0${(rank % 9) + 1}/04/2023;${1000 + (rank % 900)},50;soutien à une action de quartier`;
const rows = (count) => `nom;code insee;date;montant;objet\n${Array.from({ length: count }, (_, rank) => row(rank)).join("\n")}\n`;
const sized = (bytes) => rows(Math.floor(bytes / Buffer.byteLength(row(50_000) + "\n")));

const FILES = [
  { name: "100,000 rows, CSV", file: "lignes.csv", body: () => rows(100_000), budget: BUDGET.rows },
  { name: "the same, compressed", file: "lignes.csv.gz", body: () => gzipSync(rows(100_000)) },
  { name: "a file of 50 MB", file: "grand.csv", body: () => sized(50e6), memory: BUDGET.memory },
  { name: "a bomb: 80 MB in a gzip of 80 kB", file: "bombe.csv.gz", body: () => gzipSync(Buffer.alloc(80 << 20, "a"), { level: 9 }), budget: BUDGET.bomb },
];

// Counts the longest time without a frame, and notes when the page says what came of the file.
const WATCH = `
  window.watched = { gap: 0 };
  let before = performance.now();
  const frame = (now) => { watched.gap = Math.max(watched.gap, now - before); before = now; requestAnimationFrame(frame); };
  requestAnimationFrame(frame);
  const input = document.querySelector("#deposer input[type=file]");
  input.addEventListener("change", () => { watched.from = performance.now(); watched.gap = 0; }, { capture: true });
  new MutationObserver(() => {
    const text = document.getElementById("etat").textContent;
    if (watched.from && !watched.to && /(lignes lues =|^Rien n)/.test(text)) Object.assign(watched, { to: performance.now(), text, worst: watched.gap });
  }).observe(document.getElementById("etat"), { childList: true, characterData: true, subtree: true });`;

async function measured(url, path, slower) {
  const browser = await open();
  try {
    await browser.get(`${url}atelier/`);
    await until(browser, () => browser.executeScript("return document.querySelector('#deposer input[type=file]')"), "no field for a file");
    if (slower) await browser.sendDevToolsCommand("Emulation.setCPUThrottlingRate", { rate: slower });
    await atRest();
    await browser.executeScript(WATCH);
    await (await browser.executeScript("return document.querySelector('#deposer input[type=file]')")).sendKeys(path);
    await until(browser, () => browser.executeScript("return Boolean(window.watched.to)"), "the file is never read", LIMIT);
    const found = await browser.executeScript("return window.watched");
    const { page, heap } = await memory(browser);
    return { time: found.to - found.from, gap: found.worst, text: found.text, memory: page ?? heap };
  } finally {
    await browser.quit();
  }
}

const before = machine();
const folder = mkdtempSync(join(tmpdir(), "bench-atelier-"));
const server = await serve("dist", { brotli: true });
const found = [];
try {
  for (const one of FILES) {
    const path = join(folder, one.file);
    writeFileSync(path, one.body());
    for (const slower of [0, 4]) found.push({ ...one, slower, ...(await measured(server.url, path, slower)) });
    console.log(one.name, found.slice(-2).map(({ time, memory }) => `${Math.round(time)} ms, ${Math.round(memory / 1e6)} MB`).join(" ; "));
  }
} finally {
  await server.close();
  rmSync(folder, { recursive: true });
}

const misses = found.filter(({ slower, time, budget = Infinity, memory: held }) => (!slower && time > budget) || held > BUDGET.memory);
const cells = ({ name, slower, time, gap, memory, budget }) => [`${name}${slower ? ", phone" : ""}`, grouped(time), budget && !slower ? grouped(budget) : "", grouped(gap), grouped(memory / 1e6)];
const lines = [
  "# What the workshop takes",
  "",
  "Written by `make bench-atelier`, in Chromium on the built site. From the choice of a file to the sentence that accounts for its rows: the program and the territories on",
  "their way, reading, placing, checking, and the first page of everything. *Without a frame*: the longest time in which the page drew nothing. *Memory*: what the browser counts for",
  "the whole page once collected: worker, program, and the map beside when it is there. *Phone*: the browser makes the page's own thread four times slower; it does not slow workers.",
  "",
  machineLine(before, "load before"),
  ...(isBusy(before) ? ["- **The machine was busy with other programs: these times are too long.**"] : []),
  "",
  ...table(["file", "milliseconds", "budget", "without a frame, ms", "memory, MB"], found.map(cells)),
  "",
  `Budgets: ${grouped(BUDGET.rows)} ms for 100,000 rows, ${grouped(BUDGET.bomb)} ms to refuse a bomb, ${grouped(BUDGET.memory / 1e6)} MB of memory. ${misses.length === 0 ? "All are kept." : `**Not kept: ${misses.map(({ name, slower }) => `${name}${slower ? ", phone" : ""}`).join("; ")}.**`}`,
  "",
];
writeFileSync(WRITTEN, lines.join("\n"));
for (const { name } of misses) console.error(`error: over its budget: ${name}`);
process.exitCode = misses.length > 0 && !isBusy(before) ? 1 : 0;
