//! The files between the tool and the browser: written and read by the same modules.

pub mod basemap;
mod crc;
mod frame;
mod records;
mod tree;

pub use crc::crc32;
pub use frame::{FileKind, FrameError, Records, read, write};
pub use records::{Partial, decode_catalogue, decode_one, encode_catalogue, encode_one};
pub use tree::{Attribute, SheetTree, Step, Tag};
