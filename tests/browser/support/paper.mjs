// What Chromium prints of a page, and what can be read of it without a reader of PDF.

// The page as a PDF. `options`: those of Page.printToPDF.
export async function printed(browser, options = {}) {
  const { data } = await browser.sendAndGetDevToolsCommand("Page.printToPDF", { preferCSSPageSize: true, printBackground: false, ...options });
  return Buffer.from(data, "base64");
}

// How many sheets there are, and the size of the first, in points.
export function firstPage(pdf) {
  const text = pdf.toString("latin1");
  const boxes = [...text.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, width, height]) => ({ width: Math.round(width), height: Math.round(height) }));
  return { sheets: boxes.length, first: boxes[0] };
}
