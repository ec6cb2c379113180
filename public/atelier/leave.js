// « Emporter »: files to publish, to mend, to write sheets from, to come back with.
import { slug } from "../shared/fold.js";
import { button, copied, field, made, newId, save } from "./dom.js";
import { say } from "./words.js";

export const idOf = (text) => slug(text) || "mes-donnees";

const KINDS = {
  layer: { ending: "-couche.zip", type: "application/zip" },
  csv: { ending: "-points.csv", type: "text/csv;charset=utf-8" },
  geojson: { ending: ".geojson", type: "application/geo+json" },
  aside: { ending: "-ecartees.csv", type: "text/csv;charset=utf-8" },
  report: { ending: "-rapport.csv", type: "text/csv;charset=utf-8" },
  summary: { ending: "-resume.json", type: "application/json" },
  sheets: { ending: "-fiches.zip", type: "application/zip" },
  project: { ending: ".atelier.zip", type: "application/zip" },
};

export function left({ figures, ask }, { announce }) {
  const name = figures.name.replace(/\.[a-z0-9]{1,8}(\.gz)?$/i, "");
  const base = idOf(name);
  const title = made("input", { type: "text", value: name.slice(0, 200), maxlength: "200" });
  const credit = made("input", { type: "text", maxlength: "500" });
  const uses = made("input", { type: "checkbox", id: newId() });
  const about = () => ({ id: idOf(title.value), title: title.value, credit: credit.value, uses: uses.checked });

  const take = (kind) => async () => {
    const { ending, type } = KINDS[kind];
    announce(say("working"));
    try {
      const bytes = await ask("leave", kind, about());
      const file = `${kind === "layer" ? about().id : base}${ending}`;
      save(file, type, bytes);
      announce(say("saved", file));
    } catch (error) {
      announce(say("notSaved", error.message));
    }
  };
  const item = (kind) => made("li", {}, button(say(`take-${kind}`), take(kind)), made("p", { class: "note" }, say(`about-${kind}`)));
  const list = (...kinds) => made("ul", { class: "takings" }, kinds.map(item));

  const code = made("textarea", { readonly: true, rows: "4", id: newId(), spellcheck: "false" });
  const write = () => {
    const { id, title } = about();
    const map = new URL(`../?couche=${id}`, document.baseURI).href;
    const frame = made("iframe", { src: map, title, width: "100%", height: "600", loading: "lazy", referrerpolicy: "strict-origin-when-cross-origin" });
    code.value = `${frame.outerHTML}\n${made("p", {}, made("a", { href: map }, say("openMap"))).outerHTML}`;
  };
  title.addEventListener("input", write);
  write();
  const copy = button(say("copy"), async () => {
    announce(say((await copied(code)) ? "copied" : "select"));
  });
  const placed = figures.placed > 0;
  return [
    made("h3", {}, say("toPublish")),
    ...(placed
      ? [
          made("div", { class: "choices" }, field(say("layerName"), title), field(say("credit"), credit), ...(figures.uses.length > 0 ? [made("p", { class: "field check" }, uses, made("label", { for: uses.id }, say("onlyUses")))] : [])),
          list("layer", "csv", "geojson", "sheets"),
          made("p", { class: "field" }, made("label", { for: code.id }, say("embed")), code),
          made("p", {}, copy),
        ]
      : [made("p", {}, say("nothingPlaced"))]),
    made("h3", {}, say("toMend")),
    list(...(figures.aside > 0 ? ["aside"] : []), "report", "summary"),
    made("h3", {}, say("toComeBack")),
    list("project"),
  ];
}
