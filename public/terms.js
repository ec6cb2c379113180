// Words of the glossary: what they mean is shown by the style sheet, on hover and on focus. This only lets Escape put it away,
// without losing the focus and without closing the sheet.

const SHOWN = ".term:hover, .term:focus-within";
const AWAY = "away";

addEventListener(
  "keydown",
  (event) => {
    if (event.key !== "Escape") return;
    const term = [...document.querySelectorAll(SHOWN)].find((shown) => !shown.classList.contains(AWAY));
    if (!term) return;
    term.classList.add(AWAY);
    event.stopImmediatePropagation();
  },
  { capture: true },
);

// Once left, the word can be asked again.
for (const left of ["pointerout", "focusout"]) {
  addEventListener(left, (event) => event.target.closest?.(".term")?.classList.remove(AWAY));
}
