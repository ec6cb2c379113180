// Bytes after garbage collection: the JavaScript heap and its buffers, the wasm memory, and with `whole` the browser's own count for the
// whole page, workers included, where it gives one: it may take its time.
import { inPage } from "./in-page.mjs";

export async function memory(browser, { whole = true } = {}) {
  for (let i = 0; i < 2; i++) await browser.sendAndGetDevToolsCommand("HeapProfiler.collectGarbage", {});
  const heap = await browser.sendAndGetDevToolsCommand("Runtime.getHeapUsage", {});
  const { wasm, page } = await inPage(
    browser,
    "const [whole] = given; return { wasm: window.wasmMemory?.buffer.byteLength ?? 0, page: whole && window.crossOriginIsolated ? (await performance.measureUserAgentSpecificMemory()).bytes : null };",
    60_000,
    whole,
  );
  return { heap: heap.usedSize, buffers: heap.backingStorageSize ?? 0, wasm, page };
}
