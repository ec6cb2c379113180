// Notes of a sheet: a mark leads to its note, a button copies its citation with the day of reading. Where the browser refuses the
// clipboard, the citation is shown and selected.

// In the panel of the map the fragment of the address is the view: a mark brings its note there by itself.
const toNote = (event, mark) => {
  const note = document.getElementById(mark.hash.slice(1));
  if (!note) return;
  event.preventDefault();
  note.focus();
};

const select = (citation) => {
  citation.hidden = false;
  const range = document.createRange();
  range.selectNodeContents(citation);
  const selection = getSelection();
  selection.removeAllRanges();
  selection.addRange(range);
};

const copy = async (button) => {
  const note = button.closest(".note-entry");
  const citation = note.querySelector(".citation");
  const day = new Date().toLocaleDateString(document.documentElement.lang, { dateStyle: "long" });
  citation.querySelector(".day").textContent = day;
  const words = (name) => note.closest(".sources").querySelector(name).textContent;
  const status = note.querySelector(".cite-status");
  status.textContent = "";
  try {
    await navigator.clipboard.writeText(citation.textContent);
    status.textContent = words(".copied");
  } catch {
    select(citation);
    status.textContent = words(".selected");
  }
};

addEventListener("click", (event) => {
  const mark = event.target.closest?.("a.note-mark");
  if (mark) toNote(event, mark);
  const button = event.target.closest?.("button.cite");
  if (button) copy(button);
});
