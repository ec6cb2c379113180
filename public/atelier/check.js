// « Vérifier »: every row is accounted for, and every problem can be found, however many there are: a page of them at a time.
import { button, made, pager } from "./dom.js";
import { counted, number, ranged, say } from "./words.js";

const COUNT = 50;
const LEVELS = ["refus", "question", "note"];

// « 1 204 lignes lues = 1 180 placées + 21 laissées de côté + 3 vides ».
export const account = ({ read, placed, aside, blank, word }) => {
  const part = (key, count) => counted(`${word}-${key}`, count);
  return say("account", part("read", read), part("placed", placed), part("aside", aside), part("blank", blank));
};

// `mend(line, column)` opens the row of a problem.
export function checked({ figures, ask }, mend) {
  const list = made("div", { class: "problems" });
  let which = {};
  const groups = made("div", { class: "groups", role: "group", "aria-label": say("filter") });

  const filter = (label, asked, key) => {
    const element = button(label, () => show(asked, 0, element), { "aria-pressed": "false", "data-key": `rule-${key}` });
    return element;
  };
  const all = filter(say("allProblems", figures.problems), {}, "all");
  groups.append(all);
  for (const level of LEVELS) {
    const of = figures.groups.filter((group) => group.level === level);
    if (of.length === 0) continue;
    const buttons = of.map(({ rule, title, count }) => made("li", {}, filter(`${title} (${number(count)})`, { rule, level }, `${level}-${rule}`)));
    groups.append(made("div", { class: `level ${level}` }, made("h3", {}, say(`level-${level}`, of.reduce((sum, { count }) => sum + count, 0))), made("ul", {}, buttons)));
  }

  async function show(asked, from, pressed) {
    which = asked;
    if (pressed) for (const one of groups.querySelectorAll("button")) one.setAttribute("aria-pressed", one === pressed);
    const { total, problems } = await ask("problems", { ...which, from, count: COUNT });
    list.replaceChildren(...(total > 0 ? table(problems, { from, count: COUNT, total }) : [made("p", {}, say("noProblem"))]));
  }

  function table(problems, at) {
    // On a phone each row is a card, whose cells say what they are (atelier.css).
    const heads = [figures.word, "column", "value", "matter", "remedy", "act"].map((key) => made("th", { scope: "col" }, say(key)));
    const cell = (key, held, attributes = {}) => made("td", { "data-head": say(key), ...attributes }, held);
    const rows = problems.map((problem) => {
      const { line, column, value, message, remedy, level } = problem;
      const acts = line === null ? "" : button(say("seeRow"), () => mend(line, column), { class: "link-button", "aria-label": say(`${figures.word}-seeRowOf`, line) });
      return made(
        "tr",
        { class: level },
        made("th", { scope: "row", "data-head": line === null ? "" : say(figures.word) }, line === null ? say("wholeFile") : number(line)),
        cell("column", column ?? ""),
        cell("value", value ?? "", { class: "value" }),
        cell("matter", [made("strong", {}, say(`word-${level}`)), message], { class: "sentence" }),
        cell("remedy", remedy, { class: "sentence" }),
        made("td", { class: "acts-cell" }, acts),
      );
    });
    const turn = pager({ earlier: say("earlier"), later: say("later"), pages: (...all) => ranged("pages", ...all) }, at, async (from) => {
      await show(which, from);
      list.querySelector("caption")?.focus();
    });
    const shown = made("table", {}, made("caption", { tabindex: "-1" }, ranged("problems", at.from, Math.min(at.total, at.from + at.count), at.total)), made("thead", {}, made("tr", {}, heads)), made("tbody", {}, rows));
    return [made("div", { class: "wide", role: "region", "aria-label": say("problemsRegion"), tabindex: "0" }, shown), ...(at.total > at.count ? [turn] : [])];
  }

  const first = figures.aside > 0 ? groups.querySelector(".level button") : all;
  const group = figures.groups[0];
  show(first === all || !group ? {} : { rule: group.rule, level: group.level }, 0, first);
  return [made("p", { class: "account" }, account(figures)), groups, list];
}
