//! The envelope of a file, and the integers and texts inside it.

use crate::data::crc32;
use std::cmp::Ordering;
use std::fmt;

const MAGIC: [u8; 4] = *b"CLBM";
const VERSION: u8 = 1;

/// Why some bytes are not a basemap we can read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BasemapError {
    /// The first bytes are not ours.
    NotABasemap,
    /// Written by another version of this program.
    OtherVersion(u8),
    /// Bytes are missing at the end.
    Truncated,
    /// The checksum does not match: the file was damaged on its way.
    Damaged,
    /// The checksum matches but the content makes no sense; says what.
    Invalid(&'static str),
}

impl fmt::Display for BasemapError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotABasemap => write!(f, "this is not a basemap file"),
            Self::OtherVersion(found) => write!(
                f,
                "basemap format {found}, this program reads format {VERSION}"
            ),
            Self::Truncated => write!(f, "the basemap file is incomplete"),
            Self::Damaged => write!(
                f,
                "the basemap file is damaged: its checksum does not match"
            ),
            Self::Invalid(what) => write!(f, "the basemap file is invalid: {what}"),
        }
    }
}

impl std::error::Error for BasemapError {}

/// Puts the header before the content.
pub(super) fn seal(content: &[u8]) -> Vec<u8> {
    let mut file = Vec::with_capacity(13 + content.len());
    file.extend(MAGIC);
    file.push(VERSION);
    file.extend((content.len() as u32).to_le_bytes());
    file.extend(crc32(content).to_le_bytes());
    file.extend(content);
    file
}

/// Checks the header and gives the content.
pub(super) fn open(file: &[u8]) -> Result<&[u8], BasemapError> {
    let mut reader = Reader(file);
    if !file
        .iter()
        .zip(MAGIC)
        .all(|(&found, expected)| found == expected)
    {
        return Err(BasemapError::NotABasemap);
    }
    reader.take(MAGIC.len())?;
    match reader.byte()? {
        VERSION => {}
        other => return Err(BasemapError::OtherVersion(other)),
    }
    let length = reader.little_endian()?;
    let checksum = reader.little_endian()?;
    let content = reader.0;
    match content.len().cmp(&(length as usize)) {
        Ordering::Less => Err(BasemapError::Truncated),
        Ordering::Greater => Err(BasemapError::Invalid("bytes after the end")),
        Ordering::Equal if crc32(content) != checksum => Err(BasemapError::Damaged),
        Ordering::Equal => Ok(content),
    }
}

/// Appends to the content.
#[derive(Default)]
pub(super) struct Writer(pub(super) Vec<u8>);

impl Writer {
    pub(super) fn byte(&mut self, value: u8) {
        self.0.push(value);
    }

    /// Seven bits a byte, lowest first; the high bit says that more follow.
    pub(super) fn unsigned(&mut self, mut value: u32) {
        while value > 0x7f {
            self.byte(value as u8 | 0x80);
            value >>= 7;
        }
        self.byte(value as u8);
    }

    /// 0, -1, 1, -2, 2… as 0, 1, 2, 3, 4…
    pub(super) fn signed(&mut self, value: i32) {
        self.unsigned((value << 1 ^ value >> 31) as u32);
    }

    pub(super) fn count(&mut self, count: usize) {
        self.unsigned(count as u32);
    }

    pub(super) fn text(&mut self, text: &str) {
        self.count(text.len());
        self.0.extend(text.bytes());
    }

    /// Texts without line feeds, as one text with a line feed after each.
    pub(super) fn texts<'a>(&mut self, texts: impl Iterator<Item = &'a str>) {
        let lines: String = texts.flat_map(|text| [text, "\n"]).collect();
        self.text(&lines);
    }
}

/// Consumes the content; every method fails rather than read beyond the end.
pub(super) struct Reader<'a>(pub(super) &'a [u8]);

impl<'a> Reader<'a> {
    pub(super) fn take(&mut self, length: usize) -> Result<&'a [u8], BasemapError> {
        let (taken, rest) = self
            .0
            .split_at_checked(length)
            .ok_or(BasemapError::Truncated)?;
        self.0 = rest;
        Ok(taken)
    }

    pub(super) fn byte(&mut self) -> Result<u8, BasemapError> {
        let (&byte, rest) = self.0.split_first().ok_or(BasemapError::Truncated)?;
        self.0 = rest;
        Ok(byte)
    }

    fn little_endian(&mut self) -> Result<u32, BasemapError> {
        let (&bytes, rest) = self.0.split_first_chunk().ok_or(BasemapError::Truncated)?;
        self.0 = rest;
        Ok(u32::from_le_bytes(bytes))
    }

    pub(super) fn unsigned(&mut self) -> Result<u32, BasemapError> {
        let mut value = 0;
        for shift in [0, 7, 14, 21, 28] {
            let byte = self.byte()?;
            value |= u32::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Ok(value);
            }
        }
        Err(BasemapError::Invalid("a number is too long"))
    }

    pub(super) fn signed(&mut self) -> Result<i32, BasemapError> {
        let value = self.unsigned()?;
        Ok((value >> 1) as i32 ^ -((value & 1) as i32))
    }

    /// How many items follow. Each takes a byte at least, so that no count makes us reserve more memory than the file is long.
    pub(super) fn count(&mut self) -> Result<usize, BasemapError> {
        let count = self.unsigned()? as usize;
        if count > self.0.len() {
            Err(BasemapError::Invalid("a count exceeds what follows"))
        } else {
            Ok(count)
        }
    }

    pub(super) fn text(&mut self) -> Result<&'a str, BasemapError> {
        let length = self.count()?;
        std::str::from_utf8(self.take(length)?)
            .map_err(|_| BasemapError::Invalid("a text is not UTF-8"))
    }

    pub(super) fn texts(&mut self, count: usize) -> Result<Vec<&'a str>, BasemapError> {
        let texts: Vec<_> = self.text()?.split_terminator('\n').collect();
        if texts.len() == count {
            Ok(texts)
        } else {
            Err(BasemapError::Invalid("texts are missing"))
        }
    }

    /// One byte, the position in a list of kinds.
    pub(super) fn kind<T: Copy>(&mut self, all: &[T]) -> Result<T, BasemapError> {
        let position = usize::from(self.byte()?);
        all.get(position)
            .copied()
            .ok_or(BasemapError::Invalid("an unknown kind"))
    }

    pub(super) fn kinds<T: Copy>(
        &mut self,
        all: &[T],
        count: usize,
    ) -> Result<Vec<T>, BasemapError> {
        self.many(count, |reader| reader.kind(all))
    }

    /// `count` values of the same type.
    pub(super) fn many<T>(
        &mut self,
        count: usize,
        mut read: impl FnMut(&mut Self) -> Result<T, BasemapError>,
    ) -> Result<Vec<T>, BasemapError> {
        (0..count).map(|_| read(self)).collect()
    }
}
