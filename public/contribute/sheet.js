// A proposal as the sheet of an initiative (docs/FORMAT.md, 1.1), for `leviers check`. Pure.
import { slug } from "../shared/fold.js";

// Below so many words a sheet says that it is short (rule fiche-courte).
const SHORT = 60;
const SECTION = "Ce que fait l'initiative";
// What no sheet may hold: commands, and what turns the direction of the text.
const HOSTILE = /[\p{Cc}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;

// A line of text as French is printed: the spaces that never break are there.
export const line = (text) =>
  text
    .replace(/\s+/g, " ")
    .replace(HOSTILE, "")
    .trim()
    .replace(/ ?([:;?!»])(?=\s|$)/g, "\u00a0$1")
    .replace(/« ?/g, "«\u00a0")
    .replaceAll("'", "’");

// Paragraphs and lists; a line cannot be a heading.
export const paragraphs = (text) =>
  text
    .split(/\n+/)
    .map((one) => line(one).replace(/^#+\s*/, ""))
    .filter(Boolean)
    .join("\n\n");

// A text as TOML, and fields that have a value.
const quoted = (text) => JSON.stringify(text);
const fields = (all) => Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [`${name} = ${typeof value === "number" || typeof value === "boolean" ? value : Array.isArray(value) ? `[${value.map(quoted).join(", ")}]` : quoted(value)}`]));
const table = (head, all) => [head, ...fields(all)].join("\n");

// The name of the file, which is the id of the initiative.
export const fileOf = (name) => `${slug(name) || "proposition"}.md`;

// Precisions by the kinds of territories.
const PRECISION = { commune: "commune", epci: "epci", ept: "epci", departement: "departement", region: "region" };

// `proposal`: what the form says; `authority` and `document`: the ids of those that the map knows, or undefined. `words`: see the tool's
// text room.
export function sheet(proposal, { authority, document }, words) {
  const [kind, code] = proposal.place.split(":");
  const text = paragraphs(proposal.activity);
  const cited = document ?? slug(proposal.document.title);
  // The lines of the text of the document are the editor's to find.
  const source = { document: cited, where: line(proposal.document.where) };
  const lines = "lines = [1, 1]";
  const notes = [words.unchecked, words.lines];
  const entry = table("[[documents]]", { id: cited, title: line(proposal.document.title), publisher: line(proposal.document.publisher), date: proposal.document.date, url: proposal.document.url });
  const unknown = document ? [] : [words.newDocument, ...entry.split("\n")];
  const head = [
    ...[...notes, ...unknown].map((one) => `# ${one}`),
    ...fields({
      name: line(proposal.name),
      summary: line(proposal.summary),
      status: proposal.status,
      thin: text.split(/\s+/).length < SHORT ? true : undefined,
      themes: [proposal.theme],
    }),
  ].join("\n");
  const actor = authority ? { actor: authority } : { actor: "collectivite", actor_name: line(proposal.authority) };
  const use = { lever: proposal.lever, ...actor, state: "used", certainty: "explicit", how: line(proposal.act), year: proposal.year };
  const parts = [
    head,
    table("[[places]]", { code, precision: PRECISION[kind] }),
    ...(authority ? [table("[[authorities]]", { id: authority, role: "partenaire" })] : []),
    `${table("[[lever_uses]]", use)}\n${table("[lever_uses.evidence]", source)}\n${lines}`,
    `${table("[[sources]]", source)}\n${lines}`,
  ];
  return `+++\n${parts.join("\n\n")}\n+++\n\n## ${SECTION}\n\n${text}\n`;
}

// What an editor adds to content/sources.toml, as the sheet says it; empty for a document that the map knows.
export function entryOf(text) {
  const lines = text.split("\n").filter((one) => one.startsWith("# "));
  const start = lines.indexOf("# [[documents]]");
  return start < 0 ? "" : lines.slice(start).map((one) => one.slice(2)).join("\n");
}
