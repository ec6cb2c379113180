use super::*;
use crate::data::FileError;
use engine::PointSet;
use engine::geo::{Fixed, LonLat, mercator};
use proptest::prelude::*;

/// The four bytes of a header, its version, the length, then the CRC-32, and the content.
fn file(magic: &[u8; 4], content: &[u8]) -> Vec<u8> {
    seal(magic).close(content)
}

/// In the order of the keys: cells 0, 1 and 1 of the first corner of the world, then the last cell.
fn sample() -> Columns {
    let cell = |x, y| snap(Fixed { x, y });
    let keys = vec![
        cell(0, 0),
        cell(64, 63),
        cell(127, 5),
        cell(u32::MAX, u32::MAX),
    ];
    Columns::new(keys, vec![0, 1, 6, 0]).unwrap()
}

fn layer() -> Layer {
    let layer = Layer {
        title: "Été".into(),
        credit: "X, LO".into(),
        synthetic: true,
        categories: vec!["A".into(), "B".into()],
        names_a_block: 3,
        ..Layer::default()
    };
    layer.measured(&sample(), &sample().encode())
}

#[rustfmt::skip]
const POINTS: &[u8] = &[
    b'C', b'L', b'P', b'T', 1, 16, 0, 0, 0, 0xE0, 0x65, 0x0B, 0x0F, // header: 16 bytes follow, checksum
    4, // four points
    0, 1, 0, 0xFE, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 7, // cells 0, 1, 1, 2⁵² − 1
    0, 1, 6, 0, // categories
];

#[rustfmt::skip]
const DESCRIPTOR: &[u8] = &[
    b'C', b'L', b'P', b'L', 1, 26, 0, 0, 0, 0x56, 0xDC, 0x3F, 0x1C,
    5, 0xC3, 0x89, b't', 0xC3, 0xA9, 5, b'X', b',', b' ', b'L', b'O', // title, credit
    1, 2, 4, b'A', b'\n', b'B', b'\n', // synthetic, two categories
    4, 29, 0xE0, 0x65, 0x0B, 0x0F, 3, // points, bytes and checksum of points.bin, names a file
];

#[rustfmt::skip]
const LAST_NAME: &[u8] = &[
    b'C', b'L', b'P', b'N', 1, 8, 0, 0, 0, 0x4C, 0x2E, 0x13, 0x18,
    0xE0, 0x65, 0x0B, 0x0F, // checksum of points.bin
    1, 2, b'D', b'\n', // one name
];

#[test]
fn the_bytes_are_those_of_the_documented_format() {
    assert_eq!(sample().encode(), POINTS);
    assert_eq!(layer().encode(), DESCRIPTOR);
    assert_eq!(encode_names(layer().edition, &["D"]), LAST_NAME);
}

#[test]
fn a_layer_is_read_from_its_files() {
    let read = Layer::decode(DESCRIPTOR).unwrap();
    assert_eq!(read, layer());
    assert_eq!(read.columns(POINTS), Ok(sample()));
    assert_eq!(
        (read.blocks(), read.block(0), read.block(1)),
        (2, 0..3, 3..4)
    );
    assert_eq!(read.block_of(3), (1, 0));
    assert_eq!(read.names(1, LAST_NAME), Ok(vec!["D"]));
}

#[test]
fn a_million_points_load() {
    let keys: Vec<u64> = (0..1_000_000)
        .map(|cell| columns::centre(cell << 30))
        .collect();
    let categories: Vec<u8> = (0..1_000_000).map(|point| (point % 7) as u8).collect();
    let file = Columns::new(keys.clone(), categories.clone())
        .unwrap()
        .encode();
    let layer = Layer::default().measured(&Columns::decode(&file).unwrap(), &file);
    assert_eq!((layer.points, layer.blocks()), (1_000_000, 1954));
    assert_eq!(
        layer.columns(&file).unwrap().into_parts(),
        (keys.clone(), categories.clone())
    );
    assert_eq!(
        PointSet::from_sorted(keys, categories).unwrap().all().len(),
        1_000_000
    );
}

#[test]
fn files_of_another_edition_are_refused() {
    let other = Columns::new(vec![snap(Fixed { x: 9, y: 9 })], vec![0]).unwrap();
    let of_another = Err(FileError::Invalid("the points of another edition"));
    assert_eq!(layer().columns(&other.encode()), of_another);
    let of_another = Err(FileError::Invalid("the names of another edition"));
    assert_eq!(layer().names(1, &encode_names(1, &["D"])), of_another);
    let of_others = Err(FileError::Invalid("the names of other points"));
    assert_eq!(layer().names(0, LAST_NAME), of_others);
    // A visitor is not told that such a file is damaged: it is not.
    let told = layer().columns(&other.encode());
    assert!(matches!(told, Err(FileError::Invalid(_))));
}

#[test]
fn columns_that_make_no_sense_are_refused() {
    let (a, b) = (snap(Fixed { x: 0, y: 0 }), snap(Fixed { x: 99, y: 0 }));
    assert!(Columns::new(vec![a, b], vec![0, 6]).is_some());
    assert_eq!(Columns::new(vec![b, a], vec![0, 6]), None);
    assert_eq!(Columns::new(vec![a, b], vec![0]), None);
    assert_eq!(Columns::new(vec![a, b], vec![0, 7]), None);
    assert_eq!(Columns::new(vec![a, b + 1], vec![0, 0]), None);
}

/// A file of points whose checksum is right, and its content not.
fn forged(content: &[u8]) -> Result<Columns, FileError> {
    Columns::decode(&file(b"CLPT", content))
}

