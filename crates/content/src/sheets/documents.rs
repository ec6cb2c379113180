//! `sources.toml`: the documents that sheets cite.

use crate::Rule;
use crate::reading::{Fields, SourceFile, line_of, read_toml};
use model::domain::Document;
use std::collections::BTreeSet;

/// A document, and the file of its text in the sources folder when there is one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceDocument {
    /// What the browser knows of it.
    pub document: Document,
    /// Name of the file in the folder given to `--sources`.
    pub file: Option<String>,
    /// Where it can be read, when that is known.
    pub url: Option<String>,
    /// Line of `sources.toml` where it is.
    pub line: usize,
}

/// Reads `sources.toml`.
pub fn read_documents(file: &SourceFile) -> Vec<SourceDocument> {
    read_toml(file, (&file.text, 0), |fields| {
        let documents = fields.tables("documents", read_document);
        if fields.is_without("documents") {
            fields.missing("documents");
        }
        documents
            .into_iter()
            .scan(BTreeSet::new(), |seen, (document, at)| {
                if !seen.insert(document.document.id.clone()) {
                    report_duplicate(file, at, &document.document.id);
                }
                Some(document)
            })
            .collect()
    })
}

fn report_duplicate(file: &SourceFile, at: usize, id: &str) {
    file.problem(
        at,
        Rule::DuplicateId,
        format!("Deux documents ont l'identifiant « {id} »."),
        "Donnez à chaque document son identifiant.",
    );
}

fn read_document(fields: &Fields<'_>) -> Option<(SourceDocument, usize)> {
    let id = fields.text_at("id");
    let title = fields.text("title");
    let publisher = fields.text("publisher");
    let date = fields.text("date");
    let file = fields.text_if_any("file");
    let url = fields.url_if_any("url");
    if let Some(date) = date.as_deref().filter(|date| !is_date(date)) {
        fields.problem(
            "date",
            Rule::MalformedDate,
            format!("« {date} » n'est pas une date."),
            "Écrivez l'année, l'année et le mois, ou le jour : \"2016\", \"2016-07\", \"2016-07-14\".",
        );
    }
    let id = id?;
    let document = Document {
        id: id.value,
        title: title?,
        publisher: publisher?,
        date: date?,
    };
    let line = line_of(&fields.file().text, id.bytes.start);
    let source = SourceDocument {
        document,
        file,
        url,
        line,
    };
    Some((source, id.bytes.start))
}

/// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
pub(super) fn is_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let number = |part: &str, length: usize, limits: core::ops::RangeInclusive<u16>| {
        part.len() == length
            && part.bytes().all(|byte| byte.is_ascii_digit())
            && part.parse().is_ok_and(|value| limits.contains(&value))
    };
    let year = |part| number(part, 4, 1800..=2100);
    match parts.as_slice() {
        [y] => year(y),
        [y, m] => year(y) && number(m, 2, 1..=12),
        [y, m, d] => year(y) && number(m, 2, 1..=12) && number(d, 2, 1..=31),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_date_is_a_year_a_month_or_a_day() {
        for date in ["2016", "2016-07", "2016-07-14"] {
            assert!(super::is_date(date), "{date}");
        }
        for date in [
            "",
            "16",
            "2016-7",
            "2016-13",
            "07/2016",
            "2016-07-32",
            "2016-07-14-1",
            "+016",
        ] {
            assert!(!super::is_date(date), "{date}");
        }
    }
}
