// Leaflet + leaflet.markercluster: every point is a marker, and all are added at once.
import L from "leaflet";
import { clusterIcon, map, pointIcon, steps } from "./leaflet.mjs";
import "leaflet.markercluster";
import "leaflet.markercluster/dist/MarkerCluster.css";
import { CLUSTERS_UP_TO, RADIUS_PX, half, points, timed } from "./page.mjs";

const layer = L.markerClusterGroup({
  maxClusterRadius: RADIUS_PX,
  disableClusteringAtZoom: CLUSTERS_UP_TO + 1,
  showCoverageOnHover: false,
  iconCreateFunction: (cluster) => clusterIcon(cluster.getChildCount()),
});

const bench = { ...steps, filter };
window.bench = bench;
let all;

bench.ready = (async () => {
  const list = await points();
  bench.indexMs = await timed(() => {
    all = list.map(([lon, lat]) => L.marker([lat, lon], { icon: pointIcon }));
    layer.addLayers(all);
    map.addLayer(layer);
  });
})();

async function filter(on) {
  layer.clearLayers();
  layer.addLayers(on ? half(all) : all);
}
