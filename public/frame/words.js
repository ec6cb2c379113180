// The sentences of a frame, from the text room (crates/site).
export const WORDS = {};
