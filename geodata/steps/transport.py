"""Main roads and railways, from OpenStreetMap (a licence of its own: ODbL), as `scgraph-data` packages them.

Its road network has no classes: motorways and other trunk roads are straight edges between junctions, all alike. The main roads
kept here are those on many of the shortest routes between two chief towns of départements at most 400 km apart.
"""

import ast
import csv
import gzip
import heapq
import math
import re
from collections import Counter

import shapely
from shapely.geometry import LineString, MultiLineString
from shapely.ops import linemerge

from sources import COMMITTED, PACKAGES, WORK, etalab, load_features, save_features

SCGRAPH = PACKAGES / "scgraph_data-2.0.0/scgraph_data"
WEST, SOUTH, EAST, NORTH = -6, 41, 10.5, 52
FARTHEST = 400  # km
ROUTES = 12  # that use a road, for it to be a main road
CELL = 0.003  # degrees: nodes in the same cell become one, and tracks side by side one line


def network(name):
    """{cell: {cell: km}} and the (lon, lat) of every cell of a network, around metropolitan France."""
    source = (SCGRAPH / f"{name}.py").read_text()
    edges, nodes = re.search(r"graph=(\[.*\])\s*nodes=(\[.*\])\s*\w+ = ", source, re.DOTALL).groups()
    cells, places = {}, {}
    for index, (lat, lon) in enumerate(ast.literal_eval(nodes)):
        if WEST < lon < EAST and SOUTH < lat < NORTH:
            cells[index] = (round(lon / CELL), round(lat / CELL))
            places.setdefault(cells[index], (lon, lat))
    graph = {cell: {} for cell in places}
    for index, neighbours in enumerate(ast.literal_eval(edges)):
        for other, km in neighbours.items():
            if index in cells and other in cells and cells[index] != cells[other]:
                graph[cells[index]][cells[other]] = km
    return graph, places


def chief_towns():
    capitals = {departement["chefLieu"] for departement in etalab("departements")}
    with gzip.open(COMMITTED / "gazetteer.tsv.gz", "rt", encoding="utf8") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            if row["type"] == "C" and row["insee"] in capitals and not row["insee"].startswith("97"):
                yield float(row["lon"]), float(row["lat"])


def shortest_routes(graph, start):
    """For every node within reach, in order of distance: the node before it on the shortest route from `start`."""
    best, before, queue = {start: 0.0}, {}, [(0.0, start)]
    while queue:
        km, node = heapq.heappop(queue)
        if km > best[node]:
            continue
        for other, length in graph[node].items():
            total = km + length
            if total < best.get(other, FARTHEST):
                best[other], before[other] = total, node
                heapq.heappush(queue, (total, other))
    return before


def main_roads(graph, places):
    """The edges that many routes between chief towns use."""
    nearest = lambda town: min(places, key=lambda node: math.hypot((places[node][0] - town[0]) * 0.7, places[node][1] - town[1]))
    towns = {nearest(town) for town in chief_towns()}
    uses = Counter()
    for start in sorted(towns):
        before = shortest_routes(graph, start)
        for node in towns & before.keys():
            while node != start:
                uses[frozenset((node, before[node]))] += 1
                node = before[node]
    return {edge for edge, count in uses.items() if count >= ROUTES}


def merged(edges, places, near):
    lines = [LineString([places[i], places[j]]) for i, j in sorted(map(sorted, edges))]
    lines = [line for line in lines if near.intersects(line)]
    return shapely.get_parts(linemerge(MultiLineString(lines)))


def main():
    france = shapely.union_all([polygon for _, polygon in load_features(WORK / "france.geojson")])
    near = france.buffer(0.25)
    shapely.prepare(near)
    roads, places = network("world_highways")
    save_features(WORK / "road.geojson", [({}, line) for line in merged(main_roads(roads, places), places, near)])
    tracks, places = network("world_railways")
    edges = {frozenset((i, j)) for i in tracks for j in tracks[i]}
    save_features(WORK / "railway.geojson", [({}, line) for line in merged(edges, places, near)])


main()
