// The page that stands in for the map on the host's own page, and says of each point whether it is good or what to do. It sends nothing
// but the messages that it tries, and asks nothing but how our server answers.
import { corrected } from "../frame/colour.js";
import { understood } from "../frame/settings.js";
import { withValues } from "../shared/with-values.js";

const CONTRACT = 2;
const PATIENCE_MS = 2500;
// Smallest width and height at which the map shows its title, its count and its first rows, in pixels.
const LEAST = { width: 280, height: 300 };
// The smallest program there is.
const PROGRAM = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0);

const { query } = understood(location.search);
const lang = query.get("lang") === "en" ? "en" : "fr";
const { words, points } = JSON.parse(document.getElementById("donnees").textContent)[lang];
const root = new URL("../../", location.href);
const isFramed = self !== top;
const isSandboxed = self.origin === "null";
const isDark = matchMedia("(prefers-color-scheme: dark)").matches;

const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

// Resolves with what the host answers, or with nothing.
function answer(kind, ask) {
  return new Promise((resolve) => {
    const heard = ({ source, data }) => {
      if (source !== parent || data?.type !== kind || data.contrat !== CONTRACT) return;
      removeEventListener("message", heard);
      resolve(data);
    };
    addEventListener("message", heard);
    ask();
    wait(PATIENCE_MS).then(resolve);
  });
}

const tell = (type, more) => isFramed && parent.postMessage({ type: `carte-leviers:${type}`, contrat: CONTRACT, ...more }, "*");
const element = answer("carte-leviers:hote", () => tell("verifier"));

const ask = (path) => fetch(new URL(path, root), { cache: "no-cache" });

// Each says true, false or nothing, where only a person can see; and the values for its sentence.
const CHECKS = {
  frame: () => [isFramed],
  form: async () => [(await element) ? true : undefined],
  title: async () => {
    const { titre } = (await element) ?? {};
    return titre ? [true, titre] : [undefined];
  },
  policy: async () => [await WebAssembly.compile(PROGRAM).then(() => true, () => false)],
  mixed: () => [location.protocol === "https:" || isSecureContext],
  sandbox: () => [isSandboxed ? undefined : true],
  cors: async () => {
    const { headers } = await ask("widget.js");
    // In a sandbox the browser itself asks for it.
    return [isSandboxed || headers.get("Access-Control-Allow-Origin") === "*"];
  },
  cache: async () => {
    const page = await ask("");
    const [, script] = /src="\.\/(boot-[0-9a-f]{16}\.js)"/.exec(await page.text()) ?? [];
    const kept = script && (await ask(script)).headers.get("Cache-Control");
    if (isSandboxed && kept === null) return [undefined];
    return [/no-cache/.test(page.headers.get("Cache-Control")) && /immutable/.test(kept)];
  },
  types: async () => {
    const [, program] = /"\.\/(app-[0-9a-f]{16}_bg\.wasm)"/.exec(await (await ask("")).text()) ?? [];
    const { headers } = await ask(program);
    const { status } = await ask("rien-de-ce-nom");
    return [headers.get("Content-Type") === "application/wasm" && status === 404];
  },
  storage: () => {
    try {
      return [document.cookie === "" && localStorage.length === 0 && sessionStorage.length === 0];
    } catch {
      return [true];
    }
  },
  width: () => [innerWidth >= LEAST.width, innerWidth],
  height: () => [innerHeight >= LEAST.height, innerHeight],
  messages: async () => {
    const before = innerHeight;
    const asked = before + 40;
    tell("hauteur", { id: "verification", hauteur: asked });
    parent.postMessage({ "datawrapper-height": { verification: asked } }, "*");
    parent.postMessage({ sentinel: "amp", type: "embed-size", height: asked }, "*");
    const end = performance.now() + PATIENCE_MS;
    while (innerHeight === before && performance.now() < end) await wait(50);
    const follows = innerHeight !== before;
    if (follows) tell("hauteur", { id: "verification", hauteur: before });
    return [follows ? true : undefined];
  },
  keyboard: () => [undefined],
  contrast: () => {
    const found = corrected(query.get("theme-couleur") ?? "#0b4f8a", isDark);
    return found ? [!found.changed, found.surface] : [false, "#0b4f8a"];
  },
};

const made = (name, text, more = {}) => Object.assign(document.createElement(name), { textContent: text }, more);
const items = new Map();
const verdicts = new Map();

function show({ id, name, good, remedy }, [verdict, ...values]) {
  const kind = verdict === undefined ? "look" : verdict ? "good" : "wrong";
  verdicts.set(id, kind);
  const item = items.get(id);
  item.dataset.verdict = kind;
  item.replaceChildren(made("strong", `${words[kind]}\u00a0: ${name}. `), withValues(verdict ? good : remedy, ...values));
}

function count() {
  const of = (kind) => [...verdicts.values()].filter((verdict) => verdict === kind).length;
  document.getElementById("etat").textContent = withValues(words.done, of("good"), of("wrong"), of("look"));
}

// The keyboard enters by the button, and leaves when the frame has no focus left.
function tryKeyboard() {
  const button = document.getElementById("clavier");
  button.textContent = words.key;
  button.hidden = !isFramed;
  let byTab = false;
  button.addEventListener("click", () => button.focus());
  addEventListener("keydown", ({ key }) => (byTab = key === "Tab"));
  addEventListener("blur", () => {
    if (!byTab) return;
    show(points.find(({ id }) => id === "keyboard"), [true]);
    count();
  });
}

const page = document.documentElement;
page.lang = lang;
if (isFramed) page.dataset.framed = "";
document.querySelector("h1").textContent = words.title;
document.getElementById("chapeau").textContent = words.lead;
document.getElementById("etat").textContent = words.running;
const map = document.getElementById("carte");
map.textContent = words.map;
map.href = `../../${location.search}`;
tell("arrive");
for (const { id, name } of points) {
  items.set(id, made("li", `${name}…`));
  document.getElementById("points").append(items.get(id));
}
// A check that fails is a point to mend.
const checked = async (id) => CHECKS[id]();
for (const point of points) show(point, await checked(point.id).catch(() => [false]));
tryKeyboard();
count();
page.dataset.ready = "verification";
