// Trunk's last step. Puts the static pages beside the map. For release builds, also minifies the scripts and styles at the root of dist/,
// and renames those that index.html loads after their new hash. The others keep the name that other sites know: widget.js.
import { createHash } from "node:crypto";
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { extname, join, resolve } from "node:path";
import { buildSync, transformSync } from "esbuild";

const { TRUNK_PROFILE, TRUNK_STAGING_DIR: dist } = process.env;

const PAGES = "public/pages";
let pages = [];
if (existsSync(PAGES)) {
  cpSync(PAGES, dist, { recursive: true });
  pages = readdirSync(PAGES, { recursive: true }).filter((name) => name.endsWith(".html"));
}

const page = join(dist, "index.html");
let html = readFileSync(page, "utf8");

// What `leviers build` wrote for the map's own page stands where index.html names it.
html = html.replace(/<!-- (map-\w+\.part) -->/g, (comment, part) => {
  const path = join(dist, part);
  if (!existsSync(path)) return "";
  const text = readFileSync(path, "utf8");
  rmSync(path);
  return text;
});

// Trunk asks for the program last. It is what all else waits for. Its glue becomes a part of boot.js: one file less to wait for.
const PROGRAM = /<link rel="modulepreload" href="([^"]*)"[^>]*>(<link rel="preload"[^>]*type="application\/wasm">)/;
const [, glue, program] = html.match(PROGRAM);
html = html.replace(PROGRAM, "").replace(` data-glue="${glue}"`, "").replace(/<script type="module".*?<\/script>/, (script) => `${script}\n  ${program}`);
const boot = join(dist, "boot.js");
buildSync({ entryPoints: [boot], outfile: boot, allowOverwrite: true, bundle: true, format: "esm", target: "es2022", charset: "utf8", alias: { glue: resolve(dist, glue) } });
rmSync(join(dist, glue));

// Static pages name the style sheet without its hash.
function pointPagesTo(styleSheet) {
  for (const name of pages) {
    const path = join(dist, name);
    writeFileSync(path, readFileSync(path, "utf8").replace('style.css"', `${styleSheet}"`));
  }
}
const styleSheet = () => html.match(/href="\.\/(style-[0-9a-f]+\.css)"/)[1];

if (TRUNK_PROFILE !== "release") {
  writeFileSync(page, html);
  pointPagesTo(styleSheet());
  process.exit();
}

for (const name of readdirSync(dist).filter((name) => /\.(js|css)$/.test(name))) {
  const extension = extname(name);
  const { code } = transformSync(readFileSync(join(dist, name), "utf8"), {
    loader: extension.slice(1),
    minify: true,
    legalComments: "none",
    charset: "utf8",
    target: "es2022",
  });
  const hash = createHash("sha256").update(code).digest("hex").slice(0, 16);
  // Trunk's hash is a number: its leading zeros are not written.
  const stem = name.slice(0, -extension.length).replace(/-[0-9a-f]{8,16}$/, "");
  const newName = html.includes(`/${name}"`) ? `${stem}-${hash}${extension}` : name;

  rmSync(join(dist, name));
  writeFileSync(join(dist, newName), code);
  html = html.replaceAll(`/${name}"`, `/${newName}"`);
}

// Trunk leaves an empty line where each of its links was.
writeFileSync(page, html.replace(/\n(\s*\n)+/g, "\n"));
pointPagesTo(styleSheet());
