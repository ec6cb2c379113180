//! The container of every record file: a header, then records that can each be checked alone.
//!
//! `CLEV`, kind (1 byte), version (u16), number of records (u32), then for each record its length (u32), its CRC-32 (u32)
//! and its bytes. Integers are little-endian. A damaged record does not take the others with it.

use super::Crc32;

const MAGIC: &[u8; 4] = b"CLEV";
/// Version of the record files. It grows when a record's shape changes.
pub const VERSION: u16 = 2;

closed_list! {
    /// What a file holds.
    FileKind {
        /// The first view: one summary an initiative.
        Catalogue = "catalogue",
        /// One sheet, of any kind.
        Sheet = "fiche",
    }
}

/// Why a file cannot be read at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FrameError {
    /// Nothing in it.
    Empty,
    /// It does not begin as one of ours.
    NotOurs,
    /// Another version than this program reads.
    Version {
        /// Version in the file.
        found: u16,
    },
    /// It holds something else than was asked for.
    OtherKind,
    /// The header is cut.
    Truncated,
}

/// What a visitor can do about a basemap or point file that cannot be read is the same.
impl From<super::FileError> for FrameError {
    fn from(error: super::FileError) -> Self {
        match error {
            super::FileError::NotOurs => Self::NotOurs,
            super::FileError::OtherVersion { found, .. } => Self::Version {
                found: found.into(),
            },
            // Sound bytes that are not those expected: above all, the points of another edition of a layer.
            super::FileError::Invalid(_) => Self::OtherKind,
            _ => Self::Truncated,
        }
    }
}

/// The records of a file: those that are whole, and how many there should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Records<'a> {
    /// Whole records, in order, with their position in the file.
    pub whole: Vec<(usize, &'a [u8])>,
    /// Number of records the file was written with.
    pub expected: usize,
}

/// Writes a file.
pub fn write(kind: FileKind, records: &[Vec<u8>]) -> Vec<u8> {
    let mut out =
        Vec::with_capacity(11 + records.iter().map(|record| record.len() + 8).sum::<usize>());
    out.extend_from_slice(MAGIC);
    out.push(kind as u8);
    out.extend_from_slice(&VERSION.to_le_bytes());
    out.extend_from_slice(&(records.len() as u32).to_le_bytes());
    let crc32 = Crc32::default();
    for record in records {
        out.extend_from_slice(&(record.len() as u32).to_le_bytes());
        out.extend_from_slice(&crc32.of(record).to_le_bytes());
        out.extend_from_slice(record);
    }
    out
}

/// Reads a file: every record whose length fits and whose CRC is right.
///
/// # Errors
/// When the header is empty, foreign, of another version or kind, or cut.
pub fn read(kind: FileKind, bytes: &[u8]) -> Result<Records<'_>, FrameError> {
    if bytes.is_empty() {
        return Err(FrameError::Empty);
    }
    let (magic, rest) = bytes.split_first_chunk::<4>().ok_or(FrameError::NotOurs)?;
    if magic != MAGIC {
        return Err(FrameError::NotOurs);
    }
    let (&[found_kind], rest) = rest.split_first_chunk::<1>().ok_or(FrameError::Truncated)?;
    let (&version, rest) = rest.split_first_chunk::<2>().ok_or(FrameError::Truncated)?;
    let found = u16::from_le_bytes(version);
    if found != VERSION {
        return Err(FrameError::Version { found });
    }
    if found_kind != kind as u8 {
        return Err(FrameError::OtherKind);
    }
    let (expected, mut rest) = take_u32(rest).ok_or(FrameError::Truncated)?;
    let crc32 = Crc32::default();
    let mut whole = Vec::new();
    for position in 0..expected as usize {
        let Some((record, crc, after)) = take_record(rest) else {
            break;
        };
        if crc32.of(record) == crc {
            whole.push((position, record));
        }
        rest = after;
    }
    Ok(Records {
        whole,
        expected: expected as usize,
    })
}

fn take_u32(bytes: &[u8]) -> Option<(u32, &[u8])> {
    bytes
        .split_first_chunk::<4>()
        .map(|(value, rest)| (u32::from_le_bytes(*value), rest))
}

fn take_record(bytes: &[u8]) -> Option<(&[u8], u32, &[u8])> {
    let (length, rest) = take_u32(bytes)?;
    let (crc, rest) = take_u32(rest)?;
    let (record, rest) = rest.split_at_checked(length as usize)?;
    Some((record, crc, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Vec<u8> {
        write(
            FileKind::Catalogue,
            &[b"one".to_vec(), b"two".to_vec(), b"three".to_vec()],
        )
    }

    #[test]
    fn what_is_written_is_read() {
        let bytes = sample();
        let records = read(FileKind::Catalogue, &bytes).unwrap();
        assert_eq!(
            records.whole,
            [(0, &b"one"[..]), (1, b"two"), (2, b"three")]
        );
        assert_eq!(records.expected, 3);
    }

    #[test]
    fn each_bad_header_has_its_own_error() {
        let bytes = sample();
        let mut other_version = bytes.clone();
        other_version[5] = 9;
        assert_eq!(read(FileKind::Catalogue, &[]), Err(FrameError::Empty));
        assert_eq!(
            read(FileKind::Catalogue, b"<!doctype html>"),
            Err(FrameError::NotOurs)
        );
        assert_eq!(
            read(FileKind::Catalogue, &bytes[..6]),
            Err(FrameError::Truncated)
        );
        assert_eq!(
            read(FileKind::Catalogue, &other_version),
            Err(FrameError::Version { found: 9 })
        );
        assert_eq!(read(FileKind::Sheet, &bytes), Err(FrameError::OtherKind));
    }

    #[test]
    fn a_cut_file_keeps_what_came_before_and_never_panics() {
        let bytes = sample();
        for length in 11..bytes.len() {
            let records = read(FileKind::Catalogue, &bytes[..length]).unwrap();
            assert!(records.whole.len() < 3 && records.expected == 3);
        }
    }

    #[test]
    fn a_damaged_record_is_left_out_and_the_others_stay() {
        let mut bytes = sample();
        let two = bytes
            .windows(3)
            .position(|window| window == b"two")
            .unwrap();
        bytes[two] ^= 1;
        let records = read(FileKind::Catalogue, &bytes).unwrap();
        assert_eq!(
            records
                .whole
                .iter()
                .map(|&(position, _)| position)
                .collect::<Vec<_>>(),
            [0, 2]
        );
    }
}
