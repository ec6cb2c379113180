// Reads a wasm module, and writes parts of one: its sections, where its constants end, and the features that a browser needs to run it.

const I32_CONST = 0x41;

export class Reader {
  constructor(bytes) {
    Object.assign(this, { bytes, at: 0 });
  }
  // LEB128
  number() {
    for (let value = 0, shift = 1; ; shift *= 128) {
      const byte = this.bytes[this.at++];
      value += (byte & 127) * shift;
      if (byte < 128) return value;
    }
  }
  byte() {
    return this.bytes[this.at++];
  }
  take(length) {
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }
  text() {
    return Buffer.from(this.take(this.number())).toString("utf8");
  }
  // Reads each of a list.
  each(read) {
    for (let left = this.number(); left > 0; left--) read(this);
  }
  get over() {
    return this.at >= this.bytes.length;
  }
}

// LEB128, unsigned.
export function writeNumber(value) {
  const bytes = [];
  for (; value > 127; value = Math.floor(value / 128)) bytes.push((value & 127) | 128);
  return Buffer.from([...bytes, value]);
}
export const writeText = (text) => Buffer.concat([writeNumber(Buffer.byteLength(text)), Buffer.from(text)]);

export const SECTION = { custom: 0, types: 1, imports: 2, functions: 3, tables: 4, memories: 5, globals: 6, exports: 7, elements: 9, code: 10, data: 11, dataCount: 12, tags: 13 };

export function sections(bytes) {
  const reader = new Reader(bytes);
  reader.at = 8;
  const found = [];
  while (!reader.over) found.push({ id: reader.byte(), body: reader.take(reader.number()) });
  return found;
}

// Returns where the constants of a module begin and end in its memory. The stack lies below, what it allocates above.
export function constants(bytes) {
  const reader = new Reader(sections(bytes).find(({ id }) => id === SECTION.data).body);
  const [starts, ends] = [[], []];
  reader.each(() => {
    if (reader.number() !== 0 || reader.byte() !== I32_CONST) throw new Error("wasm: data whose place is not known");
    const start = reader.number();
    reader.byte();
    const length = reader.number();
    reader.take(length);
    starts.push(start);
    ends.push(start + length);
  });
  return [Math.min(...starts), Math.max(...ends)];
}

// The features beyond the first WebAssembly, as a browser needs them: by instruction, by type, by section. A byte that is none of these
// stops the reading: it is a feature that this file does not know.
const VALUE_TYPES = { 0x7f: null, 0x7e: null, 0x7d: null, 0x7c: null, 0x7b: "simd", 0x70: "reference-types", 0x6f: "reference-types" };

// Instructions of one byte: what follows each, and its feature. Ranges, from and to.
const NOTHING = () => {};
const one = (reader) => reader.number();
const two = (reader) => (reader.number(), reader.number());
const INSTRUCTIONS = [
  [0x00, 0x01, NOTHING],
  [0x02, 0x04, (reader, needs) => block(reader, needs)],
  [0x05, 0x05, NOTHING],
  [0x0b, 0x0b, NOTHING],
  [0x0c, 0x0d, one],
  [0x0e, 0x0e, (reader) => (reader.each(one), one(reader))],
  [0x0f, 0x0f, NOTHING],
  [0x10, 0x10, one],
  [0x11, 0x11, (reader, needs) => (one(reader), one(reader) > 0 && needs.add("reference-types"))],
  [0x12, 0x12, one, "tail-call"],
  [0x13, 0x13, two, "tail-call"],
  [0x1a, 0x1b, NOTHING],
  [0x1c, 0x1c, (reader, needs) => reader.each(() => valueType(reader, needs)), "reference-types"],
  [0x20, 0x24, one],
  [0x25, 0x26, one, "reference-types"],
  [0x28, 0x3e, (reader, needs) => access(reader, needs)],
  [0x3f, 0x40, one],
  [0x41, 0x42, one],
  [0x43, 0x43, (reader) => reader.take(4)],
  [0x44, 0x44, (reader) => reader.take(8)],
  [0x45, 0xbf, NOTHING],
  [0xc0, 0xc4, NOTHING, "sign-ext"],
  [0xd0, 0xd0, one, "reference-types"],
  [0xd1, 0xd1, NOTHING, "reference-types"],
  [0xd2, 0xd2, one, "reference-types"],
];
// Those that 0xfc begins.
const MORE = [
  [0, 7, NOTHING, "nontrapping-fptoint"],
  [8, 8, two, "bulk-memory"],
  [9, 9, one, "bulk-memory"],
  [10, 10, two, "bulk-memory"],
  [11, 11, one, "bulk-memory"],
  [12, 12, two, "bulk-memory"],
  [13, 13, one, "bulk-memory"],
  [14, 14, two, "bulk-memory"],
  [15, 17, one, "reference-types"],
];

function known(list, code, where) {
  const found = list.find(([from, to]) => code >= from && code <= to);
  if (!found) throw new Error(`wasm: ${where} 0x${code.toString(16)} is of a feature that scripts/wasm.mjs does not know`);
  return found;
}

