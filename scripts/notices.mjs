// The notices of the crates that the app and its extensions are compiled from, as their licences ask: dist/NOTICES.txt. Of npm
// only what scripts are bundled with reaches the browser (tests/browser/notices.test.mjs). The same lock files give the same text.
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";

const PROGRAMS = ["carte-leviers", "leviers-layers", "leviers-search", "leviers-panels", "leviers-atelier"];
const TEXTS = new URL("licences/", import.meta.url);
// Crates that ship no text of their licence, by repository: the text that it holds.
const KEPT = {
  "https://github.com/leptos-rs/leptos": "leptos.txt",
  "https://github.com/rustwasm/gloo": "gloo.txt",
  "https://github.com/rustwasm/gloo/tree/master/crates/utils": "gloo.txt",
  "https://github.com/rs-tml/rstml": "rstml.txt",
};
// Whose repository holds none either. They are under the MIT licence, at our choice; their authors are those of their manifest.
const NAMELESS = { drain_filter_polyfill: "The authors of drain_filter_polyfill", erased: null, wasm_split_helpers: null };

const RUST = { name: "The standard library of Rust", licence: "MIT", repository: "https://github.com/rust-lang/rust", text: kept("rust.txt") };

// What public/takeaway is bundled with. Its package ships no text of its licence.
const QR = { name: "QR Code Generator", licence: "MIT", repository: "https://github.com/kazuhikoarase/qrcode-generator", text: `Copyright (c) 2009 Kazuhiko Arase\n\n${kept("MIT.txt")}` };

const HEAD = `What the browser receives is compiled from the program of this map, which is under the MIT licence or the Apache licence 2.0, at your
choice, and from the works below. Each list of works is followed by the text of their licence. Where a licence offers a choice that
includes MIT, MIT is chosen. Geographic data: see the legal notice of the map.
`;

function kept(name) {
  return readFileSync(new URL(name, TEXTS), "utf8");
}

const cargo = (...all) => execFileSync("cargo", [...all, "--locked"], { encoding: "utf8", maxBuffer: 1e8 });

// Names and versions of the crates that are linked into a program, macros left out.
function linked(program) {
  const tree = cargo("tree", "--package", program, "--features", "web", "--target", "wasm32-unknown-unknown", "--edges", "normal,no-proc-macro", "--prefix", "none", "--format", "{p}");
  return tree.split("\n").map((line) => line.replace(/ \(.*/, "")).filter(Boolean);
}

// The crates of others, sorted.
export function crates() {
  const wanted = new Set(PROGRAMS.flatMap(linked));
  const { packages } = JSON.parse(cargo("metadata", "--format-version", "1", "--all-features"));
  const found = packages.filter(({ name, version, source }) => source && wanted.has(`${name} v${version}`));
  const key = ({ name, version }) => `${name} ${version}`;
  return found.sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

// The files of a crate's folder that hold its licence. Of those that a choice offers, MIT's.
function files(folder, licence) {
  const all = readdirSync(folder).filter((name) => /^(licen[cs]e|copying|unlicense)/i.test(name) && !/\.(rs|toml)$/.test(name)).sort();
  const offersMit = /\bMIT\b/.test(licence);
  const chosen = all.filter((name) => (offersMit && /mit/i.test(name)) || /unicode/i.test(name));
  return chosen.length > 0 ? chosen : all;
}

// The text of a crate's licence.
export function textOf({ name, version, license, repository, authors, manifest_path }) {
  const folder = dirname(manifest_path);
  const own = files(folder, license ?? "").map((file) => readFileSync(join(folder, file), "utf8"));
  if (own.length > 0) return own.join("\n");
  if (KEPT[repository]) return kept(KEPT[repository]);
  if (name in NAMELESS) return `Copyright (c) ${NAMELESS[name] ?? authors.map((author) => author.replace(/ <.*/, "")).join(", ")}\n\n${kept("MIT.txt")}`;
  throw new Error(`the crate ${name} ${version} (${license}) ships no text of its licence\n       Put the text in scripts/licences/, and its name into KEPT of scripts/notices.mjs`);
}

const tidy = (text) => text.replace(/\r/g, "").replace(/[ \t]+$/gm, "").replace(/\n{3,}/g, "\n\n").trim();

// Works with the same text are listed together above it.
export function notices(all = crates()) {
  const works = all.map((crate) => ({ name: `${crate.name} ${crate.version}`, licence: crate.license, repository: crate.repository, text: textOf(crate) }));
  const byText = new Map();
  for (const work of [RUST, QR, ...works]) byText.set(tidy(work.text), [...(byText.get(tidy(work.text)) ?? []), work]);
  const groups = [...byText].map(([text, some]) => [...some.map(({ name, licence, repository }) => `${name} (${licence})${repository ? `, ${repository}` : ""}`), "", text].join("\n"));
  return [HEAD, ...groups].join(`\n${"-".repeat(80)}\n\n`) + "\n";
}
