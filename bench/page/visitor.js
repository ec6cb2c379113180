// window.visitor: what a person at the screen sees of the page. It changes nothing, except that it scrolls to a row of a list.
(() => {
  const SCROLLERS = ".column, .shortcuts";
  const TRIES = 12;
  const QUIET_FRAMES = 3;

  const words = (element) => (element.getAttribute("aria-label") ?? element.textContent).trim().replace(/\s+/g, " ").slice(0, 60);

  // The app requests no frame while nothing moves, so counting its requests tells whether it rests.
  const next = window.requestAnimationFrame.bind(window);
  const frame = () => new Promise(next);
  let asked = 0;
  window.requestAnimationFrame = (drawn) => {
    asked += 1;
    return next(drawn);
  };

  // Returns where to put the pointer on an element, or null if something covers it.
  function place(element) {
    if (element.closest(SCROLLERS)) element.scrollIntoView({ block: "nearest", inline: "nearest", behavior: "instant" });
    const rect = element.getClientRects()[0];
    if (!rect?.width) return null;
    const [x, y] = [rect.left + rect.width / 2, rect.top + rect.height / 2];
    const top = document.elementFromPoint(x, y);
    return top && element.contains(top) ? { x, y, name: words(element) } : null;
  }

  // Returns one of the reachable elements, chosen by `share`, 0 to 1.
  function reach(selector, share) {
    const all = [...document.querySelectorAll(selector)].filter((element) => !element.disabled && !element.closest("[inert]") && element.checkVisibility());
    const first = Math.floor(share * all.length);
    for (let i = 0; i < Math.min(TRIES, all.length); i++) {
      const found = place(all[(first + i) % all.length]);
      if (found) return found;
    }
    return null;
  }

  // Returns a place of the map with nothing above it.
  function open(across, down) {
    const rect = document.querySelector(".stage").getBoundingClientRect();
    for (let i = 0; i < TRIES; i++) {
      const x = rect.left + ((across + i * 0.618) % 1) * rect.width;
      const y = rect.top + ((down + i * 0.382) % 1) * rect.height;
      if (document.elementFromPoint(x, y)?.id === "carte") return { x, y };
    }
    return null;
  }

  // Resolves once the app has requested nothing for three frames, or when patience runs out; returns whether it rests.
  async function atRest(patience = 6000) {
    const start = performance.now();
    let same = 0;
    for (let before = asked; same < QUIET_FRAMES && performance.now() - start < patience; before = asked) {
      await frame();
      same = asked === before ? same + 1 : 0;
    }
    return same >= QUIET_FRAMES;
  }

  const alerts = () => [...document.querySelectorAll("[role=alert]")].map(({ textContent }) => textContent.trim()).filter(Boolean);

  // Resolves once no alert says anything, or when patience runs out; returns what they say.
  async function silent(patience) {
    const start = performance.now();
    while (alerts().length > 0 && performance.now() - start < patience) await frame();
    return alerts();
  }

  // The picture has as many pixels as the screen has under it, two for one of the page at most.
  function blurred() {
    const canvas = document.getElementById("carte");
    const ratio = Math.min(Math.max(devicePixelRatio, 1), 2);
    const [drawn, shown] = [canvas.width, canvas.clientWidth * ratio];
    return Math.abs(drawn - shown) > 2 ? `${drawn} pixels for ${Math.round(shown)} of the screen` : null;
  }

  window.visitor = { reach, open, atRest, alerts, silent, blurred };
})();
