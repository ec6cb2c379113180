//! The audit of accessibility: its grid in docs/ is that of `content/audit.toml`, and what is wrong with an audit is told.

use crate::support::GAZETTEER;
use content::sheets::Verdict;
use content::{Content, RawFile, Rule, read_content};
use std::path::{Path, PathBuf};
use std::{env, fs};
use tool::{pages::audit::grid, read_folder};

/// The root of the project.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn files() -> Vec<RawFile> {
    let all = read_folder(&root().join("content")).unwrap();
    let ours = all.into_iter();
    ours.filter(|file| ["audit.toml", "site.toml"].contains(&file.path.as_str()))
        .collect()
}

fn read(files: &[RawFile]) -> Content {
    read_content(files, "content", &GAZETTEER)
}

/// The messages about an audit in which a text is another.
fn told(from: &str, to: &str) -> Vec<String> {
    let mut files = files();
    for file in &mut files {
        let text = String::from_utf8(file.bytes.clone()).unwrap();
        file.bytes = text.replacen(from, to, 1).into_bytes();
    }
    let problems = read(&files).report.problems;
    let ours = problems.into_iter();
    ours.filter(|problem| problem.rule == Rule::Audit)
        .map(|problem| problem.message)
        .collect()
}

#[test]
fn the_grid_is_that_of_the_audit() {
    let audit = read(&files()).audit.unwrap();
    let (path, grid) = (root().join("docs/ACCESSIBILITY-AUDIT.md"), grid(&audit));
    if env::var_os("LEVIERS_UPDATE_GOLDEN").is_some() {
        fs::write(&path, &grid).unwrap();
    }
    assert_eq!(grid, fs::read_to_string(path).unwrap());
    assert_eq!(audit.criteria.len(), 106);
    assert!(audit.rate() >= 950, "{} ‰", audit.rate());
    assert!(
        audit
            .of(Verdict::Failed)
            .all(|criterion| criterion.reason.is_some())
    );
}

#[test]
fn what_is_wrong_with_an_audit_is_told() {
    assert!(told("", "").is_empty());
    for (from, to, message) in [
        (
            "number = \"4.2\"",
            "number = \"4.3\"",
            "Le critère 4.3 est là où l'on attend 4.2.",
        ),
        (
            "states = [\"accueil\"",
            "states = [\"nulle-part\"",
            "« nulle-part » n'est pas un état de cet audit.",
        ),
        (
            "verdict = \"NC\"",
            "verdict = \"C\"",
            "Un critère non conforme a une raison, les autres n'en ont pas.",
        ),
        (
            "accessibility = \"partiellement conforme\"",
            "accessibility = \"totalement conforme\"",
            "Les pages disent « totalement conforme », l'audit donne « partiellement conforme ».",
        ),
        (
            "number = \"13.12\"",
            "rang = \"13.12\"",
            "Il y a 105 critères lisibles.",
        ),
    ] {
        let told = told(from, to);
        assert!(
            told.iter().any(|told| told == message),
            "{message}: {told:?}"
        );
    }
}
