// The box that finds, in Chromium on the phone profile, against its budgets: how long the first answers take, and what a key costs. To
// docs/FIND-BENCH.md: make bench-find
import { writeFileSync } from "node:fs";
import { By } from "selenium-webdriver";
import { firstView, open, until } from "../tests/browser/support/browser.mjs";
import { serve } from "../tests/browser/support/server.mjs";
import { atRest, machine } from "./machine.mjs";
import { grouped, isBusy, machineLine, table } from "./markdown.mjs";
import { PHONE, emulate } from "./phone.mjs";
import { median, percentile } from "./stats.mjs";

const WRITTEN = "docs/FIND-BENCH.md";
const RUNS = Number(process.env.RUNS ?? 5);
// In milliseconds: the first answer of a territory, and what a key takes of the page's own thread.
const BUDGET = { answer: 300, key: 8 };
// What is typed, and whom the answer names.
const TEXTS = { morlaix: "morlaix", "saint-denis": "saint-denis", "villeneuve d": "villeneuve-d", "29600": "morlaix", foncier: "foncier" };

// Notes, for each key, how long the page works on it at once, and when an option first says a name.
const WATCH = `
  const [name] = arguments;
  const list = document.getElementById("reponses");
  const field = document.getElementById("chercher");
  window.seen = { keys: [] };
  let from;
  field.addEventListener("input", () => { from = performance.now(); seen.first ??= from; setTimeout(() => (from = undefined)); }, { capture: true });
  new MutationObserver(() => {
    const now = performance.now();
    if (from) seen.keys.push(now - from);
    if (!seen.answer && !list.hidden && list.textContent.toLowerCase().includes(name)) seen.answer = now;
  }).observe(list, { attributes: true, childList: true, characterData: true, subtree: true });`;

// What a visitor sees who types at once, or once the names that come with the box are there (`waits`).
async function typed(url, text, waits) {
  const browser = await open({ width: 500, height: 900 });
  try {
    await firstView(browser, url);
    await emulate(browser);
    await browser.executeScript(WATCH, TEXTS[text]);
    const field = await browser.findElement(By.id("chercher"));
    await field.click();
    if (waits) {
      await until(browser, () => browser.executeScript("return performance.getEntriesByType('resource').some(({ name, responseEnd }) => name.endsWith('/first.bin') && responseEnd > 0)"), "no names");
      await atRest();
    }
    await field.sendKeys(text);
    await until(browser, () => browser.executeScript("return Boolean(window.seen.answer)"), `no answer to ${text}`, 20_000);
    const { first, answer, keys } = await browser.executeScript("return window.seen");
    return { answer: answer - first, keys };
  } finally {
    await browser.quit();
  }
}

const p95 = (values) => percentile(values, 0.95);

const before = machine();
const server = await serve("dist", { brotli: true });
const rows = [];
try {
  for (const text of Object.keys(TEXTS)) {
    for (const waits of [true, false]) {
      const runs = [];
      for (let run = 0; run < RUNS; run++) runs.push(await typed(server.url, text, waits));
      rows.push({ text, waits, answer: median(runs.map(({ answer }) => answer)), keys: runs.flatMap(({ keys }) => keys) });
      console.log(text, waits ? "names there" : "at once", `${Math.round(rows.at(-1).answer)} ms`);
    }
  }
} finally {
  await server.close();
}

const key = p95(rows.flatMap(({ keys }) => keys));
const misses = [
  ...rows.filter(({ waits, answer }) => waits && answer > BUDGET.answer).map(({ text }) => `« ${text} », ${grouped(BUDGET.answer)} ms`),
  ...(key > BUDGET.key ? [`a key, ${grouped(key, 1)} ms of ${BUDGET.key}`] : []),
];
const lines = [
  "# What the box that finds takes",
  "",
  `Written by \`make bench-find\`, in Chromium on the phone profile: processor ÷ ${PHONE.slower}, ${PHONE.megabits} Mbit/s, ${PHONE.latency} ms. Medians of ${RUNS} visits, each without a cache. From the first key to the`,
  "answer, all letters typed one right after the other. *Names there*: the visitor has been in the box for as long as its program and first names take; those that the text asks for",
  "come then. *At once*: the visitor types as soon as the box has the focus; everything comes then. *Key*: what the page works at once for a key, 95th percentile, on the slowed processor.",
  "",
  machineLine(before, "load before"),
  ...(isBusy(before) ? ["- **The machine was busy with other programs: these times are too long.**"] : []),
  "",
  ...table(["text", "first answer, names there, ms", "at once, ms", "key, ms"], Object.keys(TEXTS).map((text) => {
    const [there, once] = [true, false].map((waits) => rows.find((row) => row.text === text && row.waits === waits));
    return [text, grouped(there.answer), grouped(once.answer), grouped(p95([...there.keys, ...once.keys]), 1)];
  })),
  "",
  `Budgets: ${BUDGET.answer} ms for the first answer once the names are there, ${BUDGET.key} ms for a key. ${misses.length === 0 ? "All are kept." : `**Not kept: ${misses.join("; ")}.**`}`,
  "",
];
writeFileSync(WRITTEN, lines.join("\n"));
for (const miss of misses) console.error(`error: over its budget: ${miss}`);
process.exitCode = misses.length > 0 && !isBusy(before) ? 1 : 0;
