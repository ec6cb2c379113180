// The map in another site's page: what a frame does besides. boot.js loads it there, and for an address that locks something, and starts
// the map once `begin` has ended (docs/adr/0028).
import { withValues } from "../shared/with-values.js";
import { followHeight } from "./height.js";
import { followLinks } from "./links.js";
import { colour, dress, followColour } from "./look.js";
import { keepQuiet, sized } from "./quiet.js";
import { FILTERS, PANELS, held, locksOf, understood } from "./settings.js";
import { WORDS } from "./words.js";

const CONTRACT = 2;
const root = document.documentElement;
const isFramed = self !== top;
// Tells the webmaster. Each value goes where the sentence has an ellipsis.
const warn = (sentence, ...values) => console.warn(`carte-leviers\u00a0: ${withValues(sentence, ...values)}`);

const { replaceState, pushState } = history;
const first = new URLSearchParams(location.search);
let words;
let asked; // the query that the host asked for
let locked = [];
let shown; // the address of the map

// The origin of the host, where the browser tells it: our own is that of a frame that reloaded.
function hostOrigin() {
  const [ancestor] = location.ancestorOrigins ?? [];
  const origin = ancestor ?? (document.referrer ? new URL(document.referrer).origin : "null");
  return origin === "null" || origin === location.origin ? undefined : origin;
}
const host = isFramed ? hostOrigin() : undefined;

function tell(kind, more) {
  if (isFramed) parent.postMessage({ type: `carte-leviers:${kind}`, contrat: CONTRACT, ...more }, host ?? "*");
}

const relative = ({ search, hash }) => search + hash;
const picked = (query, names) => names.filter((name) => query.get(name)).map((name) => [name, query.get(name)]);

// Tells what the style needs of the address, and the host what changed of it.
function hear(url) {
  const before = shown?.searchParams ?? new URLSearchParams();
  const now = url.searchParams;
  shown = url;
  root.toggleAttribute("data-within", Boolean(now.get("territoire")));
  root.toggleAttribute("data-only-locked", picked(now, FILTERS).every(([name]) => locked.includes(name)));
  colour();
  const adresse = relative(url);
  const differs = (names) => JSON.stringify(picked(before, names)) !== JSON.stringify(picked(now, names));
  tell("etat", { adresse });
  if (differs(PANELS)) {
    const [open] = picked(now, PANELS);
    tell("selection", { adresse, selection: open ? { type: open[0], id: open[1] } : null });
  }
  if (differs(FILTERS)) tell("filtres", { adresse, filtres: Object.fromEntries(picked(now, FILTERS)) });
}

// Writes an address. In a sandbox an older browser refuses: the map goes on.
function write(method, url) {
  try {
    method.call(history, null, "", url.href);
  } catch {
    // The address of a frame is not seen.
  }
}

// Makes the map what an address says.
function go(url) {
  write(replaceState, url);
  hear(url);
  dispatchEvent(new PopStateEvent("popstate"));
}

// The app tells its state by writing the address. What is locked comes back, once for each act of the visitor: a territory that does not
// exist is not asked for again and again.
let acts = 0;
let returned = 0;
function followState() {
  for (const name of ["pointerdown", "keydown"]) addEventListener(name, () => acts++, true);
  const heard = (method) => (state, title, address) => {
    const url = new URL(address, document.baseURI);
    const search = held(url.searchParams, asked, locked);
    const isSame = locked.every((name) => search.get(name) === url.searchParams.get(name));
    if (isSame || returned === acts) {
      write(method, url);
      hear(url);
      return;
    }
    returned = acts;
    url.search = search;
    go(url);
  };
  history.replaceState = heard(replaceState);
  history.pushState = heard(isFramed ? replaceState : pushState);
}

const controls = new CSSStyleSheet();
function lock(query) {
  const { locked: names, unknown } = locksOf(query);
  locked = names;
  controls.replaceSync(locked.map((name) => `[data-facet="${name}"]{display:none!important}`).join(""));
  for (const name of unknown) warn(words.noLock, name);
  root.dataset.locks = locked.join(" ");
}

