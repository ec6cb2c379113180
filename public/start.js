// In editions that begin elsewhere than in France, or in another language: an address that asks for nothing is made to ask for that,
// before anything reads it. Only their pages load this file (crates/tool/src/pages/edition.rs).
{
  const { ask = "", lang = "" } = document.currentScript.dataset;
  const asked = location.search || location.hash ? location.search : ask;
  const query = new URLSearchParams(asked);
  if (lang && !query.get("lang")) query.set("lang", lang);
  const search = String(query).replace(/%3A/g, ":").replace(/%2C/g, ",");
  if (search && `?${search}` !== location.search) history.replaceState(history.state, "", `?${search}${location.hash}`);
}
