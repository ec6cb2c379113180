//! The picture that other sites show of a page (Open Graph): its kind, its name, what it says in a line, levers with their counts, the name
//! of the map. Pure: a value in, the bytes of a PNG out, the same on every machine: the letters are drawn from fonts of its own.

mod canvas;
mod key;
mod layout;
mod palette;
mod text;

pub use key::{has_key, key};

use anyhow::Result;

/// Width and height, in pixels: what social networks and messengers ask for.
pub const SIZE: (u32, u32) = (1200, 630);

/// A colour: red, green, blue.
pub type Colour = [u8; 3];

/// What a picture says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Card {
    /// What the page is: « Initiative », « Commune ».
    pub kind: String,
    /// Its name.
    pub title: String,
    /// What it says, in a sentence.
    pub note: String,
    /// Levers, or what else is counted, each in its colour.
    pub marks: Vec<Mark>,
    /// The name of the map.
    pub map: String,
    /// Where it is published, as people read it.
    pub host: String,
    /// The colour of the map.
    pub accent: Colour,
}

/// A word in a coloured box. The word says what the colour does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The colour of the box; its letters are white.
    pub colour: Colour,
    /// « Foncier (3) ».
    pub words: String,
}

/// Draws the picture: a PNG of few colours, with the [`key`] of what it shows.
///
/// # Errors
/// When the fonts cannot be read or the picture cannot be encoded.
pub fn draw(card: &Card) -> Result<Vec<u8>> {
    let canvas = layout::lay_out(card)?;
    palette::png(&canvas, &key(card))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn card() -> Card {
        Card {
            kind: "Initiative".to_owned(),
            title: "Un nom très long, qui ne tient pas sur une ligne et doit être coupé quelque part, mais bien, sans rien perdre d’essentiel".to_owned(),
            note: "Ce qu’elle est, en une phrase assez longue pour aller à la ligne suivante de la carte.".to_owned(),
            marks: vec![
                Mark { colour: [37, 95, 215], words: "Subvention (12)".to_owned() },
                Mark { colour: [33, 146, 69], words: "Foncier (3)".to_owned() },
            ],
            map: "La carte".to_owned(),
            host: "carte.example".to_owned(),
            accent: [11, 79, 138],
        }
    }

    #[test]
    fn a_picture_has_its_size_few_colours_and_few_bytes() {
        let bytes = draw(&card()).unwrap();
        assert!(bytes.len() < 25_000, "{}", bytes.len());
        let mut reader = png::Decoder::new(std::io::Cursor::new(&bytes))
            .read_info()
            .unwrap();
        let info = reader.info();
        assert_eq!((info.width, info.height), SIZE);
        assert_eq!(info.color_type, png::ColorType::Indexed);
        let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
        reader.next_frame(&mut pixels).unwrap();
    }

    #[test]
    fn the_same_card_gives_the_same_bytes_and_another_does_not() {
        let one = card();
        let bytes = draw(&one).unwrap();
        assert_eq!(bytes, draw(&one).unwrap());
        assert!(has_key(&bytes, &key(&one)));
        let other = Card {
            title: "Autre".to_owned(),
            ..one
        };
        assert_ne!(draw(&other).unwrap(), bytes);
        assert!(!has_key(&bytes, &key(&other)));
    }

    #[test]
    fn any_text_can_be_drawn() {
        for title in [
            "",
            " ",
            "€ … œ « » – ’",
            "漢字 🙂 \u{202e}",
            &"mot".repeat(400),
        ] {
            let one = Card {
                title: title.to_owned(),
                note: title.to_owned(),
                ..card()
            };
            draw(&one).unwrap();
        }
        draw(&Card {
            marks: Vec::new(),
            ..Card::default()
        })
        .unwrap();
    }
}
