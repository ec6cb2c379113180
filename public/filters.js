// A box that finds a value among those of a long facet. boot.js loads it when the visitor opens a facet.
import { made } from "./shared/dom.js";
import { folded } from "./shared/fold.js";

// As many values are seen at a glance.
const FEW = 9;
// From the text room (crates/site).
const WORDS = {};

const words = WORDS[document.documentElement.lang] ?? WORDS.fr;

function box(facet, chips) {
  const label = `${words.find} ${facet.querySelector("summary").textContent}`;
  const input = made("input", { type: "search", class: "facet-search", placeholder: words.find, autocomplete: "off", "aria-label": label });
  const status = made("p", { class: "hint", role: "status" });
  const show = () => {
    const asked = folded(input.value.trim());
    let found = 0;
    for (const chip of chips.children) {
      chip.hidden = !folded(chip.textContent).includes(asked);
      found += !chip.hidden;
    }
    status.textContent = asked && words.found.replace("{}", found);
  };
  input.addEventListener("input", show);
  // Escape gives all values back, and closes nothing else.
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !input.value) return;
    event.stopPropagation();
    event.preventDefault();
    input.value = "";
    show();
  });
  // The values are made again when their names come.
  new MutationObserver(show).observe(chips, { childList: true });
  chips.before(input);
  chips.after(status);
}

// Gives a facet its box, once its values are there and if they are many.
export function searchable(facet) {
  const chips = facet.querySelector(":scope > .chips");
  if (!chips || facet.querySelector(":scope > .facet-search")) return;
  const isLong = () => chips.querySelectorAll(":scope > .chip").length > FEW;
  if (isLong()) return box(facet, chips);
  const values = new MutationObserver(() => {
    if (!isLong()) return;
    values.disconnect();
    if (!facet.querySelector(":scope > .facet-search")) box(facet, chips);
  });
  values.observe(chips, { childList: true });
}
