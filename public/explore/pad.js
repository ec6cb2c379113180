// « Explorer la carte »: buttons for whoever cannot drag, where one is, and the keys, which can be switched off. None of the keys is needed.
import { made } from "../shared/dom.js";

const WAYS = ["north", "west", "east", "south"];

export class Pad {
  constructor(explorer) {
    this.explorer = explorer;
  }

  get opener() {
    return document.querySelector("button[data-explore]");
  }

  toggle() {
    if (this.element?.isConnected) return this.close();
    this.element ??= this.#make();
    // Where the keyboard goes back to.
    this.from = document.activeElement.closest(".stage") ? document.activeElement : this.opener;
    (document.querySelector(".controls") ?? document.querySelector(".map")).append(this.element);
    this.opener?.setAttribute("aria-expanded", "true");
    this.element.querySelector("button").focus();
  }

  close() {
    this.element.remove();
    this.opener?.setAttribute("aria-expanded", "false");
    (this.from?.isConnected ? this.from : this.explorer.canvas).focus({ preventScroll: true });
  }

  #make() {
    const { explorer } = this;
    const { words } = explorer;
    const button = (label, act, attributes = {}) => {
      const one = made("button", { type: "button", ...attributes }, label);
      one.addEventListener("click", act);
      return one;
    };
    const signs = { north: "↑", west: "←", east: "→", south: "↓" };
    const ways = WAYS.map((way) => button(signs[way], () => explorer.pan(way), { class: `pad-${way}`, "aria-label": words.pan[way], title: words.pan[way] }));
    const letters = made("input", { type: "checkbox" });
    letters.checked = explorer.letters;
    letters.addEventListener("change", () => (explorer.letters = letters.checked));
    const keys = words.keyList.flatMap(([key, act]) => [made("dt", {}, key), made("dd", {}, act)]);
    const pad = made(
      "div",
      { class: "explore-pad", role: "group", "aria-label": words.pad },
      made("div", { class: "pad-ways", role: "group", "aria-label": words.move }, ...ways),
      button(words.where, () => explorer.where(), { class: "button" }),
      made("details", {}, made("summary", {}, words.keys), made("dl", {}, ...keys), made("label", {}, letters, ` ${words.switch}`)),
      button("×", () => this.close(), { class: "icon-button pad-close", "aria-label": words.close }),
    );
    pad.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      this.close();
    });
    return pad;
  }
}
