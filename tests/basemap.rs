//! The committed basemap: complete, consistent with the gazetteer, and light enough for the first view.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use engine::geo::{LonLat, WorldBounds, mercator};
use model::basemaps::TOWNS;
use model::data::basemap::{ArcKind, Basemap, LayerKind, PlaceKind, Point, to_world};
use model::names::Lettering;
use model::text::elision::{at_place, of_place};
use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;
use std::path::Path;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/public/basemap");
const FIRST_VIEW: [&str; 3] = ["france-l0", "neighbours-l0", "water-l0"];
/// Bytes of all files of the first view, compressed with gzip. `make weight` weighs them in brotli, with the rest of the view.
const BUDGET: usize = 55_000;

fn bytes(name: &str) -> Vec<u8> {
    std::fs::read(Path::new(FOLDER).join(name).with_extension("bin")).unwrap()
}

fn load(name: &str) -> Basemap {
    Basemap::decode(&bytes(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn codes(map: &Basemap, kind: LayerKind) -> Vec<String> {
    let features = &map.layer(kind).unwrap().features;
    features.iter().map(|area| area.code.clone()).collect()
}

fn all_communes() -> impl Iterator<Item = Basemap> {
    let departements = codes(&load("france-l0"), LayerKind::Departement);
    departements
        .into_iter()
        .map(|code| load(&format!("communes-{code}")))
}

#[test]
fn the_first_view_is_light() {
    let weigh = |name: &&str| {
        let mut compressed = Vec::new();
        flate2::read::GzEncoder::new(bytes(name).as_slice(), flate2::Compression::best())
            .read_to_end(&mut compressed)
            .unwrap();
        compressed.len()
    };
    let total: usize = FIRST_VIEW.iter().map(weigh).sum();
    assert!(total <= BUDGET, "{total} bytes, {BUDGET} at most");
}

#[test]
fn every_file_is_read_and_says_whom_to_credit() {
    for entry in std::fs::read_dir(FOLDER).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "bin") {
            let map = load(path.file_stem().unwrap().to_str().unwrap());
            assert!(!map.credit().is_empty(), "{}", path.display());
        }
    }
}

#[test]
fn each_level_has_all_of_france() {
    for (name, expected) in [
        ("france-l0", [18, 101, 0, 0]),
        ("france-l1", [18, 101, 1255, 11]),
    ] {
        let map = load(name);
        let layers = [
            LayerKind::Region,
            LayerKind::Departement,
            LayerKind::Epci,
            LayerKind::Ept,
        ];
        let counts = layers.map(|kind| map.layer(kind).map_or(0, |layer| layer.features.len()));
        assert_eq!(counts, expected, "{name}");
        let nameless = map
            .layers()
            .iter()
            .flat_map(|layer| &layer.features)
            .filter(|area| area.name.is_empty());
        assert_eq!(nameless.count(), 0, "{name}");
        assert!(map.arcs().all(|arc| arc.kind != ArcKind::Hidden), "{name}");
    }
}

#[test]
fn the_communes_are_those_of_the_gazetteer() {
    let mut communes = BTreeSet::new();
    for map in all_communes() {
        communes.extend(codes(&map, LayerKind::Commune));
        assert_eq!(codes(&map, LayerKind::Region).len(), 1);
    }
    let packed = std::fs::File::open(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/geodata/gazetteer.tsv.gz"
    ));
    let mut table = String::new();
    flate2::read::GzDecoder::new(packed.unwrap())
        .read_to_string(&mut table)
        .unwrap();
    let rows = table.lines().filter_map(|line| line.strip_prefix("C\t"));
    let expected: BTreeSet<_> = rows
        .map(|row| row.split('\t').next().unwrap().to_owned())
        .collect();
    assert_eq!(communes, expected);
}

#[test]
fn every_commune_has_its_name_once_when_close() {
    let mut places = Vec::new();
    for map in [load("france-l1")].into_iter().chain(all_communes()) {
        let towns = map
            .places()
            .iter()
            .filter(|place| Lettering::of(place).is_town());
        places.extend(towns.map(|place| place.code.clone()));
    }
    let distinct: BTreeSet<_> = places.iter().collect();
    assert_eq!((places.len(), distinct.len()), (34_875, 34_875));
}

