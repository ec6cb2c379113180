//! The files between the tool and the browser: written and read by the same modules.

pub mod basemap;
mod bytes;
mod crc;
pub mod directory;
mod envelope;
mod error;
mod fetch_error;
mod more_facets;
pub mod named;
pub mod points;
mod records;
mod sheet_set;
mod tree;

pub use crc::Crc32;
pub use envelope::{FileKind, Records, read, write};
pub use error::FileError;
pub use fetch_error::FetchError;
pub use more_facets::{complete, facet_rows, name_of, sentence};
pub use records::{Partial, decode_catalogue, decode_one, encode_catalogue, encode_one};
pub use sheet_set::{BLANK, Composed, Part, SheetSet};
pub use tree::{Attribute, SheetTree, Step, Tag};
