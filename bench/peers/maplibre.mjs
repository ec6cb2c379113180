// MapLibre GL with a clustered source: its worker reads the points, clusters them and cuts them into tiles.
import "maplibre-gl/dist/maplibre-gl.css";
import { Map, setWorkerUrl } from "maplibre-gl";
import { CLUSTERS_UP_TO, POINTS, RADIUS_PX, START, feature, half, points } from "./page.mjs";

setWorkerUrl(new URL("maplibre-worker.js", document.baseURI).href);

const ITS_TILES = 1; // its tiles are 512 pixels wide, so its zooms are one less
const count = ["get", "point_count"];

const map = new Map({
  container: "map",
  center: [START.lon, START.lat],
  zoom: START.zoom - ITS_TILES,
  attributionControl: false,
  style: {
    version: 8,
    sources: { points: { type: "geojson", data: new URL(`${POINTS}.geojson`, document.baseURI).href, cluster: true, clusterRadius: RADIUS_PX, clusterMaxZoom: CLUSTERS_UP_TO - ITS_TILES } },
    layers: [
      { id: "sea", type: "background", paint: { "background-color": "#dce6ea" } },
      {
        id: "clusters",
        type: "circle",
        source: "points",
        paint: {
          "circle-radius": ["case", ["has", "point_count"], ["step", count, 17, 10, 21, 100, 26], 9],
          "circle-color": "#fff",
          "circle-stroke-width": 4,
          "circle-stroke-color": "#3a6ea5",
        },
      },
    ],
  },
});

const once = (event) => new Promise((resolve) => map.once(event, resolve));
// Resolves once the move is over and everything is drawn.
const moved = (act) => {
  const over = once("moveend").then(() => once("idle"));
  act();
  return over;
};

const bench = {
  press: () => moved(() => map.jumpTo({ zoom: map.getZoom() + 1 })),
  here: () => ({ zoom: map.getZoom() + ITS_TILES, lat: map.getCenter().lat, lon: map.getCenter().lng }),
  fly: ({ zoom, lat, lon, ms }) => moved(() => map.flyTo({ center: [lon, lat], zoom: zoom - ITS_TILES, duration: ms, essential: true })),
  zoom: ({ by, ms }) => moved(() => map.zoomTo(map.getZoom() + by, { duration: ms, essential: true })),
  pan: ({ x, y, ms }) => moved(() => map.panBy([x, y], { duration: ms, essential: true })),
  prepare,
  filter,
  ready: once("idle"),
};
window.bench = bench;

// Its worker fetches and indexes: time it from the style being loaded to the points being there.
map.once("style.load", () => (bench.from = performance.now()));
map.on("render", function seen() {
  if (!map.isSourceLoaded("points") || map.queryRenderedFeatures({ layers: ["clusters"] }).length === 0) return;
  map.off("render", seen);
  document.documentElement.dataset.clusters = "drawn";
  bench.indexMs = performance.now() - bench.from;
});

let lists;
async function prepare() {
  const all = (await points()).map(feature);
  lists = [all, half(all)].map((features) => ({ type: "FeatureCollection", features }));
}

async function filter(on) {
  const drawn = once("idle");
  map.getSource("points").setData(lists[on ? 1 : 0]);
  await drawn;
}