function valueType(reader, needs) {
  const type = reader.byte();
  if (!(type in VALUE_TYPES)) throw new Error(`wasm: the type 0x${type.toString(16)} is of a feature that scripts/wasm.mjs does not know`);
  if (VALUE_TYPES[type]) needs.add(VALUE_TYPES[type]);
}

// A type of its own, a value, or nothing.
function block(reader, needs) {
  const next = reader.bytes[reader.at];
  if (next === 0x40) return reader.byte();
  if (next in VALUE_TYPES) return valueType(reader, needs);
  needs.add("multivalue");
  return one(reader);
}

// Alignment and offset. Bit 6: another memory than the first.
function access(reader, needs) {
  if (reader.number() & 64) {
    needs.add("multi-memory");
    one(reader);
  }
  one(reader);
}

function instruction(reader, needs) {
  const code = reader.byte();
  const [, , follow, feature] = code === 0xfc ? known(MORE, reader.number(), "the instruction 0xfc") : known(INSTRUCTIONS, code, "the instruction");
  if (feature) needs.add(feature);
  follow(reader, needs);
  return code;
}

// A constant expression. More than one instruction and its end are an extension.
function constant(reader, needs) {
  let count = 0;
  while (instruction(reader, needs) !== 0x0b) count += 1;
  if (count > 1) needs.add("extended-const");
}

// Pages, or elements: bit 0, a most; bit 1, shared by threads; bit 2, of 64 bits.
function limits(reader, needs) {
  const flags = reader.byte();
  if (flags & 2) needs.add("threads");
  if (flags & 4) needs.add("memory64");
  one(reader);
  if (flags & 1) one(reader);
}

function table(reader, needs) {
  const type = reader.byte();
  if (type === 0x6f) needs.add("reference-types");
  limits(reader, needs);
}

function globalType(reader, needs) {
  valueType(reader, needs);
  return reader.byte() === 1;
}

function functionType(reader, needs) {
  if (reader.byte() !== 0x60) throw new Error("wasm: a type of a feature that scripts/wasm.mjs does not know");
  reader.each(() => valueType(reader, needs));
  let results = 0;
  reader.each(() => (valueType(reader, needs), (results += 1)));
  if (results > 1) needs.add("multivalue");
}

function imported(reader, needs, globals) {
  reader.text();
  reader.text();
  const global = () => {
    globals.push(globalType(reader, needs));
    if (globals.at(-1)) needs.add("mutable-globals");
  };
  const tag = () => {
    needs.add("exception-handling");
    two(reader);
  };
  [one, table, limits, global, tag][reader.byte()](reader, needs);
}

function body(bytes, needs) {
  const reader = new Reader(bytes);
  reader.each(() => (one(reader), valueType(reader, needs)));
  while (!reader.over) instruction(reader, needs);
}

// Elements and data. The flags say whether it waits for an instruction, and whether elements are expressions.
function element(reader, needs) {
  const flags = reader.number();
  if (flags & 1) needs.add("bulk-memory");
  if (flags & 4 || flags & 2) needs.add("reference-types");
  if (!(flags & 1)) {
    if (flags & 2) one(reader);
    constant(reader, needs);
  }
  if (flags & 3) reader.byte();
  reader.each(() => (flags & 4 ? constant(reader, needs) : one(reader)));
}

function data(reader, needs) {
  const flags = reader.number();
  if (flags & 1) needs.add("bulk-memory");
  else {
    if (flags & 2) one(reader);
    constant(reader, needs);
  }
  reader.take(reader.number());
}

// Returns the names of the features, sorted.
export function features(bytes) {
  const needs = new Set();
  const globals = []; // whether each changes
  const readers = {
    [SECTION.types]: (reader) => reader.each(() => functionType(reader, needs)),
    [SECTION.imports]: (reader) => reader.each(() => imported(reader, needs, globals)),
    [SECTION.tables]: (reader) => reader.each(() => table(reader, needs)),
    [SECTION.memories]: (reader) => reader.each(() => limits(reader, needs)),
    [SECTION.globals]: (reader) => reader.each(() => (globals.push(globalType(reader, needs)), constant(reader, needs))),
    [SECTION.exports]: (reader) =>
      reader.each(() => {
        reader.text();
        const isGlobal = reader.byte() === 3;
        if (globals[reader.number()] && isGlobal) needs.add("mutable-globals");
      }),
    [SECTION.elements]: (reader) => reader.each(() => element(reader, needs)),
    [SECTION.code]: (reader) => reader.each(() => body(reader.take(reader.number()), needs)),
    [SECTION.data]: (reader) => reader.each(() => data(reader, needs)),
    [SECTION.dataCount]: () => needs.add("bulk-memory"),
    [SECTION.tags]: () => needs.add("exception-handling"),
  };
  // Globals are told before what exports them; the order of sections is fixed.
  for (const { id, body } of sections(bytes)) readers[id]?.(new Reader(body));
  return [...needs].sort();
}
