// What the program that finds says of answers, and what the box shows of one: its name, and the words that tell it from others.

// What separates two answers, and two texts of one (crates/search).
const [ROW, FIELD] = ["\u001e", "\u001f"];

// The answers, in order. `pieces`: the name that was found, of which every second piece was typed.
export function rows(said) {
  const all = said ? said.split(ROW) : [];
  return all.map((row) => {
    const [group, kind, id, name, why, code, departement, mention, ...pieces] = row.split(FIELD);
    return { group, kind, id, name, why, code, departement, mention, pieces, isTerritory: group === "territories" };
  });
}

// An answer as the box shows it: its group, its address from the map's page, the pieces of its name, and what else it says.
export function answer({ group, kind, id, name, why, code, departement, mention, pieces, isTerritory }, words) {
  const address = isTerritory ? `lieu=${kind}-${id.toLowerCase()}` : `${kind}=${id}`;
  const known = why && words[why](mention || name);
  const details = isTerritory ? [known, !known && words.kinds[kind], code && words.code(code, departement)] : [known, group === "words" && words.kinds[kind]];
  return { group, href: `./?${address}`, pieces, detail: details.filter(Boolean).join(", ") };
}
