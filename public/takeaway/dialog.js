// « Partager, télécharger »: the link to what the map shows, its QR code, and the initiatives of the list as a table or GeoJSON. boot.js
// loads it when the visitor asks. Nothing is sent: files are made here, from the open data.
import { copied, made, save } from "../shared/dom.js";
import { MOST, kept } from "../keep/address.js";
import { all, listed } from "../shared/initiatives.js";
import { printMap } from "./print.js";
import { qr } from "./qr.js";
import { chosen, csv, fileName, geojson } from "./table.js";
import { WORDS } from "./words.js";

const words = WORDS[document.documentElement.lang] ?? WORDS.fr;
const at = (path) => new URL(path, document.baseURI);

function button(label, act, kind = "button") {
  const element = made("button", { type: "button", class: kind }, label);
  element.addEventListener("click", act);
  return element;
}

const text = (selector) => document.querySelector(selector)?.textContent.trim() ?? "";

// What the map shows now: its address, its initiatives, and what is asked for, in words.
function now() {
  const asked = [...document.querySelectorAll(".asked .chip > span:first-child, .asked .territory > span:first-child")].map((part) => part.textContent);
  return {
    url: location.href,
    title: text("h1") || document.title,
    asked: asked.join(", "),
    shown: listed("ensemble", "dans-la-vue", "sur-territoires", "hors-de-la-vue"),
    // As the list says it: opened together, at a place, on a whole territory.
    seen: listed("ensemble", "dans-la-vue", "sur-territoires"),
    parts: ["ensemble", "dans-la-vue", "sur-territoires"].map((list) => listed(list).length),
    count: text(".list .shown"),
  };
}

function linkPart(state, say) {
  const field = made("input", { type: "url", readonly: "", id: "emporter-lien", value: state.url });
  const parts = [button(words.copy, async () => say((await copied(field)) ? words.copied : words.select))];
  if (navigator.share) parts.push(button(words.send, () => navigator.share({ title: state.title, url: state.url }).catch(() => {})));
  return [made("label", { for: "emporter-lien" }, words.link), field, made("p", { class: "takeaway-acts" }, ...parts)];
}

function qrPart(state) {
  let image;
  try {
    image = qr(state.url);
  } catch {
    return [];
  }
  image.setAttribute("aria-label", words.qr);
  const saved = () => save("carte-qr.svg", "image/svg+xml", new XMLSerializer().serializeToString(image));
  return [made("div", { class: "takeaway-qr" }, image, button(words.saveQr, saved, "link-button"))];
}

function filesPart(state, say) {
  const choice = (value, label, checked) => {
    const input = made("input", { type: "radio", name: "emporter", value, checked });
    return [input, made("label", {}, input, ` ${label}`)];
  };
  const [, shown] = choice("shown", words.shown(state.shown.length), true);
  const [onlySeen, seen] = choice("seen", words.seen(state.seen.length, words.parts(state)), false);
  const ids = () => (onlySeen.checked ? state.seen : state.shown);
  const day = new Date();
  const write = (ending, type, body) => async () => {
    say(words.working);
    try {
      const taken = chosen(await all(), ids());
      const name = `${fileName(state.asked || "initiatives")}.${ending}`;
      save(name, type, body(taken));
      say(words.saved(taken.length, name));
    } catch {
      say(words.failed);
    }
  };
  const about = { title: [state.title, state.asked].filter(Boolean).join(" : "), url: state.url, day: day.toISOString().slice(0, 10), licence: words.licence };
  const files = [button(words.csv, write("csv", "text/csv;charset=utf-8", csv)), button(words.geojson, write("geojson", "application/geo+json", (taken) => geojson(taken, about)))];
  const lang = document.documentElement.lang;
  const what = [text(".list .shown"), state.asked].filter(Boolean).join(" : ");
  const citation = made("textarea", { readonly: "", rows: "4", "aria-label": words.cite });
  citation.value = words.citation(document.title, what, state.url, day.toLocaleDateString(lang, { dateStyle: "long" }));
  return [
    made("fieldset", {}, made("legend", {}, words.which), shown, seen),
    made("p", { class: "takeaway-acts" }, ...files),
    citation,
    made("p", { class: "takeaway-acts" }, button(words.cite, async () => say((await copied(citation)) ? words.citeCopied : words.citeSelect))),
    made("p", {}, made("a", { href: at("donnees-ouvertes/").href }, words.all)),
    made("p", {}, made("a", { href: at(`integrer/${location.search}`).href }, words.embed)),
    made("p", {}, made("a", { href: at("atelier/").href }, words.workshop)),
  ];
}

// The map on paper; the notebook, with what was ticked, otherwise with the first initiatives of the list. `close` puts the dialog away.
function paperPart(close) {
  const state = now();
  const print = (turn) => button(words[turn], () => {
    close();
    printMap(now, words, turn);
  });
  const ticked = kept(location.search);
  const chosen = ticked.length ? ticked : state.shown.slice(0, MOST);
  const href = at(`carnet/?initiatives=${chosen.join(",")}`).href;
  const said = ticked.length ? words.ticked(ticked.length) : words.notebook(chosen.length);
  const notebook = chosen.length ? [made("p", {}, made("a", { href }, said))] : [];
  const acts = document.querySelector(".stage canvas") ? [made("p", { class: "takeaway-acts" }, print("portrait"), print("landscape"))] : [];
  return [...acts, ...notebook];
}

function styled() {
  const href = at("takeaway.css").href;
  if (document.querySelector(`link[href="${href}"]`)) return Promise.resolve();
  const link = made("link", { rel: "stylesheet", href });
  const here = new Promise((resolve) => (link.onload = link.onerror = resolve));
  document.head.append(link);
  return here;
}

// Shows the dialog, once however often it is asked for. It speaks of what the map shows at this moment.
export async function open() {
  await styled();
  if (document.querySelector("dialog.takeaway")) return;
  const state = now();
  const status = made("p", { role: "status", class: "takeaway-status" });
  const say = (sentence) => (status.textContent = sentence);
  const heading = made("h2", { id: "emporter-titre", tabindex: "-1" }, words.title);
  const dialog = made("dialog", { class: "takeaway", "aria-labelledby": "emporter-titre" });
  const close = button("×", () => dialog.close(), "icon-button");
  close.setAttribute("aria-label", words.close);
  dialog.append(
    made("div", { class: "takeaway-head" }, heading, close),
    made("div", { class: "takeaway-link" }, made("div", {}, ...linkPart(state, say)), ...qrPart(state)),
    ...filesPart(state, say),
    ...paperPart(() => dialog.close()),
    status,
  );
  dialog.addEventListener("close", () => dialog.remove());
  // A press beside it closes it.
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  document.body.append(dialog);
  dialog.showModal();
  heading.focus();
}
