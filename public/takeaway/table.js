// What the visitor takes away, as text: a table for spreadsheets, GeoJSON. Pure.
import { slug } from "../shared/fold.js";

// A spreadsheet runs a text that begins so. An apostrophe before it keeps it text; a number is a number and stays as it is.
const RUNS = /^[=+\-@\t\r＝＋－＠]/;
const SEPARATOR = ";";
// So that Excel reads UTF-8.
const BOM = "\ufeff";
const BETWEEN = " | ";

// A cell: a number, a text, nothing, or several texts.
export function cell(value) {
  if (value === null || value === undefined) return "";
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  const text = Array.isArray(value) ? value.join(BETWEEN) : String(value);
  const safe = RUNS.test(text) ? `'${text}` : text;
  return /[";\n\r]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

// The properties of features as a table, a column for each name that any of them has.
export function csv(features) {
  const names = [...new Set(features.flatMap(({ properties }) => Object.keys(properties)))];
  const lines = features.map(({ properties }) => names.map((name) => cell(properties[name])));
  return BOM + [names.map(cell), ...lines].map((cells) => `${cells.join(SEPARATOR)}\r\n`).join("");
}

// The same features as a collection that says what it is: RFC 7946 allows members of one's own.
export function geojson(features, { title, url, day, licence }) {
  return `${JSON.stringify({ type: "FeatureCollection", title, source: url, date: day, licence, features }, undefined, 1)}\n`;
}

// Of these features, those with such an id, in the order of the ids.
export function chosen(features, ids) {
  const byId = new Map(features.map((feature) => [feature.id, feature]));
  return ids.map((id) => byId.get(id)).filter(Boolean);
}

// The title of what is taken, as the name of a file: « subvention-ile-de-france ».
export const fileName = (words) => slug(words) || "initiatives";
