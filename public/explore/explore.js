// The map by keyboard and by ear: the markers of the view are one stop, arrows go from one to the next, and after each act the map says
// where it is and what is there. boot.js loads this when the keyboard comes to the map, or when « Explorer la carte » is pressed.
import { made } from "../shared/dom.js";
import { direction, kilometres } from "../shared/geography.js";
import { all, listed } from "../shared/initiatives.js";
import { inReadingOrder, named, neighbour } from "./markers.js";
import { Pad } from "./pad.js";
import { inFull, inShort } from "./sentences.js";
import { WORDS } from "./words.js";

// The map rests when its address has not changed for so long; then it is spoken of, in milliseconds.
const REST_MS = 600;
const LOOK_MS = 100;
// Letters typed within this belong together, in milliseconds.
const TYPING_MS = 800;

const ARROWS = ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"];
const ACT_OF_KEY = { "+": "in", "=": "in", "-": "out", Home: "home", ArrowUp: "north", ArrowDown: "south", ArrowLeft: "west", ArrowRight: "east" };

class Explorer {
  // `app`: tells where the map is (`seen`, `town`).
  constructor(app) {
    Object.assign(this, { app, words: WORDS[document.documentElement.lang] ?? WORDS.fr, typed: "", letters: true, features: [] });
    this.stage = document.querySelector(".stage");
    this.canvas = this.stage.querySelector("canvas");
    [this.group] = this.stage.querySelectorAll(".markers");
    this.status = made("p", { class: "explore-status", role: "status" });
    this.stage.after(this.status);
    this.pad = new Pad(this);
    this.stage.addEventListener("keydown", (event) => this.#key(event), { capture: true });
    this.stage.addEventListener("focusin", ({ target }) => target === this.group && this.#enter());
    this.stage.addEventListener("click", ({ target }) => target.closest(".cluster") && this.#opens(target.closest(".cluster")));
    // The map moves for what the keyboard comes to only where a panel or a button covers it.
    this.stage.addEventListener("focusin", (event) => event.target.closest(".marker") && this.#isClear(event.target) && event.stopPropagation(), { capture: true });
    // A marker that leaves the view leaves the keyboard among the others.
    this.stage.addEventListener("focusout", ({ target, relatedTarget }) => {
      if (relatedTarget || !target.matches(".marker")) return;
      setTimeout(() => document.activeElement === document.body && !target.isConnected && this.group.focus({ preventScroll: true }));
    });
    document.querySelector(".controls")?.addEventListener("click", ({ target }) => this.#pressed(target));
    document.querySelector(".shortcuts")?.addEventListener("click", ({ target }) => target.closest("button") && this.speakAfter(""));
    this.#learn();
  }

  // What the initiatives are and where: the open data, asked for once.
  async #learn() {
    try {
      this.features = await all();
    } catch {
      // The counts of the list are said without them.
    }
    this.#describe();
  }

  // What the map is described by: what it shows now, and how to go on.
  #describe() {
    // Nothing is said of a map that is not drawn.
    if (this.app.seen().length === 0) return;
    const help = document.getElementById(this.canvas.getAttribute("aria-describedby"));
    this.how ??= help?.textContent ?? "";
    if (help) help.textContent = `${inShort(this.view(), this.words)} ${this.how}`;
    this.#count();
  }

  // The name of the group says how many markers are in it.
  #count() {
    const { length } = this.markers();
    this.group.setAttribute("aria-label", length > 0 ? this.words.markers(length) : this.words.noMarker);
  }

  // What is in view: facts for sentences.
  view() {
    const known = new Map(this.features.map((feature) => [feature.id, feature]));
    const features = (ids) => ids.map((id) => known.get(id) ?? { id, properties: {} });
    const [west, south, east, north] = this.app.seen();
    return {
      town: this.app.town(),
      centre: [(west + east) / 2, (south + north) / 2],
      wideKm: kilometres([west, (south + north) / 2], [east, (south + north) / 2]),
      seen: features(listed("dans-la-vue", "sur-territoires")),
      unseen: features(listed("hors-de-la-vue")),
    };
  }

  where() {
    this.say(inFull(this.view(), this.words));
  }

  say(sentence) {
    // The same sentence twice is spoken twice.
    this.status.textContent = "";
    requestAnimationFrame(() => (this.status.textContent = sentence));
  }

  // Speaks of the view once the map rests after an act; what was done later is spoken of instead.
  speakAfter(act) {
    this.walked = undefined;
    clearInterval(this.waiting);
    let [before, since] = [location.hash, performance.now()];
    this.waiting = setInterval(() => {
      if (location.hash !== before) [before, since] = [location.hash, performance.now()];
      if (performance.now() - since < REST_MS) return;
      clearInterval(this.waiting);
      this.#describe();
      this.say([act, inShort(this.view(), this.words)].filter(Boolean).join(" "));
    }, LOOK_MS);
  }

  // The markers in sight, in the order of reading.
  markers() {
    const frame = this.canvas.getBoundingClientRect();
    const isSeen = (marker) => {
      const { x, y } = middle(marker);
      return x >= frame.left && x <= frame.right && y >= frame.top && y <= frame.bottom;
    };
    return inReadingOrder([...this.stage.querySelectorAll(".marker")].filter(isSeen), middle);
  }

  // The same in the order in which they are walked through. The map may move to show the one that the keyboard comes to, and makes its
  // buttons again: they are known by their names, and those that come into view meanwhile are added at the end, so that each is reached
  // and none twice.
  #walk() {
    const there = known([...this.stage.querySelectorAll(".marker")]);
    const seen = new Set(this.markers());
    this.walked = [...new Set([...(this.walked ?? []), ...[...there].filter(([, marker]) => seen.has(marker)).map(([name]) => name)])];
    return this.walked.map((name) => there.get(name)).filter(Boolean);
  }

  #isClear(marker) {
    const { x, y } = middle(marker);
    return this.stage.contains(document.elementFromPoint(x, y));
  }

