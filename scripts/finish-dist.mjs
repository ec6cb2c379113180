// Trunk's last step: puts the static pages, the sentences and the files of this edition in place (docs/adr/0016). What index.html loads is
// then named after its content: scripts, style and program by their own name, data and basemap by that of their folder. The others,
// widget.js and rescue.js among them, keep the name that other sites and older pages know. Release builds are minified.
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { extname, join, resolve } from "node:path";
import { buildSync, transformSync } from "esbuild";
import { arranged } from "./alike.mjs";
import { MAP, STATIC, inPage } from "./headers.mjs";
import { notices } from "./notices.mjs";
import { shortened } from "./short-imports.mjs";
import { constants } from "./wasm.mjs";

const { TRUNK_PROFILE, TRUNK_STAGING_DIR: dist } = process.env;
const RELEASE = TRUNK_PROFILE === "release";

const page = join(dist, "index.html");
let html = readFileSync(page, "utf8");

// Sixteen hexadecimal digits: servers and rescue.js know an address that never changes its content by them.
const named = (...contents) => contents.reduce((hash, content) => hash.update(content), createHash("sha256")).digest("hex").slice(0, 16);

const PAGES = "public/pages";
let pages = [];
if (existsSync(PAGES)) {
  cpSync(PAGES, dist, { recursive: true });
  // The map's page, which names what Trunk copies, has no use for it.
  cpSync("public/compare.js", join(dist, "compare.js"));
  pages = readdirSync(PAGES, { recursive: true }).filter((name) => name.endsWith(".html"));
}

// What `leviers build` wrote for the map's own page and scripts.
function part(name) {
  const path = join(dist, name);
  if (!existsSync(path)) return "";
  const text = readFileSync(path, "utf8");
  rmSync(path);
  return text;
}
html = html.replace(/<!-- (map-\w+\.part) -->/g, (comment, name) => part(name));

const words = JSON.parse(part("map-words.part") || "{}");
for (const [name, sentences] of Object.entries(words)) {
  const path = join(dist, name);
  writeFileSync(path, readFileSync(path, "utf8").replace("const WORDS = {};", () => `const WORDS = ${JSON.stringify(sentences)};`));
}
for (const name of readdirSync(dist).filter((name) => name.endsWith(".part"))) rmSync(join(dist, name)); // of an older tool

// Moves what is in a folder of dist/ into one named after all of it. Returns that name.
function edition(folder, isOfEdition) {
  const there = readdirSync(join(dist, folder)).filter(isOfEdition).sort();
  const files = there.flatMap((name) => (statSync(join(dist, folder, name)).isDirectory() ? readdirSync(join(dist, folder, name), { recursive: true }).sort().map((inside) => join(name, inside)) : name));
  const contents = files.filter((file) => statSync(join(dist, folder, file)).isFile()).flatMap((file) => [file, "\0", readFileSync(join(dist, folder, file))]);
  const name = named(...contents);
  mkdirSync(join(dist, folder, name));
  for (const one of there) renameSync(join(dist, folder, one), join(dist, folder, name, one));
  return name;
}
// Open data and layers of points keep their public addresses.
const data = edition("data", (name) => ["catalogue.bin", "find", "fr", "en"].includes(name));
const basemap = edition("basemap", (name) => name.endsWith(".bin"));
html = html.replace('href="data/', `href="data/${data}/`).replace(" data-wasm=", ` data-data="${data}" data-basemap="${basemap}" data-wasm=`);

// Trunk asks for the program in the head. It is asked for after the first view, which needs none. Its glue becomes a part of boot.js: one
// file less to wait for.
const PROGRAM = /<link rel="modulepreload" href="([^"]*)"[^>]*>(<link rel="preload"[^>]*type="application\/wasm">)/;
const [, glue, program] = html.match(PROGRAM);
guardHtml(join(dist, glue));
html = html.replace(PROGRAM, "").replace(` data-glue="${glue}"`, "");
const SCRIPT = /<script type="module" async src="[^"]*boot.*?<\/script>/;
const [script] = html.match(SCRIPT);
html = html.replace(SCRIPT, "").replace("<!-- program -->", `${script}\n  ${program}`);
shorten("app", resolve(dist, glue));
const boot = join(dist, "boot.js");
const [CONSTANTS_START, CONSTANTS_END] = constants(readFileSync(join(dist, built("app")))).map(String);
buildSync({
  entryPoints: [boot],
  outfile: boot,
  allowOverwrite: true,
  bundle: true,
  format: "esm",
  target: "es2022",
  charset: "utf8",
  alias: { glue: resolve(dist, glue), trusted: resolve("public/trusted.js") },
  define: { CONSTANTS_START, CONSTANTS_END },
});
rmSync(join(dist, glue));

