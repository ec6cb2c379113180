// Leaflet + supercluster: rebuilds the markers in view when a move ends, as in supercluster's own example.
import L from "leaflet";
import Supercluster from "supercluster";
import { clusterIcon, map, pointIcon, steps } from "./leaflet.mjs";
import { CLUSTERS_UP_TO, RADIUS_PX, feature, half, points, timed } from "./page.mjs";

const layer = L.geoJSON(null, {
  pointToLayer: ({ properties }, at) => L.marker(at, { icon: properties.cluster ? clusterIcon(properties.point_count) : pointIcon }),
}).addTo(map);

const bench = { ...steps, filter };
window.bench = bench;
let all;
let index;

function build(features) {
  index = new Supercluster({ radius: RADIUS_PX, extent: 256, maxZoom: CLUSTERS_UP_TO }).load(features);
}

function draw() {
  if (!index) return;
  const bounds = map.getBounds();
  layer.clearLayers();
  layer.addData(index.getClusters([bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()], Math.floor(map.getZoom())));
}
map.on("moveend", draw);

bench.ready = (async () => {
  all = (await points()).map(feature);
  bench.indexMs = await timed(() => build(all));
  draw();
})();

async function filter(on) {
  build(on ? half(all) : all);
  draw();
}
