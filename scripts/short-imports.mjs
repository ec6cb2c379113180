// Gives short names to what a program imports from its glue: wasm-bindgen names each function by what it does and a hash, once in the
// program and once in the glue, and a hash does not compress (docs/notes/weight.md).

import { Reader, SECTION, sections, writeNumber, writeText } from "./wasm.mjs";

const FUNCTION = 0;

// a, b … Z, aa, ab …
const LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
function shortName(number) {
  const rest = Math.floor(number / LETTERS.length);
  return (rest > 0 ? shortName(rest - 1) : "") + LETTERS[number % LETTERS.length];
}

// The same imports under short names, and these by the long ones.
function renamed(body) {
  const reader = new Reader(body);
  const [imports, names] = [[], new Map()];
  reader.each(() => {
    const [module, name, kind] = [reader.text(), reader.text(), reader.byte()];
    if (kind !== FUNCTION) throw new Error(`the program imports ${name}, which is no function: short-imports.mjs does not know how`);
    if (!names.has(name)) names.set(name, shortName(names.size));
    imports.push(Buffer.concat([writeText(module), writeText(names.get(name)), writeNumber(kind), writeNumber(reader.number())]));
  });
  return [Buffer.concat([writeNumber(imports.length), ...imports]), names];
}

// A program and its glue, both with short names. Fails when the glue lacks a name.
export function shortened(program, glue) {
  let names = new Map();
  const parts = sections(program).flatMap(({ id, body }) => {
    if (id === SECTION.imports) [body, names] = renamed(body);
    return [Buffer.from([id]), writeNumber(body.length), body];
  });
  for (const [name, short] of names) {
    const key = new RegExp(`^(\\s*)${name}(?=:)`, "m");
    if (!key.test(glue)) throw new Error(`the glue has no ${name}: wasm-bindgen writes it otherwise than short-imports.mjs expects`);
    glue = glue.replace(key, `$1${short}`);
  }
  // The magic number and the version come first.
  return { program: Buffer.concat([program.subarray(0, 8), ...parts]), glue };
}
