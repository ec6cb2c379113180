//! Why a file did not come, or is none of ours.

use super::FileError;
use crate::text::FileTexts;

/// Why a file did not come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FetchError {
    /// No answer.
    Network,
    /// An answer that is not the file.
    Status(u16),
    /// A file that cannot be read.
    Unreadable(FileError),
}

impl FetchError {
    /// The reason, in words.
    pub fn words(&self, texts: &FileTexts) -> String {
        match self {
            Self::Network => texts.no_answer.to_owned(),
            Self::Status(status) => (texts.http_status)(*status),
            Self::Unreadable(error) => (texts.unreadable)(*error),
        }
    }
}
