//! Fonts: how wide a text is, where it goes to the next line, and the outlines of letters.

use anyhow::{Context, Result};
use tiny_skia::{Path, PathBuilder};
use ttf_parser::{Face, GlyphId, OutlineBuilder};

/// What stands for what is left out.
const MORE: &str = "…";

static REGULAR: &[u8] = include_bytes!("../fonts/atkinson-hyperlegible-regular.ttf");
static BOLD: &[u8] = include_bytes!("../fonts/atkinson-hyperlegible-bold.ttf");

/// A font.
pub struct Font<'a> {
    face: Face<'a>,
}

impl Font<'static> {
    /// The font of running text.
    pub fn regular() -> Result<Self> {
        Self::read(REGULAR)
    }

    /// The font of names.
    pub fn bold() -> Result<Self> {
        Self::read(BOLD)
    }

    fn read(bytes: &'static [u8]) -> Result<Self> {
        let face = Face::parse(bytes, 0).context("une police illisible")?;
        Ok(Self { face })
    }
}

impl Font<'_> {
    /// How much a unit of the font measures at this size, in pixels.
    pub fn scale(&self, size: f32) -> f32 {
        size / f32::from(self.face.units_per_em())
    }

    fn glyph(&self, letter: char) -> Option<GlyphId> {
        // Unusual spaces are as wide as the usual one; a letter that the font does not have is left out.
        let letter = if letter.is_whitespace() { ' ' } else { letter };
        self.face.glyph_index(letter)
    }

    /// How far the next letter is, in units of the font.
    pub fn advance(&self, letter: char) -> f32 {
        let advance = self
            .glyph(letter)
            .and_then(|glyph| self.face.glyph_hor_advance(glyph));
        f32::from(advance.unwrap_or_default())
    }

    /// The outline of a letter, in units of the font.
    pub fn outline(&self, letter: char) -> Option<Path> {
        let mut outline = Outline(PathBuilder::new());
        self.face.outline_glyph(self.glyph(letter)?, &mut outline)?;
        outline.0.finish()
    }

    /// The width of a line, in pixels.
    pub fn width(&self, words: &str, size: f32) -> f32 {
        words
            .chars()
            .map(|letter| self.advance(letter))
            .sum::<f32>()
            * self.scale(size)
    }

    /// A text on lines of this width, in pixels; what does not fit on `most` lines is left out, and says so.
    pub fn lines(&self, words: &str, size: f32, width: f32, most: usize) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        // A no-break space does not break a line.
        let words = words.split([' ', '\n', '\t']);
        for word in words.filter(|word| !word.is_empty()) {
            let longer = lines.last().map(|line| format!("{line} {word}"));
            match longer.filter(|line| self.width(line, size) <= width) {
                Some(line) => {
                    lines.pop();
                    lines.push(line);
                }
                None if lines.len() == most => {
                    if let Some(last) = lines.pop() {
                        lines.push(self.cut(&format!("{last} {word}"), size, width));
                    }
                    return lines;
                }
                None => lines.push(self.cut(word, size, width)),
            }
        }
        lines
    }

    /// A line without what does not fit.
    pub fn cut(&self, line: &str, size: f32, width: f32) -> String {
        if self.width(line, size) <= width {
            return line.to_owned();
        }
        let mut kept = line.to_owned();
        while self.width(&kept, size) + self.width(MORE, size) > width && kept.pop().is_some() {}
        format!("{}{MORE}", kept.trim_end())
    }
}

struct Outline(PathBuilder);

impl OutlineBuilder for Outline {
    fn move_to(&mut self, x: f32, y: f32) {
        self.0.move_to(x, y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.0.line_to(x, y);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        self.0.quad_to(x1, y1, x, y);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        self.0.cubic_to(x1, y1, x2, y2, x, y);
    }

    fn close(&mut self) {
        self.0.close();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_fit_and_the_last_says_that_there_is_more() {
        let font = Font::regular().unwrap();
        let lines = font.lines("un deux trois quatre cinq six sept huit", 40.0, 200.0, 2);
        assert_eq!(lines.len(), 2);
        assert!(
            lines.iter().all(|line| font.width(line, 40.0) <= 200.0),
            "{lines:?}"
        );
        assert!(lines[1].ends_with(MORE), "{lines:?}");
        assert_eq!(font.lines("court", 40.0, 200.0, 2), ["court"]);
        assert!(font.lines("", 40.0, 200.0, 2).is_empty());
    }

    #[test]
    fn the_letters_of_french_are_there() {
        let (regular, bold) = (Font::regular().unwrap(), Font::bold().unwrap());
        for letter in "aàâäçéèêëîïôöœùûüÿÀÉŒ’…–—«»€·()0123456789".chars()
        {
            assert!(regular.outline(letter).is_some(), "{letter}");
            assert!(bold.outline(letter).is_some(), "{letter}");
        }
    }
}