#[test]
fn content_that_makes_no_sense_is_refused() {
    let error = |content: &[u8]| forged(content).unwrap_err();
    let outside = [&[1][..], &[0x80; 7], &[8, 0]].concat();
    let long = [&[1][..], &[0xFF; 9], &[0]].concat();
    assert_eq!(error(&[]), FileError::Truncated);
    assert_eq!(error(&[2, 0, 0, 1]), FileError::Truncated);
    assert_eq!(
        error(&[9, 0]),
        FileError::Invalid("a count exceeds what follows")
    );
    assert_eq!(
        error(&outside),
        FileError::Invalid("a point is outside the world")
    );
    assert_eq!(error(&long), FileError::Invalid("a number is too long"));
    assert_eq!(error(&[1, 0, 7]), FileError::Invalid("an unknown category"));
    assert_eq!(
        error(&[1, 0, 0, 0]),
        FileError::Invalid("bytes after the points")
    );
    let seven = [0, 0, 0, 7, 14]
        .iter()
        .chain(b"a\nb\nc\nd\ne\nf\ng\n")
        .copied();
    let many = Layer::decode(&file(b"CLPL", &seven.collect::<Vec<_>>()));
    assert_eq!(many, Err(FileError::Invalid("too many categories")));
    let no_names = Layer::decode(&file(b"CLPL", &[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]));
    assert_eq!(no_names, Err(FileError::Invalid("files of no names")));
}

#[test]
fn a_file_cut_anywhere_is_truncated() {
    for length in 0..POINTS.len() {
        assert_eq!(
            Columns::decode(&POINTS[..length]),
            Err(FileError::Truncated)
        );
    }
    for length in 0..DESCRIPTOR.len() {
        assert_eq!(
            Layer::decode(&DESCRIPTOR[..length]),
            Err(FileError::Truncated)
        );
    }
    for length in 0..LAST_NAME.len() {
        let cut = decode_names(&LAST_NAME[..length], layer().edition);
        assert_eq!(cut, Err(FileError::Truncated));
    }
}

prop_compose! {
    fn any_columns()(points in prop::collection::vec((any::<u32>(), any::<u32>(), 0..=OTHER), 0..300)) -> Columns {
        let mut points: Vec<_> = points.into_iter().map(|(x, y, category)| (snap(Fixed { x, y }), category)).collect();
        points.sort_unstable();
        let (keys, categories) = points.into_iter().unzip();
        Columns::new(keys, categories).unwrap()
    }
}

proptest! {
    #[test]
    fn what_is_encoded_is_decoded(columns in any_columns()) {
        prop_assert_eq!(Columns::decode(&columns.encode()), Ok(columns));
    }

    #[test]
    fn layers_and_names_too(title: String, credit: String, synthetic: bool, categories in prop::collection::vec("[^\n]{0,9}", 0..=MAX_CATEGORIES), names in prop::collection::vec("[^\n]{0,20}", 0..40), points: u32, edition: u32, names_a_block in 1u32..) {
        let layer = Layer { title, credit, synthetic, categories, points, points_bytes: points / 2, edition, names_a_block };
        prop_assert_eq!(Layer::decode(&layer.encode()), Ok(layer));
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let file = encode_names(edition, &names);
        let block = NameBlock::new(&names);
        prop_assert_eq!(block.len(), names.len());
        prop_assert!(names.iter().enumerate().all(|(position, name)| block.get(position) == Some(name)));
        prop_assert_eq!(block.get(names.len()), None);
        prop_assert_eq!(decode_names(&file, edition), Ok(names));
    }

    #[test]
    fn blocks_share_out_the_points(points: u32, names_a_block in 1u32.., any: prop::sample::Index) {
        let layer = Layer { points, names_a_block, ..Layer::default() };
        prop_assert_eq!(layer.block(layer.blocks().saturating_sub(1)).end, points);
        if points > 0 {
            let position = any.index(points as usize) as u32;
            let (block, inside) = layer.block_of(position);
            prop_assert!(block < layer.blocks());
            prop_assert_eq!(layer.block(block).start + inside as u32, position);
        }
    }

    #[test]
    fn a_point_moves_by_half_a_cell_at_most(lon in -180.0..180.0f64, lat in -85.0..85.0f64) {
        let place = mercator::project(LonLat::new(lon, lat).unwrap());
        let there = engine::geo::morton::deinterleave(snap(place.to_fixed())).to_world();
        let half_cell = 0.5 / f64::from(1 << GRID_BITS) + 1e-9 / Fixed::UNITS;
        prop_assert!((there.x - place.x).abs() <= half_cell && (there.y - place.y).abs() <= half_cell);
        prop_assert_eq!(snap(there.to_fixed()), snap(place.to_fixed()));
    }

    #[test]
    fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let layer = layer();
        for magic in [b"CLPT", b"CLPL", b"CLPN"] {
            for file in [bytes.clone(), file(magic, &bytes)] {
                let _ = layer.columns(&file);
                let _ = Layer::decode(&file);
                let _ = layer.names(0, &file);
            }
        }
        let named = [&layer.edition.to_le_bytes()[..], &bytes].concat();
        let _ = layer.names(1, &file(b"CLPN", &named));
    }

    #[test]
    fn damage_is_an_error(columns in any_columns(), at: prop::sample::Index, change in 1u8..) {
        let mut bytes = columns.encode();
        let at = at.index(bytes.len());
        prop_assert_eq!(Columns::decode(&bytes[..at]), Err(FileError::Truncated));
        bytes[at] ^= change;
        prop_assert!(Columns::decode(&bytes).is_err());
    }
}
