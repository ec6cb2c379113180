// Authorities side by side. The page holds what is known of each; the address holds which are compared (?avec=nanterre,lille).
const { words, authorities } = JSON.parse(document.getElementById("donnees").textContent);
const choices = [...document.querySelectorAll("#choix select")];
const status = document.getElementById("etat");
const place = document.getElementById("comparaison");

// An element with a text, or with what it holds.
const element = (name, content = [], attributes = {}) => {
  const made = document.createElement(name);
  made.append(...[content].flat());
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
};

const link = (path, text) => element("a", text, { href: `../${path}/` });

const row = (heading, cells) => element("tr", [element("th", heading, { scope: "row" }), ...cells.map((cell) => element("td", cell))]);

const levers = ({ levers }) => (levers.length === 0 ? words.none : element("ul", levers.map(([name, count]) => element("li", `${name} (${count})`))));

const act = (one) => {
  const facts = ["amount", "year", "result", "obstacle"].filter((key) => one[key]);
  return element("li", [
    element("p", [element("strong", link(`initiatives/${one.id}`, one.name))]),
    element("p", `${one.lever} · ${one.state}`, { class: "note" }),
    ...one.how.map((how) => element("p", how)),
    ...facts.map((key) => element("p", [element("strong", `${words[key]}\u00a0: `), one[key]])),
  ]);
};

const acts = ({ acts }) => (acts.length === 0 ? words.nothing : element("ul", acts.map(act), { class: "compared-acts" }));

const names = (all) => all.map(({ name }) => name).join(", ").replace(/, ([^,]*)$/, ` ${words.and} $1`);

const table = (ids) => {
  const all = ids.map((id) => authorities[id]);
  const headings = ids.map((id) => element("th", link(`collectivites/${id}`, authorities[id].name), { scope: "col" }));
  const rows = [
    row(words.kind, all.map(({ kind }) => kind)),
    row(words.size, all.map(({ size }) => size ?? words.unknown)),
    row(words.place, all.map(({ place }) => place || words.unknown)),
    row(words.count, all.map(({ count }) => count)),
    row(words.levers, all.map(levers)),
    row(words.acts, all.map(acts)),
  ];
  return element("table", [
    element("caption", `${words.caption} ${names(all)}`),
    element("thead", element("tr", [element("td"), ...headings])),
    element("tbody", rows),
  ]);
};

const chosen = () => [...new Set(choices.map((choice) => choice.value).filter((id) => Object.hasOwn(authorities, id)))];

const show = () => {
  const ids = chosen();
  place.replaceChildren(...(ids.length < 2 ? [] : [table(ids)]));
  // What the table's own caption says need not be seen twice.
  status.className = ids.length < 2 ? "" : "unseen";
  status.textContent = ids.length < 2 ? words.few : `${words.caption} ${names(ids.map((id) => authorities[id]))}.`;
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
