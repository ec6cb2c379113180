// How many visits one nginx of ours serves, with the configuration of deploy/, asked by wrk on the same machine: node scripts/load.mjs
// [--write]. Each file of the first view is asked as a browser does, in brotli; a first view costs the time of all of them.
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { start } from "../tests/hosting/support/servers.mjs";

const SECONDS = Number(process.env.SECONDS ?? 4); // for each file
const CONNECTIONS = 64;
const GUIDE = "docs/HOSTING.md"; // with --write
const MARKS = ["<!-- load -->", "<!-- /load -->"];

const found = (folder, pattern) => `${folder}${readdirSync(`dist/${folder}`).find((name) => pattern.test(name))}`;
const data = found("data/", /^[0-9a-f]{16}$/);
const basemap = found("basemap/", /^[0-9a-f]{16}$/);
// What the first view asks for, then what a visitor asks for next.
const FIRST = ["", "icons/icon.svg", found("", /^boot-.*js$/), "rescue.js", found("", /^app-.*wasm$/), `${data}/catalogue.bin`, ...["france", "neighbours", "water"].map((name) => `${basemap}/${name}-l0.bin`)];
const NEXT = [`${data}/fr/initiatives/mundo-gusto.bin`, "initiatives/mundo-gusto/", "widget.js"];

const server = await start("nginx");
const rows = [];
try {
  for (const path of [...FIRST, ...NEXT]) {
    const url = `${server.url}/${path}`;
    const body = await fetch(url, { headers: { "Accept-Encoding": "br" } });
    if (!body.ok) throw new Error(`${url}: ${body.status}`);
    const said = execFileSync("wrk", ["--threads", "1", "--connections", String(CONNECTIONS), "--duration", `${SECONDS}s`, "--latency", "--header", "Accept-Encoding: br", url], { encoding: "utf8" });
    const [, rate] = /Requests\/sec:\s+([\d.]+)/.exec(said);
    const [, late] = /99%\s+(\S+)/.exec(said);
    const [, bytes] = /Transfer\/sec:\s+(\S+)/.exec(said);
    if (/Non-2xx/.test(said)) throw new Error(`${url}: ${said}`);
    rows.push({ path, rate: Number(rate), late, bytes });
    console.log(`${String(Math.round(rate)).padStart(7)} requests/s  99% within ${late.padStart(8)}  ${bytes}/s  /${path}`);
  }
} finally {
  await server.stop();
}
const views = 1 / rows.slice(0, FIRST.length).reduce((sum, { rate }) => sum + 1 / rate, 0);
console.log(`first views: ${Math.round(views)} a second, ${((views * 86_400) / 1e6).toFixed(1)} million a day`);

if (process.argv.includes("--write")) {
  const named = (path) => `/${path.replace(/[0-9a-f]{16}/g, "…")}`;
  const french = (number) => Math.round(number).toLocaleString("fr-FR").replace(/\u202f/g, " ");
  const table = rows.map(({ path, rate, late }) => `| \`${named(path)}\` | ${french(rate)} | ${late.replace(".", ",")} |`);
  const lines = [
    MARKS[0],
    `Mesuré par \`make load\` : nginx et \`wrk\` (${CONNECTIONS} connexions) sur une même machine à ${cpus().length} cœurs, en boucle locale, sans TLS.`,
    "",
    "| fichier, en brotli | demandes par seconde | 99 % en moins de |",
    "| --- | ---: | ---: |",
    ...table,
    "",
    `Une première visite (${FIRST.length} fichiers) : **${french(views)} par seconde**, soit ${((views * 86_400) / 1e6).toFixed(1).replace(".", ",")} millions par jour, d'un seul petit serveur.`,
    MARKS[1],
  ];
  const guide = readFileSync(GUIDE, "utf8");
  const [before, after] = [guide.slice(0, guide.indexOf(MARKS[0])), guide.slice(guide.indexOf(MARKS[1]) + MARKS[1].length)];
  writeFileSync(GUIDE, `${before}${lines.join("\n")}${after}`);
}
