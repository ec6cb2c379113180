// Gives short names to what a program imports from its glue: wasm-bindgen names each function by what it does and a hash, once in the
// program and once in the glue, and a hash does not compress (docs/notes/weight.md).

const IMPORTS = 2; // id of the section
const FUNCTION = 0;

// LEB128, unsigned: the value at a place, and the place after it.
function readNumber(bytes, at) {
  for (let value = 0, shift = 1; ; shift *= 128) {
    const byte = bytes[at++];
    value += (byte & 127) * shift;
    if (byte < 128) return [value, at];
  }
}
function writeNumber(value) {
  const bytes = [];
  for (; value > 127; value = Math.floor(value / 128)) bytes.push((value & 127) | 128);
  return Buffer.from([...bytes, value]);
}

// A text with its length before it: what it says, and the place after it.
function readText(bytes, at) {
  const [length, start] = readNumber(bytes, at);
  return [bytes.toString("utf8", start, start + length), start + length];
}
const writeText = (text) => Buffer.concat([writeNumber(Buffer.byteLength(text)), Buffer.from(text)]);

// a, b … Z, aa, ab …
const LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
function shortName(number) {
  const rest = Math.floor(number / LETTERS.length);
  return (rest > 0 ? shortName(rest - 1) : "") + LETTERS[number % LETTERS.length];
}

// The same imports under short names, and these by the long ones.
function renamed(section) {
  let [count, at] = readNumber(section, 0);
  const [parts, names] = [[writeNumber(count)], new Map()];
  for (; count > 0; count--) {
    let module, name, kind, type;
    [module, at] = readText(section, at);
    [name, at] = readText(section, at);
    [kind, at] = readNumber(section, at);
    if (kind !== FUNCTION) throw new Error(`the program imports ${name}, which is no function: short-imports.mjs does not know how`);
    [type, at] = readNumber(section, at);
    if (!names.has(name)) names.set(name, shortName(names.size));
    parts.push(writeText(module), writeText(names.get(name)), writeNumber(kind), writeNumber(type));
  }
  return [Buffer.concat(parts), names];
}

// A program and its glue, both with short names. Fails when the glue lacks a name.
export function shortened(program, glue) {
  const parts = [program.subarray(0, 8)]; // the magic number and the version
  let names = new Map();
  for (let at = 8; at < program.length; ) {
    const id = program[at];
    const [length, start] = readNumber(program, at + 1);
    let section = program.subarray(start, start + length);
    if (id === IMPORTS) [section, names] = renamed(section);
    parts.push(Buffer.from([id]), writeNumber(section.length), section);
    at = start + length;
  }
  for (const [name, short] of names) {
    const key = new RegExp(`^(\\s*)${name}(?=:)`, "m");
    if (!key.test(glue)) throw new Error(`the glue has no ${name}: wasm-bindgen writes it otherwise than short-imports.mjs expects`);
    glue = glue.replace(key, `$1${short}`);
  }
  return { program: Buffer.concat(parts), glue };
}
