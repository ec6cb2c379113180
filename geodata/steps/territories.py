"""geodata/territories.json.gz: régions, départements, EPCI, EPT with members, box and label point; old commune codes."""

from collections import Counter

import shapely

from sources import COMMITTED, WORK, compact, current_communes, etalab, load_features, mergers, save_gzip

KINDS = {"MET69": "METRO"}  # the métropole de Lyon, a collectivity of its own, is one more métropole to the reader


def place(shapes):
    """Bounding box, and a point far from the edges, for a label or for zooming to the territory."""
    whole = shapely.union_all(shapes)
    largest = max(shapely.get_parts(whole), key=shapely.area)
    circle = shapely.maximum_inscribed_circle(largest.simplify(0.002), tolerance=0.005)
    lon, lat = circle.coords[0]
    return {"lon": round(lon, 4), "lat": round(lat, 4), "bbox": [round(value, 4) for value in whole.bounds]}


def groups(table, communes, shapes):
    """The EPCI or EPT. One that covers several régions or départements lists the one with most of its communes first."""
    for group in etalab(table):
        members = sorted(member["code"] for member in group["membres"] if member["code"] in communes)
        if not members:
            continue
        of = lambda level: [code for code, _ in Counter(communes[m][level] for m in members).most_common()]
        yield {
            "siren": group["code"],
            "name": group["nom"],
            "kind": KINDS.get(group["type"], group["type"]),
            "regions": of("region"),
            "departements": of("departement"),
            "population": sum(communes[m].get("population", 0) for m in members),
            **place([shapes[m] for m in members]),
            "members": members,
        }


def areas(table, level, communes, shapes):
    """The régions or départements."""
    for area in etalab(table):
        members = [code for code, commune in communes.items() if commune[level] == area["code"]]
        if not members:
            continue
        yield {
            "code": area["code"],
            "name": area["nom"],
            "capital": area["chefLieu"],
            **({"region": area["region"]} if level == "departement" else {}),
            "population": sum(communes[m].get("population", 0) for m in members),
            **place([shapes[m] for m in members]),
        }


def main():
    communes = current_communes()
    shapes = {properties["code"]: shape for properties, shape in load_features(WORK / "communes.geojson")}
    territories = {
        "regions": list(areas("regions", "region", communes, shapes)),
        "departements": list(areas("departements", "departement", communes, shapes)),
        "epci": sorted(groups("epci", communes, shapes), key=lambda group: group["siren"]),
        "ept": sorted(groups("ept", communes, shapes), key=lambda group: group["siren"]),
        "mergers": {old: new for old, new in sorted(mergers().items()) if new in communes},
    }
    tables = ",\n".join(
        f'"{name}":[\n' + ",\n".join(map(compact, rows)) + "\n]" if isinstance(rows, list) else f'"{name}":{compact(rows)}'
        for name, rows in territories.items()
    )
    save_gzip(COMMITTED / "territories.json.gz", "{" + tables + "}\n")
    print(", ".join(f"{len(rows)} {name}" for name, rows in territories.items()))


main()
