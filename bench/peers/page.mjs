// Shared by the peers' pages: the points, and a map of the size given in the address.
import "./page.css";

const asked = new URLSearchParams(location.search);
export const START = { zoom: Number(asked.get("zoom")), lat: Number(asked.get("lat")), lon: Number(asked.get("lon")) };
export const POINTS = asked.get("points"); // the file name without its extension
export const RADIUS_PX = 44; // cluster radius, as for this project's initiatives
export const CLUSTERS_UP_TO = 16; // zoom

const map = document.getElementById("map");
map.style.width = `${asked.get("width")}px`;
map.style.height = `${asked.get("height")}px`;

// Returns [longitude, latitude] of every point.
export async function points() {
  const text = await (await fetch(`${POINTS}.csv`)).text();
  return text.trimEnd().split("\n").map((line) => line.split(",").map(Number));
}

export const feature = (coordinates) => ({ type: "Feature", geometry: { type: "Point", coordinates }, properties: {} });

// The filter: every other point.
export const half = (list) => list.filter((_, i) => i % 2 === 0);

export async function timed(act) {
  const start = performance.now();
  await act();
  return performance.now() - start;
}
