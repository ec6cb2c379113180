//! The seal of basemap and point files, and the integers and texts inside them.

use super::{Crc32, FileError};
use std::cmp::Ordering;
use std::iter;

/// The header of a kind of file: four bytes of its own, a version, then the length and the CRC-32 of the content, both u32 and
/// little-endian.
pub(super) struct Seal {
    pub(super) magic: [u8; 4],
    pub(super) version: u8,
}

impl Seal {
    /// Puts the header before the content.
    pub(super) fn close(&self, content: &[u8]) -> Vec<u8> {
        let mut file = Vec::with_capacity(13 + content.len());
        file.extend(self.magic);
        file.push(self.version);
        file.extend((content.len() as u32).to_le_bytes());
        file.extend(Crc32::default().of(content).to_le_bytes());
        file.extend(content);
        file
    }

    /// The CRC-32 that the header gives.
    pub(super) fn checksum(file: &[u8]) -> Option<u32> {
        let (&bytes, _) = file.get(9..)?.split_first_chunk()?;
        Some(u32::from_le_bytes(bytes))
    }

    /// Checks the header and returns the content.
    pub(super) fn open<'a>(&self, file: &'a [u8]) -> Result<&'a [u8], FileError> {
        let mut reader = Reader(file);
        if !iter::zip(file, &self.magic).all(|(found, expected)| found == expected) {
            return Err(FileError::NotOurs);
        }
        reader.take(self.magic.len())?;
        let (found, read) = (reader.byte()?, self.version);
        if found != read {
            let (found, read) = (found.into(), read.into());
            return Err(FileError::OtherVersion { found, read });
        }
        let length = reader.little_endian()?;
        let checksum = reader.little_endian()?;
        let content = reader.0;
        match content.len().cmp(&(length as usize)) {
            Ordering::Less => Err(FileError::Truncated),
            Ordering::Greater => Err(FileError::Invalid("bytes after the end")),
            Ordering::Equal if Crc32::default().of(content) != checksum => Err(FileError::Damaged),
            Ordering::Equal => Ok(content),
        }
    }
}

/// Appends to the content.
#[derive(Default)]
pub(super) struct Writer(pub(super) Vec<u8>);

impl Writer {
    pub(super) fn byte(&mut self, value: u8) {
        self.0.push(value);
    }

    /// Seven bits per byte, lowest first; the high bit says that more follow.
    pub(super) fn unsigned(&mut self, value: u32) {
        self.long(u64::from(value));
    }

    /// The same, below 2⁵⁶.
    pub(super) fn long(&mut self, mut value: u64) {
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
    pub(super) fn take(&mut self, length: usize) -> Result<&'a [u8], FileError> {
        let (taken, rest) = self
            .0
            .split_at_checked(length)
            .ok_or(FileError::Truncated)?;
        self.0 = rest;
        Ok(taken)
    }

    pub(super) fn byte(&mut self) -> Result<u8, FileError> {
        let (&byte, rest) = self.0.split_first().ok_or(FileError::Truncated)?;
        self.0 = rest;
        Ok(byte)
    }

    /// A u32 of four bytes, lowest first.
    pub(super) fn little_endian(&mut self) -> Result<u32, FileError> {
        let (&bytes, rest) = self.0.split_first_chunk().ok_or(FileError::Truncated)?;
        self.0 = rest;
        Ok(u32::from_le_bytes(bytes))
    }

    pub(super) fn unsigned(&mut self) -> Result<u32, FileError> {
        let mut value = 0;
        for shift in [0, 7, 14, 21, 28] {
            let byte = self.byte()?;
            value |= u32::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Ok(value);
            }
        }
        Err(FileError::Invalid("a number is too long"))
    }

    /// At most eight bytes, hence below 2⁵⁶.
    pub(super) fn long(&mut self) -> Result<u64, FileError> {
        let mut value = 0;
        for shift in (0..56).step_by(7) {
            let byte = self.byte()?;
            value |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Ok(value);
            }
        }
        Err(FileError::Invalid("a number is too long"))
    }

    pub(super) fn signed(&mut self) -> Result<i32, FileError> {
        let value = self.unsigned()?;
        Ok((value >> 1) as i32 ^ -((value & 1) as i32))
    }

    /// How many items follow. Each takes a byte at least, so that no count makes us reserve more memory than the file is long.
    pub(super) fn count(&mut self) -> Result<usize, FileError> {
        let count = self.unsigned()? as usize;
        if count > self.0.len() {
            Err(FileError::Invalid("a count exceeds what follows"))
        } else {
            Ok(count)
        }
    }

    pub(super) fn text(&mut self) -> Result<&'a str, FileError> {
        let length = self.count()?;
        std::str::from_utf8(self.take(length)?)
            .map_err(|_| FileError::Invalid("a text is not UTF-8"))
    }

    pub(super) fn texts(&mut self, count: usize) -> Result<Vec<&'a str>, FileError> {
        let texts: Vec<_> = self.text()?.split_terminator('\n').collect();
        if texts.len() == count {
            Ok(texts)
        } else {
            Err(FileError::Invalid("texts are missing"))
        }
    }

    /// One byte, the position in a list of kinds.
    pub(super) fn kind<T: Copy>(&mut self, all: &[T]) -> Result<T, FileError> {
        let position = usize::from(self.byte()?);
        all.get(position)
            .copied()
            .ok_or(FileError::Invalid("an unknown kind"))
    }

    pub(super) fn kinds<T: Copy>(&mut self, all: &[T], count: usize) -> Result<Vec<T>, FileError> {
        self.many(count, |reader| reader.kind(all))
    }

    /// `count` values of the same type.
    pub(super) fn many<T>(
        &mut self,
        count: usize,
        mut read: impl FnMut(&mut Self) -> Result<T, FileError>,
    ) -> Result<Vec<T>, FileError> {
        (0..count).map(|_| read(self)).collect()
    }
}
