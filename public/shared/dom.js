// Elements of the page, and what leaves it. Texts of data are only ever texts.

// How long a file that is being saved is kept, in milliseconds: the browser has begun to save it by then.
const SAVED_MS = 60_000;

// An element with its attributes and what it holds, lists too. An attribute that is false or missing is not there.
export function made(name, attributes = {}, ...held) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== false && value !== undefined) element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...held.flat().filter((one) => one !== undefined && one !== false));
  return element;
}

// Gives the visitor a file.
export function save(name, type, body) {
  const link = made("a", { href: URL.createObjectURL(new Blob([body], { type })), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), SAVED_MS);
}

// Copies what a field holds; otherwise selects it. Returns whether it was copied.
export async function copied(field) {
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    field.focus();
    field.select();
    // A frame of another site has no clipboard, and may still copy what is selected.
    return document.execCommand?.("copy") ?? false;
  }
}
