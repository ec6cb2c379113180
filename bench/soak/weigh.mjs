// What the page holds once all garbage is collected.
import { memory } from "../memory.mjs";

export async function weigh(browser) {
  const { heap, buffers, wasm } = await memory(browser);
  const { metrics } = await browser.sendAndGetDevToolsCommand("Performance.getMetrics", {});
  const count = (name) => metrics.find((metric) => metric.name === name).value;
  return { heap: heap + buffers, wasm, nodes: count("Nodes"), listeners: count("JSEventListeners") };
}