#[test]
fn the_first_names_are_those_one_expects() {
    let map = load("france-l0");
    let names: Vec<_> = map
        .places()
        .iter()
        .take(4)
        .map(|place| place.name.as_str())
        .collect();
    assert_eq!(names, ["Paris", "Marseille", "Lyon", "Toulouse"]);
    let of_kind = |kind| {
        map.places()
            .iter()
            .filter(|place| place.kind == kind)
            .count()
    };
    let capitals = (
        of_kind(PlaceKind::RegionCapital),
        of_kind(PlaceKind::Prefecture),
    );
    assert_eq!(capitals, (18, 83));
}

#[test]
fn every_region_and_departement_is_named_within_itself() {
    for name in ["france-l0", "france-l1"] {
        let map = load(name);
        for (kind, layer) in [
            (PlaceKind::Region, LayerKind::Region),
            (PlaceKind::Departement, LayerKind::Departement),
        ] {
            let areas = map.layer(layer).unwrap();
            let places: Vec<_> = map
                .places()
                .iter()
                .filter(|place| place.kind == kind)
                .collect();
            assert_eq!(places.len(), areas.features.len(), "{name}");
            for place in places {
                let area = areas.feature(&place.code).unwrap();
                assert_eq!(area.name, place.name);
                assert!(area.bounds.contains(to_world(place.at)), "{}", place.name);
            }
        }
    }
}

/// A point as its bits, which have an order.
fn bits(point: Point) -> [u32; 2] {
    point.map(f32::to_bits)
}

/// Every point of the outlines of a layer.
fn vertices(map: &Basemap, kind: LayerKind) -> BTreeSet<[u32; 2]> {
    let features = map.layer(kind).map_or(&[][..], |layer| &layer.features);
    let rings = features.iter().flat_map(|area| &area.rings);
    rings.flat_map(|ring| map.outline(ring)).map(bits).collect()
}

#[test]
fn outlines_of_groups_of_communes_go_along_the_lines_of_communes() {
    let mut groups = BTreeSet::new();
    for map in all_communes() {
        let communes = vertices(&map, LayerKind::Commune);
        for kind in [
            LayerKind::Epci,
            LayerKind::Ept,
            LayerKind::Departement,
            LayerKind::Region,
        ] {
            let strays = vertices(&map, kind).difference(&communes).count();
            assert_eq!(
                strays,
                0,
                "{kind:?} in {:?}",
                codes(&map, LayerKind::Departement)
            );
        }
        groups.extend(codes(&map, LayerKind::Epci));
    }
    assert_eq!(groups.len(), 1255);
}

#[test]
fn a_border_is_one_line_at_each_level_of_detail() {
    for name in ["france-l0", "france-l1"] {
        let map = load(name);
        let mut arcs: Vec<Vec<[u32; 2]>> = map
            .arcs()
            .map(|arc| arc.points.iter().copied().map(bits).collect())
            .collect();
        arcs.iter_mut().for_each(|arc| {
            let back: Vec<_> = arc.iter().rev().copied().collect();
            *arc = arc.clone().min(back);
        });
        // Islands that are a single cell of the grid may fall on one another.
        arcs.retain(|arc| arc.len() > 2);
        let distinct: BTreeSet<_> = arcs.iter().collect();
        assert_eq!(distinct.len(), arcs.len(), "{name}");
    }
    // The files of two départements have the same arc along their border: what draws an outline across both counts on it.
    let mut borders: BTreeMap<Vec<[u32; 2]>, usize> = BTreeMap::new();
    for map in all_communes() {
        let between = |kind| matches!(kind, ArcKind::Region | ArcKind::Departement);
        for arc in map.arcs().filter(|arc| between(arc.kind)) {
            let points = arc.points.iter().copied().map(bits).collect();
            *borders.entry(points).or_default() += 1;
        }
    }
    let alone = borders.values().filter(|&&files| files != 2).count();
    assert_eq!(alone, 0, "of {}", borders.len());
}

