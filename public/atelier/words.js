// The sentences of the page, which the tool writes into it (crates/tool/src/text/atelier.rs). « {0} » is the place of a value.
const { words } = JSON.parse(document.getElementById("phrases").textContent);

export const number = (value) => value.toLocaleString("fr-FR");

const shown = (value) => (typeof value === "number" ? number(value) : value);
// A sentence with its values. Numbers are written as one reads them.
export const say = (key, ...values) => words[key].replace(/\{(\d)\}/g, (_, rank) => shown(values[rank]));
// « une ligne », « 3 lignes »: the sentence of one, or of several.
export const counted = (key, count) => say(count > 1 ? `${key}Several` : `${key}One`, count);