// Every HTML that the program makes passes public/trusted.js, which alone may make some.
function guardHtml(path) {
  const SINK = /\.innerHTML = (getStringFromWasm0\((\w+), \w+\));/g;
  const code = readFileSync(path, "utf8");
  const sinks = code.match(/innerHTML\b(?!_)|outerHTML|insertAdjacentHTML|document\.write/g) ?? [];
  if (sinks.length !== 1 || code.match(SINK)?.length !== 1) throw new Error(`the program makes HTML in other ways than one: ${sinks.join(", ") || "none"} (docs/adr/0020)`);
  writeFileSync(path, `import { trusted } from "trusted";\n${code.replace(SINK, ".innerHTML = trusted.createHTML($1, $2);")}`);
}

// The file of a program.
function built(stem) {
  return readdirSync(dist).find((name) => name.startsWith(stem) && name.endsWith("_bg.wasm"));
}

// Writes a program and its glue again, with short names for what one takes from the other, and functions in the order that compresses best.
function shorten(stem, gluePath) {
  const path = join(dist, built(stem));
  const { program, glue } = shortened(readFileSync(path), readFileSync(gluePath, "utf8"));
  writeFileSync(path, RELEASE ? arranged(program) : program);
  writeFileSync(gluePath, glue);
}

// Names a program after its content: Trunk named it after what it was before wasm-opt, or not at all. Returns both names.
function programs(stem) {
  const old = built(stem);
  const name = `${stem}-${named(readFileSync(join(dist, old)))}_bg.wasm`;
  renameSync(join(dist, old), join(dist, name));
  return [old, name];
}
html = html.replaceAll(...programs("app"));

// The extensions, each a script that loads a program: boot.js finds them by attributes of its own tag.
for (const extension of ["layers"]) {
  const script = join(dist, `${extension}.js`);
  shorten(extension, script);
  const [old, program] = programs(extension);
  writeFileSync(script, readFileSync(script, "utf8").replaceAll(old, program));
  html = html.replace(" data-wasm=", ` data-${extension}="./${extension}.js" data-${extension}-program="./${program}" data-wasm=`);
}

// What the visitor takes away: a script of several files, loaded when asked for.
buildSync({ entryPoints: ["public/takeaway/dialog.js"], bundle: true, format: "esm", target: "es2022", charset: "utf8", legalComments: "none", outfile: join(dist, "takeaway.js") });
cpSync("public/takeaway/takeaway.css", join(dist, "takeaway.css"));

const minified = (code, loader) => (RELEASE ? transformSync(code, { loader, minify: true, legalComments: "none", charset: "utf8", target: "es2022" }).code : code);
for (const name of readdirSync(dist).filter((name) => /\.(js|css)$/.test(name))) {
  const extension = extname(name);
  const code = minified(readFileSync(join(dist, name), "utf8"), extension.slice(1));
  // Trunk's hash is a number: its leading zeros are not written.
  const stem = name.slice(0, -extension.length).replace(/-[0-9a-f]{8,16}$/, "");
  const newName = html.includes(`/${name}"`) ? `${stem}-${named(code)}${extension}` : name;
  rmSync(join(dist, name));
  writeFileSync(join(dist, newName), code);
  html = html.replaceAll(`/${name}"`, `/${newName}"`);
}

// Comments are for whoever reads the source. Trunk leaves an empty line where each of its links was.
writeFileSync(page, inPage(html, MAP).replace(/<!--.*?-->/gs, "").replace(/\n(\s*\n)+/g, "\n"));

// Static pages name the style sheet without its hash, and have no policy yet.
const [, styleSheet] = html.match(/href="\.\/(style-[0-9a-f]+\.css)"/);
for (const name of pages) {
  const path = join(dist, name);
  writeFileSync(path, inPage(readFileSync(path, "utf8"), STATIC).replace('style.css"', `${styleSheet}"`));
}

writeFileSync(join(dist, "NOTICES.txt"), notices());
