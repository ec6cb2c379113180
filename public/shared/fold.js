// Letters alone: « Énergie » is found by « energie ».
export const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replaceAll(/œ/gi, "oe").toLowerCase();
