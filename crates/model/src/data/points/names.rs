//! `names-<n>.bin`: what some points that follow each other are called.

use super::NAMES;
use crate::data::FileError;
use crate::data::bytes::{Reader, Writer};

/// The bytes of a file of names, in the order of the columns. Names have no line feed.
pub fn encode_names(edition: u32, names: &[&str]) -> Vec<u8> {
    let mut writer = Writer::default();
    writer.0.extend(edition.to_le_bytes());
    writer.count(names.len());
    writer.texts(names.iter().copied());
    NAMES.close(&writer.0)
}

/// The names of a file, which must go with the `points.bin` of that edition ([`super::Layer::edition`]).
///
/// # Errors
/// When the file is foreign, of another version or edition, cut, damaged, or makes no sense.
pub fn decode_names(file: &[u8], edition: u32) -> Result<Vec<&str>, FileError> {
    let mut reader = Reader(NAMES.open(file)?);
    if reader.little_endian()? != edition {
        return Err(FileError::Invalid("the names of another edition"));
    }
    let count = reader.count()?;
    let names = reader.texts(count)?;
    if reader.0.is_empty() {
        Ok(names)
    } else {
        Err(FileError::Invalid("bytes after the names"))
    }
}

/// Names one after another in one text. In the memory of a page a text each would take twice as much.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NameBlock {
    text: String,
    /// Where each ends, bytes.
    ends: Vec<u32>,
}

impl NameBlock {
    /// These names, in this order.
    pub fn new(names: &[&str]) -> Self {
        let mut end = 0;
        let ends = names.iter().map(|name| {
            end += name.len() as u32;
            end
        });
        Self {
            ends: ends.collect(),
            text: names.concat(),
        }
    }

    /// The name at a position.
    pub fn get(&self, position: usize) -> Option<&str> {
        let end = |position: usize| self.ends.get(position).map(|&end| end as usize);
        let start = match position.checked_sub(1) {
            Some(before) => end(before)?,
            None => 0,
        };
        self.text.get(start..end(position)?)
    }

    /// How many names.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }
}
