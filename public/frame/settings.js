// Settings as webmasters write them: what the map understands, and what to tell them. Pure, so that pages and tests use it too.

const FACETS = ["leviers", "themes", "types-collectivite", "etats", "tailles", "formes", "avancement", "periodes", "documents", "avec"];
const SHEETS = ["initiative", "collectivite", "levier", "theme", "recommandation", "lieu"];
const LISTS = [...FACETS, "couche", "verrou"];
const NUMBERS = ["latitude", "longitude", "zoom"];
const ALIASES = { territoires: "territoire", langue: "lang" };
// What may be locked, and the parameters that say it.
const LOCKS = { territoire: ["territoire"], couche: ["couche"], ...Object.fromEntries(FACETS.map((facet) => [facet, [facet]])) };

export const FILTERS = [...FACETS, "territoire"];
export const PANELS = SHEETS;

// The eleven établissements publics territoriaux of the Grand Paris, by SIREN: other groups of communes have numbers of the same shape.
const EPT = /^2000(57(867|875|941|966|974|982|990)|58(006|014|097|790))$/;

// A territory as the map writes it: `93`, `93066`, `200054781`, « EPT : 200057867 ». Two digits alone are a département.
function territory(text) {
  const [code, kind] = text.replace(/\s/g, "").split(":").reverse();
  const known = kind?.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "");
  if (known) return `${known}:${code.toUpperCase()}`;
  const bare = code.toUpperCase();
  if (/^(\d\d|2[AB]|97\d)$/.test(bare)) return `departement:${bare}`;
  if (/^\d{9}$/.test(bare)) return `${EPT.test(bare) ? "ept" : "epci"}:${bare}`;
  return /^(\d|2[AB])/.test(bare) && bare.length === 5 ? `commune:${bare}` : text;
}

const WRITTEN = {
  territoire: territory,
  lang: (text) => text.toLowerCase().split(/[-_]/)[0],
  "theme-couleur": (text) => text.toLowerCase().replace(/^#?([0-9a-f])([0-9a-f])([0-9a-f])$/, "#$1$1$2$2$3$3"),
  vue: (text) => text.toLowerCase().replace(/[\s_]+/g, "-"),
  apparence: (text) => text.toLowerCase(),
  hauteur: (text) => text.toLowerCase(),
  ...Object.fromEntries(LISTS.map((name) => [name, (text) => text.toLowerCase().split(/[,;\s]+/).filter(Boolean).join(",")])),
  ...Object.fromEntries(NUMBERS.map((name) => [name, (text) => text.replace(",", ".")])),
  ...Object.fromEntries(SHEETS.map((name) => [name, (text) => text.toLowerCase()])),
};

const KNOWN = new Set(["titre", ...Object.keys(WRITTEN)]);

// What a parameter says, as the map writes it.
export const written = (name, value) => (WRITTEN[name] ?? String)(value.trim());

// A query as the map reads it, and what was understood otherwise than written: name, value, what it became. What nobody knows, or the map
// has no room for, is not among them.
export function understood(query) {
  const told = [];
  const read = new URLSearchParams();
  for (const [given, value] of new URLSearchParams(query)) {
    const lower = given.toLowerCase();
    const name = ALIASES[lower] ?? lower;
    if (!KNOWN.has(name)) {
      read.append(given, value);
      continue;
    }
    const kept = written(name, value);
    if (name !== given || kept !== value) told.push([`${given}=${value}`, `${name}=${kept}`]);
    read.append(name, kept);
  }
  return { query: read, told };
}

// The parameters that an address locks, and the words of it that are no lock.
export function locksOf(query) {
  const asked = (query.get("verrou") ?? "").split(",").filter(Boolean);
  const isLock = (name) => Object.hasOwn(LOCKS, name);
  return { locked: asked.filter(isLock).flatMap((name) => LOCKS[name]), unknown: asked.filter((name) => !isLock(name)) };
}

// Whether a value is one that was asked for: the map leaves out what it does not know, and has an order of its own.
const isAsked = (value, wanted) => (wanted === null ? value === null : value !== null && value.split(",").every((part) => wanted.split(",").includes(part)));

// The query of an address in which what is locked is as it was asked for.
export function held(query, asked, locked) {
  const kept = new URLSearchParams(query);
  for (const name of locked) {
    const wanted = asked.get(name);
    if (isAsked(kept.get(name), wanted)) continue;
    if (wanted === null) kept.delete(name);
    else kept.set(name, wanted);
  }
  return kept;
}
