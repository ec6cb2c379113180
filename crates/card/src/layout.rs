//! Where everything stands on a card, in pixels.

use crate::canvas::Canvas;
use crate::text::Font;
use crate::{Card, Colour, Mark};
use anyhow::Result;

const PAPER: Colour = [255, 255, 255];
const INK: Colour = [29, 34, 38];
const QUIET: Colour = [84, 91, 98];
const LINE: Colour = [217, 214, 207];

const LEFT: f32 = 72.0;
const WIDTH: f32 = 1056.0;
/// The band of the map's colour, at the top.
const BAND: [f32; 4] = [0.0, 0.0, 1200.0, 20.0];
/// Baselines and sizes of what is always in the same place.
const KIND: (f32, f32) = (104.0, 32.0);
const FOOT: (f32, f32) = (572.0, 34.0);
/// The line above the foot.
const RULE: [f32; 4] = [LEFT, 510.0, WIDTH, 2.0];
/// The name: its size, the distance of its lines, how many of them; where the first stands.
const TITLE: (f32, f32, usize) = (66.0, 76.0, 3);
const TITLE_TOP: f32 = 186.0;
/// The sentence: the same.
const NOTE: (f32, f32, usize) = (32.0, 42.0, 2);
/// A mark: size of its letters, height, space in it, space after it, corner.
const MARK: (f32, f32, f32, f32, f32) = (28.0, 48.0, 18.0, 14.0, 10.0);
/// What stands below the last mark, in pixels from the top.
const END: f32 = 500.0;

/// Draws a card.
pub fn lay_out(card: &Card) -> Result<Canvas> {
    let (regular, bold) = (Font::regular()?, Font::bold()?);
    let mut canvas = Canvas::new(PAPER)?;
    canvas.rectangle(BAND, 0.0, card.accent);
    let (y, size) = KIND;
    let kind = regular.cut(&card.kind, size, WIDTH);
    canvas.text(&regular, size, [LEFT, y], &kind, QUIET);

    let (size, line, most) = TITLE;
    let title = bold.lines(&card.title, size, WIDTH, most);
    let mut y = TITLE_TOP;
    for words in &title {
        canvas.text(&bold, size, [LEFT, y], words, INK);
        y += line;
    }
    let (size, line, most) = NOTE;
    // A long name leaves one line of the sentence, when levers follow.
    let most = if title.len() == TITLE.2 && !card.marks.is_empty() {
        0
    } else {
        most
    };
    y -= 14.0;
    for words in regular
        .lines(&card.note, size, WIDTH, most.max(1))
        .iter()
        .take(most)
    {
        canvas.text(&regular, size, [LEFT, y], words, QUIET);
        y += line;
    }
    marks(&mut canvas, &bold, &card.marks, y - 14.0);

    canvas.rectangle(RULE, 0.0, LINE);
    let (y, size) = FOOT;
    let host = bold.width(&card.map, size) + 40.0;
    let map = bold.cut(&card.map, size, WIDTH);
    canvas.text(&bold, size, [LEFT, y], &map, card.accent);
    let width = regular.width(&card.host, size);
    if host + width <= WIDTH {
        canvas.text(&regular, size, [LEFT + WIDTH - width, y], &card.host, QUIET);
    }
    Ok(canvas)
}

/// Marks in rows; those that have no room are left out.
fn marks(canvas: &mut Canvas, font: &Font<'_>, all: &[Mark], top: f32) {
    let (size, height, inside, after, corner) = MARK;
    let (mut x, mut y) = (LEFT, top);
    for mark in all {
        let width = font.width(&mark.words, size) + 2.0 * inside;
        if x > LEFT && x + width > LEFT + WIDTH {
            (x, y) = (LEFT, y + height + after);
        }
        if y + height > END {
            return;
        }
        canvas.rectangle([x, y, width, height], corner, mark.colour);
        canvas.text(
            font,
            size,
            [x + inside, y + height - 15.0],
            &mark.words,
            PAPER,
        );
        x += width + after;
    }
}
