// The list of answers, in groups. Its elements are kept, and told something else at each key: making them anew took longer than finding.
import { made } from "../shared/dom.js";

const OPTION = made("div", { role: "option", "aria-selected": "false" }, made("span"), " ", made("span", { class: "find-detail" }));

// Tells an element to hold these children. Those that stay in their place are left alone.
function hold(element, children) {
  children.forEach((child, at) => element.childNodes[at] === child || element.insertBefore(child, element.childNodes[at] ?? null));
  while (element.childNodes.length > children.length) element.lastChild.remove();
}

// Tells an element to say a text in pieces, of which every second is marked.
function say(element, pieces) {
  pieces.forEach((piece, at) => {
    const node = element.childNodes[at] ?? element.appendChild(at % 2 ? made("mark", {}, "") : document.createTextNode(""));
    const text = node.firstChild ?? node;
    if (text.data !== piece) text.data = piece;
  });
  while (element.childNodes.length > pieces.length) element.lastChild.remove();
}

export class List {
  // `element`: the listbox; `words`: the sentences of the box.
  constructor(element, words) {
    this.element = element;
    this.groups = new Map();
    this.words = words;
  }

  // Shows answers, each group under its heading, in the order of its best answer. Returns them in the order of the screen, which is that of
  // `options()`.
  show(answers) {
    const names = [...new Set(answers.map(({ group }) => group))];
    const parts = names.map((name) => [this.#group(name), answers.filter(({ group }) => group === name)]);
    hold(this.element, parts.map(([{ element }]) => element));
    const shown = [];
    for (const [{ element, heading, options }, own] of parts) {
      while (options.length < own.length) options.push(OPTION.cloneNode(true));
      hold(element, [heading, ...options.slice(0, own.length)]);
      own.forEach((one, at) => this.#tell(options[at], one, shown.push(one) - 1));
    }
    return shown;
  }

  options() {
    return [...this.element.querySelectorAll("[role=option]")];
  }

  #group(name) {
    if (!this.groups.has(name)) {
      const heading = made("div", { class: "find-group", id: `groupe-${name}`, role: "presentation" }, this.words.groups[name]);
      this.groups.set(name, { element: made("div", { role: "group", "aria-labelledby": heading.id }), heading, options: [] });
    }
    return this.groups.get(name);
  }

  // An option says an answer. Its id tells its place.
  #tell(option, { pieces, detail }, place) {
    const [name, , details] = option.childNodes;
    if (option.id !== `reponse-${place}`) option.id = `reponse-${place}`;
    say(name, pieces);
    say(details, detail ? [detail] : []);
  }
}
