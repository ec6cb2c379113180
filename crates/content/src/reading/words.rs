//! The runs and the words of a text.

use model::domain::{Block, Inline, Section};

/// Number of words of a sheet's text.
pub fn word_count(sections: &[Section]) -> usize {
    let runs = sections
        .iter()
        .flat_map(paragraphs)
        .flat_map(|runs| runs.iter());
    let words = runs.map(|run| match run {
        Inline::Text(text) | Inline::Strong(text) => text.split_whitespace().count(),
        Inline::Link { label, .. } => label.split_whitespace().count(),
    });
    words.sum()
}

/// The paragraphs and the items of a section.
pub fn paragraphs<H>(section: &Section<H>) -> impl Iterator<Item = &Vec<Inline>> {
    section.blocks.iter().flat_map(|block| match block {
        Block::Paragraph(runs) => core::slice::from_ref(runs),
        Block::List(items) | Block::Steps(items) => items.as_slice(),
    })
}
