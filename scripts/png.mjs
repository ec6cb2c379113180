// A picture of a screen as a PNG of few colours: a few lines where an encoder would be a dependency. Takes 8-bit RGB or RGBA, not interlaced.
import { deflateSync, inflateSync } from "node:zlib";

const SIGNATURE = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
const COLOURS = 64;

function chunks(png) {
  const found = [];
  for (let at = SIGNATURE.length; at < png.length; ) {
    const length = png.readUInt32BE(at);
    found.push({ type: png.toString("latin1", at + 4, at + 8), body: png.subarray(at + 8, at + 8 + length) });
    at += length + 12;
  }
  return found;
}

// Which of three neighbours is nearest to their gradient, as the specification says.
function predicted(left, up, corner) {
  const [a, b, c] = [left, up, corner].map((near) => Math.abs(left + up - corner - near));
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

// The pixels: width, height, and three bytes each.
export function pixels(png) {
  const parts = chunks(png);
  const head = parts.find(({ type }) => type === "IHDR").body;
  const [width, height, kind] = [head.readUInt32BE(0), head.readUInt32BE(4), head[9]];
  const depth = { 2: 3, 6: 4 }[kind];
  if (!depth || head[8] !== 8 || head[12] !== 0) throw new Error("a PNG of another kind");
  const rows = inflateSync(Buffer.concat(parts.filter(({ type }) => type === "IDAT").map(({ body }) => body)));
  const stride = width * depth;
  let before = Buffer.alloc(stride);
  const rgb = Buffer.alloc(width * height * 3);
  for (let y = 0; y < height; y++) {
    const filter = rows[y * (stride + 1)];
    const row = Buffer.from(rows.subarray(y * (stride + 1) + 1, (y + 1) * (stride + 1)));
    for (let x = 0; x < stride; x++) {
      const [left, up, corner] = [row[x - depth] ?? 0, before[x], before[x - depth] ?? 0];
      row[x] += [0, left, up, (left + up) >> 1, predicted(left, up, corner)][filter];
    }
    for (let x = 0; x < width; x++) row.copy(rgb, (y * width + x) * 3, x * depth, x * depth + 3);
    before = row;
  }
  return { width, height, rgb };
}

// The most frequent colours; every other pixel takes the nearest of them.
function palette({ rgb }) {
  const counts = new Map();
  for (let at = 0; at < rgb.length; at += 3) {
    const key = rgb.readUIntBE(at, 3) & 0xf8f8f8;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a).slice(0, COLOURS).map(([key]) => [(key >> 16) | 4, ((key >> 8) & 255) | 4, (key & 255) | 4].map((part) => (part >= 252 ? 255 : part)));
}

// CRC-32, as PNG asks; Node has its own only since version 22.
function crc32(bytes) {
  let sum = ~0;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
}

function chunk(type, body) {
  const whole = Buffer.concat([Buffer.from(type, "latin1"), body]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length);
  sum.writeUInt32BE(crc32(whole));
  return Buffer.concat([length, whole, sum]);
}

// The same picture in at most 64 colours.
export function small(png) {
  const picture = pixels(png);
  const { width, height, rgb } = picture;
  const colours = palette(picture);
  const known = new Map();
  const nearest = (at) => {
    const key = rgb.readUIntBE(at, 3);
    if (!known.has(key)) {
      const far = ([r, g, b]) => (r - rgb[at]) ** 2 + (g - rgb[at + 1]) ** 2 + (b - rgb[at + 2]) ** 2;
      known.set(key, colours.reduce((best, colour, index) => (far(colour) < far(colours[best]) ? index : best), 0));
    }
    return known.get(key);
  };
  const rows = Buffer.alloc(height * (width + 1));
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) rows[y * (width + 1) + 1 + x] = nearest((y * width + x) * 3);
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([SIGNATURE, chunk("IHDR", head), chunk("PLTE", Buffer.from(colours.flat())), chunk("IDAT", deflateSync(rows, { level: 9 })), chunk("IEND", Buffer.alloc(0))]);
}
