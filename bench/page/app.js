// window.bench for this project's map, injected into its page: the app contains none of it. It acts as a visitor does: keys, boxes
// drawn with Shift, a click on a filter.
(() => {
  const MARGIN_PX = 40; // the margin around a box that the map flies to, as MARGIN_PX in the app
  const TILE_PX = 256;
  const PATIENCE_MS = 15_000;

  const stage = () => document.querySelector(".stage");
  const canvas = () => document.querySelector(".stage canvas");

  const world = ({ lat, lon }) => {
    const sin = Math.sin((lat * Math.PI) / 180);
    return { x: lon / 360 + 0.5, y: 0.5 - Math.atanh(sin) / (2 * Math.PI) };
  };
  const here = () => {
    const [zoom, lat, lon] = location.hash.slice(1).split("/").map(Number);
    return { zoom, lat, lon };
  };

  // The map writes its camera to the address once it rests.
  async function atRestAfter(act) {
    const before = location.hash;
    const start = performance.now();
    act();
    while (location.hash === before) {
      if (performance.now() - start > PATIENCE_MS) throw new Error(`the map did not leave ${before}`);
      await window.meter.frame();
    }
  }

  const press = (key, shiftKey = false) => canvas().dispatchEvent(new KeyboardEvent("keydown", { key, shiftKey, bubbles: true, cancelable: true }));

  const point = (type, x, y) =>
    canvas().dispatchEvent(
      new PointerEvent(type, { pointerId: 1, pointerType: "mouse", isPrimary: true, button: 0, shiftKey: true, clientX: x, clientY: y, bubbles: true, cancelable: true }),
    );

  // The map flies to a box drawn with Shift. The corners may lie off screen, so a box can ask for any view.
  function box(to) {
    const from = here();
    const rect = stage().getBoundingClientRect();
    const scale = TILE_PX * 2 ** from.zoom;
    const [a, b] = [world(from), world(to)];
    const x = rect.left + rect.width / 2 + (b.x - a.x) * scale;
    const y = rect.top + rect.height / 2 + (b.y - a.y) * scale;
    const part = 2 ** (from.zoom - to.zoom) / 2;
    const [w, h] = [(rect.width - 2 * MARGIN_PX) * part, (rect.height - 2 * MARGIN_PX) * part];
    point("pointerdown", x - w, y - h);
    point("pointermove", x + w, y + h);
    point("pointerup", x + w, y + h);
  }

  // Resolves once the markers have changed.
  const markersChange = () =>
    new Promise((resolve) => {
      const observer = new MutationObserver(() => (observer.disconnect(), resolve()));
      // Markers of layers and of initiatives.
      for (const markers of document.querySelectorAll(".markers")) observer.observe(markers, { childList: true, subtree: true, characterData: true });
    });

  // Returns the filter that most points pass: a category of the layer (a button of `.legend`) if one is shown, else a lever.
  function mostUsed() {
    const layer = [...document.querySelectorAll(".legend button[aria-pressed]")];
    const buttons = layer.length ? layer : [...document.querySelectorAll("button[data-lever]")];
    const count = (button) => Number(/(\d[\d\s\u202f\u00a0]*)$/.exec(button.textContent.trim())?.[1].replace(/\D/g, "") ?? 0);
    return buttons.reduce((best, button) => (count(button) > count(best) ? button : best));
  }
  let filter;

  const measured = (name) => performance.getEntriesByName(name, "measure").at(-1)?.duration;

  window.bench = {
    get ready() {
      return window.meter.sight("html[data-ready=carte]");
    },
    get indexMs() {
      const [decode, clusters] = [measured("layer-decode"), measured("layer-first-clusters")];
      return decode === undefined ? null : decode + (clusters ?? 0);
    },
    here,
    // Markers are links of the page before the program makes them buttons.
    pressable: window.meter.sight(".mark, button.marker"),
    // The browser would leave the page of a link at once: that is the answer.
    async press() {
      const mark = [...document.querySelectorAll(".mark, button.marker")].find((mark) => mark.getClientRects().length > 0);
      const answered = new Promise((resolve) => addEventListener("click", (event) => (event.preventDefault(), resolve()), { once: true }));
      mark.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
      await answered;
    },
    fly: (to) => atRestAfter(() => box(to)),
    async zoom({ by }) {
      for (let step = 0; step < Math.abs(by); step++) await atRestAfter(() => press(by > 0 ? "+" : "-"));
    },
    async pan({ x, y }) {
      if (x) await atRestAfter(() => press(x > 0 ? "ArrowRight" : "ArrowLeft", true));
      if (y) await atRestAfter(() => press(y > 0 ? "ArrowDown" : "ArrowUp", true));
    },
    filter() {
      filter ??= mostUsed();
      const changed = markersChange();
      filter.click();
      return changed;
    },
  };

  // The JavaScript heap does not include the wasm memory: keep a handle on it.
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const original = WebAssembly[name];
    WebAssembly[name] = async (...given) => {
      const made = await original.apply(WebAssembly, given);
      window.wasmMemory = (made.instance ?? made).exports.memory ?? window.wasmMemory;
      return made;
    };
  }
})();
