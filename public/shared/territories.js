// A field where a territory of France is written, on a page that is not the map's: the browser's own list offers the names that match.
// Programs and names come with the first key; without them a code is understood all the same.
import { rows } from "../find/answers.js";
import { Files } from "../find/files.js";
import { WORDS } from "../find/words.js";
import { made } from "./dom.js";
import { folded } from "./fold.js";

const CODE = /^(?:(region|departement|epci|ept|commune):)?([0-9][0-9ABab][0-9]{0,7})$/;
// Kinds of codes that say their own: a commune, an intercommunalité.
const OWN = { 5: "commune", 9: "epci" };

// « Morlaix (29) », « Finistère (département) ».
const label = ({ name, kind, code }) => `${name} (${kind === "commune" ? code : WORDS.fr.kinds[kind].toLowerCase()})`;

// Reads files of the edition that the map's page is of now. `root`: the address of the map.
function reader(root) {
  let edition;
  const data = async () => {
    const page = await fetch(root);
    const [, hash] = /data-data="([0-9a-f]{16})"/.exec(await page.text()) ?? [];
    if (!page.ok || !hash) throw new Error(`no edition at ${root}`);
    return new URL(`data/${hash}/`, root);
  };
  return async (path) => {
    edition ??= data().catch((error) => ((edition = undefined), Promise.reject(error)));
    const response = await fetch(new URL(path.replace(/^data\//, ""), await edition));
    if (!response.ok) throw new Error(`${response.status} for ${path}`);
    return response.arrayBuffer();
  };
}

export class Territories {
  // `field`: an input with a list. `known`: pairs of « kind:code » and name that it offers from the start.
  constructor(field, root, known = []) {
    this.field = field;
    this.files = new Files(reader(root), "fr");
    this.codes = new Map();
    for (const [code, name] of known) this.#offer(code, name);
    field.addEventListener("input", () => this.#names().catch(() => {}));
  }

  #offer(code, name) {
    const key = folded(name);
    if (this.codes.has(key)) return;
    this.codes.set(key, code);
    this.field.list.append(made("option", { value: name }));
  }

  // Offers the territories that are called as what is written. Rejects when no names can be had.
  async #names() {
    const text = this.field.value.trim();
    if (!text || this.#known(text)) return;
    await this.files.start();
    await this.files.more(text);
    for (const row of rows(this.files.finder.answers(text))) if (row.isTerritory) this.#offer(`${row.kind}:${row.id}`, label(row));
  }

  #known(text) {
    const [, kind, code] = CODE.exec(text) ?? [];
    if (code && (kind || OWN[code.length])) return `${kind ?? OWN[code.length]}:${code.toUpperCase()}`;
    return this.codes.get(folded(text));
  }

  // What is written, as « kind:code »; undefined when nothing is called so. A name that only one territory begins the list with is enough.
  // Rejects when the names cannot be had.
  async code() {
    const text = this.field.value.trim();
    if (!text) return undefined;
    if (!this.#known(text)) await this.#names();
    const named = [...this.codes].filter(([key]) => key.startsWith(`${folded(text)} (`));
    return this.#known(text) ?? (named.length === 1 ? named[0][1] : undefined);
  }
}
