// Elements of the page. Texts of a file are only ever texts.

// An element with its attributes and what it holds. An attribute that is false or missing is not there.
export function made(name, attributes = {}, ...held) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== false && value !== undefined) element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...held.flat().filter((one) => one !== undefined && one !== false));
  return element;
}

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

// Gives the visitor a file.
export function save(name, type, body) {
  const link = made("a", { href: URL.createObjectURL(new Blob([body], { type })), download: name });
  link.click();
  // The browser has begun to save it by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

// Buttons to the pages of a long list, and where it is. `go(from)` shows another.
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
    made("span", {}, words.pages(from + 1, last, total)),
    step(words.later, from + count, last >= total),
  );
}
