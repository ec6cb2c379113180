// What the map asks of a browser, and since which version each has it (MDN, browser-compat-data 8.1.9). `node scripts/browsers.mjs`
// prints the table of README.md; tests/browser/browsers.test.mjs holds README, this list and the built files together.
import { fileURLToPath } from "node:url";

// `of` tells what is looked into: the features of the programs (scripts/wasm.mjs), the scripts, the styles, or the map's page.
// `otherwise`: what a browser without it shows. Those that have none are needed.
export const ASKED = [
  { name: "wasm: bulk-memory", of: "wasm", pattern: "bulk-memory", chrome: 75, firefox: 79, safari: 15.1 },
  { name: "wasm: multivalue", of: "wasm", pattern: "multivalue", chrome: 86, firefox: 78, safari: 13.1 },
  { name: "wasm: nontrapping-fptoint", of: "wasm", pattern: "nontrapping-fptoint", chrome: 75, firefox: 64, safari: 15.1 },
  { name: "wasm: reference-types", of: "wasm", pattern: "reference-types", chrome: 96, firefox: 79, safari: 15.1 },
  { name: "wasm: sign-ext", of: "wasm", pattern: "sign-ext", chrome: 74, firefox: 62, safari: 14.1 },
  { name: "`'wasm-unsafe-eval'` in a policy", of: "page", pattern: /'wasm-unsafe-eval'/, chrome: 97, firefox: 102, safari: 16 },
  { name: "`await` at the top of a module", of: "script", pattern: /^await |[;}]await /m, chrome: 89, firefox: 89, safari: 15 },
  { name: "`static` fields of a class", of: "script", pattern: /static observedAttributes/, chrome: 72, firefox: 75, safari: 14.1 },
  { name: "`??=`", of: "script", pattern: /\?\?=/, chrome: 85, firefox: 79, safari: 14 },
  { name: "`?.`, `??`", of: "script", pattern: /\?\.[a-z]/, chrome: 80, firefox: 74, safari: 13.1 },
  { name: "`Array.prototype.at`", of: "script", pattern: /\.at\(-/, chrome: 92, firefox: 90, safari: 15.4 },
  { name: "`replaceChildren`", of: "script", pattern: /\.replaceChildren\(/, chrome: 86, firefox: 78, safari: 14 },
  { name: "`Promise.allSettled`", of: "script", pattern: /allSettled/, chrome: 76, firefox: 71, safari: 13 },
  { name: "`<dialog>`", of: "script", pattern: /showModal\(/, chrome: 37, firefox: 98, safari: 15.4 },
  { name: "container queries", of: "style", pattern: /@container/, chrome: 105, firefox: 110, safari: 16 },
  { name: "`:is()`", of: "style", pattern: /:is\(/, chrome: 88, firefox: 78, safari: 14 },
  { name: "`:focus-visible`", of: "style", pattern: /:focus-visible/, chrome: 86, firefox: 85, safari: 15.4 },
  { name: "`inset`", of: "style", pattern: /[;{ ]inset:/, chrome: 87, firefox: 66, safari: 14.1 },
  { name: "`overflow: clip`", of: "style", pattern: /overflow: ?clip/, chrome: 90, firefox: 81, safari: 16 },
  { name: "`translate`, `scale`", of: "style", pattern: /[;{ ](translate|scale):/, chrome: 104, firefox: 72, safari: 14.1 },
  { name: "`:has()`", of: "style", pattern: /:has\(/, chrome: 105, firefox: 121, safari: 15.4, otherwise: "the header of the page is printed above the note of a lever" },
  { name: "`color-mix()`", of: "style", pattern: /color-mix\(/, chrome: 111, firefox: 113, safari: 16.2, otherwise: "the credit has no ground of its own" },
  { name: "`content-visibility: hidden`", of: "style", pattern: /content-visibility: ?hidden/, chrome: 85, firefox: 125, safari: 18, otherwise: "what a sheet covers is hidden by `visibility`, more slowly" },
  { name: "`text-wrap: balance`", of: "style", pattern: /text-wrap: ?balance/, chrome: 114, firefox: 121, safari: 17.5, otherwise: "titles break where they like" },
  { name: "`accent-color`", of: "style", pattern: /accent-color:/, chrome: 93, firefox: 92, safari: 26.2, otherwise: "the browser's own colour" },
  { name: "`@media (scripting)`", of: "style", pattern: /@media[^{]*scripting/, chrome: 120, firefox: 113, safari: 17, otherwise: "the list shows until the map is there; without scripts, beside a sentence that says it is loading" },
  { name: "`overscroll-behavior`", of: "style", pattern: /overscroll-behavior/, chrome: 144, firefox: 150, safari: 16, otherwise: "the page scrolls at the end of the list" },
  { name: "`scrollbar-width`", of: "style", pattern: /scrollbar-width/, chrome: 121, firefox: 64, safari: 18.2, otherwise: "wider scroll bars" },
  { name: "`fetchpriority`", of: "page", pattern: /fetchpriority=/, chrome: 101, firefox: 132, safari: 17.2, otherwise: "a script that helps comes earlier than it needs" },
  { name: "Trusted Types", of: "page", pattern: /require-trusted-types-for/, chrome: 83, firefox: 148, safari: 26, otherwise: "one guard less ([ADR 20](docs/adr/0020-what-the-browser-refuses.md))" },
];

// What the map does without, so far: whoever uses one puts it in the list above, and sees what it asks.
export const LEFT_OUT = {
  script: [/\.(toSorted|toReversed|toSpliced|findLast|groupBy|withResolvers|isSubsetOf|intersection)\(/, /\bpopover\b|showPopover/i, /startViewTransition/, /requestIdleCallback/, /structuredClone\(/, /scrollend/, /navigation\.(navigate|addEventListener)/, /Iterator\.from/, /\bstatic\s*\{/, /[{;]#[a-z]\w*[=;(]/, /AbortSignal\.(any|timeout)/, /Temporal\./, /import\(.*\bwith\b/],
  style: [/@scope\b/, /anchor-name|position-anchor/, /@starting-style/, /light-dark\(/, /@property\b/, /interpolate-size/, /animation-timeline/, /field-sizing/, /\bsubgrid\b/, /[{;]\s*&/, /@layer\b/, /allow-discrete/, /:open\b|:popover-open/, /\d[sdl]v[hw]\b/, /round\(/, /:user-(in)?valid/],
};

const NAMES = { chrome: "Chrome, Edge", firefox: "Firefox", safari: "Safari" };

// The least version of each browser that shows the map.
export const least = (list = ASKED) => Object.fromEntries(Object.keys(NAMES).map((browser) => [browser, Math.max(...list.filter(({ otherwise }) => !otherwise).map((one) => one[browser]))]));

const row = (...cells) => `| ${cells.join(" | ")} |`;
const versions = (one) => Object.keys(NAMES).map((browser) => one[browser]);

export function table(list = ASKED) {
  const bound = least(list);
  return [
    row("what the map asks", ...Object.values(NAMES), "otherwise"),
    row("---", ...versions(bound).map(() => "---:"), "---"),
    row("**to show the map**", ...versions(bound).map((version) => `**${version}**`), "a sentence and the list of the initiatives"),
    ...list.map((one) => row(one.name, ...versions(one), one.otherwise ?? "")),
  ].join("\n");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(table());
