// The notebook in an address of the map: `carnet=mundo-gusto,vrac-lyon`. Pure, so that tests use it too.

export const MOST = 6;
const NAME = "carnet=";
const ID = /^[a-z0-9-]{1,80}$/;

// The ids that a query asks for: each once, at most six.
export function kept(query) {
  const asked = (new URLSearchParams(query).get("carnet") ?? "").split(",").map((id) => id.trim());
  return [...new Set(asked.filter((id) => ID.test(id)))].slice(0, MOST);
}

// The address with this notebook and no other. The rest stays as it is written.
export function withKept(address, ids) {
  const [, before, hash] = /^([^#]*)(.*)$/s.exec(address);
  const [path, query = ""] = before.split(/\?(.*)/s);
  const pairs = query.split("&").filter((pair) => pair && !pair.startsWith(NAME));
  if (ids.length > 0) pairs.push(NAME + ids.join(","));
  return path + (pairs.length > 0 ? `?${pairs.join("&")}` : "") + hash;
}
