//! Several problems at once, and how they are told.

use crate::support::{Change, GAZETTEER, changed, check, fixture, valid};
use content::{Rule, read_content};
use tool::check_sources;

const JARDIN: &str = "initiatives/jardin-des-lilas.md";
const CANAL: &str = "initiatives/recyclerie-du-canal.md";

#[test]
fn every_problem_is_reported_at_once() {
    let mut files = valid();
    for change in [
        Change::Edit(JARDIN, "lever = \"foncier\"", "lever = \"fonciers\""),
        Change::Edit(JARDIN, "\"lien-social\"", "\"lien\""),
        Change::Edit(JARDIN, "code = \"92050\"", "code = \"99999\""),
        Change::Edit(JARDIN, "lon = 2.36", "lon = 200"),
        Change::Edit(JARDIN, "manquait", "(a@b.fr) manquait"),
        Change::Edit(CANAL, "[[sources]]", "[[source]]"),
        Change::Copy(CANAL, "initiatives/b/recyclerie-du-canal.md"),
    ] {
        changed(&mut files, change);
    }
    let (_, problems) = check(&files);
    let rules: Vec<_> = problems
        .iter()
        .map(|problem| (problem.line, problem.rule))
        .collect();
    // By file then line: `b/` comes first, so the sheet at the root of the folder is the duplicate.
    assert_eq!(
        rules,
        [
            (1, Rule::NoSource),
            (31, Rule::UnknownField),
            (8, Rule::UnknownTheme),
            (12, Rule::UnknownCode),
            (19, Rule::CoordinatesOutOfRange),
            (46, Rule::UnknownLever),
            (93, Rule::Email),
            (1, Rule::DuplicateId),
            (1, Rule::NoSource),
            (31, Rule::UnknownField),
        ],
        "{problems:#?}"
    );
}

#[test]
fn a_syntax_error_does_not_hide_the_rest_of_the_file() {
    let mut files = valid();
    for change in [
        Change::Edit(CANAL, "status = \"inconnu\"", "status = inconnu"),
        Change::Edit(CANAL, "lever = \"scic\"", "lever = \"scik\""),
        Change::Edit(CANAL, "## Freins", "## Frein"),
    ] {
        changed(&mut files, change);
    }
    let (_, problems) = check(&files);
    let rules: Vec<_> = problems.iter().map(|problem| problem.rule).collect();
    assert_eq!(
        rules,
        [Rule::Toml, Rule::UnknownLever, Rule::UnknownHeading],
        "{problems:#?}"
    );
}

#[test]
fn the_message_names_file_line_rule_and_remedy() {
    let mut files = valid();
    changed(
        &mut files,
        Change::Edit(JARDIN, "code = \"92050\"", "code = \"92000\""),
    );
    changed(
        &mut files,
        Change::Edit(JARDIN, "code = \"93066\"", "code = \"93059\""),
    );
    changed(&mut files, Change::Edit(CANAL, "\"scic\"", "\"siic\""));
    let (content, _) = check(&files);
    assert_eq!(
        content.report.to_string(),
        "content/initiatives/jardin-des-lilas.md:12: [code-inconnu] La commune « 92000 » n'existe pas (COG 2026) : c'est un code postal.\n    \
             → Code INSEE des communes de ce code postal : 92050 (Nanterre).\n\
         content/initiatives/jardin-des-lilas.md:17: [code-ancien] La commune « 93059 » fait aujourd'hui partie de Saint-Denis.\n    \
             → Remplacez le code par « 93066 » ; l'ancien nom peut aller dans label.\n\
         content/initiatives/recyclerie-du-canal.md:20: [levier-inconnu] Le levier « siic » n'est pas dans la liste.\n    \
             → Vouliez-vous écrire « scic » ? Valeurs permises : subvention, achat-public, foncier, scic, accompagnement, animation, non-precise.\n\
         11 fiches lues : 3 problèmes."
    );
}

#[test]
fn a_file_from_another_system_is_read_the_same() {
    let mut files = valid();
    for file in &mut files {
        let text = String::from_utf8(file.bytes.clone()).unwrap();
        file.bytes = format!("\u{feff}{}", text.replace('\n', "\r\n")).into_bytes();
    }
    let (content, problems) = check(&files);
    assert_eq!(problems, []);
    let (expected, _) = check(&valid());
    let sheets = |content: content::Content| -> Vec<_> {
        content
            .initiatives
            .into_iter()
            .map(|read| read.sheet)
            .collect()
    };
    assert_eq!(sheets(content), sheets(expected));
}

#[test]
fn a_file_that_is_not_utf_8_is_reported_at_its_line() {
    let mut files = valid();
    let file = files.iter_mut().find(|file| file.path == CANAL).unwrap();
    let at = file
        .bytes
        .windows(6)
        .position(|bytes| bytes == b"status")
        .unwrap();
    file.bytes.insert(at, 0xe9);
    let (_, problems) = check(&files);
    assert!(
        problems
            .iter()
            .any(|p| (p.rule, p.line) == (Rule::Unreadable, 4)),
        "{problems:#?}"
    );
}

#[test]
fn a_missing_text_is_reported_where_the_document_is_declared() {
    let mut files = valid();
    changed(
        &mut files,
        Change::Edit("sources.toml", "900.txt", "901.txt"),
    );
    let content = read_content(&files, "content", &GAZETTEER);
    let problems = check_sources(&content, &fixture("sources"), "content");
    let found: Vec<_> = problems
        .iter()
        .map(|p| (p.rule, p.file.as_str(), p.line))
        .collect();
    assert_eq!(found, [(Rule::MissingText, "content/sources.toml", 2)]);
}
