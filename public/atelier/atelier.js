// The workshop: a file is dropped, read in a worker, shown, mended, and taken away. Nothing leaves the page (docs/adr/0031).
import { account, checked } from "./check.js";
import { Absent, Ended, Refused, desk } from "./desk.js";
import { button, field, made, section } from "./dom.js";
import { left } from "./leave.js";
import { openRow } from "./mend.js";
import { understood } from "./read.js";
import { seen } from "./see.js";
import { number, say } from "./words.js";

const MOST_BYTES = 64 * 2 ** 20;

const place = document.getElementById("atelier");
const status = made("p", { role: "status", class: "etat", id: "etat" });
const announce = (sentence) => (status.textContent = sentence);

// What is at work: the file as given, its worker, what is known of it.
let file;
let now; // { worker, figures, choices, asked, ask, said }
const steps = { read: section("reconnaitre", say("stepRead")), check: section("verifier", say("stepCheck")), see: section("voir", say("stepSee")), leave: section("emporter", say("stepLeave")) };

const bar = made("progress", { "aria-label": say("progress") });
const cancel = button(say("cancel"), () => {
  stop();
  announce(say("cancelled"));
  input.focus();
});
// After a stop: the same file again, with what was said and mended of it.
const again = button("", () => open(file, again.said), { hidden: true });
const working = made("p", { class: "working", hidden: true }, bar, cancel);

const told = (done, of) => {
  bar.max = Math.max(of, 1);
  bar.value = done;
};

function busy(is) {
  working.hidden = !is;
  place.setAttribute("aria-busy", is);
  if (is) bar.removeAttribute("value");
}

// Ends the worker, and hides what it knew.
function stop() {
  now?.worker.end();
  now = undefined;
  busy(false);
  again.hidden = true;
  for (const dialog of document.querySelectorAll("dialog.row-dialog")) dialog.close();
  for (const part of Object.values(steps)) part.hidden = true;
}

// Asks the worker of now. Whoever asks hears of a refusal alone: a worker that is lost is told to the visitor here, once, and one that was
// ended to nobody; what waited for them waits for ever.
const asking = (mine) => async (...all) => {
  try {
    return await mine.worker.ask(...all);
  } catch (error) {
    if (error instanceof Refused) throw error;
    if (mine === now) fail(error);
    return new Promise(() => {});
  }
};

// Does something with the worker of now; what another file has made stale is dropped.
async function during(act) {
  const mine = now;
  busy(true);
  try {
    const figures = await act(mine);
    if (mine !== now) return;
    mine.figures = figures;
    const { asked, mends } = await mine.ask("said");
    mine.said = [asked, mends];
    await show();
  } catch (error) {
    if (mine === now && !(error instanceof Ended)) fail(error);
  } finally {
    if (mine === now) busy(false);
  }
}

// What the browser says of a file that is no longer there, or not as it was.
const GONE = new Set(["NotReadableError", "NotFoundError", "SecurityError"]);

// Says what went wrong. The file is still held: it can be read again, as it was.
function fail(error) {
  const said = now?.said;
  stop();
  if (error instanceof Refused) {
    const { message, remedy } = error.problem;
    return announce(say("refused", message, remedy));
  }
  if (GONE.has(error.name)) return announce(say("unreadable"));
  announce(say(error instanceof Absent ? "absent" : "stopped"));
  again.said = said;
  again.textContent = say("again", file.name);
  again.hidden = false;
  if (document.activeElement === document.body) again.focus();
}

// Reads a file in a worker of its own. `said`: { what was said, what was mended }, in place of what is guessed.
async function open(given, said) {
  stop();
  file = given;
  if (given.size > MOST_BYTES) return announce(say("tooLarge", MOST_BYTES / 2 ** 20));
  announce(say("reading", given.name));
  let worker;
  try {
    worker = desk(told);
  } catch {
    return announce(say("absent"));
  }
  now = { worker, asked: said?.[0] ?? {}, said };
  now.ask = asking(now);
  await during(async (mine) => {
    const bytes = await given.arrayBuffer();
    const figures = await mine.ask("open", given.name, bytes, said);
    mine.choices = await mine.ask("choices");
    mine.asked = (await mine.ask("said")).asked;
    return figures;
  });
  if (now && !said) steps.read.querySelector("h2").focus({ preventScroll: true });
}

// The focus stays on the control that was used, though it is made again.
function keepingFocus(act) {
  const key = document.activeElement?.dataset.key;
  act();
  if (key && !document.activeElement?.dataset.key) place.querySelector(`[data-key="${CSS.escape(key)}"]`)?.focus({ preventScroll: true });
}

const acts = {
  // Other bytes to texts: from the start, in another worker. What was mended is of other cells.
  reread(change) {
    const asked = { ...now.asked, columns: [], ...change };
    return open(file, [asked, []]);
  },
  // Other columns: the same table.
  retake({ column, ...change }) {
    const asked = { ...now.asked, ...change };
    if (column) asked.columns = [...(asked.columns ?? []).filter(([rank]) => rank !== column[0]), column];
    now.asked = asked;
    return during((mine) => mine.ask("ask", asked));
  },
};
const mend = (line, column) => openRow(now, line, column, (cells) => during((mine) => mine.ask("mend", cells)));

async function show() {
  const mine = now;
  const parts = await understood(mine, acts);
  if (mine !== now) return;
  keepingFocus(() => {
    fill(steps.read, parts);
    fill(steps.check, checked(mine, mend));
    fill(steps.see, seen(mine, { mend, announce }));
    fill(steps.leave, left(mine, { announce }));
  });
  announce(account(mine.figures));
}

function fill(part, held) {
  part.replaceChildren(part.firstElementChild, ...held.flat());
  part.hidden = false;
}

// « Déposer ».
const input = made("input", { type: "file", accept: ".csv,.tsv,.txt,.gz,.xlsx,.xlsm,.xlsb,.xls,.ods,.json,.geojson,.ndjson,.jsonl,.geojsonl,.zip" });
input.addEventListener("change", () => {
  const [given] = input.files;
  // The same file may be chosen again.
  input.value = "";
  if (given) open(given);
});
const pasted = made("textarea", { rows: "5", spellcheck: "false" });
const paste = button(say("readPasted"), () => (pasted.value.trim() ? open(new File([pasted.value], say("pastedName"), { type: "text/csv" })) : announce(say("nothingPasted"))));
const drop = made("div", { class: "drop" }, field(say("choose"), input), made("p", { class: "note" }, say("orDrop", number(MOST_BYTES / 2 ** 20))), made("details", {}, made("summary", {}, say("orPaste")), field(say("pasteLabel"), pasted), made("p", {}, paste)));
const depot = section("deposer", say("stepDrop"), drop, working);
depot.hidden = false;

// Anywhere on the page: a file that misses the frame must not replace the page.
addEventListener("dragover", (event) => {
  event.preventDefault();
  drop.classList.add("over");
});
addEventListener("dragleave", () => drop.classList.remove("over"));
addEventListener("drop", (event) => {
  event.preventDefault();
  drop.classList.remove("over");
  const [first] = event.dataTransfer.files;
  const text = event.dataTransfer.getData("text/plain");
  if (first) open(first);
  else if (text.trim()) open(new File([text], say("pastedName"), { type: "text/csv" }));
  else announce(say("nothingDropped"));
});

place.append(depot, status, made("p", {}, again), steps.read, steps.check, steps.see, steps.leave);
