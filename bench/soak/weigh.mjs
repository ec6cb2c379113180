// Weighs what the page holds after garbage collection.
import { counters } from "../in-page.mjs";
import { memory } from "../memory.mjs";

export async function weigh(browser) {
  const { heap, buffers, wasm } = await memory(browser, { whole: false });
  const count = await counters(browser);
  return { heap: heap + buffers, wasm, nodes: count("Nodes"), listeners: count("JSEventListeners") };
}
