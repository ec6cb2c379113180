// window.soak: measures the time between frames, and where the time of late ones went. The driver takes the results after each action,
// so that they do not weigh on the page.
(() => {
  const LATE_MS = 100;
  const next = window.requestAnimationFrame.bind(window);
  let watching = false;
  let last = null;
  let gaps = [];
  let late = [];
  let slow = []; // the browser's own entries for long frames

  const observer = new PerformanceObserver((list) => slow.push(...list.getEntries()));
  observer.observe({ type: "long-animation-frame" });

  const frame = (now) => {
    if (!watching) return;
    if (last !== null) {
      gaps.push(now - last);
      if (now - last > LATE_MS) late.push({ from: last, to: now });
    }
    last = now;
    next(frame);
  };

  const who = ({ invoker, sourceFunctionName, sourceURL }) => [invoker, sourceFunctionName, sourceURL.split("/").at(-1)].filter(Boolean).join(" ");
  const sum = (values) => values.reduce((a, b) => a + b, 0);

  // Splits the time, in milliseconds: events and tasks before the frame, drawing, then style, layout and paint. All zero means that the
  // page's thread was free and the browser or the machine was late.
  function cause({ from, to }) {
    const parts = slow.filter(({ startTime, duration }) => startTime < to && startTime + duration > from);
    const scripts = parts.flatMap((part) => part.scripts);
    return {
      busy: sum(parts.map(({ duration }) => duration)),
      tasks: sum(parts.map(({ startTime, duration, renderStart }) => (renderStart ? renderStart - startTime : duration))),
      drawing: sum(parts.map(({ renderStart, styleAndLayoutStart }) => (styleAndLayoutStart ? styleAndLayoutStart - renderStart : 0))),
      layout: sum(parts.map(({ startTime, duration, styleAndLayoutStart }) => (styleAndLayoutStart ? startTime + duration - styleAndLayoutStart : 0))),
      forced: sum(scripts.map(({ forcedStyleAndLayoutDuration }) => forcedStyleAndLayoutDuration)),
      scripts: scripts.map((script) => ({ who: who(script), ms: script.duration })).sort((a, b) => b.ms - a.ms).slice(0, 3),
    };
  }

  window.soak = {
    watch() {
      if (watching) return;
      watching = true;
      last = null;
      next(frame);
    },
    rest() {
      watching = false;
    },
    take() {
      slow.push(...observer.takeRecords());
      const taken = { gaps, late: late.map(({ from, to }) => ({ gap: to - from, ...cause({ from, to }) })) };
      // The browser may report a long frame after the frame that it delayed.
      slow = slow.filter(({ startTime }) => startTime > performance.now() - 2000);
      gaps = [];
      late = [];
      return taken;
    },
  };
})();
