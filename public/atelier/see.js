// « Voir »: the rows beside the map. Point at a row and see its point, and the reverse.
import { button, choice, field, made, pager } from "./dom.js";
import { counted, number, ranged, say } from "./words.js";

const COUNT = 25;
const ID = "vos-donnees";
// How many columns a row shows beside the map, and which first; all others come as the last of these, which no column is.
const COLUMNS = 4;
const FIRST = ["nom", "categorie", "montant", "date", "commune", "code_insee", "other"];

// Of the map that will stand there (atelier.css).
const MAP_HEIGHT = 544;
const size = (place) => ({ width: place.clientWidth || MAP_HEIGHT, height: MAP_HEIGHT });

export function seen({ figures, ask }, { mend, announce }) {
  let layer; // files, lines
  let uses = false;
  let which = { status: "placed" };
  const list = made("div", { class: "rows" });
  const place = made("div", { class: "preview" });
  let frame;

  const tell = (message) => frame?.contentWindow?.postMessage({ atelier: true, ...message }, location.origin);
  // The map asks for its files once it is there, and tells which point was opened.
  const heard = ({ source, origin, data }) => {
    if (!frame?.isConnected) return removeEventListener("message", heard);
    if (source !== frame.contentWindow || origin !== location.origin || !data?.atelier) return;
    if (data.ready) tell({ files: layer.files });
    if (Number.isInteger(data.opened)) reveal(layer.lines[data.opened]);
  };

  async function map() {
    await undefined; // once this is in the page, and has its size
    try {
      const { width, height } = size(place);
      layer = await ask("layer", { uses, title: say("layerTitle", figures.name), credit: say("unverified"), width, height });
    } catch {
      frame = undefined;
      return place.replaceChildren(made("p", {}, say(uses ? "noUse" : "nothingPlaced")));
    }
    removeEventListener("message", heard);
    const { elsewhere, view } = layer;
    frame = made("iframe", { title: say("mapTitle"), src: `../apercu.html?couche=${ID}&vue=carte#${view}` });
    place.replaceChildren(made("p", { class: "unverified" }, say("unverified")), frame, ...(elsewhere > 0 ? [made("p", { class: "note" }, counted("elsewhere", elsewhere))] : []));
    addEventListener("message", heard);
  }

  // The row of a point that the visitor opened on the map.
  async function reveal(line) {
    if (line === undefined) return;
    which = { status: "placed" };
    await rows({ line });
    mark(line);
    announce(say(`${figures.word}-pointOf`, line));
  }

  function mark(line) {
    for (const row of list.querySelectorAll("tr")) row.removeAttribute("aria-current");
    const row = list.querySelector(`tr[data-line="${line}"]`);
    row?.setAttribute("aria-current", "true");
    row?.scrollIntoView({ block: "nearest" });
  }

  function point(line) {
    const position = layer?.lines.indexOf(line) ?? -1;
    mark(line);
    if (position < 0) return announce(say(`${figures.word}-notOnMap`, line));
    tell({ show: position });
    announce(say(`${figures.word}-shownOnMap`, line));
  }

  const told = figures.columns.map(({ role, title }, rank) => ({ rank, title, order: (FIRST.indexOf(role) + FIRST.length) % FIRST.length }));
  const columns = told.sort((a, b) => a.order - b.order || a.rank - b.rank).slice(0, COLUMNS);

  async function rows(at) {
    const { total, from, rows: found } = await ask("rows", { ...which, from: 0, ...at, count: COUNT });
    const head = [say(figures.word), say("state"), ...columns.map(({ title, rank }) => title || say("untitled", rank + 1)), say("act")];
    const body = found.map(({ line, status, precision, cells }) => {
      const show = status === "placed" ? button(say("show"), () => point(line), { class: "link-button", "aria-label": say(`${figures.word}-showOf`, line) }) : "";
      const edit = button(say("edit"), () => mend(line), { class: "link-button", "aria-label": say(`${figures.word}-seeRowOf`, line) });
      return made(
        "tr",
        { "data-line": line, class: status },
        made("th", { scope: "row" }, number(line)),
        made("td", {}, status === "placed" ? say(`precision-${precision}`) : say(`${figures.word}-status-${status}`)),
        columns.map(({ rank }) => made("td", {}, cells[rank] ?? "")),
        made("td", { class: "acts-cell" }, show, " ", edit),
      );
    });
    const table = made("table", {}, made("caption", {}, counted(`${figures.word}-rows`, total)), made("thead", {}, made("tr", {}, head.map((text) => made("th", { scope: "col" }, text)))), made("tbody", {}, body));
    const turn = pager({ earlier: say("earlier"), later: say("later"), pages: (...all) => ranged("pages", ...all) }, { from, count: COUNT, total }, async (from) => {
      await rows({ from });
      list.querySelector(".wide")?.focus();
    });
    list.replaceChildren(made("div", { class: "wide", role: "region", "aria-label": say("rowsRegion"), tabindex: "0" }, table), ...(total > COUNT ? [turn] : []));
  }

  const statuses = [["", say("everyRow", figures.read)], ["placed", say("placedRows", figures.placed)], ["aside", say("asideRows", figures.aside)], ["blank", say("blankRows", figures.blank)]];
  const filter = choice(statuses, "placed", (status) => {
    which = status ? { status } : {};
    rows({});
  });
  const controls = [field(say("whichRows"), filter)];
  if (figures.uses.length > 0 || figures.schema === "decp") {
    const shown = choice([["", say("byCategory")], ["uses", say("byUse")]], "", (value) => {
      uses = value === "uses";
      map();
    });
    const counts = figures.uses.map(([name, count]) => made("li", {}, say("useCounted", name, count)));
    controls.push(field(say("whatIsShown"), shown), made("ul", { class: "uses" }, counts.length > 0 ? counts : [made("li", {}, say("noUse"))]));
  }
  rows({});
  if (figures.placed > 0) map();
  else place.append(made("p", {}, say("nothingPlaced")));
  return [made("div", { class: "choices" }, controls), made("div", { class: "beside" }, list, place)];
}
