//! Puts together a site from two halves: the app, prepared once (`scripts/finish-app.mjs`), and an edition, which the tool makes of a
//! folder of content. Pure functions over files in memory: no disk, no browser, no other program (docs/adr/0029).

mod app;
mod assemble;
mod edition;
mod hash;
mod offline;
mod page;
pub mod parallel;
mod style;
mod twins;
mod words;

pub use app::App;
pub use assemble::assemble;
pub use edition::Edition;
pub use hash::hash;
pub use style::rules_before_end;
pub use twins::with_twins;

/// A file of a site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its path inside the folder, with `/`.
    pub path: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

impl File {
    /// A file.
    pub fn new(path: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Self {
        Self {
            path: path.into(),
            bytes: bytes.into(),
        }
    }
}
