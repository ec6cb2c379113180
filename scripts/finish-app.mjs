// Trunk's last step: makes the app, everything that is the same for all editions of the map (docs/adr/0029). What index.html loads is named
// after its content: scripts and programs by their own name, the basemap by that of its folder. The others, widget.js and rescue.js among
// them, keep the name that other sites and older pages know. The style sheet, which an edition may add to, and the data get their name
// when `leviers build` puts an edition in; app.json tells it what it must know. Release builds are minified.
import { createHash } from "node:crypto";
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { extname, join, resolve } from "node:path";
import { gunzipSync } from "node:zlib";
import { buildSync, transformSync } from "esbuild";
import { arranged } from "./alike.mjs";
import { OTHERS, STATIC, policyOfMap } from "./headers.mjs";
import { notices } from "./notices.mjs";
import { shortened } from "./short-imports.mjs";
import { constants } from "./wasm.mjs";

const { TRUNK_PROFILE, TRUNK_STAGING_DIR: dist } = process.env;
const RELEASE = TRUNK_PROFILE === "release";

const page = join(dist, "index.html");
let html = readFileSync(page, "utf8");

// Sixteen hexadecimal digits: servers and rescue.js know an address that never changes its content by them.
const named = (...contents) => contents.reduce((hash, content) => hash.update(content), createHash("sha256")).digest("hex").slice(0, 16);

// What no other script takes a part of, and the map's page does not name, which Trunk would copy.
for (const name of ["start.js", "offline.js", "sw.js"]) cpSync(join("public", name), join(dist, name));

// The basemap goes into a folder named after all of it.
const files = readdirSync(join(dist, "basemap")).filter((name) => name.endsWith(".bin")).sort();
const basemap = named(...files.flatMap((name) => [name, "\0", readFileSync(join(dist, "basemap", name))]));
mkdirSync(join(dist, "basemap", basemap));
for (const name of files) renameSync(join(dist, "basemap", name), join(dist, "basemap", basemap, name));
html = html.replace('href="data/', 'href="data/@data@/').replace(" data-wasm=", ` data-data="@data@" data-basemap="${basemap}" data-wasm=`);

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
const [CONSTANTS_START, CONSTANTS_END] = constants(readFileSync(join(dist, built("app")))).map(String);
const ESM = { bundle: true, format: "esm", target: "es2022", charset: "utf8", legalComments: "none" };
const boot = (outfile, isPreview) =>
  buildSync({
    ...ESM,
    entryPoints: [join(dist, "boot.js")],
    outfile: join(dist, outfile),
    allowOverwrite: true,
    alias: { glue: resolve(dist, glue), trusted: resolve("public/trusted.js"), preview: resolve("public/atelier/preview.js") },
    define: { CONSTANTS_START, CONSTANTS_END, PREVIEW: String(isPreview) },
  });
// The map inside the workshop is the same page with a script that also takes a layer from the page around it.
boot("apercu.js", true);
boot("boot.js", false);
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

// The extensions that are programs. Each glue names its program.
const EXTENSIONS = ["layers", "search", "panels"];
const GLUES = Object.fromEntries(EXTENSIONS.map((name) => [name, resolve(dist, `${name}.js`)]));
for (const [name, glue] of Object.entries(GLUES)) {
  shorten(name, glue);
  const [old, program] = programs(name);
  writeFileSync(glue, readFileSync(glue, "utf8").replaceAll(old, program));
  if (name === "layers") html = html.replace(" data-wasm=", ` data-layers-program="./${program}" data-wasm=`);
}

// Scripts of several files, loaded when asked for, by the map and by static pages.
const BUNDLES = {
  takeaway: "takeaway/dialog.js",
  sheets: "sheets.js",
  filters: "filters.js",
  find: "find/find.js",
  panels: "panels.js",
  explore: "explore/explore.js",
  frame: "frame/frame.js",
  embed: "embed/generator.js",
  verification: "embed/verification.js",
  compare: "compare.js",
  notebook: "notebook.js",
  contribute: "contribute/contribute.js",
};
for (const [name, entry] of Object.entries(BUNDLES)) {
  buildSync({ ...ESM, entryPoints: [join("public", entry)], outfile: join(dist, `${name}.js`), allowOverwrite: true, alias: GLUES });
}
rmSync(GLUES.search);
for (const name of ["takeaway", "find", "explore", "frame"]) cpSync(join("public", name, `${name}.css`), join(dist, `${name}.css`));

// The sentences of some scripts come from the text room, with the edition: `leviers build` puts them there, and what a service worker keeps.
const HOLES = [
  [/\b(const|var) WORDS = \{\};/, "$1 WORDS = $$WORDS$$;"],
  [/\b(const|var) KEPT = null;/, "$1 KEPT = $$KEPT$$;"],
];
for (const name of readdirSync(dist).filter((name) => name.endsWith(".js"))) {
  const path = join(dist, name);
  const code = readFileSync(path, "utf8");
  const filled = HOLES.reduce((code, [said, hole]) => code.replace(said, hole), code);
  if (filled !== code) writeFileSync(path, filled);
}

