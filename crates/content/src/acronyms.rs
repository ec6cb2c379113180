//! Checks that the glossary explains every acronym on screen, or lists it as a name, and that each is written in one way.

use super::{Content, Problem, Read, Rule, nearest};
use std::collections::{BTreeMap, BTreeSet};

/// Reports acronyms that the glossary lacks, and terms of the glossary that no text uses. A folder without a glossary is not checked.
pub fn check(content: &Content) -> Vec<Problem> {
    let Some(glossary) = &content.glossary.sheet else {
        return Vec::new();
    };
    let terms = || glossary.terms.iter().map(|term| term.word.as_str());
    let names = glossary.names.iter().map(String::as_str);
    let known: BTreeSet<&str> = terms().chain(names).collect();
    let mut problems = Vec::new();
    let texts = texts(content);
    let cases = Cases::of(terms(), ordinary_words(content));
    for (path, text) in &texts {
        problems.extend(unknown(path, text, &known));
        problems.extend(in_other_case(path, text, &cases, &known));
    }
    let own = &content.glossary;
    problems.extend(in_other_case(&own.path, &own.text, &cases, &known));
    let places = glossary.places.iter().copied();
    for (word, at) in terms().zip(places) {
        if !texts.iter().any(|(_, text)| text.contains(word)) {
            problems.push(Problem {
                file: content.glossary.path.clone(),
                line: content.glossary.line_of(at),
                rule: Rule::UnusedTerm,
                message: format!("« {word} » n'est dans aucune fiche."),
                remedy: "Rien à corriger si c'est voulu : il reste dans la page du glossaire."
                    .to_owned(),
            });
        }
    }
    problems
}

/// Path and text of every file that is shown, except the glossary.
fn texts(content: &Content) -> Vec<(&str, &str)> {
    fn of<T>(sheets: &[Read<T>]) -> impl Iterator<Item = (&str, &str)> {
        sheets
            .iter()
            .map(|read| (read.path.as_str(), read.text.as_str()))
    }
    let documents = &content.documents_file;
    of(&content.initiatives)
        .chain(of(&content.authorities))
        .chain(of(&content.levers))
        .chain(of(&content.recommendations))
        .chain(of(&content.pages))
        .chain([(documents.path.as_str(), documents.text.as_str())])
        .collect()
}

/// The first place of each unknown acronym of a file.
fn unknown(path: &str, text: &str, known: &BTreeSet<&str>) -> Vec<Problem> {
    let mut seen = BTreeSet::new();
    let mut problems = Vec::new();
    for (index, line) in text.lines().enumerate().filter(|(_, line)| is_shown(line)) {
        for word in acronyms(line) {
            if known.contains(word) || !seen.insert(word) {
                continue;
            }
            let near = nearest::nearest(word, known.iter().copied());
            let near = near.map_or_else(String::new, |near| format!(" (proche de « {near} »)"));
            problems.push(Problem {
                file: path.to_owned(),
                line: index + 1,
                rule: Rule::UnknownAcronym,
                message: format!("Le sigle « {word} » n'est pas dans glossaire.toml{near}."),
                remedy: "Ajoutez-y une table [[terms]], ou ajoutez-le à names si c'est un nom."
                    .to_owned(),
            });
        }
    }
    problems
}

/// The acronyms of the glossary, to find them in another case.
struct Cases<'a> {
    /// As the glossary writes them, by their small letters.
    acronyms: BTreeMap<String, &'a str>,
    /// Words that texts also have in small letters: « Mes » is « mes » at the beginning of a sentence, not MES.
    ordinary: BTreeSet<&'a str>,
}

impl<'a> Cases<'a> {
    fn of(terms: impl Iterator<Item = &'a str>, ordinary: BTreeSet<&'a str>) -> Self {
        let acronyms = terms.filter(|term| {
            let capitals = |c: char| c.is_uppercase() || c.is_ascii_digit();
            term.chars().count() > 2 && term.chars().all(capitals)
        });
        Self {
            acronyms: acronyms.map(|term| (term.to_lowercase(), term)).collect(),
            ordinary,
        }
    }

    /// The acronym that a word with a capital is, in another case.
    fn acronym_of(&self, word: &str) -> Option<&'a str> {
        let small = word.to_lowercase();
        let acronym = self.acronyms.get(&small).copied()?;
        let is_other = word != acronym && word.contains(char::is_uppercase);
        (is_other && !self.ordinary.contains(small.as_str())).then_some(acronym)
    }
}

