// The sheets of territories: where each is, and how it is taken out of its set. boot.js loads this with the first one.
import start, { sheet_of } from "panels";

// The file of the sheets among which that of a territory is (crates/tool/src/pages/territories/panels.rs). Communes are with those of
// their département, intercommunalités by their last digit.
export function setOf(slug) {
  const [, kind, code] = slug.match(/^(\w+)-(\w+)$/) ?? [];
  if (kind === "commune") return code.slice(0, /^9[78]/.test(code) ? 3 : 2);
  if (kind === "epci" || kind === "ept") return `groupes-${code.at(-1)}`;
  return "departements-regions";
}

// The bytes of a sheet, as if they had been fetched; rejects with 404 when there is none. `read`: reads a file (boot.js).
export async function panel(slug, read) {
  const [set] = await Promise.all([read(`data/find/around-${setOf(slug)}.bin`), start()]);
  const sheet = sheet_of(new Uint8Array(set), slug);
  if (!sheet) throw 404;
  return sheet.buffer;
}