// The workshop, in its folder: its program and the territories are named after their content, then the script of the worker, which names
// them, then that of the page, which names the worker.
function workshop() {
  const folder = join(dist, "atelier");
  mkdirSync(folder, { recursive: true });
  const put = (stem, ending, body) => {
    const name = `${stem}-${named(body)}${ending}`;
    writeFileSync(join(folder, name), body);
    return name;
  };
  const program = built("atelier");
  const table = (name) => gunzipSync(readFileSync(`geodata/${name}.gz`));
  const names = {
    PROGRAM: put("programme", "_bg.wasm", readFileSync(join(dist, program))),
    COMMUNES: put("communes", ".txt", table("gazetteer.tsv")),
    TERRITORIES: put("territoires", ".json", table("territories.json")),
  };
  const bundled = (entry, define, more) => {
    const constants = Object.fromEntries(Object.entries(define).map(([key, value]) => [key, JSON.stringify(value)]));
    const [{ text }] = buildSync({ ...ESM, entryPoints: [`public/atelier/${entry}.js`], define: constants, write: false, minify: RELEASE, ...more }).outputFiles;
    return text;
  };
  // One file that any browser runs as a worker.
  const worker = bundled("worker", { ...names, "import.meta.url": "" }, { format: "iife", alias: { program: resolve(dist, "atelier.js") } });
  const WORKER = put("travail", ".js", worker);
  // Its page, which the edition makes, names these two.
  writeFileSync(join(folder, "atelier.js"), bundled("atelier", { WORKER }));
  writeFileSync(join(folder, "atelier.css"), minified(readFileSync("public/atelier/atelier.css", "utf8"), "css"));
  for (const name of [program, "atelier.js"]) rmSync(join(dist, name));
}

// Pages have the style of sheets in theirs: a file less to wait for.
const [sheetStyle, pagesStyle] = ["sheet.css", "pages.css"].map((name) => readFileSync(join(dist, name), "utf8"));
writeFileSync(join(dist, "pages.css"), `${sheetStyle}\n${pagesStyle}`);

// What boot.js loads when it is asked for, by attributes of its own tag.
const SCRIPTS = ["layers", "find", "panels", "explore"];
const STYLES = ["sheet", "layers", "filters", "find", "explore"];
const asked = [...SCRIPTS.map((name) => `data-${name}="./${name}.js"`), ...STYLES.map((name) => `data-${name}-style="./${name}.css"`), 'data-style-style="./@style@"'];
html = html.replace(" data-wasm=", ` ${asked.join(" ")} data-wasm=`);

const minified = (code, loader) => (RELEASE ? transformSync(code, { loader, minify: true, legalComments: "none", charset: "utf8", target: "es2022" }).code : code);
workshop();
let style;
for (const name of readdirSync(dist).filter((name) => /\.(js|css)$/.test(name))) {
  const extension = extname(name);
  const code = minified(readFileSync(join(dist, name), "utf8"), extension.slice(1));
  // Trunk's hash is a number: its leading zeros are not written.
  const stem = name.slice(0, -extension.length).replace(/-[0-9a-f]{8,16}$/, "");
  const isLoaded = html.includes(`/${name}"`);
  // The page holds it; static pages name it, with the colours of an edition.
  const isStyle = isLoaded && stem === "style";
  if (isStyle) style = code.trim();
  const newName = isStyle ? "style.css" : isLoaded ? `${stem}-${named(code)}${extension}` : name;
  rmSync(join(dist, name));
  writeFileSync(join(dist, newName), code);
  html = html.replaceAll(`/${name}"`, `/${newName}"`);
}

// Nothing is drawn before the first script has run and the style is there: both are in the page, by their hashes (docs/adr/0035).
const early = minified(readFileSync("public/early.js", "utf8"), "js").trim();
html = html.replace("<!-- early -->", () => `<script>${early}</script>`).replace(/<link rel="stylesheet" href="[^"]*style[^>]*>/, () => `<style>${style}</style>`);

// Comments are for whoever reads the source, but those that an edition replaces. Trunk leaves an empty line where each of its links was.
html = html.replace(/<!--(?! map-\w+\.part -->).*?-->/gs, "").replace(/\n(\s*\n)+/g, "\n");
writeFileSync(page, html);
const preview = `apercu-${named(readFileSync(join(dist, "apercu.js")))}.js`;
renameSync(join(dist, "apercu.js"), join(dist, preview));
writeFileSync(join(dist, "apercu.html"), html.replace(/boot-[0-9a-f]{16}\.js/g, preview).replace("</head>", '<meta name="robots" content="noindex"></head>'));
writeFileSync(join(dist, "NOTICES.txt"), notices());
const manifest = { version: 1, basemap, policies: { map: policyOfMap(html), page: STATIC, others: OTHERS } };
writeFileSync(join(dist, "app.json"), `${JSON.stringify(manifest, null, 2)}\n`);

// `make dev` serves what Trunk leaves: the whole site.
if (process.env.LIVE) {
  const app = resolve("target/live-app");
  rmSync(app, { recursive: true, force: true });
  cpSync(dist, app, { recursive: true });
  for (const name of readdirSync(dist)) rmSync(join(dist, name), { recursive: true });
  execFileSync("./leviers", ["build", "content", dist, "--app", app], { stdio: "inherit" });
}
