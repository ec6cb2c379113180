// French names of places after « de », as crates/model/src/text/elision.rs joins them, where it is said why. tests/elision.txt holds both.

const VOWELS = "AEIOUÀÂÆÉÈÊËÎÏÔŒÙÛÜÖaeiouàâæéèêëîïôœùûüö";
const ELIDES = new RegExp(`^([${VOWELS}]|H([éiyî]|e[nr])|Y(?![${VOWELS}])|Yerr|Yèvr)`);

// « de Lille », « d’Aubervilliers », « du Havre », « des Ulis ».
export function ofPlace(name) {
  const [, article, rest] = /^(Les?) (.*)$/.exec(name) ?? [];
  if (article) return `${article === "Le" ? "du" : "des"} ${rest}`;
  return `${ELIDES.test(name) ? "d’" : "de "}${name}`;
}
