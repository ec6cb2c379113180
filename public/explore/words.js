// What is said of the map and its keys, in both languages. Sentences are whole: a screen reader speaks them as they are.

const many = (n, one, several) => `${n}\u00a0${n < 2 ? one : several}`;
const number = (km, lang) => (km < 10 ? km.toLocaleString(lang, { maximumFractionDigits: 1 }) : km.toLocaleString(lang, { maximumFractionDigits: 0 }));

// « d’Aubervilliers », « du Havre », « des Ulis »: after « autour ».
function of(town) {
  if (/^Le /.test(town)) return `du ${town.slice(3)}`;
  if (/^Les /.test(town)) return `des ${town.slice(4)}`;
  return /^[aeiouyhàâäéèêëîïôöûüœ]/i.test(town) ? `d’${town}` : `de ${town}`;
}

// Levers counted, as the names of groups count them (crates/model/src/text).
const FRENCH = {
  subvention: ["subvention", "subventions"],
  "achat-public": ["achat public", "achats publics"],
  foncier: ["foncier", "foncier"],
  scic: ["entrée au capital", "entrées au capital"],
  accompagnement: ["accompagnement", "accompagnements"],
  animation: ["animation", "animations"],
};
const ENGLISH = {
  subvention: "by grant",
  "achat-public": "by public procurement",
  foncier: "by land and premises",
  scic: "by a share in a cooperative",
  accompagnement: "by support",
  animation: "by facilitation",
};

export const WORDS = {
  fr: {
    markers: (n) => `Repères de la carte, ${n}. Flèches pour les parcourir, Entrée pour ouvrir, point d’interrogation pour l’aide.`,
    noMarker: "Aucun repère dans cette vue. Échap pour revenir à la carte.",
    around: (town) => `Autour ${of(town)}`,
    initiatives: (n) => (n === 0 ? "aucune initiative" : many(n, "initiative", "initiatives")),
    levers: (list) => `, dont ${list.join(", ")}`,
    lever: (n, id) => many(n, ...FRENCH[id]),
    outside: (n, direction) => (n === 0 ? "Tout est dans la vue." : `Hors de la vue\u00a0: ${n}${direction ? `, surtout ${direction}` : ""}.`),
    nearest: (name, away) => `La plus proche\u00a0: ${name}, ${away}.`,
    wide: (km) => `La vue fait ${number(km, "fr")}\u00a0km de large.`,
    away: (km, direction) => `à ${number(km, "fr")}\u00a0km ${direction}`,
    directions: ["au nord", "au nord-est", "à l’est", "au sud-est", "au sud", "au sud-ouest", "à l’ouest", "au nord-ouest"],
    acts: {
      in: "Zoom avant.",
      out: "Zoom arrière.",
      home: "Toute la France.",
      north: "Plus au nord.",
      south: "Plus au sud.",
      west: "Plus à l’ouest.",
      east: "Plus à l’est.",
      opened: "Groupe ouvert.",
    },
    fromLast: (away) => `${away} du précédent`,
    last: "Dernier repère de la vue.",
    first: "Premier repère de la vue.",
    none: (direction) => `Aucun repère ${direction}.`,
    pad: "Explorer la carte",
    close: "Fermer l’aide de la carte",
    move: "Déplacer la carte",
    pan: { north: "Vers le nord", south: "Vers le sud", west: "Vers l’ouest", east: "Vers l’est" },
    where: "Où suis-je\u00a0?",
    keys: "Touches",
    keyList: [
      ["Tabulation", "aller à la carte, puis aux repères, puis en sortir"],
      ["Flèches, sur la carte", "se déplacer"],
      ["Plus, moins, Début, sur la carte", "zoomer, revoir toute la France"],
      ["Flèches, sur les repères", "repère suivant ou précédent"],
      ["Ctrl et une flèche", "repère le plus proche dans cette direction"],
      ["Début, Fin", "premier, dernier repère"],
      ["Une lettre", "repère dont le nom commence ainsi"],
      ["Entrée", "ouvrir le repère"],
      ["Échap", "revenir des repères à la carte"],
      ["Point", "où suis-je"],
      ["Point d’interrogation", "cette aide"],
    ],
    switch: "Touches d’une seule lettre",
  },
  en: {
    markers: (n) => `Markers of the map, ${n}. Arrows to go through them, Enter to open, question mark for help.`,
    noMarker: "No marker in this view. Escape to go back to the map.",
    around: (town) => `Around ${town}`,
    initiatives: (n) => (n === 0 ? "no initiative" : many(n, "initiative", "initiatives")),
    levers: (list) => `, of which ${list.join(", ")}`,
    lever: (n, id) => `${n} ${ENGLISH[id]}`,
    outside: (n, direction) => (n === 0 ? "Everything is in view." : `Out of view: ${n}${direction ? `, mostly ${direction}` : ""}.`),
    nearest: (name, away) => `The nearest: ${name}, ${away}.`,
    wide: (km) => `The view is ${number(km, "en")}\u00a0km wide.`,
    away: (km, direction) => `${number(km, "en")}\u00a0km ${direction}`,
    directions: ["to the north", "to the north-east", "to the east", "to the south-east", "to the south", "to the south-west", "to the west", "to the north-west"],
    acts: {
      in: "Zoomed in.",
      out: "Zoomed out.",
      home: "The whole of France.",
      north: "Further north.",
      south: "Further south.",
      west: "Further west.",
      east: "Further east.",
      opened: "Group opened.",
    },
    fromLast: (away) => `${away} of the last one`,
    last: "Last marker in view.",
    first: "First marker in view.",
    none: (direction) => `No marker ${direction}.`,
    pad: "Explore the map",
    close: "Close the help of the map",
    move: "Move the map",
    pan: { north: "North", south: "South", west: "West", east: "East" },
    where: "Where am I?",
    keys: "Keys",
    keyList: [
      ["Tab", "to the map, then to the markers, then out"],
      ["Arrows, on the map", "move"],
      ["Plus, minus, Home, on the map", "zoom, see the whole of France"],
      ["Arrows, on the markers", "next or previous marker"],
      ["Ctrl and an arrow", "the nearest marker in that direction"],
      ["Home, End", "first, last marker"],
      ["A letter", "the marker whose name begins with it"],
      ["Enter", "open the marker"],
      ["Escape", "from the markers back to the map"],
      ["Full stop", "where am I"],
      ["Question mark", "this help"],
    ],
    switch: "Keys of a single letter",
  },
};
