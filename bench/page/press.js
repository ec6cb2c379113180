// Injected after meter.js: how soon a press on a marker is answered, and how soon all is there, in milliseconds from the navigation. A map
// whose markers are there before its program says so (`pressable`); the others answer once they are ready.
(() => {
  const there = (async () => {
    while (!window.bench?.press) await window.meter.frame();
    return window.bench;
  })();
  window.firstAnswer = there.then(async (bench) => {
    await (bench.pressable ?? bench.ready);
    await bench.press();
    return (await window.meter.frame()).ended;
  });
  window.allThere = there.then(async (bench) => {
    await bench.ready;
    return (await window.meter.frame()).ended;
  });
})();
