//! A content folder, once read.

use super::{
    Report,
    reading::{Notes, line_of},
    sheets::{Audit, FreePage, Glossary, SiteInfo, SourceDocument},
};
use model::domain::{Authority, Initiative, LeverSheet, Recommendation};

/// What the content folder says, once read.
#[derive(Clone, Debug, Default)]
pub struct Content {
    /// Documents cited.
    pub documents: Vec<SourceDocument>,
    /// The file that lists them.
    pub documents_file: TextFile,
    /// Initiatives.
    pub initiatives: Vec<Read<Initiative>>,
    /// Authorities.
    pub authorities: Vec<Read<Authority>>,
    /// Levers.
    pub levers: Vec<Read<LeverSheet>>,
    /// Recommendations.
    pub recommendations: Vec<Read<Recommendation>>,
    /// Pages that are not sheets.
    pub pages: Vec<Read<FreePage>>,
    /// Who publishes the map, and where.
    pub site: SiteInfo,
    /// What an audit of accessibility found, where there was one.
    pub audit: Option<Audit>,
    /// Words that a visitor may not know.
    pub glossary: Read<Glossary>,
    /// Every problem. When it has errors, sheets may be missing or incomplete.
    pub report: Report,
}

/// A text that editors write, as it was read.
#[derive(Clone, Debug, Default)]
pub struct TextFile {
    /// Path of the file, as shown.
    pub path: String,
    /// Its text.
    pub text: String,
}

/// A sheet and the file it was read from.
#[derive(Clone, Debug)]
pub struct Read<T> {
    /// Path of the file, as shown.
    pub path: String,
    /// Id of the sheet, from its file name.
    pub id: String,
    /// Text of the file.
    pub text: String,
    /// What later checks need.
    pub notes: Notes,
    /// The sheet; `None` when its errors leave nothing to show.
    pub sheet: Option<T>,
}

impl<T> Default for Read<T> {
    fn default() -> Self {
        Self {
            path: String::new(),
            id: String::new(),
            text: String::new(),
            notes: Notes::default(),
            sheet: None,
        }
    }
}

impl<T> Read<T> {
    /// The line of this byte of the text, from 1.
    pub fn line_of(&self, at: usize) -> usize {
        line_of(&self.text, at)
    }
}
