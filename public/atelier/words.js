// The sentences of the page, which the tool writes into it (crates/tool/src/text/atelier.rs). « {0} » is the place of a value.
const { words } = JSON.parse(document.getElementById("phrases").textContent);

export const number = (value) => value.toLocaleString("fr-FR");

const shown = (value) => (typeof value === "number" ? number(value) : value);
// A sentence with its values. Numbers are written as one reads them.
export const say = (key, ...values) => words[key].replace(/\{(\d)\}/g, (_, rank) => shown(values[rank]));
// « aucune ligne », « une ligne », « 3 lignes »: the sentence of none, of one, or of several. In French, 0 is one where nothing else is said.
export const counted = (key, count, ...values) => {
  const none = count === 0 && `${key}None` in words;
  return say(none ? `${key}None` : `${key}${count > 1 ? "Several" : "One"}`, count, ...values);
};
// « 51 à 100 sur 120 », or « 51 sur 51 » where there is one: `from` is a rank from 0.
export const ranged = (key, from, last, total) => say(`${key}${last > from + 1 ? "Several" : "One"}`, from + 1, last, total);
