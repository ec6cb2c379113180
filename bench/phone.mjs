// The phone: a slow network and a slow processor, played by the browser. Only the opening is measured: what a visitor waits for.
import { open } from "../tests/browser/support/browser.mjs";
import { inPage, inject } from "./in-page.mjs";
import { atRest } from "./machine.mjs";

export const PHONE = { width: 390, height: 844, density: 3, slower: 4, megabits: 1.6, latency: 150 };
export const PHONE_START = { zoom: 5, lat: 46.5, lon: 2.4 };

// Makes the browser one of a phone.
export async function emulate(browser) {
  const { width, height, density, slower, megabits, latency } = PHONE;
  const bytes = (megabits * 1e6) / 8;
  await browser.sendDevToolsCommand("Emulation.setDeviceMetricsOverride", { width, height, deviceScaleFactor: density, mobile: true });
  await browser.sendDevToolsCommand("Emulation.setCPUThrottlingRate", { rate: slower });
  await browser.sendDevToolsCommand("Network.enable", {});
  await browser.sendDevToolsCommand("Network.setCacheDisabled", { cacheDisabled: true });
  await browser.sendDevToolsCommand("Network.emulateNetworkConditions", { offline: false, latency, downloadThroughput: bytes, uploadThroughput: bytes });
}

// Returns milliseconds from the navigation: markers painted, and France where the map draws one; a press on a marker answered; all there.
export async function opening({ sight, adapter }, { server, url }, limit) {
  const browser = await open({ width: 500, height: 900 });
  try {
    await browser.manage().setTimeouts({ pageLoad: limit });
    await browser.get(server.blank);
    await emulate(browser);
    await inject(browser, ["meter.js", ...(adapter ? [adapter] : []), "press.js"], sight);
    await atRest();
    await browser.get(url);
    const of = (name) => inPage(browser, `return window.${name};`, limit);
    return { markers: await of("firstClusters"), answer: await of("firstAnswer"), ready: await of("allThere") };
  } finally {
    await browser.quit().catch(() => {});
  }
}
