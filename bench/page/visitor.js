// window.visitor: what someone before the screen sees of the page. It changes nothing, but brings a row of a list into sight.
(() => {
  const SCROLLERS = ".column, .shortcuts";
  const TRIES = 12;
  const QUIET_FRAMES = 3;

  const words = (element) => (element.getAttribute("aria-label") ?? element.textContent).trim().replace(/\s+/g, " ").slice(0, 60);

  // The app asks for no frame while nothing moves: those that it asks for are counted.
  const next = window.requestAnimationFrame.bind(window);
  const frame = () => new Promise(next);
  let asked = 0;
  window.requestAnimationFrame = (drawn) => {
    asked += 1;
    return next(drawn);
  };

  // Where to put the pointer on an element, when nothing covers it.
  function place(element) {
    if (element.closest(SCROLLERS)) element.scrollIntoView({ block: "nearest", inline: "nearest", behavior: "instant" });
    const rect = element.getClientRects()[0];
    if (!rect?.width) return null;
    const [x, y] = [rect.left + rect.width / 2, rect.top + rect.height / 2];
    const top = document.elementFromPoint(x, y);
    return top && element.contains(top) ? { x, y, name: words(element) } : null;
  }

  // One of the elements that can be reached, chosen by `share`, 0 to 1.
  function reach(selector, share) {
    const all = [...document.querySelectorAll(selector)].filter((element) => !element.disabled && !element.closest("[inert]") && element.checkVisibility());
    const first = Math.floor(share * all.length);
    for (let i = 0; i < Math.min(TRIES, all.length); i++) {
      const found = place(all[(first + i) % all.length]);
      if (found) return found;
    }
    return null;
  }

  // A place of the map with nothing above it.
  function open(across, down) {
    const rect = document.querySelector(".stage").getBoundingClientRect();
    for (let i = 0; i < TRIES; i++) {
      const x = rect.left + ((across + i * 0.618) % 1) * rect.width;
      const y = rect.top + ((down + i * 0.382) % 1) * rect.height;
      if (document.elementFromPoint(x, y)?.id === "carte") return { x, y };
    }
    return null;
  }

  // Once the app has asked for no frame for three; or after a while: the visitor does not wait for ever.
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

  window.visitor = { reach, open, atRest, alerts };
})();
