//! A PNG of few colours: a fifth of the bytes of one of all colours.

use crate::canvas::Canvas;
use crate::{Colour, SIZE};
use anyhow::Result;
use png::{BitDepth, ColorType, Compression, Encoder, Filter};
use std::collections::{BTreeMap, HashMap};

/// The most colours of a palette: enough for the edges of letters.
const MOST: usize = 40;

/// The picture as a PNG, with a key in its head.
///
/// # Errors
/// When it cannot be encoded.
pub fn png(canvas: &Canvas, key: &str) -> Result<Vec<u8>> {
    let runs = runs(canvas);
    let palette = palette(&runs);
    let mut nearest = HashMap::new();
    let mut indices = Vec::with_capacity(canvas.bytes().len() / 4);
    for &(colour, length) in &runs {
        let index = *nearest
            .entry(colour)
            .or_insert_with(|| nearest_of(&palette, colour));
        indices.resize(indices.len() + length, index);
    }
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, SIZE.0, SIZE.1);
    encoder.set_color(ColorType::Indexed);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_palette(palette.concat());
    encoder.set_compression(Compression::High);
    encoder.set_filter(Filter::NoFilter);
    encoder.add_text_chunk("Comment".to_owned(), key.to_owned())?;
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&indices)?;
    writer.finish()?;
    Ok(bytes)
}

/// The pixels as runs of one colour, row after row: a picture of letters is mostly paper.
fn runs(canvas: &Canvas) -> Vec<(Colour, usize)> {
    let mut runs: Vec<(Colour, usize)> = Vec::new();
    for &[red, green, blue, _] in canvas.bytes().as_chunks::<4>().0 {
        match runs.last_mut() {
            Some((colour, length)) if *colour == [red, green, blue] => *length += 1,
            _ => runs.push(([red, green, blue], 1)),
        }
    }
    runs
}

/// The colours that are most there; of those that are as often, always the same.
fn palette(runs: &[(Colour, usize)]) -> Vec<Colour> {
    let mut counts: BTreeMap<Colour, usize> = BTreeMap::new();
    for &(colour, length) in runs {
        *counts.entry(colour).or_default() += length;
    }
    let mut colours: Vec<(Colour, usize)> = counts.into_iter().collect();
    colours.sort_by_key(|&(colour, count)| (core::cmp::Reverse(count), colour));
    colours
        .into_iter()
        .take(MOST)
        .map(|(colour, _)| colour)
        .collect()
}

fn nearest_of(palette: &[Colour], pixel: Colour) -> u8 {
    let distance = |colour: &Colour| -> u32 {
        colour
            .iter()
            .zip(pixel)
            .map(|(&one, other)| u32::from(one.abs_diff(other)).pow(2))
            .sum()
    };
    let found = (0..=u8::MAX)
        .zip(palette)
        .min_by_key(|(_, colour)| distance(colour));
    found.map_or(0, |(index, _)| index)
}
