//! Rectangles and letters on a sheet of pixels.

use crate::text::Font;
use crate::{Colour, SIZE};
use anyhow::{Context, Result};
use tiny_skia::{Color, FillRule, Paint, Path, PathBuilder, Pixmap, Rect, Transform};

/// The sheet.
pub struct Canvas {
    pixels: Pixmap,
}

fn paint(colour: Colour) -> Paint<'static> {
    let [red, green, blue] = colour;
    let mut paint = Paint::default();
    paint.set_color_rgba8(red, green, blue, 255);
    paint.anti_alias = true;
    paint
}

impl Canvas {
    /// A sheet of one colour.
    pub fn new(colour: Colour) -> Result<Self> {
        let (width, height) = SIZE;
        let mut pixels = Pixmap::new(width, height).context("une image vide")?;
        let [red, green, blue] = colour;
        pixels.fill(Color::from_rgba8(red, green, blue, 255));
        Ok(Self { pixels })
    }

    /// Red, green, blue and opacity of each pixel, row by row.
    pub fn bytes(&self) -> &[u8] {
        self.pixels.data()
    }

    /// A rectangle with round corners. All in pixels; nothing where it has no size.
    pub fn rectangle(&mut self, [x, y, width, height]: [f32; 4], radius: f32, colour: Colour) {
        let Some(path) = rounded(x, y, width, height, radius) else {
            return;
        };
        let paint = paint(colour);
        self.fill(&path, &paint, Transform::identity());
    }

    /// A line of text. `x`, `y`: where it begins on its baseline, in pixels.
    pub fn text(
        &mut self,
        font: &Font<'_>,
        size: f32,
        [x, y]: [f32; 2],
        words: &str,
        colour: Colour,
    ) {
        let paint = paint(colour);
        let scale = font.scale(size);
        let mut at = x;
        for letter in words.chars() {
            if let Some(path) = font.outline(letter) {
                // Fonts count upwards.
                let placed = Transform::from_row(scale, 0.0, 0.0, -scale, at, y);
                self.fill(&path, &paint, placed);
            }
            at += font.advance(letter) * scale;
        }
    }

    fn fill(&mut self, path: &Path, paint: &Paint<'_>, at: Transform) {
        self.pixels
            .fill_path(path, paint, FillRule::Winding, at, None);
    }
}

fn rounded(x: f32, y: f32, width: f32, height: f32, radius: f32) -> Option<Path> {
    if radius <= 0.0 {
        return Some(PathBuilder::from_rect(Rect::from_xywh(
            x, y, width, height,
        )?));
    }
    let (right, bottom) = (x + width, y + height);
    let mut path = PathBuilder::new();
    path.move_to(x + radius, y);
    path.line_to(right - radius, y);
    path.quad_to(right, y, right, y + radius);
    path.line_to(right, bottom - radius);
    path.quad_to(right, bottom, right - radius, bottom);
    path.line_to(x + radius, bottom);
    path.quad_to(x, bottom, x, bottom - radius);
    path.line_to(x, y + radius);
    path.quad_to(x, y, x + radius, y);
    path.close();
    path.finish()
}
