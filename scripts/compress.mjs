// Puts beside each file of dist/ what a server sends of it: file.br and file.gz, where they are smaller. Last step of `make build`.
import { readdirSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const folder = process.argv[2] ?? "dist";
const COMPRESSED = /\.(html|css|js|wasm|bin|json|geojson|csv|md|txt|xml|svg)$/;
// Below this a file travels in the packet of its headers.
const LEAST_BYTES = 512;
// What every visitor downloads takes the best; of the many other files, what takes a tenth of the time.
const FIRST = /^(index\.html|[a-z]+-[0-9a-f]{16}[\w.]+|rescue\.js|widget\.js|(data|basemap)\/\w+\/(catalogue|\w+-l0)\.bin)$/;
const quality = (name) => (FIRST.test(name) ? 11 : 9);

const WAYS = {
  br: (body, name) => promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: quality(name), [constants.BROTLI_PARAM_SIZE_HINT]: body.length } }),
  gz: (body) => promisify(gzip)(body, { level: 9 }),
};

const names = readdirSync(folder, { recursive: true }).filter((name) => COMPRESSED.test(name));
const total = { raw: 0, br: 0, gz: 0 };

async function compress(name) {
  const body = await readFile(`${folder}/${name}`);
  if (body.length < LEAST_BYTES) return;
  total.raw += body.length;
  for (const [ending, way] of Object.entries(WAYS)) {
    const small = await way(body, name);
    total[ending] += small.length;
    if (small.length < body.length) await writeFile(`${folder}/${name}.${ending}`, small);
  }
}

const workers = Array.from({ length: availableParallelism() + 1 }, async () => {
  for (let name = names.pop(); name !== undefined; name = names.pop()) await compress(name);
});
await Promise.all(workers);
const mb = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;
console.log(`compressed: ${mb(total.raw)}, ${mb(total.br)} in brotli, ${mb(total.gz)} in gzip`);
