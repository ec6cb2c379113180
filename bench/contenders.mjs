// Who is measured. `sight` is a selector that matches once the first clusters are in the page.
export const APP = "app";

export const CONTENDERS = [
  { id: APP, name: "La carte des leviers", sight: ".marker" },
  { id: "supercluster", name: "Leaflet + supercluster", packages: ["leaflet", "supercluster"], sight: ".cluster" },
  { id: "markercluster", name: "Leaflet + markercluster", packages: ["leaflet", "leaflet.markercluster"], sight: ".cluster" },
  { id: "maplibre", name: "MapLibre GL", packages: ["maplibre-gl"], sight: "html[data-clusters]" },
];
export const PEERS = CONTENDERS.filter(({ packages }) => packages);
