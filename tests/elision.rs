//! The cases of French elision, which the map and its scripts must agree on.

#![allow(clippy::unwrap_used)]

use model::text::elision::of_place;

#[test]
fn names_are_joined_as_the_cases_say() {
    let cases = include_str!("elision.txt").lines();
    let cases: Vec<_> = cases.filter(|line| !line.starts_with('#')).collect();
    assert!(cases.len() > 20);
    for line in cases {
        let (name, of) = line.split_once(" => ").unwrap();
        assert_eq!(of_place(name), of);
    }
}
