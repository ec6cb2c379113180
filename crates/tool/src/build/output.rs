//! What a build writes.

/// A file to write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutputFile {
    /// Its path inside the output folder.
    pub path: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}
