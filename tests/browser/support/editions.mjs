// The editions of a built folder: where its files are, and another edition made from it without a build.
import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { crc32 } from "./crc.mjs";

const html = (folder) => readFileSync(join(folder, "index.html"), "utf8");

// Where a file of the edition is, relative to the site: data/catalogue.bin in data/<hash>/catalogue.bin.
export function placed(path, folder = "dist") {
  const [, data, basemap] = html(folder).match(/data-data="(\w+)" data-basemap="(\w+)"/);
  return path.replace(/^data\//, `data/${data}/`).replace(/^basemap\//, `basemap/${basemap}/`);
}

// The names of the scripts, style and program of an edition.
export const code = (folder = "dist") => html(folder).match(/(?:boot|style|app)-[0-9a-f]{16}[\w.]+/g);

// Writes other bytes of the same length over some in a record file, and its CRC-32 anew: header of 11 bytes, then for each record its
// length, its CRC-32 and its bytes.
function changed(bytes, from, to) {
  for (let at = 11; at < bytes.length; ) {
    const length = bytes.readUInt32LE(at);
    const record = bytes.subarray(at + 8, at + 8 + length);
    for (let found = record.indexOf(from); found >= 0; found = record.indexOf(from, found + 1)) record.write(to, found);
    bytes.writeUInt32LE(crc32(record), at + 4);
    at += 8 + length;
  }
  return bytes;
}

// Copies a built folder and makes another edition of the copy: the name of an initiative is another, in the catalogue and in its sheet, and
// every hashed file has another name. Returns the folder; `from` and `to` have as many bytes.
export function anotherEdition({ folder = "dist", id, from, to }) {
  const copy = mkdtempSync(join(tmpdir(), "edition-"));
  // Compressed twins would still be those of the first edition.
  cpSync(folder, copy, { recursive: true, filter: (name) => !/\.(br|gz)$/.test(name) });
  for (const path of ["data/catalogue.bin", `data/fr/initiatives/${id}.bin`]) {
    const file = join(copy, placed(path, copy));
    writeFileSync(file, changed(readFileSync(file), from, to));
  }
  let page = html(copy);
  const renamed = (hash) => createHash("sha256").update(`${hash} again`).digest("hex").slice(0, 16);
  for (const parent of ["", "data", "basemap"]) {
    for (const name of readdirSync(join(copy, parent))) {
      const [hash] = /(?<=^|-)[0-9a-f]{16}(?=$|[._])/.exec(name) ?? [];
      if (!hash) continue;
      renameSync(join(copy, parent, name), join(copy, parent, name.replace(hash, renamed(hash))));
      page = page.replaceAll(hash, renamed(hash));
    }
  }
  writeFileSync(join(copy, "index.html"), page);
  return { folder: copy, remove: () => rmSync(copy, { recursive: true }) };
}
