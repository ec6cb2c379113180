//! The pictures that other sites show of pages. Those that the site of before has already are kept: their key says so.

use crate::disk::OutputFile;
use anyhow::Result;
use card::Card;
use site::parallel;
use std::fs;
use std::path::Path;

/// Draws the pictures, each at its path. `out`: the folder of the site that they are for.
///
/// # Errors
/// When one cannot be drawn.
pub fn draw(cards: Vec<(String, Card)>, out: &Path) -> Result<Vec<OutputFile>> {
    parallel::each(cards, |(path, card)| {
        let bytes = match kept(&out.join(&path), &card) {
            Some(bytes) => bytes,
            None => card::draw(&card)?,
        };
        Ok(OutputFile::new(path, bytes))
    })
}

/// A picture that shows this card already.
fn kept(path: &Path, card: &Card) -> Option<Vec<u8>> {
    let bytes = fs::read(path).ok()?;
    card::has_key(&bytes, &card::key(card)).then_some(bytes)
}
