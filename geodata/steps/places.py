"""Names to put on the map, the most important towns first, then territories. Closer, there are more; the files of communes have the rest."""

import csv
import gzip
import json

from shapely.geometry import Point

from sources import COMMITTED, WORK, etalab, save_features

FIRST, CLOSER = 250, 3250  # how many towns in the first view, and closer
NAMES_AREAS = ("places-l0", "places-l1")  # that name régions and départements too
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


def territories():
    """(properties, point) of every région and département: where its name goes, well inside."""
    with gzip.open(COMMITTED / "territories.json.gz", "rt", encoding="utf8") as file:
        tables = json.load(file)
    for kind, table in (("region", "regions"), ("departement", "departements")):
        for area in tables[table]:
            yield {"kind": kind, "code": area["code"], "name": area["name"]}, Point(area["lon"], area["lat"])


def weight(town):
    properties, _ = town
    return properties["population"] * WEIGHTS[properties["kind"]]


def main():
    ranked = sorted(towns(), key=weight, reverse=True)
    areas = list(territories())
    is_capital = lambda town: town[0]["kind"] != "town"
    chosen = sorted(ranked, key=is_capital, reverse=True)
    steps = {
        "places-l0": sorted(chosen[:FIRST], key=weight, reverse=True),
        "places-l1": sorted(chosen[:CLOSER], key=weight, reverse=True),
        "places-l2": chosen[CLOSER:],
    }
    for name, places in steps.items():
        save_features(WORK / f"{name}.geojson", places + (areas if name in NAMES_AREAS else []))
        print(len(places), name, "down to", places[-1][0]["population"], "inhabitants")


main()
