//! The address, in all the places that know its parameters.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use model::address::{Address, AddressProblem, parameters};
use std::path::Path;

fn read(path: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

#[test]
fn the_widget_passes_every_parameter() {
    let widget = read("public/widget.js");
    let list = widget.split_once("PARAMETERS = [").unwrap().1;
    let list = list.split_once(']').unwrap().0;
    let mut passed: Vec<_> = list
        .split(',')
        .map(|name| name.trim().trim_matches('"'))
        .collect();
    let mut known = parameters();
    passed.sort_unstable();
    known.sort_unstable();
    assert_eq!(passed, known);
}

#[test]
fn the_frame_knows_every_facet() {
    let settings = read("public/frame/settings.js");
    let list = settings.split_once("FACETS = [").unwrap().1;
    let list = list.split_once(']').unwrap().0;
    let known: Vec<_> = list
        .split(',')
        .map(|name| name.trim().trim_matches('"'))
        .collect();
    assert_eq!(known, model::domain::Facet::IDS);
}

#[test]
fn the_guide_has_a_row_for_every_parameter() {
    let guide = read("docs/EMBED.md");
    let first_cells = guide
        .lines()
        .filter_map(|line| line.strip_prefix("| ")?.split(" | ").next());
    let documented: Vec<_> = first_cells.flat_map(|cell| cell.split('`')).collect();
    for name in parameters() {
        assert!(documented.contains(&name), "{name} is not in docs/EMBED.md");
    }
}

/// The pairs of a query, decoded as far as the cases go.
fn pairs(query: &str) -> Vec<(String, String)> {
    let decoded = query.replace("%2C", ",").replace("%C3%A9", "é");
    let pairs = decoded.trim_start_matches('?').split('&');
    pairs
        .filter_map(|pair| pair.split_once('='))
        .map(|(name, value)| (name.into(), value.into()))
        .collect()
}

#[test]
fn layers_are_read_as_boot_reads_them() {
    let cases = read("tests/layers.txt");
    let cases: Vec<_> = cases
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| line.split_once("=>").unwrap())
        .collect();
    assert!(cases.len() > 10);
    for (query, ids) in cases {
        let (address, _) = Address::parse(&pairs(query.trim()), "");
        let expected: Vec<_> = ids.split_whitespace().collect();
        assert_eq!(address.layers, expected, "{query}");
    }
}

#[test]
fn layers_that_are_not_shown_are_told() {
    let (address, problems) = Address::parse(&pairs("couche=a,b,c,d,e,f,g,h,a,É"), "");
    assert_eq!(address.layers.len(), engine::MAX_LAYERS);
    let [AddressProblem::Value { parameter, value }] = problems.as_slice() else {
        panic!("{problems:?}")
    };
    assert_eq!((*parameter, value.as_str()), ("couche", "h, É"));
}
