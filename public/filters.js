// A box that finds a value among those of a long facet. boot.js loads it when the visitor opens a facet.

// As many values are seen at a glance.
const FEW = 9;
// From the text room (scripts/finish-dist.mjs).
const WORDS = {};

const words = WORDS[document.documentElement.lang] ?? WORDS.fr;

// Letters alone: « Énergie » is found by « energie ».
const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("œ", "oe").toLowerCase();

function box(facet, chips) {
  const input = Object.assign(document.createElement("input"), { type: "search", className: "facet-search", placeholder: words.find, autocomplete: "off" });
  Object.assign(input.style, { width: "100%", minHeight: "2.25rem", marginBlockEnd: "0.5rem" });
  input.setAttribute("aria-label", `${words.find} ${facet.querySelector("summary").textContent}`);
  const status = Object.assign(document.createElement("p"), { className: "hint" });
  status.setAttribute("role", "status");
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
