// Words of the glossary, and the names of markers: what they say is shown by the style sheet, on hover and on focus. This only lets Escape
// put it away, without losing the focus and without closing the sheet.

const TOLD = ".term, .marker";
const SHOWN = ":is(.term, .marker):is(:hover, :focus-within)";
const AWAY = "away";

addEventListener(
  "keydown",
  (event) => {
    if (event.key !== "Escape") return;
    const term = [...document.querySelectorAll(SHOWN)].find((shown) => !shown.classList.contains(AWAY));
    if (!term) return;
    term.classList.add(AWAY);
    // The name of a marker that the pointer happens to be on does not keep a sheet open.
    if (!term.matches(".marker:not(:focus-visible)")) event.stopImmediatePropagation();
  },
  { capture: true },
);

// Once left, the word can be asked again.
for (const left of ["pointerout", "focusout"]) {
  addEventListener(left, (event) => event.target.closest?.(TOLD)?.classList.remove(AWAY));
}
