// What the map shows, in sentences. Pure: of facts and words, no page.
import { direction, mostly, nearest, positions } from "../shared/geography.js";

// How many levers are named.
const MOST_LEVERS = 3;

const PROPERTY = "leviers_collectivite";

// The levers of these features with their counts, the most frequent first.
export function levers(features) {
  const counts = new Map();
  for (const { properties } of features) for (const lever of properties[PROPERTY] ?? []) counts.set(lever, (counts.get(lever) ?? 0) + 1);
  return [...counts].sort(([one, a], [other, b]) => b - a || one.localeCompare(other));
}

// « Autour de Lille, 12 initiatives, dont 2 subventions. » `view`: town, centre in degrees, features in view and out of it.
export function inShort({ town, seen, unseen, centre }, words) {
  const where = town ? `${words.around(town)}, ` : "";
  const count = words.initiatives(seen.length);
  const sentence = where + count;
  const begun = sentence[0].toLocaleUpperCase() + sentence.slice(1);
  if (seen.length === 0) return [`${begun}.`, closest(unseen, centre, words)].filter(Boolean).join(" ");
  const counted = levers(seen).slice(0, MOST_LEVERS).map(([id, n]) => words.lever(n, id));
  return `${begun}${counted.length > 0 ? words.levers(counted) : ""}.`;
}

function closest(features, centre, words) {
  const found = nearest(features, centre);
  return found && words.nearest(found.feature.properties.nom, words.away(found.km, words.directions[direction(centre, found.place)]));
}

// « Où suis-je ? »: the same, how wide the view is, and what lies out of it.
export function inFull(view, words) {
  const out = view.unseen.flatMap(({ geometry }) => positions(geometry).slice(0, 1));
  const way = out.length > 0 ? mostly(out, view.centre) : undefined;
  const wide = view.wideKm > 0 ? words.wide(view.wideKm) : "";
  return [inShort(view, words), wide, words.outside(view.unseen.length, way === undefined ? undefined : words.directions[way])].filter(Boolean).join(" ");
}
