// The cost of the first view: loads dist/ in a real browser, waits for the map, and weighs everything it downloaded, each file
// compressed with brotli as a web server would. Fails above the budget, or if the page requested anything from another site.
import { writeFileSync } from "node:fs";
import { brotliCompressSync, constants } from "node:zlib";
import { complaints, firstView, open } from "../tests/browser/support/browser.mjs";
import { serve } from "../tests/browser/support/server.mjs";

const BUDGET = 230_000; // in bytes, compressed
const WRITTEN = "docs/WEIGHT.md"; // with --write

// What each part is, by a pattern of its address.
const PARTS = [
  [/_bg\.wasm$/, "the app: Leptos, the map, filters and list, both languages"],
  [/\/boot-/, "starts the app and reads its files; bindings to the browser (wasm-bindgen); closes an explained word"],
  [/\/rescue\.js$/, "reloads a page whose edition is gone, or says why there is no map"],
  [/\.css$/, "style"],
  [/catalogue\.bin$/, "names, places and levers of every initiative; a sheet is fetched when it opens"],
  [/france-l0/, "régions, départements, 250 towns"],
  [/neighbours-l0/, "neighbouring countries and seas"],
  [/water-l0/, "main rivers, lakes, estuaries"],
  [/icons\//, "tab icon"],
  [/\/$/, "the page"],
];
const meaning = (path) => PARTS.find(([pattern]) => pattern.test(path))?.[1] ?? "";

const compressed = (body) =>
  brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: body.length } }).length;

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
  const paths = [...seen];

  const rows = [];
  let total = 0;
  let raw = 0;
  console.log("    raw   brotli  first view");
  for (const path of paths) {
    const body = Buffer.from(await (await fetch(origin + path)).arrayBuffer());
    const size = compressed(body);
    rows.push([meaning(path), path.replace(/[0-9a-f]{16}/, "…"), body.length, size]);
    total += size;
    raw += body.length;
    console.log(`${String(body.length).padStart(7)}  ${String(size).padStart(7)}  ${path}`);
  }
  console.log(`${String(raw).padStart(7)}  ${String(total).padStart(7)}  total of ${paths.length} files; budget ${BUDGET}`);

  if (process.argv.includes("--write")) {
    const table = rows.sort((a, b) => b[3] - a[3]).map(([part, path, whole, size]) => `| ${part} | \`${path}\` | ${whole} | ${size} |`);
    const lines = [
      "# What the first view weighs",
      "",
      "Written by `make weight-table`, from a real load in Chromium. Sizes are in bytes, raw and in brotli (quality 11). `make test` fails above\nthe budget.",
      "",
      "| part | file | raw | brotli |",
      "|---|---|---:|---:|",
      ...table,
      `| **all** | ${rows.length} files | **${raw}** | **${total}** of ${BUDGET} |`,
      "",
    ];
    writeFileSync(WRITTEN, lines.join("\n"));
  }

  failures = [
    ...elsewhere.map((url) => `requested from another site: ${url}`),
    ...page.complaints,
    ...(total > BUDGET ? [`the first view is ${total - BUDGET} bytes too heavy`] : []),
  ];
} finally {
  await server.close();
}
for (const failure of failures) console.error(`error: ${failure}`);
process.exitCode = failures.length ? 1 : 0;
