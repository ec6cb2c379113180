// The first view and the tour, the same for every map. Zooms are those of 256-pixel tiles.
export const VIEWPORT = { width: 1280, height: 720 };

const FRANCE = { zoom: 6, lat: 46.5, lon: 2.4 };
const PARIS = { zoom: 11, lat: 48.8566, lon: 2.3522 };
const LYON = { zoom: 12, lat: 45.7578, lon: 4.832 };

export const START = FRANCE;

// [step, arguments]: `fly` to a view in milliseconds, `zoom` by levels, `pan` in pixels to the right and down.
export const TOUR = [
  ["fly", { ...PARIS, ms: 2500 }],
  ["zoom", { by: 1, ms: 250 }],
  ["zoom", { by: 1, ms: 250 }],
  ["pan", { x: 240, y: 0, ms: 180 }],
  ["pan", { x: 240, y: 0, ms: 180 }],
  ["pan", { x: 0, y: 240, ms: 180 }],
  ["fly", { ...LYON, ms: 2500 }],
  ["fly", { ...FRANCE, ms: 2500 }],
];
