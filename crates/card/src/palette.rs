//! A PNG of few colours: a fifth of the bytes of one of all colours.

use crate::canvas::Canvas;
use crate::{Colour, SIZE};
use anyhow::Result;
use png::{BitDepth, ColorType, Compression, Encoder, Filter};
use std::collections::{BTreeMap, HashMap};

/// The most colours of a palette.
const MOST: usize = 256;

/// The picture as a PNG, with a key in its head.
///
/// # Errors
/// When it cannot be encoded.
pub fn png(canvas: &Canvas, key: &str) -> Result<Vec<u8>> {
    let pixels: Vec<Colour> = canvas
        .bytes()
        .as_chunks::<4>()
        .0
        .iter()
        .map(|&[red, green, blue, _]| [red, green, blue])
        .collect();
    let palette = palette(&pixels);
    let mut nearest = HashMap::new();
    let indices = pixels.iter().map(|&pixel| {
        *nearest
            .entry(pixel)
            .or_insert_with(|| nearest_of(&palette, pixel))
    });
    let indices: Vec<u8> = indices.collect();
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

/// The colours that are most there; of those that are as often, always the same.
fn palette(pixels: &[Colour]) -> Vec<Colour> {
    let mut counts: BTreeMap<Colour, usize> = BTreeMap::new();
    for &pixel in pixels {
        *counts.entry(pixel).or_default() += 1;
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
