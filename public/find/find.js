// The box that finds: a combobox whose list has the answers to what is typed (ARIA Authoring Practices, editable combobox with list
// autocomplete). The focus stays in the field; boot.js loads this once it is there. Choosing an answer follows a link of the page, which
// the map hears as any other.
import { made } from "../shared/dom.js";
import { all } from "../shared/initiatives.js";
import { answer, rows } from "./answers.js";
import { Files } from "./files.js";
import { List } from "./list.js";
import { isOffered, nearest, place } from "./near.js";
import { WORDS } from "./words.js";

const at = (path) => new URL(path, document.baseURI);
// How long what is heard waits for the next key, in milliseconds: a screen reader speaks of the last answers only.
const HEARD_AFTER_MS = 400;
// Something of each kind: a beginning, words inside names, a mistake, a number.
const REHEARSAL = "sant deni 93 v";

class Box {
  constructor(field, read) {
    const lang = document.documentElement.lang === "en" ? "en" : "fr";
    this.words = WORDS[lang];
    this.files = new Files(read, lang);
    this.field = field;
    Object.assign(field, { autocapitalize: "off", spellcheck: false, enterKeyHint: "search" });
    this.list = document.getElementById("reponses");
    this.shown = new List(this.list, this.words);
    this.status = made("p", { role: "status" });
    this.none = made("div", { class: "find-none", hidden: "" });
    this.clear = made("button", { type: "button", class: "find-clear", "aria-label": this.words.clear }, "×");
    field.form.append(this.clear, this.none, this.status);
    this.answers = [];
    this.active = -1;
    // Tells what is asked for last: what comes later for something else is not shown.
    this.turn = 0;
    this.list.setAttribute("aria-label", field.labels[0].innerText);
    this.#hear();
  }

  #hear() {
    const { field, list, clear } = this;
    field.addEventListener("input", () => this.ask());
    field.addEventListener("keydown", (event) => this.#key(event));
    field.addEventListener("click", () => list.hidden && this.ask());
    field.form.addEventListener("submit", () => this.choose(Math.max(this.active, 0)));
    field.form.addEventListener("focusout", ({ relatedTarget }) => field.form.contains(relatedTarget) || this.close());
    const optionOf = ({ target }) => this.shown.options().indexOf(target.closest("[role=option]"));
    list.addEventListener("pointerdown", (event) => {
      // The field keeps the focus.
      event.preventDefault();
      this.pressed = this.answers[optionOf(event)];
    });
    // What was pressed counts, though more names may have come before the press ends.
    list.addEventListener("click", (event) => {
      const chosen = this.pressed ?? this.answers[optionOf(event)];
      this.pressed = undefined;
      if (chosen) this.#follow(chosen);
    });
    clear.addEventListener("click", () => {
      field.value = "";
      field.focus();
      this.ask();
    });
  }

