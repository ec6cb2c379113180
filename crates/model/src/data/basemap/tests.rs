use super::*;
use crate::data::FileError;
use proptest::prelude::*;

// 2,2 ─ 4,2 ─ 6,2
//  │  A  │  B  │     two areas with a border between them, a river across, a town at 4,2
// 2,4 ─ 4,4 ─ 6,4
fn sample() -> Basemap {
    let mut map = Basemap::new(3, "Crédit");
    let on_grid = |points: &[[f32; 2]]| -> Vec<Point> {
        points.iter().map(|[x, y]| [x / 8.0, y / 8.0]).collect()
    };
    let arcs = [
        (ArcKind::Region, vec![[4.0, 2.0], [4.0, 4.0]]),
        (
            ArcKind::Coast,
            vec![[4.0, 4.0], [2.0, 4.0], [2.0, 2.0], [4.0, 2.0]],
        ),
        (
            ArcKind::Frontier,
            vec![[4.0, 2.0], [6.0, 2.0], [6.0, 4.0], [4.0, 4.0]],
        ),
        (ArcKind::River1, vec![[8.0, 0.0], [0.0, 8.0]]),
    ];
    for (kind, points) in arcs {
        map.push_arc(kind, &on_grid(&points)).unwrap();
    }
    let a = vec![vec![ArcRef::new(0, false), ArcRef::new(1, false)]];
    let b = vec![vec![ArcRef::new(0, true), ArcRef::new(2, false)]];
    let features = vec![
        map.feature("B", "Île", b).unwrap(),
        map.feature("A", "", a).unwrap(),
    ];
    map.push_layer(LayerKind::Departement, features);
    map.push_place(NamedPlace {
        kind: PlaceKind::Town,
        code: "A1".to_owned(),
        name: "Ville".to_owned(),
        population: 300,
        at: [0.5, 0.25],
    });
    map
}

/// What `sample` must always be as a file of this version; `docs/FORMAT.md` explains it byte by byte.
const GOLDEN: &[u8] = &[
    b'C', b'L', b'B', b'M', 1, 82, 0, 0, 0, 35, 231, 111, 139, // header
    3, 7, b'C', b'r', 0xc3, 0xa9, b'd', b'i', b't', // grid of 2³ cells, credit
    4, 2, 1, 0, 7, 2, 4, 4, 2, // four arcs: kinds, numbers of points
    8, 0, 0, 8, 0, 3, 0, 4, 4, 0, 3, 15, // x: starts, steps
    4, 0, 0, 7, 4, 0, 3, 0, 0, 4, 0, 16, // y
    1, 1, 2, // one layer, of départements, with two areas
    4, b'A', b'\n', b'B', b'\n', 6, b'\n', 0xc3, 0x8e, b'l', b'e', b'\n', // codes, names
    1, 1, 2, 2, 0, 4, 1, 6, // rings of each, arcs of each, references
    1, 2, 3, b'A', b'1', b'\n', 6, b'V', b'i', b'l', b'l', b'e', b'\n', // one place
    172, 2, 8, 4, // its population, x, y
];

#[test]
fn the_bytes_are_those_of_the_documented_format() {
    assert_eq!(sample().encode(), GOLDEN);
    assert_eq!(Basemap::decode(GOLDEN), Ok(sample()));
}

#[test]
fn what_the_painter_reads() {
    let map = Basemap::decode(GOLDEN).unwrap();
    assert_eq!(map.credit(), "Crédit");
    assert_eq!(map.arc(3).map(|arc| arc.kind), Some(ArcKind::River1));
    assert_eq!(map.arc(4), None);
    assert!(map.layer(LayerKind::Commune).is_none());

    let layer = map.layer(LayerKind::Departement).unwrap();
    assert_eq!(layer.feature("C"), None);
    let island = layer.feature("B").unwrap();
    assert_eq!(island.name, "Île");
    let corners = WorldBounds::between(to_world([0.5, 0.25]), to_world([0.75, 0.5]));
    assert_eq!(island.bounds, corners);

    let outline: Vec<_> = map.outline(&island.rings[0]).collect();
    let eighths = [[4, 4], [4, 2], [6, 2], [6, 4], [4, 4]];
    assert_eq!(outline, eighths.map(|point| point.map(|v| v as f32 / 8.0)));
}

#[test]
fn a_file_cut_anywhere_is_truncated() {
    for length in 0..GOLDEN.len() {
        let cut = &GOLDEN[..length];
        assert_eq!(Basemap::decode(cut), Err(FileError::Truncated), "{length}");
    }
}

#[test]
fn a_damaged_byte_is_noticed() {
    for position in 0..GOLDEN.len() {
        let mut bytes = GOLDEN.to_vec();
        bytes[position] ^= 0x10;
        let error = Basemap::decode(&bytes).unwrap_err();
        match position {
            0..4 => assert_eq!(error, FileError::NotOurs),
            4 => assert_eq!(error, FileError::OtherVersion { found: 17, read: 1 }),
            5..9 => assert!(matches!(
                error,
                FileError::Truncated | FileError::Invalid(_)
            )),
            _ => assert_eq!(error, FileError::Damaged),
        }
    }
}

