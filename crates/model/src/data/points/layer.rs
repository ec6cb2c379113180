//! `layer.bin`: what a layer is, and what it weighs, before its points are fetched.

use super::{Columns, LAYER, MAX_CATEGORIES, NAMES_A_BLOCK, decode_names};
use crate::data::FileError;
use crate::data::bytes::{Reader, Seal, Writer};
use std::ops::Range;

/// The descriptor of a layer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layer {
    /// What the points are, for a reader.
    pub title: String,
    /// Whose data they are, and under which licence: the map says it while it shows the layer.
    pub credit: String,
    /// Made up to try the map: the map must say so too.
    pub synthetic: bool,
    /// The named categories, at most [`MAX_CATEGORIES`], the most frequent first.
    pub categories: Vec<String>,
    /// How many points.
    pub points: u32,
    /// Bytes of `points.bin`, to tell how far a download is.
    pub points_bytes: u32,
    /// The CRC-32 in the header of `points.bin`: files that an older layer left in a cache are told apart.
    pub edition: u32,
    /// Names in each file of names, but the last, which has what is left. At least 1.
    pub names_a_block: u32,
}

impl Default for Layer {
    fn default() -> Self {
        Self {
            title: String::new(),
            credit: String::new(),
            synthetic: false,
            categories: Vec::new(),
            points: 0,
            points_bytes: 0,
            edition: 0,
            names_a_block: NAMES_A_BLOCK,
        }
    }
}

impl Layer {
    /// Says what the points are in number and in bytes, once they are encoded in `file`.
    pub fn measured(self, points: &Columns, file: &[u8]) -> Self {
        Self {
            points: points.len() as u32,
            points_bytes: file.len() as u32,
            edition: Seal::checksum(file).unwrap_or_default(),
            ..self
        }
    }

    /// How many files of names there are.
    pub fn blocks(&self) -> u32 {
        self.points.div_ceil(self.names_a_block.max(1))
    }

    /// The file of names that has the name of the point at this position in the columns, and its position there.
    pub fn block_of(&self, position: u32) -> (u32, usize) {
        let size = self.names_a_block.max(1);
        (position / size, (position % size) as usize)
    }

    /// The positions in the columns of the points that a file of names is about.
    pub fn block(&self, block: u32) -> Range<u32> {
        let start = |block: u32| block.saturating_mul(self.names_a_block).min(self.points);
        start(block)..start(block.saturating_add(1))
    }

    /// The bytes of `layer.bin`.
    pub fn encode(&self) -> Vec<u8> {
        let mut writer = Writer::default();
        writer.text(&self.title);
        writer.text(&self.credit);
        writer.byte(self.synthetic.into());
        writer.count(self.categories.len());
        writer.texts(self.categories.iter().map(String::as_str));
        writer.unsigned(self.points);
        writer.unsigned(self.points_bytes);
        writer.0.extend(self.edition.to_le_bytes());
        writer.unsigned(self.names_a_block);
        LAYER.close(&writer.0)
    }

    /// The layer of a `layer.bin`.
    ///
    /// # Errors
    /// When the file is foreign, of another version, cut, damaged, or makes no sense.
    pub fn decode(file: &[u8]) -> Result<Self, FileError> {
        let mut reader = Reader(LAYER.open(file)?);
        let layer = Self {
            title: reader.text()?.to_owned(),
            credit: reader.text()?.to_owned(),
            synthetic: reader.kind(&[false, true])?,
            categories: read_categories(&mut reader)?,
            points: reader.unsigned()?,
            points_bytes: reader.unsigned()?,
            edition: reader.little_endian()?,
            names_a_block: reader.unsigned()?,
        };
        if layer.names_a_block == 0 {
            Err(FileError::Invalid("files of no names"))
        } else if !reader.0.is_empty() {
            Err(FileError::Invalid("bytes after the layer"))
        } else {
            Ok(layer)
        }
    }

    /// The points of this layer's `points.bin`.
    ///
    /// # Errors
    /// When the file cannot be decoded, or is not the one that the layer was made with.
    pub fn columns(&self, file: &[u8]) -> Result<Columns, FileError> {
        let columns = Columns::decode(file)?;
        if columns.len() == self.points as usize && Seal::checksum(file) == Some(self.edition) {
            Ok(columns)
        } else {
            Err(FileError::Invalid("the points of another edition"))
        }
    }

    /// The names of this layer's `names-<block>.bin`, in the order of the columns.
    ///
    /// # Errors
    /// When the file cannot be decoded, or is not the one that the layer was made with.
    pub fn names<'a>(&self, block: u32, file: &'a [u8]) -> Result<Vec<&'a str>, FileError> {
        let names = decode_names(file, self.edition)?;
        if names.len() == self.block(block).len() {
            Ok(names)
        } else {
            Err(FileError::Invalid("the names of other points"))
        }
    }
}

fn read_categories(reader: &mut Reader) -> Result<Vec<String>, FileError> {
    let count = reader.count()?;
    if count > MAX_CATEGORIES {
        return Err(FileError::Invalid("too many categories"));
    }
    let names = reader.texts(count)?;
    Ok(names.into_iter().map(str::to_owned).collect())
}
