//! Sentences are the editor's own: no eight words in a row are a document's, outside quotation marks.

use super::{
    DocumentTexts,
    words::{Word, own_parts, words},
};
use crate::reading::{Notes, line_of};
use crate::{Problem, Rule};
use std::collections::HashMap;

/// So many words in a row are a copy.
const RUN: usize = 8;

/// Every run of eight words of the documents, with the id of a document that has it.
pub struct Shingles(HashMap<String, String>);

impl Shingles {
    /// The runs of these texts.
    pub fn of(texts: &DocumentTexts) -> Self {
        let mut shingles = HashMap::new();
        for (id, text) in texts {
            for run in words(text, 0).windows(RUN) {
                shingles.entry(joined(run)).or_insert_with(|| id.clone());
            }
        }
        Self(shingles)
    }

    fn document_of(&self, run: &[Word]) -> Option<&String> {
        self.0.get(&joined(run))
    }
}

/// The passages of a sheet that are a document's, each reported once, where it begins.
pub fn check(path: &str, text: &str, notes: &Notes, shingles: &Shingles) -> Vec<Problem> {
    let prose = notes
        .prose
        .iter()
        .filter_map(|bytes| Some((text.get(bytes.clone())?, bytes.start)));
    prose
        .flat_map(|(prose, at)| own_parts(prose, at))
        .flat_map(|(part, at)| copies(&words(part, at), shingles))
        .map(|copy| Problem {
            file: path.to_owned(),
            line: line_of(text, copy.at),
            rule: Rule::Copied,
            message: format!(
                "{} mots de suite sont ceux du document « {} » : {}.",
                copy.length, copy.document, copy.words
            ),
            remedy: "Dites-le avec vos mots, ou citez entre guillemets « … ».".to_owned(),
        })
        .collect()
}

struct Copy {
    at: usize,
    length: usize,
    document: String,
    words: String,
}

fn copies(words: &[Word], shingles: &Shingles) -> Vec<Copy> {
    let mut copies = Vec::new();
    let mut rest = words;
    while let Some((first, tail)) = rest.split_first() {
        let found = rest.get(..RUN).and_then(|run| shingles.document_of(run));
        let Some(document) = found else {
            rest = tail;
            continue;
        };
        let more = rest
            .windows(RUN)
            .take_while(|run| shingles.document_of(run).is_some())
            .count();
        let length = more + RUN - 1;
        let (copied, after) = rest.split_at_checked(length).unwrap_or((rest, &[]));
        copies.push(Copy {
            at: first.1,
            length,
            document: document.clone(),
            words: joined(copied),
        });
        rest = after;
    }
    copies
}

fn joined(words: &[Word]) -> String {
    let words: Vec<&str> = words.iter().map(|(word, _)| word.as_str()).collect();
    words.join(" ")
}
