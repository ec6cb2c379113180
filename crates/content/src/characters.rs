//! Characters that nobody sees, or that change what everybody sees: refused where texts come in.

/// A character that no text of ours holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hostile {
    /// NUL, escape, backspace…: a terminal obeys some, files and pages refuse others.
    Control(char),
    /// It overrides or isolates the direction of the text around it: what is read is not what is written.
    Direction(char),
}

impl Hostile {
    /// What a character is, if it is hostile. Tabs and ends of lines are not.
    pub fn of(c: char) -> Option<Self> {
        match c {
            '\t' | '\n' | '\r' => None,
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => Some(Self::Direction(c)),
            c if c.is_control() => Some(Self::Control(c)),
            _ => None,
        }
    }

    /// The first of a text, and its place in bytes.
    pub fn first_in(text: &str) -> Option<(usize, Self)> {
        text.char_indices()
            .find_map(|(at, c)| Some((at, Self::of(c)?)))
    }

    /// What it is, in French, with its code.
    pub fn what(self) -> String {
        match self {
            Self::Control(c) => format!("un caractère de commande ({})", code(c)),
            Self::Direction(c) => {
                format!("un caractère qui change le sens de lecture ({})", code(c))
            }
        }
    }
}

/// Whether a text has no character to see.
pub fn is_invisible(text: &str) -> bool {
    text.chars().all(|c| {
        let unseen = matches!(c,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}'
            | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}');
        unseen || c.is_whitespace() || c.is_control()
    })
}

/// « U+001B ».
pub fn code(c: char) -> String {
    format!("U+{:04X}", u32::from(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hostile_characters_are_found_where_they_are() {
        assert_eq!(
            Hostile::first_in("a\u{1b}[31m"),
            Some((1, Hostile::Control('\u{1b}')))
        );
        assert_eq!(Hostile::first_in("é\0"), Some((2, Hostile::Control('\0'))));
        let found = Hostile::first_in("\u{202e}siraP").unwrap().1;
        assert_eq!(
            found.what(),
            "un caractère qui change le sens de lecture (U+202E)"
        );
        for text in [
            "",
            "L’été\u{a0}: 1\u{202f}000\u{a0}€",
            "a\tb\r\nc",
            "עברית",
            "e\u{301}",
            "👩\u{200d}🌾",
        ] {
            assert_eq!(Hostile::first_in(text), None, "{text:?}");
        }
    }

    #[test]
    fn a_text_of_unseen_characters_is_invisible() {
        for text in [
            "",
            " ",
            "\u{200b}\u{2060}",
            "\u{feff}",
            "\u{3164}",
            "\u{ad}\u{a0}",
        ] {
            assert!(is_invisible(text), "{text:?}");
        }
        assert!(!is_invisible("\u{200b}a"));
    }
}
