// « Mon carnet » on the map: a tick in the sheet of an initiative, and the way to the notebook (public/notebook.js). It comes with
// the first sheet (public/sheets.js). The address alone keeps what was ticked: it is in every address that the map writes from then on.
import { made } from "../shared/dom.js";
import { MOST, kept, withKept } from "./address.js";
import { WORDS } from "./words.js";

const words = WORDS[document.documentElement.lang] ?? WORDS.fr;

// What was ticked. « Back » leaves it as it is: it is no step of the walk.
let ids = kept(location.search);

// The map knows the notebook that its address began with: that of now takes its place.
for (const name of ["pushState", "replaceState"]) {
  const write = history[name];
  history[name] = (state, title, address) => write.call(history, state, title, address && withKept(String(address), ids));
}
const written = () => history.replaceState(history.state, "", location.href);
addEventListener("popstate", () => {
  if (kept(location.search).join() !== ids.join()) written();
});

// Links that leave this page for another address of the map: another language, the map alone.
const leaves = 'a[href^="./"]:is([data-reload], [target])';
addEventListener("click", ({ target }) => {
  const link = target.closest?.(leaves);
  if (link) link.setAttribute("href", withKept(link.getAttribute("href"), ids));
}, true);

// The tick of a sheet, in place of the link that does without a script. The link tells which initiative.
function dressed(place) {
  const id = new URLSearchParams(place.querySelector("a").search).get("initiatives");
  const box = made("input", { type: "checkbox" });
  const open = made("a", { target: "_top" });
  const status = made("span", { role: "status", class: "note" });
  const show = () => {
    box.checked = ids.includes(id);
    open.hidden = ids.length === 0;
    open.href = `carnet/?initiatives=${ids.join(",")}`;
    open.textContent = words.open(ids.length, MOST);
  };
  box.addEventListener("change", () => {
    if (box.checked && ids.length >= MOST) {
      status.textContent = words.full(MOST);
    } else {
      ids = box.checked ? [...ids, id] : ids.filter((other) => other !== id);
      written();
      status.textContent = box.checked ? words.put(ids.length, MOST) : words.taken(ids.length);
    }
    show();
  });
  show();
  place.replaceChildren(made("label", {}, box, ` ${words.tick}`), " ", open, " ", status);
  place.dataset.dressed = "";
}

const dress = () => document.querySelectorAll(".sheet .keep:not([data-dressed])").forEach(dressed);
const observer = new MutationObserver(dress);

// Follows the sheets of the column that is there now.
export function follow() {
  observer.disconnect();
  const column = document.getElementById("colonne");
  if (column) observer.observe(column, { childList: true, subtree: true });
  dress();
}
