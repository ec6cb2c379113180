// A row, whole: every cell to mend in place, and what is said of it.
import { button, field, made } from "./dom.js";
import { say } from "./words.js";

// Opens the row of a line at a column, by its title. `mended(cells)` takes what was changed: [{ line, column, text }].
export async function openRow({ figures, ask }, line, column, mended) {
  const row = await ask("row", line);
  if (!row) return;
  const heading = made("h2", { id: "ligne-titre", tabindex: "-1" }, say(`${figures.word}-title`, line));
  const dialog = made("dialog", { class: "row-dialog", "aria-labelledby": "ligne-titre" });
  const inputs = row.cells.map(([title, text], rank) => {
    const input = made("input", { type: "text", value: text, readonly: row.flawed, autocomplete: "off" });
    return { title, text, input, part: field(title || say("untitled", rank + 1), input) };
  });
  const problems = row.problems.map(({ column, message, remedy, level }) => made("li", {}, made("strong", {}, say(`word-${level}`)), [column, message].filter(Boolean).join("\u00a0: "), ". ", remedy));
  const changed = () => inputs.flatMap(({ text, input }, rank) => (input.value === text ? [] : [{ line, column: rank, text: input.value }]));
  const form = made("form", { method: "dialog" }, inputs.map(({ part }) => part));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const cells = changed();
    dialog.close();
    if (cells.length > 0) mended(cells);
  });
  const submit = made("button", { type: "submit", class: "button" }, say("mend"));
  form.append(made("p", { class: "acts-row" }, row.flawed ? "" : submit, button(say("cancelRow"), () => dialog.close())));
  dialog.append(heading, made("p", {}, say(`${figures.word}-status-${row.status}`)), ...(problems.length > 0 ? [made("ul", { class: "row-problems" }, problems)] : []), ...(row.flawed ? [made("p", {}, say("flawed"))] : []), form);
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  const asked = inputs.find(({ title }) => title === column) ?? inputs[0];
  (row.flawed ? heading : (asked?.input ?? heading)).focus();
}
