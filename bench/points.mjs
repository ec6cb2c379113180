// The peers' points: a CSV of longitude,latitude, and the same as GeoJSON for the peer that reads nothing else.
import { readFileSync, writeFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

// Returns every point of the real content, from the open data built with the app.
export function realPoints(dist) {
  const { features } = JSON.parse(readFileSync(`${dist}/data/initiatives.geojson`, "utf8"));
  return features.flatMap(({ geometry }) => (geometry?.type === "MultiPoint" ? geometry.coordinates : geometry ? [geometry.coordinates] : []));
}

// Reads a CSV, gzipped or not, with columns lon and lat.
export function filePoints(path) {
  const raw = readFileSync(path);
  const [head, ...lines] = (path.endsWith(".gz") ? gunzipSync(raw) : raw).toString("utf8").trimEnd().split(/\r?\n/);
  const columns = head.split(",");
  const [lon, lat] = ["lon", "lat"].map((name) => columns.indexOf(name));
  if (lon < 0 || lat < 0) throw new Error(`${path} has no columns lon and lat; its first line: ${head}`);
  const points = lines.map((line) => line.split(",")).map((cells) => [Number(cells[lon]), Number(cells[lat])]);
  const wrong = points.findIndex((point) => !point.every(Number.isFinite));
  if (wrong >= 0) throw new Error(`${path}, line ${wrong + 2}: not a longitude and a latitude`);
  return points;
}

export function writePoints(folder, name, points) {
  const feature = (coordinates) => JSON.stringify({ type: "Feature", geometry: { type: "Point", coordinates }, properties: {} });
  writeFileSync(`${folder}/${name}.csv`, points.map((point) => `${point.join(",")}\n`).join(""));
  writeFileSync(`${folder}/${name}.geojson`, `{"type":"FeatureCollection","features":[\n${points.map(feature).join(",\n")}\n]}\n`);
}
