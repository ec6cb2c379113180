//! Why a file cannot be read.

use std::fmt;

/// Why some bytes are not a file that this program reads. One enum for all files: what a visitor can do about them is the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileError {
    /// There is nothing in it.
    Empty,
    /// The first bytes are not those of this kind of file.
    NotOurs,
    /// Written by another version of this program.
    OtherVersion {
        /// Version in the file.
        found: u16,
        /// Version that this program reads.
        read: u16,
    },
    /// A file of ours that holds something else than was asked for.
    OtherKind,
    /// Bytes are missing at the end.
    Truncated,
    /// A checksum does not match: the file was damaged on its way.
    Damaged,
    /// The checksums match but the content makes no sense; says what.
    Invalid(&'static str),
}

impl fmt::Display for FileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => write!(f, "the file is empty"),
            Self::NotOurs => write!(f, "this is another kind of file"),
            Self::OtherVersion { found, read } => {
                write!(f, "format {found}, this program reads format {read}")
            }
            Self::OtherKind => write!(f, "the file holds something else than was asked for"),
            Self::Truncated => write!(f, "the file is incomplete"),
            Self::Damaged => write!(f, "the file is damaged: its checksum does not match"),
            Self::Invalid(what) => write!(f, "the file is invalid: {what}"),
        }
    }
}

impl std::error::Error for FileError {}
