// Weighs each crate, and each part of this one, in the wasm, for `make weight-table`. It reads the module as the compiler leaves it, with
// function names. wasm-opt then removes something from each, and brotli much more: read the shares.
import { readFileSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";
import { Reader, SECTION, sections } from "./wasm.mjs";

const [path = "target/wasm32-unknown-unknown/release/app.wasm"] = process.argv.slice(2);
const OURS = /^(app|engine|model|overlay|page|ui)$/; // the app, and the crates of this project that it reaches
const FUNCTION_NAMES = 1; // part of the « name » section
const LEAST = 0.004; // share of the code; smaller ones are summed up

function importedFunctions(body) {
  const reader = new Reader(body);
  let functions = 0;
  for (let left = reader.number(); left > 0; left--) {
    reader.text(); // the module
    reader.text(); // the name
    const kind = reader.take(1)[0];
    if (kind === 0) functions += 1;
    skipType(reader, kind);
  }
  return functions;
}
function skipType(reader, kind) {
  switch (kind) {
    case 0: // function
      return reader.number();
    case 1: // table
      reader.take(1);
      return limits(reader);
    case 2: // memory
      return limits(reader);
    case 3: // global
      return reader.take(2);
    default: // tag
      reader.take(1);
      return reader.number();
  }
}
function limits(reader) {
  const flags = reader.number();
  reader.number();
  if (flags & 1) reader.number();
}

function names(body) {
  const reader = new Reader(body);
  reader.text();
  const found = new Map();
  while (!reader.over) {
    const part = reader.number();
    const inner = new Reader(reader.take(reader.number()));
    if (part !== FUNCTION_NAMES) continue;
    for (let left = inner.number(); left > 0; left--) found.set(inner.number(), inner.text());
  }
  return found;
}

// Returns the words of a mangled name, in either of the compiler's two manglings: each follows its length, and may be a path of words.
const words = (name) =>
  [...name.matchAll(/(?<=[A-Za-z_]|^)(\d+)_?(?=[A-Za-z_$])/g)]
    .flatMap(({ 1: length, index, 0: all }) => name.slice(index + all.length, index + all.length + Number(length)).replace(/\$\w+\$/g, " ").split(/\W+/))
    .filter(Boolean);
// wasm-bindgen reads these and removes them: none reaches the browser.
const isDescription = (name) => /describe/.test(name);
const CRATES = new Set(["core", "alloc", "std", "dlmalloc", "hashbrown", "compiler_builtins", "postcard", "serde", "serde_core", "cobs", "js_sys", "web_sys", "wasm_bindgen", "wasm_bindgen_futures", "gloo_net", "gloo_utils"]);
const LEPTOS = /^(leptos|tachys|reactive_graph|reactive_stores|any_spawner|throw_error|or_poisoned|either_of|next_tuple|oco_ref|hydration_context|server_fn|slotmap|futures|send_wrapper|indexmap)/;

// A function belongs to the first crate that its name mentions. Leptos is many crates.
// The folder that a path of modules begins with.
const room = (path) => path.slice(0, 2).filter((part) => /^[a-z_]+$/.test(part)).join("/");

function owner(name) {
  const all = words(name);
  for (const word of all) {
    if (LEPTOS.test(word)) return "Leptos and its crates";
    if (OURS.test(word)) return `${word}: ${room(all.slice(all.indexOf(word) + 1))}`;
    if (CRATES.has(word)) return word;
  }
  return "others";
}

const bytes = readFileSync(path);
const parts = sections(bytes);
const named = parts.filter(({ id, body }) => id === 0 && new Reader(body).text() === "name").map(({ body }) => names(body))[0];
if (!named?.size) throw new Error(`${path} has no names of functions; run:  make build`);
const first = parts.filter(({ id }) => id === SECTION.imports).reduce((sum, { body }) => sum + importedFunctions(body), 0);
const code = new Reader(parts.find(({ id }) => id === SECTION.code).body);
const count = code.number();
const owned = new Map();
for (let i = 0; i < count; i++) {
  const body = code.take(code.number());
  const name = named.get(first + i) ?? "";
  if (isDescription(name)) continue;
  const who = owner(name);
  owned.set(who, [...(owned.get(who) ?? []), body]);
}

const rows = [...owned].map(([who, bodies]) => ({ who, raw: bodies.reduce((sum, body) => sum + body.length, 0), brotli: brotliCompressSync(Buffer.concat(bodies)).length }));
const total = rows.reduce((sum, { raw }) => sum + raw, 0);
const small = rows.filter(({ raw }) => raw < LEAST * total);
const shown = rows.filter(({ raw }) => raw >= LEAST * total).sort((a, b) => b.raw - a.raw);
shown.push({ who: `${small.length} smaller ones`, raw: small.reduce((sum, { raw }) => sum + raw, 0), brotli: small.reduce((sum, { brotli }) => sum + brotli, 0) });
console.log(`
## What each crate costs

Measured by \`scripts/wasm-crates.mjs\` on the wasm as the compiler leaves it, with function names: a function belongs to the first crate
that its name mentions. wasm-opt then removes about a tenth, and the whole compresses better than its parts: read the shares.
`);
console.log("| code of | bytes | share | alone in brotli |\n|---|---:|---:|---:|");
for (const { who, raw, brotli } of shown) console.log(`| ${who} | ${raw} | ${((100 * raw) / total).toFixed(1)} % | ${brotli} |`);
const data = parts.filter(({ id }) => id === SECTION.data).reduce((sum, { body }) => sum + body.length, 0);
console.log(`| **all** | ${total} | 100 % | |\n| constants, sentences | ${data} | | |`);
