// A Leaflet map, and the steps of the tour through its own API.
import "leaflet/dist/leaflet.css";
import L from "leaflet";
import { START } from "./page.mjs";

// leaflet.markercluster expects it there.
globalThis.L = L;

export const map = L.map("map", { center: [START.lat, START.lon], zoom: START.zoom, minZoom: 4, maxZoom: 18, attributionControl: false });

const size = (count) => (count < 10 ? 34 : count < 100 ? 42 : 52);
export const clusterIcon = (count) => L.divIcon({ className: "cluster", html: String(count), iconSize: [size(count), size(count)] });
export const pointIcon = L.divIcon({ className: "cluster", iconSize: [18, 18] });

// Resolves once the move is over, other listeners' work included: they were added earlier, so they run first.
const moved = (act) => new Promise((resolve) => (map.once("moveend", resolve), act()));

export const steps = {
  press: () => moved(() => map.setZoom(map.getZoom() + 1, { animate: false })),
  here: () => ({ zoom: map.getZoom(), lat: map.getCenter().lat, lon: map.getCenter().lng }),
  fly: ({ zoom, lat, lon, ms }) => moved(() => map.flyTo([lat, lon], zoom, { duration: ms / 1000 })),
  zoom: ({ by }) => moved(() => map.setZoom(map.getZoom() + by)),
  pan: ({ x, y, ms }) => moved(() => map.panBy([x, y], { duration: ms / 1000 })),
};
