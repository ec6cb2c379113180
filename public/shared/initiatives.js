// The initiatives: those of the open data, and those that the page lists.

let features;

// All of them, as GeoJSON features, asked for once. Rejects when they cannot be had; then the next call asks again.
export async function all() {
  if (!features) {
    const response = await fetch(new URL("data/initiatives.geojson", document.baseURI));
    if (!response.ok) throw new Error(String(response.status));
    ({ features } = await response.json());
  }
  return features;
}

// The ids in these lists of the page, by the ids of the lists, each once.
export function listed(...lists) {
  const rows = lists.flatMap((list) => [...document.querySelectorAll(`#${list} [data-initiative]`)]);
  return [...new Set(rows.map(({ dataset }) => dataset.initiative))];
}
