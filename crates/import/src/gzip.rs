//! Compressed tables, within bounds: a few kilobytes can pretend to be gigabytes.

use flate2::read::MultiGzDecoder;
use std::io::Read;

/// No table compresses better than this, and a bomb does.
pub const MAX_RATIO: usize = 200;

/// Below this size, in bytes, whatever the ratio, no harm is done.
const HARMLESS: usize = 16 << 20;

/// How much is decompressed between two looks at the bounds, in bytes.
const STEP: u64 = 1 << 20;

/// Why something is not decompressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Burst {
    /// It is cut, or no gzip.
    Damaged,
    /// It holds more bytes than it may.
    TooLarge,
    /// It grows more than any table does.
    Bomb,
}

/// Decompresses gzip into `most` bytes at most, and stops as soon as it becomes unreasonable.
///
/// # Errors
/// Why it stops.
pub fn inflated(bytes: &[u8], most: usize) -> Result<Vec<u8>, Burst> {
    let mut text = Vec::new();
    let mut decoder = MultiGzDecoder::new(bytes);
    loop {
        let more = (&mut decoder).take(STEP).read_to_end(&mut text);
        if more.map_err(|_| Burst::Damaged)? == 0 {
            return Ok(text);
        }
        let taken = (bytes.len() - decoder.get_ref().len()).max(1);
        if text.len() > most {
            return Err(Burst::TooLarge);
        }
        if text.len() > HARMLESS && text.len() / taken > MAX_RATIO {
            return Err(Burst::Bomb);
        }
    }
}
