//! `points.bin`: where the points are, and their categories.

use super::{COLUMNS, GRID_BITS, OTHER};
use crate::data::FileError;
use crate::data::bytes::{Reader, Writer};
use engine::geo::{Fixed, morton};

/// Bits of a Morton key below the grid.
const BELOW: u32 = 2 * (32 - GRID_BITS);
/// From the corner of a cell to its centre, on both axes.
const CENTRE: u64 = 0b11 << (BELOW - 2);

/// The points of a layer in the order of their Morton keys, as columns that [`engine::PointSet`] takes as they are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Columns {
    keys: Vec<u64>,
    categories: Vec<u8>,
}

/// The Morton key of the centre of the cell that holds a place.
pub fn snap(place: Fixed) -> u64 {
    centre(morton::interleave(place) >> BELOW)
}

/// The Morton key of the centre of the cell of that number.
pub(super) const fn centre(cell: u64) -> u64 {
    cell << BELOW | CENTRE
}

impl Columns {
    /// From keys that [`snap`] gave, sorted, and the category of each: a position in the list of the layer, or [`OTHER`].
    /// Refuses anything else.
    pub fn new(keys: Vec<u64>, categories: Vec<u8>) -> Option<Self> {
        let snapped = keys.iter().all(|&key| key == centre(key >> BELOW));
        let fits = keys.len() == categories.len() && u32::try_from(keys.len()).is_ok();
        let sound = snapped && fits && keys.is_sorted() && all_known(&categories);
        sound.then_some(Self { keys, categories })
    }

    /// How many points.
    pub fn len(&self) -> usize {
        self.keys.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.keys.is_empty()
    }

    /// The keys, and the category of each.
    pub fn into_parts(self) -> (Vec<u64>, Vec<u8>) {
        (self.keys, self.categories)
    }

    /// The bytes of `points.bin`.
    pub fn encode(&self) -> Vec<u8> {
        let mut writer = Writer::default();
        writer.count(self.keys.len());
        self.keys.iter().fold(0, |previous, &key| {
            let cell = key >> BELOW;
            writer.long(cell.wrapping_sub(previous));
            cell
        });
        writer.0.extend(&self.categories);
        COLUMNS.close(&writer.0)
    }

    /// The points of a file, in one pass and two allocations.
    ///
    /// # Errors
    /// When the file is foreign, of another version, cut, damaged, or makes no sense.
    pub fn decode(file: &[u8]) -> Result<Self, FileError> {
        let mut reader = Reader(COLUMNS.open(file)?);
        let count = reader.count()?;
        let keys = read_keys(&mut reader, count)?;
        let categories = reader.take(count)?.to_vec();
        if !all_known(&categories) {
            Err(FileError::Invalid("an unknown category"))
        } else if !reader.0.is_empty() {
            Err(FileError::Invalid("bytes after the points"))
        } else {
            Ok(Self { keys, categories })
        }
    }
}

/// Steps of cells are never negative: what is read is sorted.
fn read_keys(reader: &mut Reader, count: usize) -> Result<Vec<u64>, FileError> {
    // Filled in place: pushed one by one, they took a third longer.
    let mut keys = vec![0; count];
    let mut cell = 0;
    for key in &mut keys {
        // Below 2⁵² + 2⁵⁶: no overflow.
        cell += reader.long()?;
        if cell >> (2 * GRID_BITS) != 0 {
            return Err(FileError::Invalid("a point is outside the world"));
        }
        *key = centre(cell);
    }
    Ok(keys)
}

fn all_known(categories: &[u8]) -> bool {
    categories.iter().all(|&category| category <= OTHER)
}
