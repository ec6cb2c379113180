// The map inside the workshop: a layer that only the page around it holds. Both speak by messages, of the same origin and from each other.
const around = window.parent;

// The visitor's own points stand out (layers.css).
document.documentElement.dataset.preview = "";

const hear = (act) =>
  addEventListener("message", ({ source, origin, data }) => {
    if (source === around && origin === location.origin && data?.atelier) act(data);
  });
const tell = (message) => around.postMessage({ atelier: true, ...message }, location.origin);

// Asks for the files of a layer, and returns them by their path. `follow(layers)` then shows the points that the workshop points at, and
// tells it which one the visitor opens.
export async function shown(id) {
  if (around === window) return { files: {}, follow() {} };
  const files = await new Promise((resolve) => {
    hear(({ files }) => files && resolve(files));
    tell({ ready: true });
  });
  const placed = Object.fromEntries(Object.entries(files).map(([name, bytes]) => [`data/points/${id}/${name}`, bytes]));
  return { files: placed, follow };
}

function follow(layers) {
  let asked; // the position that the workshop asked for: it knows
  let open;
  hear(({ show }) => {
    if (!Number.isInteger(show)) return;
    asked = String(show);
    layers.show_point(show);
  });
  // A panel that gives place to another closes first: only what is open in the end counts.
  const observer = new MutationObserver(() => {
    const point = document.querySelector("[data-point]")?.dataset.point;
    if (point === open) return;
    open = point;
    if (point !== undefined && point !== asked) tell({ opened: Number(point) });
    asked = undefined;
  });
  observer.observe(document.documentElement, { subtree: true, attributes: true, attributeFilter: ["data-point"] });
}