#[test]
fn overseas_has_what_the_mainland_has() {
    let transport = load("transport");
    for (departement, groups, west, south, east, north) in [
        ("971", 6, -61.9, 15.8, -60.9, 16.6),
        ("972", 3, -61.3, 14.3, -60.7, 15.0),
        ("973", 4, -54.7, 2.0, -51.5, 6.0),
        ("974", 5, 55.1, -21.5, 55.9, -20.8),
        ("976", 5, 44.9, -13.1, 45.4, -12.5),
    ] {
        let map = load(&format!("communes-{departement}"));
        assert_eq!(codes(&map, LayerKind::Epci).len(), groups, "{departement}");
        assert!(map.arcs().any(|arc| arc.kind == ArcKind::Commune));
        let corner = |lon, lat| mercator::project(LonLat::new(lon, lat).unwrap());
        let view = WorldBounds::between(corner(west, south), corner(east, north));
        let roads = transport
            .arcs()
            .filter(|arc| arc.kind == ArcKind::Road && arc.bounds.intersects(view));
        assert!(roads.count() > 2, "{departement}");
    }
}

#[test]
fn territories_are_where_they_are() {
    let map = load("france-l1");
    for (kind, code, west, south, east, north) in [
        (LayerKind::Region, "04", 55.21, -21.39, 55.84, -20.87),
        (LayerKind::Departement, "38", 4.74, 44.70, 6.36, 45.88),
        (LayerKind::Epci, "200054781", 2.14, 48.64, 2.62, 49.02),
    ] {
        let corner = |lon, lat| mercator::project(LonLat::new(lon, lat).unwrap());
        let expected = WorldBounds::between(corner(west, south), corner(east, north));
        let found = map.layer(kind).unwrap().feature(code).unwrap().bounds;
        let close = |a: f64, b: f64| (a - b).abs() < 0.02 / 360.0;
        assert!(
            close(found.min.x, expected.min.x) && close(found.max.y, expected.max.y),
            "{code}"
        );
        assert!(
            close(found.max.x, expected.max.x) && close(found.min.y, expected.min.y),
            "{code}"
        );
    }
}

#[test]
fn a_ring_is_named_after_the_largest_of_its_communes() {
    let towns = load(TOWNS);
    let at = |lon, lat| mercator::project(LonLat::clamped(lon, lat));
    let stains = at(2.38, 48.95);
    for (communes, town) in [
        (&["93072", "93066", "75118", "75056"][..], "Paris"),
        (&["93001", "93066", "93072"], "Saint-Denis"),
        (&["76351", "76540"], "Le Havre"),
        // Too small for the file: the large town nearest to the middle.
        (&["93039"], "Stains"),
        (&[], "Stains"),
    ] {
        assert_eq!(towns.town_of(communes, stains), Some(town), "{communes:?}");
    }
    let largest = towns.places().iter().max_by_key(|place| place.population);
    let all: Vec<&str> = towns.places().iter().map(|one| one.code.as_str()).collect();
    let named = largest.map(|place| place.name.as_str());
    assert_eq!(towns.town_of(&all, stains), named);
}

/// French joins « de » to what follows: every town of every file is said as it should.
#[test]
fn every_name_is_joined_to_the_word_before() {
    let mut names: BTreeSet<String> = BTreeSet::new();
    for map in all_communes().chain([load(TOWNS)]) {
        let communes = map.places().iter().filter(|one| one.population > 0);
        names.extend(communes.map(|place| place.name.clone()));
    }
    assert!(names.len() > 29_000, "{}", names.len());
    for name in &names {
        let (of, at) = (of_place(name), at_place(name));
        let (said, told) = match name.split_once(' ') {
            Some(("Le", rest)) => (format!("du {rest}"), format!("au {rest}")),
            Some(("Les", rest)) => (format!("des {rest}"), format!("aux {rest}")),
            _ if name.starts_with(['H', 'Y']) => (of.clone(), format!("à {name}")),
            _ if name.starts_with(|c| "AEIOUÂÉÈÊÎÔŒ".contains(c)) => {
                (format!("d’{name}"), format!("à {name}"))
            }
            _ => (format!("de {name}"), format!("à {name}")),
        };
        assert_eq!((of, at), (said, told));
    }
}
