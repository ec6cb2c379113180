// A frame leaves the page around it alone: no focus that the visitor did not bring, no scroll, no entry in its history.

// The focus moves within the frame while the visitor is there, and never to it. After a pointer nothing scrolls: what it opened is where it
// looks. A press comes before the focus that it brings.
function keepFocus() {
  let isHere = false;
  let byPointer = false;
  const acts = ({ type }) => {
    isHere = true;
    byPointer = type === "pointerdown";
  };
  for (const type of ["pointerdown", "keydown"]) addEventListener(type, acts, true);
  addEventListener("blur", () => (isHere = false));
  const { focus } = HTMLElement.prototype;
  HTMLElement.prototype.focus = function (options) {
    if (isHere || document.hasFocus()) focus.call(this, byPointer ? { ...options, preventScroll: true } : options);
  };
}

// A link to a part of the page, or to the same page in another language, adds no entry.
function keepHistory() {
  const opened = (event) => {
    const link = event.target.closest?.("a[href]");
    if (!link || event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (link.hasAttribute("data-reload")) {
      event.preventDefault();
      location.replace(link.href);
    } else if (link.getAttribute("href").startsWith("#")) {
      event.preventDefault();
      document.getElementById(link.hash.slice(1))?.focus();
    }
  };
  addEventListener("click", opened, true);
}

// Out of sight the map sleeps, as it does when the window loses the focus.
function sleepUnseen() {
  const seen = ([{ isIntersecting }]) => isIntersecting || dispatchEvent(new Event("blur"));
  new IntersectionObserver(seen).observe(document.documentElement);
}

export function keepQuiet() {
  keepFocus();
  keepHistory();
  sleepUnseen();
}

// Once the box has a size, and keeps it: closed <details>, tabs and accordions give it none, or let it grow.
export function sized() {
  const PAUSE_MS = 50;
  let before;
  return new Promise((resolve) => {
    const look = () => {
      const now = `${innerWidth}x${innerHeight}`;
      if (innerWidth > 0 && innerHeight > 0 && now === before) return resolve();
      before = now;
      setTimeout(look, PAUSE_MS);
    };
    look();
  });
}
