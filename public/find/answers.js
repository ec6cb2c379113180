// What the box shows of answers: rows of a list, each with the words that tell it from others.
import { made } from "../shared/dom.js";

// What the program says of an answer (crates/search).
export const [GROUP, KIND, ID, NAME, PIECES, WHY, CODE, DEPARTEMENT, SAID] = [0, 1, 2, 3, 4, 5, 6, 7, 8];

export const TERRITORIES = "territories";

// An answer as the box uses it: its group, its address from the map's page, the pieces of its name, and what else it says.
export function answer(row, words) {
  const isTerritory = row[GROUP] === TERRITORIES;
  const address = isTerritory ? `lieu=${row[KIND]}-${row[ID].toLowerCase()}` : `${row[KIND]}=${row[ID]}`;
  const known = row[WHY] && words[row[WHY]](row[SAID] || row[NAME]);
  const details = isTerritory ? [known, !known && words.kinds[row[KIND]], row[CODE] && words.code(row[CODE], row[DEPARTEMENT])] : [known, row[GROUP] === "words" && words.kinds[row[KIND]]];
  return { group: row[GROUP], href: `./?${address}`, pieces: row[PIECES], detail: details.filter(Boolean).join(", ") };
}

// The name, with what was typed marked: every second piece.
const marked = (pieces) => pieces.filter((piece) => piece !== undefined).map((piece, at) => (at % 2 ? made("mark", {}, piece) : piece));

// An option of the list. Its id tells its place.
export function option({ pieces, detail }, at) {
  const attributes = { role: "option", id: `reponse-${at}`, "aria-selected": "false" };
  return made("div", attributes, made("span", {}, ...marked(pieces)), ...(detail ? [" ", made("span", { class: "find-detail" }, detail)] : []));
}

// The groups of a list, each under its heading, in the order of their best answers.
export function groups(answers, words) {
  const names = [...new Set(answers.map(({ group }) => group))];
  return names.map((name) => {
    const heading = made("div", { class: "find-group", id: `groupe-${name}`, role: "presentation" }, words.groups[name]);
    const options = answers.flatMap((one, at) => (one.group === name ? [option(one, at)] : []));
    return made("div", { role: "group", "aria-labelledby": heading.id }, heading, ...options);
  });
}
