// Puts functions that are alike next to each other in a program: brotli finds in one what it just read in the other
// (docs/notes/weight.md). What a program does, and how fast, does not depend on their order.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Reader, SECTION, features, sections, writeNumber, writeText } from "./wasm.mjs";

// Two functions are alike by the runs of so many bytes that both have. Those of more functions than MANY tell nothing.
const RUN = 4;
const MANY = 200;

// The bodies of all functions.
function bodies(program) {
  const reader = new Reader(sections(program).find(({ id }) => id === SECTION.code).body);
  const found = [];
  reader.each(() => found.push(Buffer.from(reader.take(reader.number()))));
  return found;
}

function runs(body) {
  const found = new Set();
  for (let at = 0; at + RUN <= body.length; at++) found.add(body.readUInt32LE(at));
  return found;
}

// A path through all functions: from each to the one most like it that is left, a rare run counting more than a common one.
function path(functions) {
  const parts = functions.map(runs);
  const havers = new Map();
  for (const [number, part] of parts.entries()) {
    for (const run of part) {
      if (!havers.has(run)) havers.set(run, []);
      havers.get(run).push(number);
    }
  }
  const left = new Set(parts.keys());
  const order = [];
  for (let at = 0; left.size > 0; ) {
    order.push(at);
    left.delete(at);
    const alike = new Map();
    for (const run of parts[at]) {
      const others = havers.get(run);
      if (others.length > MANY) continue;
      for (const other of others) if (left.has(other)) alike.set(other, (alike.get(other) ?? 0) + 1 / Math.log2(1 + others.length));
    }
    let [next, most] = [left.values().next().value, 0];
    for (const [other, shared] of alike) {
      const share = shared / Math.sqrt(parts[other].size + 20); // of a long function, more is shared by chance
      if (share > most) [next, most] = [other, share];
    }
    at = next;
  }
  return order;
}

// The names of functions, which wasm-opt reads from a section of this name.
function nameSection(names) {
  const FUNCTIONS = 1;
  const list = Buffer.concat([writeNumber(names.length), ...names]);
  const body = Buffer.concat([writeText("name"), Buffer.from([FUNCTIONS]), writeNumber(list.length), list]);
  return Buffer.concat([Buffer.from([SECTION.custom]), writeNumber(body.length), body]);
}

// The same program with its functions in that order. wasm-opt moves them, by names that they have on the way only.
export function arranged(program) {
  const { body: imports } = sections(program).find(({ id }) => id === SECTION.imports);
  const first = new Reader(imports).number(); // all of them functions: short-imports.mjs refuses others
  const places = [];
  for (const [place, number] of path(bodies(program)).entries()) places[number] = place;
  const names = places.map((place, number) => Buffer.concat([writeNumber(first + number), writeText(String(place).padStart(6, "0"))]));
  const folder = mkdtempSync(join(tmpdir(), "alike-"));
  const file = join(folder, "program.wasm");
  try {
    writeFileSync(file, Buffer.concat([program, nameSection(names)]));
    const enabled = features(program).map((feature) => `--enable-${feature.replace("fptoint", "float-to-int")}`);
    execFileSync("wasm-opt", [...enabled, "--reorder-functions-by-name", "--strip-debug", file, "-o", file]);
    return readFileSync(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
