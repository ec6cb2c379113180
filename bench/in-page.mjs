// Scripts and questions sent to a measured page.
import { readFileSync } from "node:fs";

export class TooLong extends Error {}

// Injects these scripts of page/ into every page to come, before its own. Each page then watches for `sight`, if given, from its
// beginning: a driver that asks once the page has loaded is too late to see the first clusters.
export async function inject(browser, names, sight) {
  const sources = names.map((name) => readFileSync(new URL(`page/${name}`, import.meta.url), "utf8"));
  if (sight) sources.push(`window.firstClusters = window.meter.sight(${JSON.stringify(sight)});`);
  for (const source of sources) await browser.sendDevToolsCommand("Page.addScriptToEvaluateOnNewDocument", { source });
}

// Returns the counters of the DevTools protocol, by name.
export async function counters(browser) {
  const { metrics } = await browser.sendAndGetDevToolsCommand("Performance.getMetrics", {});
  return (name) => metrics.find((metric) => metric.name === name).value;
}

// Runs `code` in the page; the code may await. Throws TooLong if the page does not answer in time.
export async function inPage(browser, code, limit, ...given) {
  const wrapped = `
    const done = arguments[arguments.length - 1];
    (async (...given) => { ${code} })(...arguments).then((value) => done({ value }), (error) => done({ error: String(error?.stack ?? error) }));`;
  await browser.manage().setTimeouts({ script: limit });
  let answer;
  try {
    answer = await browser.executeAsyncScript(wrapped, ...given);
  } catch (error) {
    if (/Timeout/i.test(error.name)) throw new TooLong(`no answer in ${limit / 1000} s`);
    throw error;
  }
  if (answer.error) throw new Error(answer.error);
  return answer.value;
}
