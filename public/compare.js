// Authorities side by side. The page holds what is known of each; the address holds which are compared (?avec=nanterre,lille).
import { made } from "./shared/dom.js";

const { words, authorities } = JSON.parse(document.getElementById("donnees").textContent);
const choices = [...document.querySelectorAll("#choix select")];
const status = document.getElementById("etat");
const place = document.getElementById("comparaison");

const link = (path, text) => made("a", { href: `../${path}/` }, text);

const row = (heading, cells) => made("tr", {}, [made("th", { scope: "row" }, heading), ...cells.map((cell) => made("td", {}, cell))]);

const levers = ({ levers }) => (levers.length === 0 ? words.none : made("ul", {}, levers.map(([name, count]) => made("li", {}, `${name} (${count})`))));

const use = ({ lever, state, how, facts }) => [
  made("p", { class: "note" }, [lever, state, facts].filter(Boolean).join(" · ")),
  ...how.map((how) => made("p", {}, how)),
];

// What an authority did for an initiative, and what came of it: told once, with whatever levers.
const act = (one) => {
  const came = ["result", "obstacle"].filter((key) => one[key]);
  return made("li", {}, [
    made("p", {}, [made("strong", {}, link(`initiatives/${one.id}`, one.name))]),
    ...one.uses.flatMap(use),
    ...came.map((key) => made("p", {}, [made("strong", {}, `${words[key]}\u00a0: `), one[key]])),
  ]);
};

const acts = ({ acts }) => (acts.length === 0 ? words.nothing : made("ul", { class: "compared-acts" }, acts.map(act)));

const names = (all) => all.map(({ name }) => name).join(", ").replace(/, ([^,]*)$/, ` ${words.and} $1`);

const table = (ids) => {
  const all = ids.map((id) => authorities[id]);
  const headings = ids.map((id) => made("th", { scope: "col" }, link(`collectivites/${id}`, authorities[id].name)));
  const rows = [
    row(words.kind, all.map(({ kind }) => kind)),
    row(words.size, all.map(({ size }) => size ?? words.unknown)),
    row(words.place, all.map(({ place }) => place || words.unknown)),
    row(words.count, all.map(({ count }) => count)),
    row(words.levers, all.map(levers)),
    row(words.acts, all.map(acts)),
  ];
  return made("table", {}, [
    // The headings show the names.
    made("caption", { class: "unseen" }, `${words.caption} ${names(all)}`),
    made("thead", {}, made("tr", {}, [made("td"), ...headings])),
    made("tbody", {}, rows),
  ]);
};

const chosen = () => [...new Set(choices.map((choice) => choice.value).filter((id) => Object.hasOwn(authorities, id)))];

const show = () => {
  const ids = chosen();
  place.replaceChildren(...(ids.length < 2 ? [] : [table(ids)]));
  // Who sees reads the table, or above it how many to choose.
  status.className = ids.length < 2 ? "" : "unseen";
  const said = [() => "", () => words.few][ids.length] ?? (() => `${words.caption} ${names(ids.map((id) => authorities[id]))}.`);
  status.textContent = said();
};

const read = () => {
  const asked = (new URLSearchParams(location.search).get("avec") ?? "").split(",").filter((id) => Object.hasOwn(authorities, id));
  choices.forEach((choice, at) => (choice.value = asked[at] ?? ""));
  show();
};

for (const choice of choices) {
  choice.addEventListener("change", () => {
    history.pushState(null, "", chosen().length ? `?avec=${chosen().join(",")}` : location.pathname);
    show();
  });
}
addEventListener("popstate", read);
document.getElementById("choix").hidden = false;
read();
