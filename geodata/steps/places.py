"""Names to put on the map, the most important first, in three steps: the first view, closer, and every commune."""

import csv
import gzip

from shapely.geometry import Point

from sources import COMMITTED, WORK, etalab, save_features

FIRST, CLOSER = 250, 3000  # how many towns in the first two steps
WEIGHTS = {"region-capital": 6, "prefecture": 3, "town": 1}  # times the population: the order of labels


def towns():
    """(properties, point) of every commune."""
    regions = {region["chefLieu"] for region in etalab("regions")}
    departements = {departement["chefLieu"] for departement in etalab("departements")}
    with gzip.open(COMMITTED / "gazetteer.tsv.gz", "rt", encoding="utf8") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            code = row["insee"]
            if row["type"] == "C":
                kind = "region-capital" if code in regions else "prefecture" if code in departements else "town"
                departement = code[:3] if code.startswith("97") else code[:2]
                properties = {"kind": kind, "code": code, "name": row["nom"], "population": int(row["pop"]), "departement": departement}
                yield properties, Point(float(row["lon"]), float(row["lat"]))


def weight(town):
    properties, _ = town
    return properties["population"] * WEIGHTS[properties["kind"]]


def main():
    ranked = sorted(towns(), key=weight, reverse=True)
    capitals = [town for town in ranked if town[0]["kind"] != "town"]
    others = [town for town in ranked if town[0]["kind"] == "town"]
    missing = FIRST - len(capitals)
    steps = {
        "places-l0": sorted(capitals + others[:missing], key=weight, reverse=True),
        "places-l1": others[missing : missing + CLOSER],
        "places-l2": others[missing + CLOSER :],
    }
    for name, places in steps.items():
        save_features(WORK / f"{name}.geojson", places)
        print(len(places), name, "down to", places[-1][0]["population"], "inhabitants")


main()