/// The words in small letters of the editors' own sentences.
fn ordinary_words(content: &Content) -> BTreeSet<&str> {
    fn of<T>(sheets: &[Read<T>]) -> impl Iterator<Item = &str> {
        sheets.iter().flat_map(|read| {
            let prose = read.notes.prose.iter();
            prose.filter_map(|bytes| read.text.get(bytes.clone()))
        })
    }
    of(&content.initiatives)
        .chain(of(&content.authorities))
        .chain(of(&content.levers))
        .chain(of(&content.recommendations))
        .chain(of(&content.pages))
        .flat_map(str::lines)
        .flat_map(words)
        .filter(|word| word.starts_with(char::is_lowercase))
        .collect()
}

/// The first place of each acronym of a file that is written in another case than in the glossary.
fn in_other_case(
    path: &str,
    text: &str,
    cases: &Cases<'_>,
    known: &BTreeSet<&str>,
) -> Vec<Problem> {
    let mut seen = BTreeSet::new();
    let mut problems = Vec::new();
    for (index, line) in text.lines().enumerate().filter(|(_, line)| is_shown(line)) {
        for word in words(line) {
            let Some(acronym) = cases.acronym_of(word).filter(|_| !known.contains(word)) else {
                continue;
            };
            if seen.insert(word) {
                problems.push(Problem {
                    file: path.to_owned(),
                    line: index + 1,
                    rule: Rule::AcronymCase,
                    message: format!("Le sigle « {acronym} » est écrit « {word} »."),
                    remedy: format!("Écrivez « {acronym} », comme dans glossaire.toml ; si « {word} » est un autre mot, ajoutez-le à names."),
                });
            }
        }
    }
    problems
}

/// Comments, editors' notes and addresses are not on screen. (A heading is, and is one of a closed list.)
fn is_shown(line: &str) -> bool {
    let line = line.trim_start();
    if line.starts_with('#') {
        return false;
    }
    !["notes", "url", "code", "country", "website", "file"]
        .iter()
        .any(|start| {
            line.strip_prefix(start)
                .is_some_and(|rest| rest.trim_start().starts_with('='))
        })
}

/// Words of two capital letters or more, digits allowed after the first: « QPV », « C2RP ». Not « 3D », not « II ».
fn acronyms(line: &str) -> impl Iterator<Item = &str> {
    words(line).filter(|word| {
        let capitals = word.chars().filter(|c| c.is_uppercase()).count();
        let only = word.chars().all(|c| c.is_uppercase() || c.is_ascii_digit());
        capitals >= 2 && only && word.starts_with(char::is_uppercase) && !is_roman(word)
    })
}

/// The words of a line, but for the addresses of its links.
fn words(line: &str) -> impl Iterator<Item = &str> {
    let mut parts = line.split("](");
    let first = parts.next();
    let after = parts.filter_map(|part| Some(part.split_once(')')?.1));
    let shown = first.into_iter().chain(after);
    shown.flat_map(|text| text.split(|c: char| !c.is_alphanumeric()))
}

fn is_roman(word: &str) -> bool {
    word.chars().all(|c| "IVX".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn acronyms_are_words_in_capitals() {
        let found: Vec<_> = acronyms(
            "La SCIC, l’ANRU et C2RP (XIII, 3D, Lille, [EPARECA](https://a.fr/LICENSE)) QPV",
        )
        .collect();
        assert_eq!(found, ["SCIC", "ANRU", "C2RP", "EPARECA", "QPV"]);
    }

    #[test]
    fn an_unknown_acronym_is_told_once_a_file_and_not_in_notes() {
        let text = "notes = \"ZZZ\"\n# SIREN\nname = \"La QPV\"\nQPV\nLa SCIC";
        let problems = unknown("a.md", text, &BTreeSet::from(["SCIC"]));
        let found: Vec<_> = problems.iter().map(|p| (p.line, p.rule)).collect();
        assert_eq!(found, [(3, Rule::UnknownAcronym)]);
    }

    #[test]
    fn an_acronym_is_written_in_one_way_and_ordinary_words_are_left_alone() {
        let ordinary = BTreeSet::from(["mes", "la"]);
        let cases = Cases::of(["SCIC", "MES", "UE", "tiers-lieu"].into_iter(), ordinary);
        let known = BTreeSet::from(["SCIC", "MES", "UE"]);
        let text = "notes = \"Scic\"\nlever = \"scic\"\nMes voisins, Ue, SCIC\nScic et Scic\nsCIC\n[x](https://Scic.fr)";
        let problems = in_other_case("a.md", text, &cases, &known);
        let found: Vec<_> = problems.iter().map(|p| (p.line, p.rule)).collect();
        assert_eq!(found, [(4, Rule::AcronymCase), (5, Rule::AcronymCase)]);
        let known = BTreeSet::from(["SCIC", "Scic"]);
        assert_eq!(in_other_case("a.md", "Scic", &cases, &known), []);
    }
}
