// What the box shows of an answer: its name, and the words that tell it from others.

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
