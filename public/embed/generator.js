// « Intégrer cette carte »: the code that the settings make, and the map that the code makes.
import { corrected } from "../frame/colour.js";
import { written } from "../frame/settings.js";
import { copied, made } from "../shared/dom.js";
import { Territories } from "../shared/territories.js";
import { FORMS } from "./codes.js";

const { home, words, territories } = JSON.parse(document.getElementById("donnees").textContent);
const form = document.getElementById("reglages");
const preview = document.getElementById("apercu");
const TEXTS = ["titre", "vue", "hauteur", "theme-couleur", "lang", "apparence"];
const LISTS = ["leviers", "themes", "verrou"];

const nameOf = new Map(territories);

const field = (name) => form.elements[name];
const found = new Territories(field("territoire"), new URL("../", location.href), territories);
const boxes = (name) => [...form.querySelectorAll(`input[type=checkbox][name="${name}"]`)];
const say = (id, sentence) => (document.getElementById(id).textContent = sentence);

// The code of the territory that is written; none while its name is not known.
const territory = async () => (await found.code().catch(() => {})) ?? "";

function colour() {
  const text = field("theme-couleur").value.trim();
  const found = corrected(text, field("apparence").value === "sombre");
  if (!text) say("couleur", "");
  else if (!found) say("couleur", words.colourWrong);
  else say("couleur", found.changed ? words.colourCorrected.replace("…", found.surface) : words.colourKept);
  return found ? written("theme-couleur", text.startsWith("#") ? text : `#${text}`) : "";
}

// What the form says, without what it leaves open.
async function settings() {
  const texts = Object.fromEntries(TEXTS.map((name) => [name, field(name).value.trim()]));
  const lists = Object.fromEntries(LISTS.map((name) => [name, boxes(name).filter((box) => box.checked).map((box) => box.value).join(",")]));
  const all = { territoire: await territory(), ...lists, ...texts, "theme-couleur": colour() };
  const isHeight = /^\d+$/.test(all.hauteur) && all.hauteur >= 200 && all.hauteur <= 4000;
  if (!isHeight && all.hauteur !== "auto") all.hauteur = "";
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value));
}

// The map as the code makes it, of this edition, published or not. Its settings change without loading it again.
const map = made("carte-leviers", {}, made("a", { href: new URL("../", location.href).href }, words.link));
const SHOWN = ["territoire", ...LISTS, ...TEXTS];
function show(all) {
  for (const name of SHOWN) {
    if (all[name] === undefined) map.removeAttribute(name);
    else if (map.getAttribute(name) !== all[name]) map.setAttribute(name, all[name]);
  }
  if (!map.isConnected) preview.append(map);
}

let turn = 0;
async function write() {
  turn += 1;
  const asked = turn;
  const all = await settings();
  // The form says something else since.
  if (asked !== turn) return;
  say("territoire-aide", all.territoire || !found.field.value.trim() ? found.field.dataset.hint : words.unknown);
  for (const [id, code] of Object.entries(FORMS)) document.getElementById(`code-${id}`).value = code(home, all, words);
  show(all);
}

// What the address asks for: the map leads here with what it shows.
function read() {
  const asked = new URLSearchParams(location.search);
  const value = (name) => asked.get(name) ?? "";
  for (const name of TEXTS.filter((name) => asked.has(name))) field(name).value = value(name);
  field("territoire").value = nameOf.get(value("territoire")) ?? value("territoire");
  for (const name of LISTS) {
    for (const box of boxes(name)) box.checked = value(name).split(",").includes(box.value);
  }
}

async function copy(id) {
  const code = document.getElementById(`code-${id}`);
  say("etat", (await copied(code)) ? words.copied : words.select);
}

field("territoire").dataset.hint = document.getElementById("territoire-aide").textContent;
form.addEventListener("input", write);
form.addEventListener("submit", (event) => event.preventDefault());
addEventListener("click", ({ target }) => target.dataset?.copy && copy(target.dataset.copy));
form.hidden = false;
read();
write();
