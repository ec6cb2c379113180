// Random addresses of the map: what its address may hold, what it may not, and what tries to be executed. Pure: the same chance gives the
// same address.

// Would leave a mark on the page, were it ever parsed as HTML or run.
const MARK = "document.documentElement.dataset.executed=1";
const HOSTILE = [
  `<img src=x onerror="${MARK}">`,
  `"><script>${MARK}</script>`,
  `javascript:${MARK}`,
  `'-${MARK}-'`,
  `<svg onload="${MARK}">`,
  `</template><script>${MARK}</script>`,
  "{{7*7}}",
  "../../../../etc/passwd",
  "//evil.example/x",
  "__proto__",
  "constructor",
];

const STRANGE = ["é", "ß", "\u202e", "\u200b", "\u0000", "\u0007", "🗺️", "👩‍👩‍👧‍👦", "Z̸͑", "\ufeff", "\u00a0", "ﷺ", "𝕏", "中", "ı", "İ", "%", "&", "=", "#", "+", ";", ",", ":", "/", "\\", "?", "'", '"', "<", ">", " ", "\t", "\n"];
const NUMBERS = ["0", "-0", "1", "48.85", "2.35", "-61.5", "5.5", "NaN", "Infinity", "-Infinity", "1e309", "-1e309", "1e-320", "0x10", "١٢", "1,5", "1_000", "", " 7 ", "9".repeat(400), `0.${"0".repeat(400)}1`, "90", "-90", "180", "-180.0000001", "16", "16.000001", "99999999999999999999"];

const NAMES = ["leviers", "themes", "types-collectivite", "etats", "tailles", "formes", "avancement", "periodes", "documents", "avec", "territoire", "couche", "vue", "titre", "theme-couleur", "lang", "initiative", "collectivite", "levier", "theme", "recommandation", "latitude", "longitude", "zoom"];
const LISTS = {
  leviers: ["subvention", "achat-public", "foncier", "scic", "accompagnement", "animation", "aucun"],
  themes: ["alimentation", "habitat", "reemploi"],
  "types-collectivite": ["commune", "cc", "ca", "cu", "metropole", "ept", "departement", "region"],
  territoire: ["region:11", "departement:93", "epci:200054781", "ept:200057867", "commune:93066", "commune:75116", "region:99", "commune:", ":", "ept:ept:1", "departement:2A", "departement:1"],
  couche: ["essai", "absente", "ESSAI", "a/b", "essai,essai"],
  vue: ["carte", "liste", "les-deux"],
  "theme-couleur": ["#0b6e4f", "#fff", "#ffffff", "#000000", "red", "url(x)", "#gggggg"],
  lang: ["fr", "en", "de", "fr-FR"],
  levier: ["foncier", "scic", "aucun"],
  theme: ["alimentation", "habitat"],
  recommandation: ["appels-a-projets"],
  collectivite: ["nanterre", "plaine-commune"],
  initiative: ["mundo-gusto"],
};

const times = (count, make) => Array.from({ length: count }, make);

// Text of every kind. A server takes addresses of some kilobytes.
const strange = ({ whole, pick }) => times(whole(1, 30), () => pick(STRANGE)).join("");
const long = ({ whole, pick }) => pick(["a", "é", ",", "foncier,", "🗺️", "%"]).repeat(whole(200, 700));

function value(name, chance) {
  const { pick, coin, share, whole } = chance;
  const known = LISTS[name];
  const draw = share();
  if (known && draw < 0.4) return times(whole(1, 4), () => pick(known)).join(pick([",", ", ", ",,", ";"]));
  if (draw < 0.55) return pick(NUMBERS);
  if (draw < 0.7) return pick(HOSTILE);
  if (draw < 0.85) return strange(chance);
  if (draw < 0.92) return long(chance);
  return coin() ? "" : strange(chance) + (known ? pick(known) : pick(NUMBERS));
}

// Encoded as it should be, or only as much as an address needs, or cut in the middle of a code.
function written(text, { share }) {
  const draw = share();
  if (draw < 0.6) return encodeURIComponent(text);
  if (draw < 0.85) return encodeURI(text).replace(/[#&]/g, "");
  return encodeURIComponent(text).slice(0, -1) + ["%", "%E0%A4%A", "%zz", "+"][Math.floor(draw * 100) % 4];
}

function hash(chance) {
  const { share, pick, between } = chance;
  const draw = share();
  if (draw < 0.35) return "";
  if (draw < 0.6) return `#${between(3, 17).toFixed(2)}/${between(-60, 70).toFixed(4)}/${between(-190, 190).toFixed(4)}`;
  if (draw < 0.85) return `#${times(chance.whole(1, 5), () => pick(NUMBERS)).map(encodeURIComponent).join("/")}`;
  if (draw < 0.95) return `#${written(pick(HOSTILE), chance)}`;
  return `#${encodeURIComponent(strange(chance)).repeat(chance.whole(1, 400))}`;
}

const MOST = 7000; // characters of a query that a server takes

// Returns what follows the address of the site. `must`: parameters that the case needs.
export function address(chance, must = {}) {
  const { whole, pick, coin } = chance;
  const pairs = times(whole(0, 8), () => {
    const name = coin(0.9) ? pick(NAMES) : strange(chance);
    const shown = coin(0.95) ? name : name.toUpperCase();
    return `${encodeURIComponent(shown)}=${written(value(name, chance), chance)}`;
  });
  // Some come twice, or many times.
  if (pairs.length > 0 && coin(0.3)) pairs.push(...times(whole(1, 20), () => pick(pairs)));
  let query = "";
  for (const pair of pairs) if (query.length + pair.length < MOST) query += `${query && "&"}${pair}`;
  for (const [name, text] of Object.entries(must)) query += `${query && "&"}${name}=${text}`;
  return `${query && "?"}${query}${hash(chance)}`;
}
