// Injected into every measured page before its own scripts. window.meter tells when frames are drawn and how long things take.
// The page's map provides window.bench: { ready, indexMs, here(), fly, zoom, pan, filter(on) }. `ready` is a promise;
// the functions after here() return one.
(() => {
  const TAIL_MS = 100; // after each step of the tour, to count what a map puts off
  const FILTERS = 10; // changes of filter, unless they take too long
  const FILTERS_MS = 4000;

  const channel = new MessageChannel();
  const waiting = [];
  channel.port1.onmessage = () => waiting.shift()();

  // Resolves with the next frame: when its scripts began, and when style, layout and painting had ended.
  const frame = () =>
    new Promise((resolve) =>
      requestAnimationFrame(() => {
        const began = performance.now();
        waiting.push(() => resolve({ began, ended: performance.now() }));
        channel.port2.postMessage(0);
      }),
    );

  const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

  const longTasks = [];
  new PerformanceObserver((list) => longTasks.push(...list.getEntries())).observe({ type: "longtask", buffered: true });

  const isSeen = (element) => element.getClientRects().length > 0 && element.checkVisibility({ visibilityProperty: true });

  // Resolves with the milliseconds from navigation to the end of the first frame that shows what `selector` matches.
  async function sight(selector) {
    for (;;) {
      const { ended } = await frame();
      if ([...document.querySelectorAll(selector)].some(isSeen)) return ended;
    }
  }

  // Times an act up to the end of the frame that shows its result, in milliseconds. `latency` is what the visitor waits; `work` is the
  // main thread's share: the act and that frame, without the wait between them.
  async function time(act) {
    let done = false;
    let error;
    const start = performance.now();
    const result = act();
    const acted = performance.now() - start;
    result.then(() => (done = true), (reason) => (error = reason));
    for (;;) {
      const { began, ended } = await frame();
      if (error) throw error;
      if (done) return { latency: ended - start, work: acted + ended - began };
    }
  }

  // Throws if the map flew elsewhere: the tour would measure nothing.
  function expect(to) {
    const at = window.bench.here();
    const near = Math.abs(at.zoom - to.zoom) < 0.25 && Math.hypot(at.lat - to.lat, at.lon - to.lon) < 60 / 2 ** to.zoom;
    if (!near) throw new Error(`the map flew to ${JSON.stringify(at)}, not to ${JSON.stringify(to)}`);
  }

  async function tour(steps) {
    const stamps = [];
    let on = true;
    const stamp = (time) => (stamps.push(time), on && requestAnimationFrame(stamp));
    requestAnimationFrame(stamp);
    const start = performance.now();
    for (const [name, what] of steps) {
      await window.bench[name](what);
      if (name === "fly") expect(what);
      await pause(TAIL_MS);
    }
    on = false;
    const ms = performance.now() - start;
    await pause(50); // long tasks are reported late
    return {
      ms,
      frames: stamps.slice(1).map((time, i) => time - stamps[i]),
      longTasks: longTasks.filter((task) => task.startTime >= start && task.startTime < start + ms).map((task) => task.duration),
    };
  }

  // Alternates between half of the points and all of them.
  async function filters() {
    const start = performance.now();
    const times = [];
    while (times.length < FILTERS && (times.length === 0 || performance.now() - start < FILTERS_MS)) {
      const on = times.length % 2 === 0;
      times.push(await time(() => window.bench.filter(on)));
      await pause(50);
    }
    return times;
  }

  window.meter = { frame, pause, sight, tour, filters };
})();
