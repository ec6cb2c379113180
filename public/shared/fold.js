// Letters alone: « Énergie » is found by « energie ».
export const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replaceAll(/œ/gi, "oe").toLowerCase();

const MOST = 60;

// « Aides 2023 (ville) » → « aides-2023-ville »: a name as the letters of an address or of a file; empty when it has none.
export const slug = (text) =>
  folded(text)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, MOST)
    .replace(/-$/, "");
