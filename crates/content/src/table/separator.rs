//! What separates the columns of a table.

use core::fmt;

/// A separator of columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Separator {
    /// `|`
    Bar,
    /// A tab.
    Tab,
    /// `,`
    Comma,
    /// `;`
    Semicolon,
    /// `:`
    Colon,
    /// `^`
    Caret,
    /// `~`
    Tilde,
}

impl Separator {
    /// Those that tables have, the likeliest last.
    pub const USUAL: [Self; 4] = [Self::Bar, Self::Tab, Self::Comma, Self::Semicolon];

    /// Those of old exports, the likeliest last. Times, addresses of pages and sentences have them too: they are tried once no usual one
    /// separates anything.
    pub const RARE: [Self; 3] = [Self::Tilde, Self::Caret, Self::Colon];

    /// All that are read, the likeliest first.
    pub const ALL: [Self; 7] = [
        Self::Semicolon,
        Self::Comma,
        Self::Tab,
        Self::Bar,
        Self::Colon,
        Self::Caret,
        Self::Tilde,
    ];

    /// The usual one that comes most often, outside quotes, in the first line that holds anything.
    pub fn of(text: &str) -> Self {
        let first = text
            .split(['\r', '\n'])
            .find(|line| !line.trim().is_empty());
        let outside: String = first.unwrap_or_default().split('"').step_by(2).collect();
        let count = |separator: &Self| {
            let byte = separator.byte();
            outside.bytes().filter(|&found| found == byte).count()
        };
        Self::USUAL
            .into_iter()
            .max_by_key(count)
            .unwrap_or(Self::Comma)
    }

    /// Its byte.
    pub fn byte(self) -> u8 {
        match self {
            Self::Bar => b'|',
            Self::Tab => b'\t',
            Self::Comma => b',',
            Self::Semicolon => b';',
            Self::Colon => b':',
            Self::Caret => b'^',
            Self::Tilde => b'~',
        }
    }
}

impl fmt::Display for Separator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Bar => "des barres verticales",
            Self::Tab => "des tabulations",
            Self::Comma => "des virgules",
            Self::Semicolon => "des points-virgules",
            Self::Colon => "des deux-points",
            Self::Caret => "des accents circonflexes (^)",
            Self::Tilde => "des tildes (~)",
        })
    }
}
