// What the two servers serve: a copy of dist/, and the peers' pages, bundled and minified. Everything is compressed once.
import { build } from "esbuild";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";
import { PEERS } from "./contenders.mjs";

const TEXTS = /\.(html|js|css|wasm|bin|json|geojson|csv|svg)$/;
const BIG = 8_000_000; // in bytes; beyond it, quality 11 takes minutes

export function copyApp(dist, folder) {
  rmSync(folder, { recursive: true, force: true });
  cpSync(dist, folder, { recursive: true });
}

export async function buildPeers(folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const worker = { in: "node_modules/maplibre-gl/dist/maplibre-gl-worker.mjs", out: "maplibre-worker" };
  await build({
    entryPoints: [...PEERS.map(({ id }) => ({ in: `bench/peers/${id}.mjs`, out: id })), worker],
    outdir: folder,
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    loader: { ".png": "file", ".svg": "dataurl" },
    legalComments: "none",
    logLevel: "error",
  });
  for (const { id, name } of PEERS) {
    const page = `<!DOCTYPE html>
<html lang="en">
<meta charset="utf-8">
<title>${name}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${id}.css">
<div id="map"></div>
<script type="module" src="${id}.js"></script>
`;
    writeFileSync(`${folder}/${id}.html`, page);
  }
}

// Writes a brotli twin beside each `wanted` file. Twins are cached across runs, keyed by the file's content.
export async function compress(folder, kept, wanted = () => true) {
  mkdirSync(kept, { recursive: true });
  const squeeze = async (path) => {
    const body = readFileSync(path);
    const twin = join(kept, createHash("sha256").update(body).digest("hex"));
    if (!existsSync(twin)) {
      const params = { [constants.BROTLI_PARAM_QUALITY]: body.length > BIG ? 9 : 11, [constants.BROTLI_PARAM_SIZE_HINT]: body.length };
      writeFileSync(twin, await promisify(brotliCompress)(body, { params }));
    }
    cpSync(twin, `${path}.br`);
  };
  const names = readdirSync(folder, { recursive: true }).filter((name) => TEXTS.test(name) && wanted(name));
  await Promise.all(names.map((name) => join(folder, name)).filter((path) => statSync(path).isFile()).map(squeeze));
}
