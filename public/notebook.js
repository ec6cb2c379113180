// « Mon carnet »: up to six initiatives side by side. The page holds what is known of each; the address holds which are chosen
// (?initiatives=mundo-gusto,vrac-lyon). Nothing is stored.
import { MOST } from "./keep/address.js";
import { made } from "./shared/dom.js";
import { folded } from "./shared/fold.js";
import { qr } from "./takeaway/qr.js";

const { words, initiatives } = JSON.parse(document.getElementById("donnees").textContent);

const at = (id) => document.getElementById(id);
const known = (id) => Object.hasOwn(initiatives, id);
const say = (sentence, value) => sentence.replace("{}", () => value);

const link = (path, text) => made("a", { href: `../${path}/` }, text);
const fact = (value) => value || made("span", { class: "note" }, words.silent);

// What the address asks for: each once, at most six, and what it does not know.
function asked() {
  const ids = (new URLSearchParams(location.search).get("initiatives") ?? "").split(",").map((id) => id.trim()).filter(Boolean);
  const all = [...new Set(ids)];
  return { chosen: all.filter(known).slice(0, MOST), unknown: all.filter((id) => !known(id)) };
}
let { chosen, unknown } = asked();

const use = ({ lever, state, actor, how, facts }) =>
  made("li", {}, [made("p", {}, [made("strong", {}, lever), ` · ${state}`]), made("p", {}, how), ...[actor, facts].filter(Boolean).map((text) => made("p", { class: "note" }, text))]);
const uses = (all) => (all.length ? made("ul", { class: "compared-acts" }, all.map(use)) : fact());
const authorities = (all) => (all.length ? made("ul", {}, all.map(([id, name]) => made("li", {}, link(`collectivites/${id}`, name)))) : fact());

function heading(id) {
  const { name } = initiatives[id];
  const remove = made("button", { type: "button", class: "icon-button on-screen", "aria-label": `${words.remove}\u00a0: ${name}` }, "×");
  remove.addEventListener("click", () => {
    choose(chosen.filter((other) => other !== id));
    at("comparaison").focus();
  });
  return made("th", { scope: "col" }, [link(`initiatives/${id}`, name), " ", remove]);
}

// Names hold commas themselves.
const quoted = (name) => `«\u00a0${name}\u00a0»`;
const list = (names) => [names.slice(0, -1).map(quoted).join(", "), quoted(names.at(-1))].filter(Boolean).join(` ${words.and} `);

function table() {
  const all = chosen.map((id) => initiatives[id]);
  const row = (name, cell) => made("tr", {}, [made("th", { scope: "row" }, words[name]), ...all.map((one) => made("td", {}, cell(one)))]);
  const facts = ["lead", "place", "themes", "status", "form", "since"].map((name) => row(name, (one) => fact(one[name] && String(one[name]))));
  const rows = [...facts, row("authorities", (one) => authorities(one.authorities)), row("uses", (one) => uses(one.uses)), ...["result", "obstacle"].map((name) => row(name, (one) => fact(one[name])))];
  return made("table", {}, [
    made("caption", {}, `${words.caption} ${list(all.map(({ name }) => name))}`),
    made("thead", {}, made("tr", {}, [made("td"), ...chosen.map(heading)])),
    made("tbody", {}, rows),
  ]);
}

// What is printed leads back to this choice.
function printed() {
  const place = at("imprime");
  place.querySelector(".printed-url").textContent = location.href;
  place.querySelector("svg")?.remove();
  try {
    const code = qr(location.href);
    code.setAttribute("class", "qr");
    place.append(code);
  } catch {
    // An address too long for a code stands there in letters alone.
  }
}

const boxes = new Map();
function show() {
  at("comparaison").replaceChildren(...(chosen.length ? [table()] : []));
  at("actes").hidden = chosen.length === 0;
  at("carte").href = chosen.length ? `../?carnet=${chosen.join(",")}` : "../";
  printed();
  const lost = unknown.length ? ` ${say(words.unknown, unknown.join(", "))}` : "";
  const state = chosen.length === 0 ? words.none : chosen.length < MOST ? say(words.some, chosen.length) : words.full;
  at("etat").textContent = state + lost;
  for (const [id, box] of boxes) {
    box.checked = chosen.includes(id);
    box.disabled = chosen.length >= MOST && !box.checked;
  }
}

function choose(ids) {
  [chosen, unknown] = [ids.slice(0, MOST), []];
  history.pushState(null, "", chosen.length ? `?initiatives=${chosen.join(",")}` : location.pathname);
  show();
}

function offer(id) {
  const { name, place } = initiatives[id];
  const box = made("input", { type: "checkbox", value: id });
  box.addEventListener("change", () => choose(box.checked ? [...chosen, id] : chosen.filter((other) => other !== id)));
  boxes.set(id, box);
  return made("li", {}, made("label", {}, [box, ` ${name}, ${place}`]));
}
const order = Object.keys(initiatives).sort((a, b) => initiatives[a].name.localeCompare(initiatives[b].name, "fr"));
at("initiatives").append(...order.map(offer));

at("trouver").addEventListener("input", ({ target }) => {
  const text = folded(target.value.trim());
  const items = [...at("initiatives").children];
  for (const item of items) item.hidden = !folded(item.textContent).includes(text);
  at("trouvees").textContent = text && say(words.found, items.filter((item) => !item.hidden).length);
});
at("imprimer").addEventListener("click", () => print());
at("vider").addEventListener("click", () => {
  choose([]);
  at("choix").querySelector("summary").focus();
});
addEventListener("popstate", () => {
  ({ chosen, unknown } = asked());
  show();
});
at("choix").hidden = false;
at("choix").open = chosen.length < 2;
show();
