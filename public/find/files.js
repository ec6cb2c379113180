// The names that the box looks among: which files a text asks for, each once. A file that did not come is asked for again by the next
// text, or by « Réessayer »; until it comes, names are lacking.
import start, { Finder } from "search";

const FOLDER = "data/find/";
// What no name has is looked for there, once the names have answered.
const SAID = "said";

export class Files {
  // `read`: reads a file, from a path to a promise of its bytes (boot.js).
  constructor(read, lang) {
    Object.assign(this, { read, lang, finder: undefined, asked: new Map(), lacking: new Set(), came: 0 });
  }

  // Whether some of the names that were asked for did not come.
  get lacks() {
    return this.lacking.size > 0;
  }

  // Returns once the program and the first names are there, or rejects. The two files of names come at the same time as the program;
  // either is enough to answer something.
  start() {
    this.starting ??= this.#start().catch((error) => {
      this.starting = undefined;
      throw error;
    });
    return this.starting;
  }

  async #start() {
    const files = ["first", `sheets-${this.lang}`];
    const coming = Promise.allSettled(files.map((name) => this.#bytes(name)));
    await start();
    const [territories, sheets] = await coming;
    if (territories.status === "rejected" && sheets.status === "rejected") throw new Error("no names");
    const finder = new Finder();
    const sound = [
      territories.value && finder.add_territories(new Uint8Array(territories.value)),
      sheets.value && finder.add_sheets(new Uint8Array(sheets.value)),
    ];
    // The names of territories that came before were another finder's.
    this.asked.clear();
    this.lacking = new Set(files.filter((name, rank) => !sound[rank]));
    this.finder = finder;
  }

  // Returns once the names that this text asks for have come, or failed. `came` counts the files that did.
  async more(text) {
    await Promise.all(this.finder.keys(text).map((key) => this.#add(`names-${key}`, "add_territories")));
  }

  // Returns once what initiatives say of themselves has come, or failed: names are asked for before it.
  mentions() {
    return this.#add(SAID, "add_sheets");
  }

  #add(name, add) {
    if (this.asked.has(name)) return this.asked.get(name);
    const lack = () => {
      this.asked.delete(name);
      this.lacking.add(name);
    };
    const take = (bytes) => {
      if (!this.finder[add](new Uint8Array(bytes))) return lack();
      this.came += 1;
      this.lacking.delete(name);
    };
    const coming = this.#bytes(name).then(take, lack);
    this.asked.set(name, coming);
    return coming;
  }

  // Asks again for what did not come with the program.
  async retry() {
    if (!this.finder) return this.start();
    this.starting = undefined;
    return this.start();
  }

  #bytes(name) {
    return this.read(`${FOLDER}${name}.bin`);
  }
}
