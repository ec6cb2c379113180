// Random damage to the files that the map reads. Pure: the same chance and bytes give the same answer.

// The kinds of files, and what an address needs so that the map asks for one.
export const KINDS = [
  { kind: "catalogue", path: /\/catalogue\.bin$/ },
  { kind: "sheet", path: /\/data\/[0-9a-f]{16}\/(fr|en)\//, must: { initiative: "mundo-gusto" } },
  { kind: "basemap", path: /\/basemap\// },
  { kind: "layer", path: /\/points\/[^/]+\/layer\.bin$/, must: { couche: "essai" } },
  { kind: "points", path: /\/points\/[^/]+\/points\.bin$/, must: { couche: "essai" } },
  { kind: "names", path: /\/points\/[^/]+\/(?!layer|points)/, must: { couche: "essai" } },
];

const times = (count, make) => Array.from({ length: count }, make);
const noise = (length, { whole }) => Buffer.from(times(length, () => whole(0, 255)));

// How bytes change. Each takes a copy.
export const CHANGES = {
  flips(bytes, { whole }) {
    for (let left = whole(1, 20); left > 0 && bytes.length > 0; left--) bytes[whole(0, bytes.length - 1)] ^= 1 << whole(0, 7);
    return bytes;
  },
  cut: (bytes, { whole }) => bytes.subarray(0, whole(0, bytes.length)),
  "without its beginning": (bytes, { whole }) => bytes.subarray(whole(1, Math.min(64, bytes.length))),
  splice(bytes, chance) {
    const [at, from] = [chance.whole(0, bytes.length), chance.whole(0, bytes.length)];
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(from, from + chance.whole(1, 4096)), bytes.subarray(at)]);
  },
  insert(bytes, chance) {
    const at = chance.whole(0, bytes.length);
    return Buffer.concat([bytes.subarray(0, at), noise(chance.whole(1, 64), chance), bytes.subarray(at)]);
  },
  // Sizes and counts that promise too much.
  "huge numbers"(bytes, { whole, pick }) {
    for (let left = whole(1, 6); left > 0 && bytes.length >= 4; left--) bytes.writeUInt32LE(pick([0xffffffff, 0x7fffffff, 0x80000000, 0xfffffff0, 0]), whole(0, Math.min(bytes.length - 4, 400)));
    return bytes;
  },
  zeros(bytes, { whole }) {
    const at = whole(0, bytes.length);
    return bytes.fill(0, at, Math.min(bytes.length, at + whole(1, 4096)));
  },
  twice: (bytes) => Buffer.concat([bytes, bytes]),
  empty: () => Buffer.alloc(0),
  noise: (bytes, chance) => noise(Math.min(bytes.length, 5000), chance),
};

// What a server or a network does instead.
const STATUSES = [204, 400, 401, 403, 404, 410, 429, 500, 502, 503];
const TYPES = ["text/html", "text/plain", "application/json", "image/png", "text/javascript", "application/wasm", "", "nonsense"];
const HTML = Buffer.from("<!doctype html><title>404</title><script>document.documentElement.dataset.executed=1</script>");

// Returns { status, type, body, breaks } and the words for it; `breaks`: after how many bytes the connection ends.
export function damaged(bytes, chance) {
  const { share, pick, whole } = chance;
  const answer = { status: 200, type: "application/octet-stream", body: Buffer.from(bytes), breaks: null };
  const draw = share();
  if (draw < 0.6) {
    const names = times(pick([1, 1, 1, 2, 3]), () => pick(Object.keys(CHANGES)));
    for (const name of names) answer.body = CHANGES[name](Buffer.from(answer.body), chance);
    return { ...answer, words: names.join(", ") };
  }
  if (draw < 0.75) {
    const status = pick(STATUSES);
    return { ...answer, status, body: status === 204 ? Buffer.alloc(0) : HTML, words: `status ${status}` };
  }
  if (draw < 0.83) {
    const type = pick(TYPES);
    return { ...answer, type, words: `type « ${type} »` };
  }
  if (draw < 0.9) return { ...answer, type: "text/html", body: HTML, words: "a page of HTML" };
  const breaks = whole(0, Math.max(0, bytes.length - 1));
  return { ...answer, breaks, words: `the connection ends after ${breaks} bytes` };
}
