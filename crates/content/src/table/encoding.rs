//! How the text of a table is encoded: what is not UTF-8 is read all the same when it can be told, and said.
//!
//! A few encodings beside UTF-8 are what spreadsheets write: a few lines read them, where a library of every encoding would weigh more
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
    /// ISO 8859-15, where Unix programs have the euro and « œ ».
    Latin9,
    /// Mac OS Roman, the « CSV » of Excel for Mac.
    Macintosh,
    /// Code page 850, the « CSV (MS-DOS) » of Excel, and what old business programs write.
    Dos850,
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

/// The characters of the bytes 0x80 to 0xFF in Mac OS Roman; the last but fifteen is Apple's own sign.
const MACINTOSH: &str = "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø\
    ¿¡¬√ƒ≈∆«»…\u{a0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ⌘ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ";

/// The same, in the code page 850.
const DOS_850: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐\
    └┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{ad}±‗¾¶§÷¸°¨·¹³²■\u{a0}";

/// The text of these bytes, in the likeliest encoding.
pub fn decode(bytes: &[u8]) -> Decoded<'_> {
    if let Some(rest) = bytes.strip_prefix(b"\xff\xfe") {
        return utf_16(rest, Encoding::Utf16Le);
    }
    if let Some(rest) = bytes.strip_prefix(b"\xfe\xff") {
        return utf_16(rest, Encoding::Utf16Be);
    }
    let rest = unmarked(bytes);
    if let Some(encoding) = unmarked_utf_16(rest) {
        return utf_16(rest, encoding);
    }
    match str::from_utf8(rest) {
        Ok(text) => Decoded {
            text: text.into(),
            encoding: Encoding::Utf8,
            damaged: false,
        },
        Err(_) if is_single_byte(rest) => single_bytes(rest, likeliest(rest)),
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
            let rest = unmarked(bytes);
            let text = String::from_utf8_lossy(rest);
            Decoded {
                damaged: matches!(text, Cow::Owned(_)),
                text,
                encoding,
            }
        }
        Encoding::Utf16Le => utf_16(bytes.strip_prefix(b"\xff\xfe").unwrap_or(bytes), encoding),
        Encoding::Utf16Be => utf_16(bytes.strip_prefix(b"\xfe\xff").unwrap_or(bytes), encoding),
        Encoding::Windows1252 | Encoding::Latin9 | Encoding::Macintosh | Encoding::Dos850 => {
            single_bytes(bytes, encoding)
        }
    }
}

fn single_bytes(bytes: &[u8], encoding: Encoding) -> Decoded<'static> {
    let upper: Vec<char> = match encoding {
        Encoding::Macintosh => MACINTOSH.chars().collect(),
        Encoding::Dos850 => DOS_850.chars().collect(),
        Encoding::Latin9 => (0x80..=0xFF).map(latin_9).collect(),
        _ => (0x80..=0xFF).map(windows_1252).collect(),
    };
    let character = |byte: &u8| {
        let at = usize::from(*byte).checked_sub(0x80);
        let special = at.and_then(|at| upper.get(at));
        special.copied().unwrap_or(char::from(*byte))
    };
    let text: String = bytes.iter().map(character).collect();
    Decoded {
        text: text.into(),
        encoding,
        damaged: false,
    }
}

/// The bytes of é, è, à, ê, ç, ô, î, ï, û, â and ë, which stand inside French words.
const ACCENTS: [(Encoding, [u8; 11]); 3] = [
    (
        Encoding::Dos850,
        [
            0x82, 0x8a, 0x85, 0x88, 0x87, 0x93, 0x8c, 0x8b, 0x96, 0x83, 0x89,
        ],
    ),
    (
        Encoding::Macintosh,
        [
            0x8e, 0x8f, 0x88, 0x90, 0x8d, 0x99, 0x94, 0x95, 0x9e, 0x89, 0x91,
        ],
    ),
    (
        Encoding::Windows1252,
        [
            0xe9, 0xe8, 0xe0, 0xea, 0xe7, 0xf4, 0xee, 0xef, 0xfb, 0xe2, 0xeb,
        ],
    ),
];

/// The encoding of one byte per character in which most letters with accents stand between letters; Windows-1252 when that does not tell.
fn likeliest(bytes: &[u8]) -> Encoding {
    let inside = |accents: &[u8; 11]| {
        let triples = bytes.windows(3);
        let is_accent = |triple: &&[u8]| match triple {
            [before, byte, after] => {
                before.is_ascii_alphabetic()
                    && after.is_ascii_alphabetic()
                    && accents.contains(byte)
            }
            _ => false,
        };
        triples.filter(is_accent).count()
    };
    let most = ACCENTS
        .iter()
        .max_by_key(|(_, accents)| inside(accents))
        .map_or(Encoding::Windows1252, |(encoding, _)| *encoding);
    match most {
        Encoding::Windows1252 if is_latin_9(bytes) => Encoding::Latin9,
        most => most,
    }
}

/// Whether bytes are of ISO 8859-15 rather than of Windows-1252: the euro is where nobody writes « ¤ », « œ » where nobody writes « ½ », and the
/// characters that Microsoft added are nowhere.
fn is_latin_9(bytes: &[u8]) -> bool {
    let has_euro = bytes.contains(&0xa4);
    let has_oe = bytes
        .windows(2)
        .any(|pair| matches!(pair, [0xbc | 0xbd, letter] if letter.is_ascii_alphabetic()));
    (has_euro || has_oe) && !bytes.iter().any(|byte| (0x80..=0x9f).contains(byte))
}

fn latin_9(byte: u8) -> char {
    match byte {
        0xa4 => '€',
        0xa6 => 'Š',
        0xa8 => 'š',
        0xb4 => 'Ž',
        0xb8 => 'ž',
        0xbc => 'Œ',
        0xbd => 'œ',
        0xbe => 'Ÿ',
        byte => char::from(byte),
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

/// Without byte order mark. Programs that add one to a file that has one leave two.
fn unmarked(mut bytes: &[u8]) -> &[u8] {
    while let Some(rest) = bytes.strip_prefix(b"\xef\xbb\xbf") {
        bytes = rest;
    }
    bytes
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
    pub const ALL: [Self; 7] = [
        Self::Utf8,
        Self::Windows1252,
        Self::Latin9,
        Self::Macintosh,
        Self::Dos850,
        Self::Utf16Le,
        Self::Utf16Be,
    ];

    /// Its public id.
    pub fn id(self) -> &'static str {
        match self {
            Self::Utf8 => "utf-8",
            Self::Utf16Le => "utf-16le",
            Self::Utf16Be => "utf-16be",
            Self::Windows1252 => "windows-1252",
            Self::Latin9 => "iso-8859-15",
            Self::Macintosh => "macintosh",
            Self::Dos850 => "ibm850",
        }
    }
}

impl fmt::Display for Encoding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16Le | Self::Utf16Be => "UTF-16",
            Self::Windows1252 => "Windows-1252",
            Self::Latin9 => "ISO-8859-15",
            Self::Macintosh => "Macintosh",
            Self::Dos850 => "MS-DOS 850",
        })
    }
}
