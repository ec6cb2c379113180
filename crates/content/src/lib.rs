//! Reads and checks what editors write, sheets and tables, as pure functions over bytes and text: no disk, no browser.

pub mod acronyms;
mod across;
pub mod characters;
mod content;
pub mod fold;
mod folder;
pub mod gazetteer;
pub mod nearest;
pub mod points;
mod problem;
pub mod reading;
mod rule;
mod sheet_files;
pub mod sheets;
pub mod shown;
mod sources;
pub mod table;

pub use content::{Content, Read, TextFile};
pub use folder::read_content;
pub use gazetteer::Gazetteer;
pub use problem::{Problem, Report};
pub use rule::Rule;
pub use sheet_files::RawFile;
pub use sources::{DocumentTexts, check_sources, check_texts};
