//! How the text of a table is encoded: what is not UTF-8 is read all the same when it can be told, and said.
//!
//! Two encodings beside UTF-8 are what spreadsheets write: a few lines read them, where a library of every encoding would weigh more
//! than the rest of a worker.

use core::fmt;
use std::borrow::Cow;

/// An encoding that tables come in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without byte order mark.
    Utf8,
    /// UTF-16, lowest byte first: « Texte Unicode » of Excel.
    Utf16Le,
    /// UTF-16, highest byte first.
    Utf16Be,
    /// Windows-1252, what Excel calls « CSV » in France. It covers the printable part of ISO 8859-1.
    Windows1252,
}

/// A text, and what was found of its encoding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded<'a> {
    /// The text, without byte order mark.
    pub text: Cow<'a, str>,
    /// Its encoding.
    pub encoding: Encoding,
    /// Whether some bytes were not of that encoding: a « � » (U+FFFD) stands for them.
    pub damaged: bool,
}

/// Bytes looked at for the zeros of UTF-16 without byte order mark.
const LOOKED_AT: usize = 2048;

/// The characters of the bytes 0x80 to 0x9F in Windows-1252; the five bytes that it leaves free are control characters, as in the
/// WHATWG's Encoding Standard.
const WINDOWS_1252: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
    '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// The text of these bytes, in the likeliest encoding.
pub fn decode(bytes: &[u8]) -> Decoded<'_> {
    if let Some(rest) = bytes.strip_prefix(b"\xff\xfe") {
        return utf_16(rest, Encoding::Utf16Le);
    }
    if let Some(rest) = bytes.strip_prefix(b"\xfe\xff") {
        return utf_16(rest, Encoding::Utf16Be);
    }
    let rest = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if let Some(encoding) = unmarked_utf_16(rest) {
        return utf_16(rest, encoding);
    }
    match str::from_utf8(rest) {
        Ok(text) => Decoded {
            text: text.into(),
            encoding: Encoding::Utf8,
            damaged: false,
        },
        Err(_) if is_single_byte(rest) => single_bytes(rest),
        Err(_) => Decoded {
            text: String::from_utf8_lossy(rest),
            encoding: Encoding::Utf8,
            damaged: true,
        },
    }
}

/// The text of these bytes, in this encoding whatever they look like.
pub fn decode_as(bytes: &[u8], encoding: Encoding) -> Decoded<'_> {
    match encoding {
        Encoding::Utf8 => {
            let rest = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
            let text = String::from_utf8_lossy(rest);
            Decoded {
                damaged: matches!(text, Cow::Owned(_)),
                text,
                encoding,
            }
        }
        Encoding::Utf16Le => utf_16(bytes.strip_prefix(b"\xff\xfe").unwrap_or(bytes), encoding),
        Encoding::Utf16Be => utf_16(bytes.strip_prefix(b"\xfe\xff").unwrap_or(bytes), encoding),
        Encoding::Windows1252 => single_bytes(bytes),
    }
}

fn single_bytes(bytes: &[u8]) -> Decoded<'static> {
    let text: String = bytes.iter().map(|&byte| windows_1252(byte)).collect();
    Decoded {
        text: text.into(),
        encoding: Encoding::Windows1252,
        damaged: false,
    }
}

fn utf_16(bytes: &[u8], encoding: Encoding) -> Decoded<'static> {
    let (pairs, odd) = bytes.as_chunks::<2>();
    let units = pairs.iter().map(|&pair| match encoding {
        Encoding::Utf16Be => u16::from_be_bytes(pair),
        _ => u16::from_le_bytes(pair),
    });
    let mut damaged = !odd.is_empty();
    let mut text = String::with_capacity(pairs.len() + pairs.len() / 16);
    for unit in char::decode_utf16(units) {
        damaged |= unit.is_err();
        text.push(unit.unwrap_or(char::REPLACEMENT_CHARACTER));
    }
    if !odd.is_empty() {
        text.push(char::REPLACEMENT_CHARACTER);
    }
    Decoded {
        text: text.into(),
        encoding,
        damaged,
    }
}

/// In a text of our languages, every other byte of UTF-16 is nearly always zero, and no byte of UTF-8 is.
fn unmarked_utf_16(bytes: &[u8]) -> Option<Encoding> {
    let (pairs, _) = bytes.get(..LOOKED_AT).unwrap_or(bytes).as_chunks::<2>();
    let zeros = |at: fn(&[u8; 2]) -> u8| pairs.iter().filter(|pair| at(pair) == 0).count();
    let (first, second) = (zeros(|&[first, _]| first), zeros(|&[_, second]| second));
    let (most, few) = (pairs.len() * 7 / 10, pairs.len() / 20);
    if pairs.len() < 2 {
        None
    } else if second >= most.max(1) && first <= few {
        Some(Encoding::Utf16Le)
    } else if first >= most.max(1) && second <= few {
        Some(Encoding::Utf16Be)
    } else {
        None
    }
}

/// Whether bytes that are not UTF-8 are one byte per character rather than UTF-8 with some damage: more bytes are out of place
/// than there are characters of several bytes.
fn is_single_byte(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    bad > good
}

fn windows_1252(byte: u8) -> char {
    let position = usize::from(byte).checked_sub(0x80);
    let special = position.and_then(|position| WINDOWS_1252.get(position));
    special.copied().unwrap_or(char::from(byte))
}

impl Encoding {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Utf8, Self::Windows1252, Self::Utf16Le, Self::Utf16Be];

    /// Its public id.
    pub fn id(self) -> &'static str {
        match self {
            Self::Utf8 => "utf-8",
            Self::Utf16Le => "utf-16le",
            Self::Utf16Be => "utf-16be",
            Self::Windows1252 => "windows-1252",
        }
    }
}

impl fmt::Display for Encoding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16Le | Self::Utf16Be => "UTF-16",
            Self::Windows1252 => "Windows-1252",
        })
    }
}
