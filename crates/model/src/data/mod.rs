//! The files between the tool and the browser: written and read by the same modules.

pub mod basemap;
mod bytes;
mod crc;
mod fetch_error;
mod frame;
pub mod points;
mod records;
mod tree;

pub use bytes::FileError;
pub use crc::Crc32;
pub use fetch_error::FetchError;
pub use frame::{FileKind, FrameError, Records, read, write};
pub use records::{Partial, decode_catalogue, decode_one, encode_catalogue, encode_one};
pub use tree::{Attribute, SheetTree, Step, Tag};
