// The import, beside the page: it reads, and answers; the page stays alive. One worker for one file: ended, it gives back all its memory.
import start, { Workshop } from "program";

// Names of the files of this edition, beside this script (scripts/finish-app.mjs).
const at = (name) => new URL(name, self.location.href);
const bytes = async (name) => {
  const response = await fetch(at(name));
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
};

const begun = (async () => {
  const [, communes, territories] = await Promise.all([start({ module_or_path: at(PROGRAM) }), bytes(COMMUNES), bytes(TERRITORIES)]);
  return new Workshop(communes, territories);
})();
// Told to whoever asks first.
begun.catch(() => {});

const told = (done, of) => postMessage({ done, of });
const parsed = JSON.parse;

const ACTS = {
  choices: () => parsed(Workshop.choices()),
  open: (shop, name, buffer, said) => parsed(shop.open(name, new Uint8Array(buffer), JSON.stringify(said ?? null), told)),
  ask: (shop, asked) => parsed(shop.ask(JSON.stringify(asked), told)),
  mend: (shop, mends) => parsed(shop.mend(JSON.stringify(mends), told)),
  rows: (shop, which) => parsed(shop.rows(JSON.stringify(which))),
  problems: (shop, which) => parsed(shop.problems(JSON.stringify(which))),
  row: (shop, line) => parsed(shop.row(line)),
  said: (shop) => parsed(shop.said()),
  layer(shop, { uses, title, credit, width, height }) {
    const layer = shop.layer(uses, title, credit, width, height);
    const files = {};
    for (let rank = 0, name; (name = layer.name(rank)) !== undefined; rank++) files[name] = layer.bytes(rank);
    const lines = Float64Array.from(layer.lines());
    const [view, elsewhere] = [layer.view(), layer.elsewhere()];
    layer.free();
    return { files, lines, view, elsewhere };
  },
  leave: (shop, what, { id, title, credit, uses }) => shop.leave(what, id, title, credit, uses),
};

// A refusal is a text of JSON that the program throws; anything else is a program that has stopped.
const why = (error) => (typeof error === "string" ? { refused: parsed(error) } : { stopped: String(error?.message ?? error) });

addEventListener("message", async ({ data: { id, act, args } }) => {
  let shop;
  try {
    shop = await begun;
  } catch (error) {
    return postMessage({ id, absent: String(error?.message ?? error) });
  }
  try {
    postMessage({ id, value: ACTS[act](shop, ...args) });
  } catch (error) {
    postMessage({ id, ...why(error) });
  }
});
