//! One broken content a rule: the rule is reported, alone, at its line, with a remedy.

use crate::cases::{Case, SOUND, cases};
use crate::support::{changed, check, line_with, valid};
use content::{Problem, Rule};
use std::collections::BTreeSet;

#[test]
fn the_valid_content_has_no_problem() {
    assert_eq!(check(&valid()).1, []);
}

#[test]
fn each_rule_is_reported_alone_at_its_line_with_a_remedy() {
    let failures: Vec<String> = cases().filter_map(failure).collect();
    assert!(failures.is_empty(), "{}", failures.join("\n\n"));
}

/// What a case gives that it should not.
fn failure((rule, change, path, needle): &Case) -> Option<String> {
    let mut files = valid();
    changed(&mut files, *change);
    let (_, problems) = check(&files);
    let expected = (
        *rule,
        format!("content/{path}"),
        line_with(&files, path, needle),
    );
    let as_expected = |p: &Problem| {
        (p.rule, p.file.clone(), p.line) == expected
            && !p.message.is_empty()
            && !p.remedy.is_empty()
    };
    let found = problems.iter().all(as_expected) && problems.len() == 1;
    (!found).then(|| format!("{change:?}\nexpected {expected:?}\ngot {problems:#?}"))
}

#[test]
fn what_is_right_is_not_reported() {
    for change in SOUND {
        let mut files = valid();
        changed(&mut files, *change);
        assert_eq!(check(&files).1, [], "{change:?}");
    }
}

#[test]
fn every_rule_has_a_case() {
    let tested: BTreeSet<_> = cases().map(|case| case.0).collect();
    // Read from a folder: tested in `several.rs`.
    let elsewhere = [Rule::MissingText];
    let untested: Vec<_> = Rule::ALL
        .iter()
        .filter(|rule| !tested.contains(rule) && !elsewhere.contains(rule))
        .collect();
    assert!(untested.is_empty(), "{untested:?}");
}
