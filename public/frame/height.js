// How high the map would be, told to the host where it asks: in our form, and in those that sites know already.

// Three times for a width, then silence: a height that changes the width again, by a scroll bar, makes no loop.
const TIMES = 3;
const MAP = { least: 360, most: 720 };
const BOTH = { least: 480, most: 900 };
const MOST = 4000;

const between = (value, { least, most }) => Math.min(Math.max(value, least), most);

// The height of the head, the filters, the list and the foot, whatever room they have.
function content() {
  const height = (selector) => document.querySelector(selector)?.offsetHeight ?? 0;
  const list = document.querySelector(".list");
  const bottoms = [...(list?.children ?? [])].map((child) => child.getBoundingClientRect().bottom);
  const own = list ? Math.max(0, ...bottoms) - list.getBoundingClientRect().top : 0;
  return height(".head") + height(".filters") + own + height(".foot") + 16;
}

function wanted() {
  const page = document.querySelector(".page");
  const column = page?.querySelector(".column");
  if (!column) return undefined;
  const { layout } = page.dataset;
  if (layout === "carte") return between(page.clientWidth * 0.75, MAP);
  if (layout === "liste") return Math.min(content(), MOST);
  const isBeside = column.clientHeight >= page.clientHeight - 8;
  return between(content() + (isBeside ? 0 : MAP.least), BOTH);
}

// `query`: of the address at first. `tell`: says something to the host in our form.
export function followHeight(query, tell) {
  const child = query.get("childId"); // pym
  const [, secret] = /[?&]secret=(\w+)/.exec(location.hash) ?? []; // WordPress
  if (!/^auto$/i.test(query.get("hauteur")) && !child && !secret) return undefined;
  const said = new Map();
  let last;
  const say = () => {
    const hauteur = Math.ceil(wanted() ?? 0);
    const times = said.get(innerWidth) ?? 0;
    if (!hauteur || hauteur === last || times >= TIMES) return;
    said.set(innerWidth, times + 1);
    last = hauteur;
    const id = child ?? "carte-leviers";
    const post = (message) => parent.postMessage(message, "*");
    tell("hauteur", { id, hauteur });
    post({ "datawrapper-height": { [id]: hauteur } });
    post({ sentinel: "amp", type: "embed-size", height: hauteur });
    if (child) post(`pymxPYMx${child}xPYMxheightxPYMx${hauteur}`);
    if (secret) post({ message: "height", value: hauteur, secret });
  };
  let waiting = 0;
  // Once what changes it has settled.
  return () => {
    clearTimeout(waiting);
    waiting = setTimeout(say, 100);
  };
}
