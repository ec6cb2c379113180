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
}

impl Separator {
    /// The likeliest last.
    pub const ALL: [Self; 4] = [Self::Bar, Self::Tab, Self::Comma, Self::Semicolon];

    /// The one that comes most often, outside quotes, in the first line that holds anything.
    pub fn of(text: &str) -> Self {
        let first = text
            .split(['\r', '\n'])
            .find(|line| !line.trim().is_empty());
        let outside: String = first.unwrap_or_default().split('"').step_by(2).collect();
        let count = |separator: &Self| {
            let byte = separator.byte();
            outside.bytes().filter(|&found| found == byte).count()
        };
        Self::ALL
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
        })
    }
}
