//! The runs and the words of a text.

use model::domain::{Inline, Section};

/// Number of words of a sheet's text.
pub fn word_count(sections: &[Section]) -> usize {
    let runs = sections.iter().flat_map(paragraphs).flatten();
    runs.map(|run| run.words().split_whitespace().count()).sum()
}

/// The paragraphs and the items of a section.
pub fn paragraphs<H>(section: &Section<H>) -> impl Iterator<Item = &Vec<Inline>> {
    section.blocks.iter().flat_map(|block| block.texts())
}
