//! A page of the site that is not a sheet: about, accessibility, legal notice.

use crate::reading::{SourceFile, read_free_body, read_halves};
use model::domain::Section;

/// A page.
#[derive(Clone, Debug, PartialEq)]
pub struct FreePage {
    /// Its folder in the site.
    pub id: String,
    /// Its heading.
    pub title: String,
    /// What it says, in one sentence, for search engines.
    pub description: String,
    /// Its text.
    pub sections: Vec<Section<String>>,
}

/// Reads a page.
pub fn read_page(file: &SourceFile, id: &str) -> Option<FreePage> {
    let ((title, description), body) = read_halves(file, |fields| {
        (fields.text("title"), fields.text("description"))
    })?;
    let sections = read_free_body(file, body);
    Some(FreePage {
        id: id.to_owned(),
        title: title?,
        description: description?,
        sections,
    })
}