#[test]
fn each_error_says_what_to_think() {
    assert_eq!(Basemap::decode(b"<!doctype html>"), Err(FileError::NotOurs));
    assert_eq!(
        FileError::NotOurs.to_string(),
        "this is another kind of file"
    );
    assert_eq!(
        FileError::OtherVersion { found: 9, read: 1 }.to_string(),
        "format 9, this program reads format 1"
    );
}

/// The sample with one byte of its content changed, and the checksum right again.
fn forged(position: usize, value: u8) -> Result<Basemap, FileError> {
    let mut content = GOLDEN[13..].to_vec();
    content[position] = value;
    Basemap::decode(&FILE.close(&content))
}

#[test]
fn content_that_makes_no_sense_is_refused() {
    for (position, value, why) in [
        (0, 25, "the grid is too fine"),
        (1, 255, "a count exceeds what follows"),
        (3, 0xff, "a text is not UTF-8"),
        (10, 99, "an unknown kind"),
        (18, 20, "a point is outside the world"),
        (47, b'x', "texts are missing"),
        (57, 0, "an area without its arcs"),
        (61, 9, "an area without its arcs"),
    ] {
        assert_eq!(
            forged(position, value),
            Err(FileError::Invalid(why)),
            "byte {position}"
        );
    }
}

#[test]
fn an_arc_needs_points() {
    let content = [3, 0, 1, 0, 0, 0, 0]; // grid, no credit, one coast of no points, no layer, no place
    let error = FileError::Invalid("an arc without points");
    assert_eq!(Basemap::decode(&FILE.close(&content)), Err(error));
}

prop_compose! {
    fn any_map()(bits in 0..=MAX_BITS)(
        bits in Just(bits),
        arcs in prop::collection::vec((any_of(ArcKind::ALL), prop::collection::vec(on_grid(bits), 1..9)), 1..9),
        areas in prop::collection::vec(("[0-9AB]{0,5}", "[^\n]{0,9}", prop::collection::vec(prop::collection::vec((any::<prop::sample::Index>(), any::<bool>()), 1..5), 1..4)), 0..6),
        kind in any_of(LayerKind::ALL),
        places in prop::collection::vec((any_of(PlaceKind::ALL), "[^\n]{0,9}", any::<u32>(), on_grid(bits)), 0..9),
    ) -> Basemap {
        let mut map = Basemap::new(bits, "crédit");
        for (kind, points) in &arcs {
            map.push_arc(*kind, points).unwrap();
        }
        let ring = |refs: Vec<(prop::sample::Index, bool)>| -> Ring {
            refs.into_iter().map(|(arc, reversed)| ArcRef::new(arc.index(arcs.len()) as u32, reversed)).collect()
        };
        let area = |(code, name, rings): (String, String, Vec<_>)| {
            map.feature(&code, &name, rings.into_iter().map(ring).collect()).unwrap()
        };
        let areas = areas.into_iter().map(area).collect();
        map.push_layer(kind, areas);
        for (kind, name, population, at) in places {
            map.push_place(NamedPlace { kind, code: population.to_string(), name, population, at });
        }
        map
    }
}

fn any_of<T: Copy + std::fmt::Debug + 'static>(all: &'static [T]) -> impl Strategy<Value = T> {
    prop::sample::select(all)
}

fn on_grid(bits: u8) -> impl Strategy<Value = Point> {
    let cell = move |value: u32| (f64::from(value) / f64::from(1_u32 << bits)) as f32;
    (0..=1_u32 << bits, 0..=1_u32 << bits).prop_map(move |(x, y)| [cell(x), cell(y)])
}

proptest! {
    #[test]
    fn what_is_encoded_is_decoded(map in any_map()) {
        prop_assert_eq!(Basemap::decode(&map.encode()), Ok(map));
    }

    #[test]
    fn snapping_gives_what_the_file_holds(x in 0.0..1.0f64, y in 0.0..1.0f64, bits in 0..=MAX_BITS) {
        let mut map = Basemap::new(bits, "");
        let point = map.snap((x, y));
        map.push_arc(ArcKind::Coast, &[point]).unwrap();
        let read = Basemap::decode(&map.encode()).unwrap();
        prop_assert_eq!(read.arc(0).unwrap().points, &[point]);
        let half_cell = 0.5 / f64::from(1_u32 << bits) + 1e-9;
        prop_assert!((f64::from(point[0]) - x).abs() <= half_cell);
    }

    #[test]
    fn no_bytes_make_it_panic(file in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = Basemap::decode(&file);
        let _ = Basemap::decode(&FILE.close(&file));
    }

    #[test]
    fn no_forgery_makes_it_panic(position in 0..82_usize, value: u8) {
        let _ = forged(position, value);
    }
}
