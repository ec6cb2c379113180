// « Contribuer »: the form is checked, then makes a message and, for a proposal, the sheet of an initiative. Nothing is sent or kept.
import { copied, made, save } from "../shared/dom.js";
import { folded } from "../shared/fold.js";
import { Territories } from "../shared/territories.js";
import { withValues } from "../shared/with-values.js";
import { address, chosen, date, factual, filled, first, impersonal, short, year } from "./checks.js";
import { message } from "./message.js";
import { fileOf, sheet } from "./sheet.js";

const { words, home, site, initiatives, authorities, documents } = JSON.parse(document.getElementById("donnees").textContent);
const at = (id) => document.getElementById(id);
const form = at("contribution");
const field = (name) => form.elements[name];
const value = (name) => field(name).value.trim();
const said = (key, ...values) => withValues(words[key], ...values);

// Offers the names of a list; returns what gives the id of one that is typed.
function offered(list, pairs) {
  at(list).append(...pairs.map(([, name]) => made("option", { value: name })));
  const ids = new Map(pairs.map(([id, name]) => [folded(name), id]));
  return (text) => ids.get(folded(text));
}
const initiative = offered("fiches", initiatives);
const authority = offered("collectivites", authorities);
const known = offered("documents", documents);
const territories = new Territories(field("commune"), new URL("../", location.href));

const purpose = () => field("pour").value;
const isNew = () => !known(value("document"));
const isShown = (name) => !field(name).closest("fieldset").hidden;

function show() {
  for (const part of form.querySelectorAll("[data-pour]")) part.hidden = !part.dataset.pour.split(" ").includes(purpose());
  // A document that the map knows has its publisher and its date.
  for (const name of ["editeur", "date", "adresse"]) field(name).closest("p").hidden = !isNew();
}

async function place(text) {
  if (!text) return ["empty"];
  try {
    return (await territories.code()) ? undefined : ["noPlace"];
  } catch {
    return ["noNames"];
  }
}

// What each field must be, in the order of the page.
const CHECKS = {
  fiche: (text) => first(text, filled, () => (initiative(text) ? undefined : ["noSheet"])),
  quoi: (text) => first(text, filled, impersonal),
  preuve: (text) => first(text, purpose() === "complement" ? filled : () => undefined),
  nom: (text) => first(text, filled, short, impersonal),
  resume: (text) => first(text, filled, short, impersonal),
  activite: (text) => first(text, filled, impersonal, factual),
  commune: place,
  theme: chosen,
  statut: chosen,
  collectivite: (text) => first(text, filled, short, impersonal),
  levier: chosen,
  acte: (text) => first(text, filled, short, impersonal),
  annee: (text) => year(text, String(new Date().getFullYear())),
  document: filled,
  editeur: (text) => (isNew() ? filled(text) : undefined),
  date: (text) => (isNew() ? date(text) : undefined),
  adresse: (text) => (isNew() ? address(text) : undefined),
  endroit: filled,
};

// Says what is wrong under its field; nothing takes it away.
function mark(input, wrong) {
  const id = `${input.name}-erreur`;
  at(id)?.remove();
  if (wrong) input.setAttribute("aria-invalid", "true");
  else input.removeAttribute("aria-invalid");
  const described = (input.getAttribute("aria-describedby") ?? "").split(" ").filter((one) => one && one !== id);
  input.setAttribute("aria-describedby", [...(wrong ? [id] : []), ...described].join(" "));
  if (wrong) input.after(made("span", { id, class: "field-wrong" }, said(...wrong)));
}

// Checks all that is shown; returns the fields that are wrong.
async function check() {
  const names = Object.keys(CHECKS).filter(isShown);
  const found = await Promise.all(names.map(async (name) => [field(name), await CHECKS[name](value(name))]));
  for (const [input, wrong] of found) mark(input, wrong);
  return found.filter(([, wrong]) => wrong).map(([input]) => input);
}

// What a proposal says.
async function proposal() {
  return {
    name: value("nom"),
    summary: value("resume"),
    activity: value("activite"),
    place: await territories.code(),
    placeName: value("commune"),
    theme: value("theme"),
    status: value("statut"),
    authority: value("collectivite"),
    lever: value("levier"),
    leverName: field("levier").selectedOptions[0].text,
    act: value("acte"),
    year: value("annee") ? Number(value("annee")) : undefined,
    document: {
      title: value("document"),
      publisher: value("editeur"),
      date: value("date"),
      url: value("adresse") || undefined,
      where: value("endroit"),
    },
  };
}

let file;
async function prepare() {
  const wrong = await check();
  at("erreurs").textContent = wrong.length > 1 ? said("several", wrong.length) : wrong.length === 1 ? words.one : "";
  at("prepare").hidden = wrong.length > 0;
  if (wrong.length > 0) return wrong[0].focus();
  const isProposal = purpose() === "proposition";
  const all = isProposal ? await proposal() : undefined;
  file = all && { name: fileOf(all.name), text: sheet(all, { authority: authority(all.authority), document: known(all.document.title) }, words) };
  const told = all ?? { sheet: value("fiche"), address: `${home}initiatives/${initiative(value("fiche"))}/`, what: value("quoi"), proof: value("preuve") };
  const { subject, body } = message(purpose(), told, file?.name, { words, site });
  at("message").value = `${subject}\n\n${body}`;
  at("courriel").href = `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
  at("fichier").hidden = !file;
  at("etat").textContent = "";
  at("prepare-titre").focus();
}

// What was written and not taken away is not lost without a word.
let isSafe = true;
form.addEventListener("input", () => {
  isSafe = false;
  show();
});
addEventListener("beforeunload", (event) => !isSafe && event.preventDefault());

form.addEventListener("submit", (event) => {
  event.preventDefault();
  prepare();
});
at("copier").addEventListener("click", async () => {
  at("etat").textContent = (await copied(at("message"))) ? words.copied : words.select;
  isSafe = true;
});
at("courriel").addEventListener("click", () => (isSafe = true));
at("fichier").addEventListener("click", () => {
  save(file.name, "text/markdown;charset=utf-8", file.text);
  at("etat").textContent = said("saved", file.name);
  isSafe = true;
});

// What the address asks for: ?pour=proposition, ?initiative=mundo-gusto.
const asked = new URLSearchParams(location.search);
const [, name] = initiatives.find(([id]) => id === asked.get("initiative")) ?? [];
if (name) field("fiche").value = name;
const PURPOSES = [...form.querySelectorAll("[name=pour]")].map((input) => input.value);
field("pour").value = PURPOSES.includes(asked.get("pour")) ? asked.get("pour") : PURPOSES[0];
form.hidden = false;
show();
