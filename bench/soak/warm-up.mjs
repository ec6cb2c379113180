// Visits everything once before anything is compared, so that what the app keeps on purpose is already there: each basemap file, of
// which there is a fixed number; the wasm memory, which never shrinks; and what the browser compiles at first use.
import { chance } from "./chance.mjs";
import { SCREENS } from "./screens.mjs";

const WIDE = { width: 1600, height: 1000 };
const ZOOM = 9.6; // communes are drawn from 9.5

// Adjacent views over metropolitan France, from south to north, then the five overseas départements.
function everywhere() {
  const views = [];
  for (let lat = 41.5; lat <= 51.2; lat += 1.1) for (let lon = -4.8; lon <= 9.7; lon += 1.9) views.push([lat, lon]);
  return [...views, [16.2, -61.5], [14.65, -61], [4.9, -52.4], [-21.1, 55.5], [-12.85, 45.2]];
}

export async function warmUp(visit, actions, seed) {
  const { page, screen } = visit;
  // Before anything is read: a page that is loaded again forgets it.
  const early = actions.filter(({ first }) => first);
  for (const [i, action] of early.entries()) await visit.act(action, chance(seed, -1000 - i));
  await screen.resize(WIDE);
  for (const [lat, lon] of everywhere()) {
    await page.look(`#${ZOOM}/${lat.toFixed(3)}/${lon.toFixed(3)}`);
    await page.atRest();
  }
  // Every other kind of action, in every window.
  const others = actions.filter(({ first }) => !first);
  for (const [turn, size] of SCREENS.entries()) {
    await screen.resize(size);
    for (const [i, action] of others.entries()) await visit.act(action, chance(seed, -1 - turn * others.length - i));
  }
}
