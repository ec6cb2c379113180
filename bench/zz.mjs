import { open } from "../tests/browser/support/browser.mjs";
import { emulate } from "./phone.mjs";
import { served, ISOLATED } from "./serve.mjs";
import { inPage, inject } from "./in-page.mjs";
const N = Number(process.argv[2] ?? 3);
const C = ".cache/bench";
const app = await served(process.env.APP ?? `${C}/app`), peers = await served(`${C}/peers`, ISOLATED);
const { readdirSync } = await import("node:fs");
console.log(readdirSync(`${C}/peers`).slice(0, 20).join(" "));
async function one(server, url, sight, verbose) {
  const browser = await open({ width: 500, height: 900 });
  try {
    await browser.get(server.blank);
    await emulate(browser);
    await inject(browser, ["meter.js"], sight);
    await browser.get(url);
    const t = await inPage(browser, "return window.firstClusters", 60000);
    const r = await inPage(browser, `
      const n = performance.getEntriesByType("navigation")[0];
      return { nav: [n.responseStart, n.responseEnd, n.domInteractive, n.domContentLoadedEventEnd], fcp: performance.getEntriesByType("paint").map(p => p.name + " " + Math.round(p.startTime)), res: performance.getEntriesByType("resource").map(r => [r.name.split("/").pop().slice(0, 30), Math.round(r.startTime), Math.round(r.responseStart), Math.round(r.responseEnd)].join(" ")) };`, 60000);
    if (verbose) console.log(JSON.stringify(r, null, 1));
    return [Math.round(t), r.fcp.at(-1)];
  } finally { await browser.quit(); }
}
for (let i = 0; i < N; i++) {
  if (!process.env.NOPEER) console.log("peer", (await one(peers, `${peers.url}supercluster.html?points=real&width=390&height=844&zoom=5&lat=46.5&lon=2.4`, ".cluster", i === 0)).join(" "));
  console.log("app", (await one(app, app.url, ".first-land .home, canvas", i === 0)).join(" "));
}
process.exit(0);