  #enter() {
    this.walked = undefined;
    this.#count();
  }

  #key(event) {
    const { target, key } = event;
    if (event.altKey || event.metaKey) return;
    const onMarker = target.closest(".marker");
    if (target === this.canvas) return this.#keyOnMap(event);
    if (!onMarker && target !== this.group) return;
    if (key === "Escape" && document.querySelector(".sheet-open")) return;
    const done = this.#keyOnMarkers(event, onMarker, key);
    if (!done) return;
    event.preventDefault();
    event.stopPropagation();
  }

  #keyOnMap(event) {
    const { key } = event;
    if (event.ctrlKey) return;
    if (this.letters && (key === "?" || key === ".")) {
      event.preventDefault();
      return key === "?" ? this.pad.toggle() : this.where();
    }
    const act = ACT_OF_KEY[key];
    if (act) this.speakAfter(this.words.acts[act]);
  }

  // Returns whether the key was for the markers.
  #keyOnMarkers(event, from, key) {
    const all = this.#walk();
    if (ARROWS.includes(key)) {
      if (event.ctrlKey && from) return this.#goTo(neighbour(this.markers(), from, key, middle), from, this.words.none(this.words.directions[{ ArrowUp: 0, ArrowRight: 2, ArrowDown: 4, ArrowLeft: 6 }[key]]));
      const step = key === "ArrowDown" || key === "ArrowRight" ? 1 : -1;
      const next = from ? all[all.indexOf(from) + step] : all[step > 0 ? 0 : all.length - 1];
      return this.#goTo(next, from, step > 0 ? this.words.last : this.words.first);
    }
    if (event.ctrlKey) return false;
    if (key === "Home" || key === "End") return this.#goTo(all.at(key === "Home" ? 0 : -1), from, "");
    if (key === "Escape") {
      this.canvas.focus({ preventScroll: true });
      return true;
    }
    if (!this.letters || key.length > 1 || key === " ") return false;
    if (key === "?") return this.pad.toggle(), true;
    if (key === ".") return this.where(), true;
    if (key === "+" || key === "-" || key === "=") return this.speakAfter(this.words.acts[ACT_OF_KEY[key]]), false;
    return this.#type(all, from, key);
  }

  #type(all, from, letter) {
    clearTimeout(this.forgetting);
    this.typed += letter;
    this.forgetting = setTimeout(() => (this.typed = ""), TYPING_MS);
    return this.#goTo(named(all, from, this.typed, (marker) => marker.getAttribute("aria-label")), from, "");
  }

  // Puts the keyboard on a marker, and says how far it is from the last one.
  #goTo(marker, from, otherwise) {
    if (!marker) return otherwise && this.say(otherwise), true;
    if (from && from !== marker) {
      const [one, other] = [this.#place(from), this.#place(marker)];
      const away = this.words.away(kilometres(one, other), this.words.directions[direction(one, other)]);
      this.say(this.words.fromLast(away));
    }
    marker.focus({ preventScroll: true });
    return true;
  }

  // Where a marker is, in degrees: from its place in the view, whose edges are known (Web Mercator).
  #place(marker) {
    const frame = this.canvas.getBoundingClientRect();
    const [west, south, east, north] = this.app.seen();
    const { x, y } = middle(marker);
    const mercator = (lat) => Math.asinh(Math.tan((lat * Math.PI) / 180));
    const along = (y - frame.top) / frame.height;
    const raised = mercator(north) + (mercator(south) - mercator(north)) * along;
    return [west + ((x - frame.left) / frame.width) * (east - west), (Math.atan(Math.sinh(raised)) * 180) / Math.PI];
  }

  // A ring that is opened becomes others: the keyboard goes to the first of them, once the map rests.
  #opens(ring) {
    if (!ring.matches(":focus-visible")) return;
    const { x, y } = middle(ring);
    const end = performance.now() + 3 * REST_MS;
    this.speakAfter(this.words.acts.opened);
    const look = setInterval(() => {
      if (performance.now() > end) return clearInterval(look);
      if (ring.isConnected && document.activeElement !== document.body) return;
      clearInterval(look);
      const near = this.markers().sort((a, b) => far(a, x, y) - far(b, x, y));
      (near[0] ?? this.group).focus({ preventScroll: true });
    }, LOOK_MS);
  }

  // A button of the map: zooming in, out, whole France.
  #pressed(target) {
    const button = target.closest("button:not([data-explore])");
    const act = ["in", "out", "home"][[...document.querySelectorAll(".controls .control-group button:not([data-explore])")].indexOf(button)];
    if (act) this.speakAfter(this.words.acts[act]);
  }

  // Moves the map as an arrow key does.
  pan(way) {
    const key = { north: "ArrowUp", south: "ArrowDown", west: "ArrowLeft", east: "ArrowRight" }[way];
    this.canvas.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
  }
}

// Markers in the order of reading, by their names; of those of one name, by name and number.
function known(markers) {
  const found = new Map();
  for (const marker of inReadingOrder(markers, middle)) {
    const name = marker.getAttribute("aria-label");
    let [key, number] = [name, 1];
    while (found.has(key)) key = `${name} ${(number += 1)}`;
    found.set(key, marker);
  }
  return found;
}

function middle(marker) {
  const { left, top, width, height } = marker.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}

function far(marker, x, y) {
  const here = middle(marker);
  return Math.hypot(here.x - x, here.y - y);
}

// Begins. `app`: see `Explorer`.
export function attach(app) {
  const explorer = new Explorer(app);
  return { toggle: () => explorer.pad.toggle() };
}
