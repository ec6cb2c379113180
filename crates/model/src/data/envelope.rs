//! The envelope of every record file: a header, then records that can each be checked alone.
//!
//! `CLEV`, kind (1 byte), version (u16), number of records (u32), then for each record its length (u32), its CRC-32 (u32)
//! and its bytes. Integers are little-endian. A damaged record does not take the others with it.

use super::bytes::Reader;
use super::{Crc32, FileError};

const MAGIC: &[u8; 4] = b"CLEV";
/// Version of the record files. It grows when a record's shape changes.
pub const VERSION: u16 = 6;

closed_list! {
    /// What a file holds.
    FileKind {
        /// The first view: one summary an initiative.
        Catalogue = "catalogue",
        /// One sheet, of any kind.
        Sheet = "fiche",
        /// Each initiative in one sentence, by its id.
        Leads = "resumes",
        /// Names of values of facets, and what initiatives have of them.
        Facets = "facettes",
        /// Sheets that share most of what they say.
        SheetSet = "fiches",
    }
}

/// The records of a file: those that are whole, and how many there should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Records<'a> {
    /// Whole records, in order, with their position in the file.
    pub whole: Vec<(usize, &'a [u8])>,
    /// Number of records the file was written with.
    pub expected: usize,
    /// Whether the file ends before its last record.
    pub cut: bool,
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
pub fn read(kind: FileKind, bytes: &[u8]) -> Result<Records<'_>, FileError> {
    if bytes.is_empty() {
        return Err(FileError::Empty);
    }
    let mut reader = Reader(bytes.strip_prefix(MAGIC).ok_or(FileError::NotOurs)?);
    let found_kind = reader.byte()?;
    let found = u16::from_le_bytes([reader.byte()?, reader.byte()?]);
    if found != VERSION {
        let read = VERSION;
        return Err(FileError::OtherVersion { found, read });
    }
    if found_kind != kind as u8 {
        return Err(FileError::OtherKind);
    }
    let expected = reader.little_endian()? as usize;
    let crc32 = Crc32::default();
    let mut records = Records {
        whole: Vec::new(),
        expected,
        cut: false,
    };
    for position in 0..expected {
        let Ok((record, crc)) = read_record(&mut reader) else {
            records.cut = true;
            break;
        };
        if crc32.of(record) == crc {
            records.whole.push((position, record));
        }
    }
    Ok(records)
}

fn read_record<'a>(reader: &mut Reader<'a>) -> Result<(&'a [u8], u32), FileError> {
    let length = reader.little_endian()?;
    let crc = reader.little_endian()?;
    Ok((reader.take(length as usize)?, crc))
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
        assert_eq!((records.expected, records.cut), (3, false));
    }

    #[test]
    fn each_bad_header_has_its_own_error() {
        let bytes = sample();
        let mut other_version = bytes.clone();
        other_version[5] = 9;
        assert_eq!(read(FileKind::Catalogue, &[]), Err(FileError::Empty));
        assert_eq!(
            read(FileKind::Catalogue, b"<!doctype html>"),
            Err(FileError::NotOurs)
        );
        assert_eq!(
            read(FileKind::Catalogue, &bytes[..6]),
            Err(FileError::Truncated)
        );
        assert_eq!(
            read(FileKind::Catalogue, &other_version),
            Err(FileError::OtherVersion {
                found: 9,
                read: VERSION
            })
        );
        assert_eq!(read(FileKind::Sheet, &bytes), Err(FileError::OtherKind));
    }

    #[test]
    fn a_cut_file_keeps_what_came_before_and_never_panics() {
        let bytes = sample();
        for length in 11..bytes.len() {
            let records = read(FileKind::Catalogue, &bytes[..length]).unwrap();
            assert!(records.whole.len() < 3 && records.expected == 3 && records.cut);
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
        assert!(!records.cut);
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
