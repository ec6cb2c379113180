// Prints the size of each basemap file, as it is and with Brotli at its strongest.
import { readdirSync, readFileSync } from "node:fs";
import { brotliCompressSync, constants } from "node:zlib";

const folder = "public/basemap";
const sizes = readdirSync(folder)
  .filter((name) => name.endsWith(".bin"))
  .map((name) => {
    const bytes = readFileSync(`${folder}/${name}`);
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 };
    return { name, raw: bytes.length, brotli: brotliCompressSync(bytes, { params }).length };
  });

const line = (name, raw, brotli) => console.log(name.padEnd(28), String(raw).padStart(9), String(brotli).padStart(9));
const total = (name, files) => {
  const sum = (key) => files.reduce((all, file) => all + file[key], 0);
  line(name, sum("raw"), sum("brotli"));
};
const communes = sizes.filter(({ name }) => name.startsWith("communes-")).sort((a, b) => a.brotli - b.brotli);
line("bytes", "raw", "brotli 11");
for (const { name, raw, brotli } of sizes) if (!name.startsWith("communes-")) line(name, raw, brotli);
total("first view (*-l0)", sizes.filter(({ name }) => name.endsWith("-l0.bin")));
total(`${communes.length} files of communes`, communes);
for (const [what, index] of [["smallest", 0], ["median", communes.length >> 1], ["largest", communes.length - 1]]) {
  line(`  ${what}: ${communes[index].name}`, communes[index].raw, communes[index].brotli);
}
total("everything", sizes);
