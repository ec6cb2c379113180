//! `glossaire.toml`: the words that a visitor may not know.

use crate::Rule;
use crate::fold::fold;
use crate::reading::{Fields, SourceFile, read_toml};
use model::domain::Term;
use std::collections::BTreeMap;

/// What the glossary says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Glossary {
    /// Words with what they mean, sorted.
    pub terms: Vec<Term>,
    /// Where each stands in the file, in bytes.
    pub places: Vec<usize>,
    /// Words in capitals that are names: nothing to expand.
    pub names: Vec<String>,
}

/// Reads the glossary.
pub fn read_glossary(file: &SourceFile, documents: Option<&BTreeMap<String, u16>>) -> Glossary {
    read_toml(file, (&file.text, 0), |fields| {
        let names = fields.texts("names").into_iter().map(|name| name.value);
        let names = names.collect();
        let read = fields.tables("terms", |fields| read_term(fields, documents));
        let mut terms: Vec<(Term, usize)> = Vec::new();
        for (term, at) in read {
            if terms.iter().any(|(known, _)| known.word == term.word) {
                fields.file().problem(
                    at,
                    Rule::RepeatedTerm,
                    format!("« {} » est là deux fois.", term.word),
                    "Réunissez les deux définitions.",
                );
            } else {
                terms.push((term, at));
            }
        }
        terms.sort_by_cached_key(|(term, _)| fold(&term.word));
        let (terms, places) = terms.into_iter().unzip();
        Glossary {
            terms,
            places,
            names,
        }
    })
}

fn read_term(
    fields: &Fields<'_>,
    documents: Option<&BTreeMap<String, u16>>,
) -> Option<(Term, usize)> {
    let word = fields.text_at("acronym");
    let expansion = fields.text("expansion");
    let definition = fields.prose("definition");
    if let Some(document) = fields.text_if_any("document")
        && documents.is_some_and(|known| !known.contains_key(&document))
    {
        fields.problem(
            "document",
            Rule::UnknownDocument,
            format!("Le document « {document} » n'est pas dans sources.toml."),
            "Corrigez son identifiant, ou ajoutez-le à sources.toml.",
        );
    }
    let word = word?;
    Some((
        Term {
            word: word.value,
            expansion: expansion?,
            definition: definition?,
        },
        word.bytes.start,
    ))
}
