// The cost of the first view: loads dist/ in a real browser, waits for the map, and weighs everything it downloaded, each file as a web
// server sends it: its twin in brotli. Then the cost of each extension, which only those who ask for it download. Fails above
// a budget, or if the page requested anything from another site.
import { existsSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { complaints, firstView, open } from "../tests/browser/support/browser.mjs";
import { serve } from "../tests/browser/support/server.mjs";

const BUDGET = 230_000; // of the first view, in bytes, as sent
// What is loaded only when asked for: its files in dist/, and its budget.
const EXTENSIONS = [
  { name: "workshop: code", files: /^atelier\/[\w-]+\.(js|wasm|css)$/, budget: 600_000 },
  { name: "workshop: territories", files: /^atelier\/(communes-\w+\.txt|territoires-\w+\.json)$/, budget: 800_000 },
  { name: "the widget, in the host's page", files: /^widget\.js$/, budget: 3_000 },
  { name: "what a frame does besides", files: /^frame\.js$/, budget: 4_700 },
  { name: "how a frame looks", files: /^frame\.css$/, budget: 1_000 },
  { name: "layers of points", files: /^layers-\w+\.(js|wasm|css)$/, budget: 70_000 },
  { name: "the box that finds, with the names that it reads first", files: /^(search|find)-\w+\.(js|wasm|css)$|^data\/\w+\/find\/(first|sheets-fr)\.bin$/, budget: 60_000 },
  { name: "what helps to explore the map", files: /^explore-\w+\.(js|css)$/, budget: 8_000 },
  { name: "the sheets of territories", files: /^panels?-\w+\.(js|wasm)$/, budget: 30_000 },
  { name: "the style of sheets", files: /^sheet-\w+\.css$/, budget: 4_000 },
  { name: "what sheets do: notes, the notebook", files: /^sheets\.js$/, budget: 3_000 },
];
// What the app asks for once its first view is there: on a slow machine it comes before the browser is asked what it loaded.
const AFTERWARDS = /\/leads\.bin$/;
const WRITTEN = "docs/WEIGHT.md"; // with --write

// What each part is, by a pattern of its address.
const PARTS = [
  [/_bg\.wasm$/, "the app: Leptos, the map, filters and list, both languages"],
  [/\/boot-/, "starts the app and reads its files; bindings to the browser (wasm-bindgen); closes an explained word"],
  [/\/rescue\.js$/, "reloads a page whose edition is gone, or says why there is no map"],
  [/catalogue\.bin$/, "names, places and levers of every initiative; a sheet is fetched when it opens"],
  [/france-l0/, "régions, départements, 250 towns"],
  [/neighbours-l0/, "neighbouring countries and seas"],
  [/water-l0/, "main rivers, lakes, estuaries"],
  [/icons\//, "tab icon"],
  [/\/$/, "the page, with its style and its first view: France, marks, legend, first rows; all names"],
];
const meaning = (path) => PARTS.find(([pattern]) => pattern.test(path))?.[1] ?? "";

// What a server sends of a file in dist/: its twin in brotli, where there is one.
const sent = (file) => statSync(existsSync(`dist/${file}.br`) ? `dist/${file}.br` : `dist/${file}`).size;

// Returns every address that the page loaded, and the browser's complaints: a refused request leaves no address.
async function loaded(url) {
  const browser = await open();
  try {
    await firstView(browser, url);
    const urls = await browser.executeScript("return performance.getEntries().filter((e) => e.entryType === 'navigation' || e.entryType === 'resource').map((e) => e.name)");
    return { urls, complaints: await complaints(browser) };
  } finally {
    await browser.quit();
  }
}

const seen = []; // every request that reached the server; what is requested twice is weighed twice
const server = await serve("dist", { touch: (request) => (seen.push(request.url), false) });
let failures;
try {
  const page = await loaded(server.url);
  const origin = new URL(server.url).origin;
  const elsewhere = page.urls.filter((url) => new URL(url).origin !== origin);
  const paths = seen.filter((path) => !AFTERWARDS.test(path));

  const rows = [];
  let total = 0;
  let raw = 0;
  console.log("    raw   brotli  first view");
  for (const path of paths) {
    const file = path === "/" ? "index.html" : decodeURI(path.slice(1).replace(/\?.*/, ""));
    const [whole, size] = [statSync(`dist/${file}`).size, sent(file)];
    rows.push([meaning(path), path.replace(/[0-9a-f]{16}/, "…"), whole, size]);
    total += size;
    raw += whole;
    console.log(`${String(whole).padStart(7)}  ${String(size).padStart(7)}  ${path}`);
  }
  console.log(`${String(raw).padStart(7)}  ${String(total).padStart(7)}  total of ${paths.length} files; budget ${BUDGET}`);

  const extensions = EXTENSIONS.map(({ name, files, budget }) => {
    const parts = readdirSync("dist", { recursive: true }).filter((file) => files.test(file));
    if (parts.length === 0) throw new Error(`no files of ${name}`);
    const size = parts.reduce((sum, file) => sum + sent(file), 0);
    const whole = parts.reduce((sum, file) => sum + statSync(`dist/${file}`).size, 0);
    console.log(`${String(whole).padStart(7)}  ${String(size).padStart(7)}  extension, ${name}; budget ${budget}`);
    return { name, size, whole, budget };
  });

  if (process.argv.includes("--write")) {
    const table = rows.sort((a, b) => b[3] - a[3]).map(([part, path, whole, size]) => `| ${part} | \`${path}\` | ${whole} | ${size} |`);
    const lines = [
      "# What the first view weighs",
      "",
      "Written by `make weight-table`, from a real load in Chromium. Sizes are in bytes, raw and as sent (brotli, quality 11). `make test` fails above\nthe budget.",
      "",
      "| part | file | raw | brotli |",
      "|---|---|---:|---:|",
      ...table,
      `| **all** | ${rows.length} files | **${raw}** | **${total}** of ${BUDGET} |`,
      "",
      "## What is loaded when asked for",
      "",
      "| extension | raw | brotli | budget |",
      "|---|---:|---:|---:|",
      ...extensions.map(({ name, size, whole, budget }) => `| ${name} | ${whole} | ${size} | ${budget} |`),
      "",
    ];
    writeFileSync(WRITTEN, lines.join("\n"));
  }

  failures = [
    ...elsewhere.map((url) => `requested from another site: ${url}`),
    ...page.complaints,
    ...(total > BUDGET ? [`the first view is ${total - BUDGET} bytes too heavy`] : []),
    ...extensions.filter(({ size, budget }) => size > budget).map(({ name, size, budget }) => `the extension of ${name} is ${size - budget} bytes too heavy`),
  ];
} finally {
  await server.close();
}
for (const failure of failures) console.error(`error: ${failure}`);
process.exitCode = failures.length ? 1 : 0;