  #key(event) {
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    const { key } = event;
    if (key === "ArrowDown" || key === "ArrowUp") {
      event.preventDefault();
      if (this.list.hidden) this.ask();
      else if (!event.altKey) this.#move(key === "ArrowDown" ? 1 : -1);
      else if (key === "ArrowUp") this.close();
    } else if (key === "Escape") {
      // Nothing else closes: neither the sheet nor what the map holds.
      event.stopPropagation();
      event.preventDefault();
      if (this.isOpen()) return this.close();
      this.field.value = "";
    }
  }

  isOpen() {
    return !this.list.hidden || !this.none.hidden;
  }

  // Makes another option the active one; before the first and after the last comes the field itself.
  #move(step) {
    const count = this.shown.options().length;
    const places = count + 1;
    this.#activate(((this.active + 1 + step + places) % places) - 1);
  }

  #activate(index) {
    if (index < 0 && this.active < 0) return;
    const options = this.shown.options();
    options[this.active]?.setAttribute("aria-selected", "false");
    this.active = index;
    const option = options[index];
    if (!option) return this.field.removeAttribute("aria-activedescendant");
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    this.field.setAttribute("aria-activedescendant", option.id);
  }

  // Answers what is typed: at once from the names that are here, again when those that the text asks for have come.
  async ask() {
    const text = this.field.value.trim();
    const turn = ++this.turn;
    const isLast = () => turn === this.turn;
    if (!text) return this.#offer();
    try {
      if (!this.files.finder) {
        this.#say(this.words.waiting);
        await this.files.start();
      }
      if (!isLast()) return;
      this.#show(text, false);
      // What is here is painted before more is asked for: a longer text needs it too.
      await new Promise((resolve) => setTimeout(resolve));
      const told = async (coming, whole) => {
        const { came } = this.files;
        await coming;
        if (isLast()) this.#show(text, whole, this.files.came > came);
      };
      await told(this.files.more(text), false);
      if (isLast()) await told(this.files.mentions(), true);
    } catch (error) {
      console.error(error);
      if (isLast()) this.#fail();
    }
  }

  // `whole`: all names that the text asks for have come, or failed. An option that is active stays so while others come.
  #show(text, whole, changed = true) {
    if (changed || this.list.hidden) {
      const before = this.answers[this.active]?.href;
      this.#activate(-1);
      this.answers = this.shown.show(rows(this.files.finder.answers(text)).map((row) => answer(row, this.words)));
      this.#activate(before ? this.answers.findIndex(({ href }) => href === before) : -1);
    }
    const found = this.answers.length > 0;
    this.#open(found);
    this.none.hidden = found || !whole;
    if (!found && whole) this.#sayNone(text);
    if (!whole) return;
    const lacks = this.files.lacks ? ` ${this.words.partly}` : "";
    if (found) {
      const [{ pieces, detail }] = this.answers;
      this.#say(`${this.words.count(this.answers.length, [pieces.join(""), detail].filter(Boolean).join(", "))}.${lacks}`, HEARD_AFTER_MS);
      if (lacks) this.#lack();
    }
  }

  // The browser compiles what a key does when that was done some times: before the first key, not under it, and between two other tasks of
  // the page. Nothing of it is seen. Who has typed already, is told something or chooses is not disturbed.
  rehearse(length = REHEARSAL.length) {
    const was = this.isOpen();
    const chooses = was && (!this.none.hidden || this.active >= 0 || !this.answers[0]?.act);
    if (this.field.value || chooses || length < 1) return;
    this.#show(REHEARSAL.slice(0, length), false);
    if (was) this.#offer();
    else this.close();
    setTimeout(() => this.rehearse(length - 1));
  }

  #open(open) {
    this.list.hidden = !open;
    this.field.setAttribute("aria-expanded", String(open));
    if (!open) this.#activate(-1);
  }

  close() {
    this.turn += 1;
    this.#open(false);
    this.none.hidden = true;
    this.#say("");
  }

  // Says something once nothing else was said for a moment.
  #say(sentence, after = 0) {
    clearTimeout(this.saying);
    this.saying = setTimeout(() => (this.status.textContent = sentence), after);
  }

  #sayNone(text) {
    const { words } = this;
    const links = words.links.map(([path, name]) => made("li", {}, made("a", { href: at(path).href, target: "_top" }, name)));
    const lack = this.files.lacks ? [made("p", {}, words.partly, " ", this.#retry())] : [];
    this.none.replaceChildren(made("p", {}, words.none(text)), made("p", {}, words.try), ...lack, made("ul", {}, ...links));
    this.#say(`${words.none(text)} ${words.try}`, HEARD_AFTER_MS);
  }

  #retry() {
    const button = made("button", { type: "button", class: "button" }, this.words.retry);
    button.addEventListener("click", async () => {
      this.field.focus();
      await this.files.retry().catch(() => {});
      this.ask();
    });
    return button;
  }

  #lack() {
    this.none.hidden = true;
    this.list.append(made("div", { class: "find-group", role: "presentation" }, this.words.partly));
  }

  #fail() {
    this.#open(false);
    this.none.hidden = false;
    this.none.replaceChildren(made("p", {}, this.words.failed, " "), this.#retry());
    this.#say(this.words.failed);
  }

  // An empty field offers what is around the visitor.
  #offer() {
    this.none.hidden = true;
    if (!isOffered()) return this.close();
    this.answers = [{ act: () => this.#near(), pieces: [this.words.near], detail: this.words.nearHint }];
    const option = made("div", { role: "option", id: "reponse-0", "aria-selected": "false" }, `◎ ${this.words.near} `, made("span", { class: "find-detail" }, this.words.nearHint));
    this.#activate(-1);
    this.list.replaceChildren(option);
    this.#open(true);
  }

  async #near() {
    const turn = ++this.turn;
    const { words } = this;
    const tell = (sentence) => {
      this.#open(false);
      this.none.hidden = false;
      this.none.replaceChildren(made("p", {}, sentence));
      this.#say(sentence);
    };
    tell(words.locating);
    try {
      const [from, features] = await Promise.all([place(), all()]);
      if (turn !== this.turn) return;
      this.answers = nearest(features, from).map(({ feature, km }) => ({ group: "near", href: `./?initiative=${feature.id}`, pieces: [feature.properties.nom], detail: words.away(km) }));
      this.#activate(-1);
      this.answers = this.shown.show(this.answers);
      this.none.hidden = true;
      this.#open(true);
      this.#say(words.count(this.answers.length, [this.answers[0].pieces[0], this.answers[0].detail].join(", ")));
    } catch (error) {
      if (turn === this.turn) tell(error instanceof GeolocationPositionError ? words.refused : words.failed);
    }
  }

  // Follows an answer: a link of the page to itself, which keeps the filters.
  choose(index) {
    const chosen = this.answers[index];
    if (chosen && !this.list.hidden) this.#follow(chosen);
  }

  #follow(chosen) {
    if (chosen.act) return chosen.act();
    this.close();
    this.field.value = "";
    const link = made("a", { href: chosen.href, "data-sheet": "", hidden: "" });
    document.body.append(link);
    link.click();
    link.remove();
  }
}

// Makes the box answer. `read`: reads a file, from a path to a promise of its bytes (boot.js); `act`: the event that brought the visitor.
export function listen(field, read, act) {
  const box = new Box(field, read);
  box.files.start().then(() => box.rehearse(), () => {});
  if (field.value || act === "pointerdown") box.ask();
}
