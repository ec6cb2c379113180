// One contender, once, in its own Chromium: load, memory, tour, filters.
import { open } from "../tests/browser/support/browser.mjs";
import { TooLong, counters, inPage, inject } from "./in-page.mjs";
import { atRest } from "./machine.mjs";
import { memory } from "./memory.mjs";
import { TOUR, VIEWPORT } from "./tour.mjs";

const PATIENCE = 3; // a session may last this many times the limit of one part
// The same for all: WebGL in software must be enabled, and memory reported at once, not at the next collection.
const MORE = ["enable-unsafe-swiftshader", "enable-blink-features=ForceEagerMeasureMemory"];

async function cpu(browser) {
  const seconds = await counters(browser);
  return { task: seconds("TaskDuration") * 1000, script: seconds("ScriptDuration") * 1000 };
}
const less = (after, before) => ({ task: after.task - before.task, script: after.script - before.script });

// Takes { sight, adapter? } and { server, url }; returns milliseconds and bytes. `limit` is the longest wait for any part.
export async function session(contender, { server, url }, limit) {
  const browser = await open({ ...VIEWPORT, more: MORE });
  // A page that never yields blocks its driver's timeouts too, so a watchdog kills the browser.
  const pid = (await browser.getCapabilities()).get("goog:processID");
  let stopped = false;
  const watchdog = setTimeout(() => ((stopped = true), process.kill(pid)), PATIENCE * limit);
  try {
    await browser.manage().setTimeouts({ pageLoad: limit });
    await browser.sendDevToolsCommand("Emulation.setDeviceMetricsOverride", { ...VIEWPORT, deviceScaleFactor: 1, mobile: false });
    await inject(browser, ["meter.js", ...(contender.adapter ? [contender.adapter] : [])], contender.sight);
    await browser.get(server.blank);
    await browser.sendDevToolsCommand("Performance.enable", {});
    // Do not measure the end of the previous session or the start of this browser.
    await atRest();
    const before = await cpu(browser);
    server.forget();
    await browser.get(url);
    const firstClusters = await inPage(browser, "return window.firstClusters;", limit);
    const indexMs = await inPage(browser, "await window.bench.ready; return window.bench.indexMs ?? null;", limit);
    const loadCpu = less(await cpu(browser), before);
    const files = server.asked();
    const elsewhere = await inPage(browser, "return performance.getEntriesByType('resource').filter(({ name }) => /^https?:/.test(name) && new URL(name).origin !== location.origin).length;", limit);

    const weight = await memory(browser);
    const beforeTour = await cpu(browser);
    const tour = await inPage(browser, "return window.meter.tour(given[0]);", limit, TOUR);
    const tourCpu = less(await cpu(browser), beforeTour);

    await inPage(browser, "await window.bench.prepare?.();", limit);
    const filters = await inPage(browser, "return window.meter.filters();", limit).catch((error) => {
      if (error instanceof TooLong) return { over: limit };
      throw error;
    });
    return { firstClusters, indexMs, loadCpu, files, memory: weight, elsewhere, tour, tourCpu, filters };
  } catch (error) {
    throw stopped ? new TooLong(`no answer in ${(PATIENCE * limit) / 1000} s`) : error;
  } finally {
    clearTimeout(watchdog);
    await browser.quit().catch(() => {});
  }
}

// Returns the size of the app's map in this viewport, which the peers' maps share, and what the browser says of itself.
export async function survey(server) {
  const browser = await open({ ...VIEWPORT, more: MORE });
  try {
    await browser.sendDevToolsCommand("Emulation.setDeviceMetricsOverride", { ...VIEWPORT, deviceScaleFactor: 1, mobile: false });
    await browser.get(server.url);
    await browser.wait(() => browser.executeScript("return document.documentElement.dataset.ready === 'carte'"), 30_000, "the app did not say that it was ready");
    return await browser.executeScript(`
      const { width, height } = document.querySelector(".stage").getBoundingClientRect();
      const gl = document.createElement("canvas").getContext("webgl2");
      const debug = gl?.getExtension("WEBGL_debug_renderer_info");
      return {
        size: { width, height },
        browser: navigator.userAgent.match(/Chrome\\/[\\d.]+/)[0].replace("/", " "),
        graphics: gl ? gl.getParameter(debug ? debug.UNMASKED_RENDERER_WEBGL : gl.RENDERER) : "no WebGL",
      };`);
  } finally {
    await browser.quit();
  }
}
