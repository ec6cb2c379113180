//! `leviers stats`: what the made-up content covers, and what it lacks.

use crate::real::{leviers, printed};
use crate::support::{Change, GAZETTEER, changed, check, is_expected, valid};
use tool::Stats;

#[test]
fn coverage_is_as_expected() {
    let stats = Stats::of(&check(&valid()).0, &GAZETTEER);
    is_expected("stats.txt", &stats.to_string());
}

#[test]
fn long_lists_are_named_when_asked_for() {
    let stats = Stats::of(&check(&valid()).0, &GAZETTEER);
    let six = "6  accompagnement, achat-public, animation, foncier, scic, subvention";
    assert!(!stats.to_string().contains(six));
    assert!(format!("{stats:#}").contains(six));
}

#[test]
fn what_no_authority_used_is_not_counted_as_used() {
    let mut files = valid();
    let canal = "initiatives/recyclerie-du-canal.md";
    changed(&mut files, Change::Edit(canal, "\"declined\"", "\"used\""));
    let stats = Stats::of(&check(&files).0, &GAZETTEER).to_string();
    let line = stats.lines().find(|line| line.contains("Capital de SCIC"));
    let numbers: Vec<_> = line.unwrap().split_whitespace().skip(3).collect();
    assert_eq!(numbers, ["0", "0", "0", "0", "0", "1"]);
}

#[test]
fn a_content_without_sheets_has_no_gaps() {
    let stats = Stats::of(&check(&[]).0, &GAZETTEER).to_string();
    assert!(!stats.contains("sans…"), "{stats}");
}

#[test]
fn the_command_counts_the_real_content() {
    let output = leviers(&["stats", "--ids"]);
    assert!(output.status.success());
    assert!(
        printed(&output).starts_with("Fiches\n"),
        "{}",
        printed(&output)
    );
    assert!(
        !printed(&output).contains("problèmes"),
        "{}",
        printed(&output)
    );
}
