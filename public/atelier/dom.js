// What the workshop's page is made of.
import { made } from "../shared/dom.js";

export { copied, made, save } from "../shared/dom.js";

export function button(label, act, attributes = {}) {
  const element = made("button", { type: "button", class: "button", ...attributes }, label);
  element.addEventListener("click", act);
  return element;
}

let count = 0;
export const newId = () => `atelier-${++count}`;

// A label and what it names.
export function field(label, control, attributes = {}) {
  control.id ||= newId();
  return made("p", { class: "field", ...attributes }, made("label", { for: control.id }, label), control);
}

// A choice among [value, words].
export function choice(options, value, act) {
  const select = made("select", {}, options.map(([key, words]) => made("option", { value: key, selected: key === value }, words)));
  select.addEventListener("change", () => act(select.value));
  return select;
}

// A section of the page under its heading.
export function section(id, heading, ...held) {
  return made("section", { "aria-labelledby": `${id}-titre`, id, hidden: true }, made("h2", { id: `${id}-titre`, tabindex: "-1" }, heading), held);
}

// Buttons to the pages of a long list, and where it is. `pages(from, last, total)` says so, `go(from)` shows another.
export function pager(words, { from, count, total }, go) {
  const last = Math.min(total, from + count);
  const step = (label, to, off) => {
    const element = button(label, () => go(to), { "data-step": label });
    element.disabled = off;
    return element;
  };
  return made(
    "p",
    { class: "pager" },
    step(words.earlier, Math.max(0, from - count), from === 0),
    made("span", {}, words.pages(from, last, total)),
    step(words.later, from + count, last >= total),
  );
}
