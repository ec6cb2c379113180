// « Autour de moi »: the nearest initiatives. The browser tells the place of the visitor to this script alone; it goes nowhere.
import { kilometres, positions } from "../shared/geography.js";

const MOST = 8;
// How long the browser may look for the place, in milliseconds, and how old a place it knows may be.
const PATIENCE_MS = 15_000;
const AGE_MS = 300_000;

// Whether the browser may be asked: not in a frame, which promises to ask for nothing.
export const isOffered = () => Boolean(navigator.geolocation) && self === top;

export const place = () =>
  new Promise((resolve, reject) => {
    const found = ({ coords }) => resolve([coords.longitude, coords.latitude]);
    navigator.geolocation.getCurrentPosition(found, reject, { timeout: PATIENCE_MS, maximumAge: AGE_MS });
  });

// The nearest of these features (GeoJSON) that have a place, each with how far its nearest point is.
export function nearest(features, from) {
  const away = features.flatMap((feature) => {
    const far = positions(feature.geometry).map((point) => kilometres(from, point));
    return far.length > 0 ? [{ feature, km: Math.min(...far) }] : [];
  });
  return away.sort((a, b) => a.km - b.km).slice(0, MOST);
}