// What the host asks for later: `reglages` holds what changed, null for what is no longer asked.
function obey({ source, origin, data }) {
  const isHost = source === parent && (!host || origin === host);
  if (!isHost || data?.type !== "carte-leviers:reglages" || data.contrat !== CONTRACT) return;
  const url = new URL(shown.href);
  const changed = Object.entries(data.reglages ?? {});
  for (const [name, value] of changed) {
    for (const query of [asked, url.searchParams]) {
      if (typeof value === "string" && value.trim()) query.set(name, value);
      else query.delete(name);
    }
  }
  asked = understood(asked).query;
  url.search = understood(url.searchParams).query;
  // Another place, or a view of its own: the map goes there.
  if (changed.some(([name]) => /^(territoires?|latitude|longitude|zoom)$/.test(name))) url.hash = "";
  lock(asked);
  go(url);
}

// A link of the map to itself, where something is locked. Whether it leaves the frame instead: the sheet of an initiative that a locked
// territory does not show has its own page.
function own(link, href) {
  if (locked.length === 0 || link.closest(".rows")) return false;
  const query = new URLSearchParams(href.slice(href.indexOf("?")).split("#")[0]);
  const id = query.get("initiative");
  const isShown = !id || document.querySelector(`.rows [data-initiative="${CSS.escape(id)}"]`);
  if (!isShown && locked.includes("territoire")) {
    link.setAttribute("href", `initiatives/${id}/`);
    return true;
  }
  const names = [...query.keys()];
  if (names.length > 0 && names.every((name) => locked.includes(name))) link.hidden = true;
  return false;
}

// Links and buttons that would leave what is locked keep it.
function keepLocks(event) {
  if (locked.length === 0) return;
  const link = event.target.closest?.('a[href^="./"]:not([data-sheet])');
  if (link) {
    const url = new URL(link.href);
    url.search = held(url.searchParams, asked, locked);
    link.setAttribute("href", `./${url.search || "?"}${url.hash}`);
  }
  if (!event.target.closest?.(".asked > .link-button")) return;
  event.stopImmediatePropagation();
  const url = new URL(shown.href);
  for (const name of FILTERS.filter((name) => !locked.includes(name))) url.searchParams.delete(name);
  document.getElementById("liste")?.focus();
  go(url);
}

// What the app says of wrong settings is for the webmaster. The public has the nearest sensible map.
function tellWebmaster() {
  const come = () => {
    for (const notice of document.querySelectorAll(".notices .notice:not(.serious, [data-told])")) {
      notice.dataset.told = "";
      warn(notice.querySelector("span").textContent);
    }
  };
  new MutationObserver(come).observe(document.body, { childList: true, subtree: true });
}

// Once the map is there.
function followReady(tellHeight) {
  const ready = () => {
    if (root.dataset.ready !== "carte") return;
    observer.disconnect();
    tell("pret", { adresse: relative(shown) });
    if (!tellHeight) return;
    addEventListener("resize", tellHeight);
    new ResizeObserver(tellHeight).observe(document.querySelector(".list"));
  };
  const observer = new MutationObserver(ready);
  observer.observe(root, { attributeFilter: ["data-ready"] });
  ready();
}

function styleSheet() {
  const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href: new URL("frame.css", document.baseURI).href });
  const loaded = new Promise((resolve) => (link.onload = link.onerror = resolve));
  document.head.append(link);
  return loaded;
}

// Ends once the map may start: its settings are read, its style is here, its box has a size.
export async function begin() {
  const read = understood(first);
  words = WORDS[read.query.get("lang") === "en" ? "en" : "fr"];
  for (const [given, kept] of read.told) warn(words.understood, given, kept);
  asked = read.query;
  const url = new URL(location.href);
  if (read.told.length > 0) url.search = asked;
  document.adoptedStyleSheets = [controls];
  lock(asked);
  write(replaceState, url);
  shown = url;
  hear(url);
  followState();
  followLinks(words, own);
  followColour();
  addEventListener("click", keepLocks, true);
  if (isFramed) {
    tellWebmaster();
    tell("arrive");
    addEventListener("message", obey);
    keepQuiet();
  }
  followReady(isFramed ? followHeight(first, tell) : undefined);
  await Promise.all([styleSheet(), dress(asked.get("apparence")).catch(warn), sized()]);
}
