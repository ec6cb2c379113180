// What the first view costs: loads dist/ in a real browser, waits for the map, and weighs all that was downloaded for it, each
// file compressed with brotli as a web server would. Fails above the budget, or if anything was asked of another site.
import { brotliCompressSync, constants } from "node:zlib";
import { complaints, firstView, open } from "../tests/browser/support/browser.mjs";
import { serve } from "../tests/browser/support/server.mjs";

const BUDGET = 230_000; // bytes, compressed

const compressed = (body) =>
  brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: body.length } }).length;

// Every address that the page loaded, and what the browser complained of: a refused request leaves no address.
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

const seen = []; // what the server was asked for: nothing escapes it, and what is asked twice is weighed twice
const server = await serve("dist", { touch: (request) => (seen.push(request.url), false) });
let failures;
try {
  const page = await loaded(server.url);
  const origin = new URL(server.url).origin;
  const elsewhere = page.urls.filter((url) => new URL(url).origin !== origin);
  const paths = [...seen];

  let total = 0;
  let raw = 0;
  console.log("    raw   brotli  first view");
  for (const path of paths) {
    const body = Buffer.from(await (await fetch(origin + path)).arrayBuffer());
    const size = compressed(body);
    total += size;
    raw += body.length;
    console.log(`${String(body.length).padStart(7)}  ${String(size).padStart(7)}  ${path}`);
  }
  console.log(`${String(raw).padStart(7)}  ${String(total).padStart(7)}  total of ${paths.length} files; budget ${BUDGET}`);

  failures = [
    ...elsewhere.map((url) => `asked another site: ${url}`),
    ...page.complaints,
    ...(total > BUDGET ? [`the first view is ${total - BUDGET} bytes too heavy`] : []),
  ];
} finally {
  await server.close();
}
for (const failure of failures) console.error(`error: ${failure}`);
process.exitCode = failures.length ? 1 : 0;
