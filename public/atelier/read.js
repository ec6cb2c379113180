// « Reconnaître »: what was understood of the file, and every guess to change.
import { choice, field, made, newId } from "./dom.js";
import { counted, number, say } from "./words.js";

const SAMPLE = 20;
const KEPT = "";
const OF_SCHEMA = "schema";

// A choice that says what it is for the focus to come back to it.
const keyed = (key, control) => (control.setAttribute("data-key", key), control);

// `acts.reread(change)` reads the bytes otherwise; `acts.retake(change)` takes the columns otherwise.
export async function understood({ figures, choices, asked, ask }, acts) {
  const { rows } = await ask("rows", { count: SAMPLE });
  return [made("p", {}, say("format", figures.format_name, figures.name)), made("div", { class: "choices" }, readings(figures, choices, acts), takings(figures, choices, asked, acts)), sample(figures, choices, rows, acts)];
}

function readings(figures, { encodings, separators }, { reread }) {
  const parts = [];
  if (figures.encoding) parts.push(field(say("encoding"), keyed("encoding", choice(encodings, figures.encoding, (encoding) => reread({ encoding })))));
  if (figures.separator) parts.push(field(say("separator"), keyed("separator", choice(separators, figures.separator, (separator) => reread({ separator })))));
  if (figures.sheets.length > 0) parts.push(field(say("sheet"), keyed("sheet", choice(figures.sheets.map((name) => [name, name]), figures.sheet, (sheet) => reread({ sheet, header: null })))));
  if (figures.header !== null || figures.encoding || figures.sheets.length > 0) parts.push(header(figures, reread));
  return parts;
}

// Objects have no line of titles. Where there is none, one can be said.
function header(figures, reread) {
  if (figures.word !== "ligne") return [];
  const input = keyed("header", made("input", { type: "number", min: "1", step: "1", inputmode: "numeric", value: figures.header ?? "" }));
  input.addEventListener("change", () => reread({ header: input.valueAsNumber >= 1 ? Math.floor(input.valueAsNumber) : null }));
  return field(say("header"), input);
}

// The system of coordinates in metres, or that the file announces: a question that all rows share.
function system(figures, { systems }, asked, { retake }) {
  const matters = asked.epsg || figures.groups.some(({ rule }) => rule === "projection") || figures.announced;
  if (!matters) return [];
  const options = [["", say("systemGuessed")], ...systems.map(([code, name]) => [String(code), `${name} (EPSG:${code})`])];
  return [field(say("system"), keyed("system", choice(options, String(asked.epsg ?? ""), (code) => retake({ epsg: code ? Number(code) : null }))))];
}

function takings(figures, choices, asked, acts) {
  const { schemas } = choices;
  const { retake } = acts;
  const abroad = keyed("abroad", made("input", { type: "checkbox", checked: asked.abroad, id: newId() }));
  abroad.addEventListener("change", () => retake({ abroad: abroad.checked }));
  return [
    field(say("schema"), keyed("schema", choice(schemas, figures.schema, (schema) => retake({ schema, columns: [] })))),
    ...system(figures, choices, asked, acts),
    made("p", { class: "field check" }, abroad, made("label", { for: abroad.id }, say("abroad"))),
  ];
}

// What a column is: one of the choices, a field of the schema that is none of them, or nothing.
function role(column, rank, { roles }, { retake }) {
  const options = [[KEPT, say("kept")], ...(column.field && !column.role ? [[OF_SCHEMA, say("ofSchema", column.field)]] : []), ...roles];
  const value = column.role ?? (column.field ? OF_SCHEMA : KEPT);
  const select = keyed(`column-${rank}`, choice(options, value, (chosen) => chosen !== OF_SCHEMA && retake({ column: [rank, chosen || null] })));
  select.setAttribute("aria-label", say("whatIs", column.title || say("untitled", rank + 1)));
  return select;
}

function sample(figures, choices, rows, acts) {
  const head = figures.columns.map((column, rank) => made("th", { scope: "col" }, made("span", { class: "title" }, column.title || say("untitled", rank + 1)), role(column, rank, choices, acts)));
  const body = rows.map(({ line, cells }) => made("tr", {}, made("th", { scope: "row" }, number(line)), figures.columns.map((_, rank) => made("td", {}, cells[rank] ?? ""))));
  const table = made(
    "table",
    {},
    made("caption", {}, counted(`${figures.word}-sample`, rows.length)),
    made("thead", {}, made("tr", {}, made("th", { scope: "col" }, say(figures.word)), head)),
    made("tbody", {}, body),
  );
  const again = figures.mended > 0 ? [made("p", { class: "note" }, say("mendedSoFar", figures.mended))] : [];
  return [made("div", { class: "wide sheet-table", role: "region", "aria-label": say("sampleRegion"), tabindex: "0" }, table), ...again];
}

