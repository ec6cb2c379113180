//! Layers of points: many places that the map shows besides the sheets, each with a category and a name.
//!
//! A layer is a folder of three kinds of files, described in `docs/FORMAT.md`, part 6: `layer.bin`, the [`Layer`], small, says
//! what there is and what it weighs before anything else is fetched; `points.bin`, the [`Columns`], is all that the map draws;
//! `names-<n>.bin` are fetched when someone asks what a point is.

mod columns;
mod layer;
mod names;
#[cfg(test)]
mod tests;

pub use columns::{Columns, snap};
pub use layer::Layer;
pub use names::{NameBlock, decode_names, encode_names};

use super::bytes::Seal;

/// Cells of the grid along each side of the world, as a power of two: 0.6 m each at the equator, 0.4 m in France. A point is at
/// the centre of its cell, so it moves by half of that at most on each axis.
pub const GRID_BITS: u32 = 26;

/// The most categories with a name; whatever else there is has the category [`OTHER`].
pub const MAX_CATEGORIES: usize = 6;

/// The category of the points that no named category holds.
pub const OTHER: u8 = MAX_CATEGORIES as u8;

/// Names that the tool puts in a file: some tens of kilobytes.
pub const NAMES_A_BLOCK: u32 = 512;

const LAYER: Seal = seal(b"CLPL");
const COLUMNS: Seal = seal(b"CLPT");
const NAMES: Seal = seal(b"CLPN");

const fn seal(magic: &[u8; 4]) -> Seal {
    Seal {
        magic: *magic,
        version: 1,
    }
}
