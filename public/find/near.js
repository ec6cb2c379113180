// « Autour de moi »: the nearest initiatives. The browser tells the place of the visitor to this script alone; it goes nowhere.

const EARTH_KM = 6371;
const MOST = 8;
// How long the browser may look for the place, in milliseconds, and how old a place it knows may be.
const PATIENCE_MS = 15_000;
const AGE_MS = 300_000;

const radians = (degrees) => (degrees * Math.PI) / 180;

// The distance between two places in degrees, [longitude, latitude], in kilometres along a great circle (haversine).
export function kilometres([lon1, lat1], [lon2, lat2]) {
  const half = (from, to) => Math.sin(radians(to - from) / 2) ** 2;
  const square = half(lat1, lat2) + Math.cos(radians(lat1)) * Math.cos(radians(lat2)) * half(lon1, lon2);
  return 2 * EARTH_KM * Math.asin(Math.sqrt(square));
}

// Whether the browser may be asked: not in a frame, which promises to ask for nothing.
export const isOffered = () => Boolean(navigator.geolocation) && self === top;

export const place = () =>
  new Promise((resolve, reject) => {
    const found = ({ coords }) => resolve([coords.longitude, coords.latitude]);
    navigator.geolocation.getCurrentPosition(found, reject, { timeout: PATIENCE_MS, maximumAge: AGE_MS });
  });

// The positions of a geometry, however deep its lists are.
const positions = (coordinates) => (typeof coordinates[0] === "number" ? [coordinates] : coordinates.flatMap(positions));

// The nearest of these features (GeoJSON), each with how far its nearest point is.
export function nearest(features, from) {
  const placed = features.filter(({ geometry }) => geometry);
  const away = placed.map((feature) => {
    const points = feature.geometry.geometries ?? [feature.geometry];
    const all = points.flatMap(({ coordinates }) => positions(coordinates));
    return { feature, km: Math.min(...all.map((point) => kilometres(from, point))) };
  });
  return away.sort((a, b) => a.km - b.km).slice(0, MOST);
}
