//! `--sources`: the sheets against the texts of the documents they cite.

mod citations;
mod originality;
mod words;

use super::{Content, Problem, Read, Rule};
use std::collections::BTreeMap;

/// The text of each document, by its id.
pub type DocumentTexts = BTreeMap<String, String>;

/// Checks the documents whose text cannot be read by `read`, which takes a file name, and every sheet against the others.
pub fn check_sources(
    content: &Content,
    read: impl Fn(&str) -> Option<Vec<u8>>,
    shown_as: &str,
) -> Vec<Problem> {
    let mut texts = DocumentTexts::new();
    let mut problems = Vec::new();
    for source in &content.documents {
        let Some(name) = &source.file else {
            continue;
        };
        match read(name) {
            Some(bytes) => {
                let text = String::from_utf8_lossy(&bytes).into_owned();
                texts.insert(source.document.id.clone(), text);
            }
            None => problems.push(Problem {
                file: format!("{shown_as}/sources.toml"),
                line: source.line,
                rule: Rule::MissingText,
                message: format!("Le texte « {name} » n'est pas dans le dossier des sources."),
                remedy: "Corrigez file, ou retirez-le si le texte n'est pas disponible.".to_owned(),
            }),
        }
    }
    problems.extend(check_texts(content, &texts));
    problems
}

/// Checks every sheet against these texts.
pub fn check_texts(content: &Content, texts: &DocumentTexts) -> Vec<Problem> {
    let shingles = originality::Shingles::of(texts);
    let check = |path: &str, text: &str, notes: &_| {
        let mut problems = citations::check(path, text, notes, texts);
        problems.extend(originality::check(path, text, notes, &shingles));
        problems
    };
    fn each<T>(
        sheets: &[Read<T>],
        check: impl Fn(&str, &str, &super::reading::Notes) -> Vec<Problem>,
    ) -> Vec<Problem> {
        let of = |read: &Read<T>| check(&read.path, &read.text, &read.notes);
        sheets.iter().flat_map(of).collect()
    }
    let mut problems = each(&content.initiatives, check);
    problems.extend(each(&content.authorities, check));
    problems.extend(each(&content.levers, check));
    problems.extend(each(&content.recommendations, check));
    problems.extend(each(&content.pages, check));
    problems.extend(each(core::slice::from_ref(&content.glossary), check));
    problems
}
