"""Main roads and railways, from OpenStreetMap (a licence of its own: ODbL), as `scgraph-data` packages them.

Its road network has no classes: motorways and other trunk roads are straight edges between junctions, all alike. The main roads
kept here are those on many of the shortest routes between two chief towns of départements at most 400 km apart; overseas, where the
network is small, all of them. A road that is much longer than the straight edge that stands for it is left out: nobody knows where it
goes, and a line kilometres away from it would mislead.
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
METROPOLE = [(-6, 41, 10.5, 52)]
OVERSEAS = [(-61.9, 15.8, -60.9, 16.6), (-61.3, 14.3, -60.7, 15), (-54.7, 2, -51.5, 6), (44.9, -13.1, 45.4, -12.5), (55.1, -21.5, 55.9, -20.8)]
FARTHEST = 400  # km
ROUTES = 12  # that use a road, for it to be a main road
BOW = 3  # km: how far from its edge a road may pass
CELL = 0.003  # degrees: nodes in the same cell become one, and tracks side by side one line


def network(name, boxes):
    """{cell: {cell: km}} and the (lon, lat) of every cell of a network, in boxes of west, south, east and north."""
    source = (SCGRAPH / f"{name}.py").read_text()
    edges, nodes = re.search(r"graph=(\[.*\])\s*nodes=(\[.*\])\s*\w+ = ", source, re.DOTALL).groups()
    cells, places = {}, {}
    for index, (lat, lon) in enumerate(ast.literal_eval(nodes)):
        if any(west < lon < east and south < lat < north for west, south, east, north in boxes):
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


def is_drawn(edge, graph, places):
    """Whether the road of an edge stays near it: one of `road` km over `straight` km bows by √(road² − straight²) / 2 at most."""
    (i, j) = edge
    (west, south), (east, north) = places[i], places[j]
    road = graph[i].get(j) or graph[j][i]
    straight = 111.2 * math.hypot((east - west) * math.cos(math.radians(south)), north - south)
    return road**2 - straight**2 <= (2 * BOW) ** 2


def edges(graph):
    return {frozenset((i, j)) for i in graph for j in graph[i]}


def merged(edges, places, near):
    lines = [LineString([places[i], places[j]]) for i, j in sorted(map(sorted, edges))]
    lines = [line for line in lines if near.intersects(line)]
    return shapely.get_parts(linemerge(MultiLineString(lines)))


def main():
    france = shapely.union_all([polygon for _, polygon in load_features(WORK / "france.geojson")])
    near = france.buffer(0.25)
    shapely.prepare(near)
    roads, places = network("world_highways", METROPOLE)
    islands, island_places = network("world_highways", OVERSEAS)
    main, small = main_roads(roads, places), edges(islands)
    drawn = {edge for edge in main if is_drawn(edge, roads, places)}
    drawn_overseas = {edge for edge in small if is_drawn(edge, islands, island_places)}
    print(len(drawn), "of", len(main), "edges of main roads;", len(drawn_overseas), "of", len(small), "overseas")
    lines = [*merged(drawn, places, near), *merged(drawn_overseas, island_places, near)]
    save_features(WORK / "road.geojson", [({}, line) for line in lines])
    tracks, places = network("world_railways", METROPOLE)
    save_features(WORK / "railway.geojson", [({}, line) for line in merged(edges(tracks), places, near)])


main()
