//! A value, and where it was read.

use core::ops::Range;

/// A value and the bytes of the file where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct At<T> {
    /// The value.
    pub value: T,
    /// Its bytes in the file.
    pub bytes: Range<usize>,
}
