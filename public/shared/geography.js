// Distances and directions between places in degrees, [longitude, latitude]. Pure.

const EARTH_KM = 6371;
const radians = (degrees) => (degrees * Math.PI) / 180;

// Along a great circle (haversine), in kilometres.
export function kilometres([lon1, lat1], [lon2, lat2]) {
  const half = (from, to) => Math.sin(radians(to - from) / 2) ** 2;
  const square = half(lat1, lat2) + Math.cos(radians(lat1)) * Math.cos(radians(lat2)) * half(lon1, lon2);
  return 2 * EARTH_KM * Math.asin(Math.sqrt(square));
}

// Which of eight directions leads from one place to another, from 0, the north, clockwise.
export function direction([lon1, lat1], [lon2, lat2]) {
  const east = (lon2 - lon1) * Math.cos(radians((lat1 + lat2) / 2));
  const bearing = Math.atan2(east, lat2 - lat1);
  return (Math.round((bearing / Math.PI) * 4) + 8) % 8;
}

// The positions of a geometry (GeoJSON), however deep its lists are.
const flat = (coordinates) => (typeof coordinates[0] === "number" ? [coordinates] : coordinates.flatMap(flat));
export const positions = (geometry) => (geometry ? (geometry.geometries ?? [geometry]).flatMap(({ coordinates }) => flat(coordinates)) : []);

// The nearest of the positions of features to a place: the feature, where, and how far in kilometres; undefined without any.
export function nearest(features, from) {
  let best;
  for (const feature of features)
    for (const place of positions(feature.geometry)) {
      const km = kilometres(from, place);
      if (!best || km < best.km) best = { feature, place, km };
    }
  return best;
}

// Where most of these places lie from another: a direction that holds at least a third of them and more than any other, or undefined.
export function mostly(places, from) {
  const counts = Array.from({ length: 8 }, () => 0);
  for (const place of places) counts[direction(from, place)] += 1;
  const most = Math.max(...counts);
  const only = counts.filter((count) => count === most).length === 1;
  return only && most * 3 >= places.length ? counts.indexOf(most) : undefined;
}
