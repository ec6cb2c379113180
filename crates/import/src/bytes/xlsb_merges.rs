//! Cells that are one in a binary workbook ([MS-XLSB] 2.1.4): the reader of these workbooks does not tell them. What is not as it should be
//! tells none.

use crate::table::Merge;
use std::collections::HashMap;
use std::io::{self, BufReader, Cursor, Read};
use zip::ZipArchive;

/// Records of a workbook and of a sheet.
const BUNDLE_SHEET: u16 = 156;
const MERGED_CELLS: u16 = 176;

/// The most bytes of a record that is read, and of the part that names the sheets. Merged cells take 16, the name of a sheet some hundred.
const MAX_RECORD: u64 = 4096;
const MAX_NAMES: u64 = 1 << 20;

/// The most merged cells that are kept.
const MAX_MERGES: usize = 50_000;

type Book<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// Those of a sheet. The parts of the workbook have been looked at: none is larger than it may be.
pub fn of_sheet(bytes: &[u8], sheet: &str) -> Vec<Merge> {
    let found = || {
        let mut book = ZipArchive::new(Cursor::new(bytes)).ok()?;
        let path = path(&mut book, sheet)?;
        let part = book.by_name(&path).ok()?;
        let mut merges = Vec::new();
        each_record(part, MERGED_CELLS, |record| {
            merges.extend(merge(record));
            merges.len() < MAX_MERGES
        });
        Some(merges)
    };
    found().unwrap_or_default()
}

/// First and last row, first and last column.
fn merge(record: &[u8]) -> Option<Merge> {
    let number = |at: usize| numbers(record, at).map(|number| number as usize);
    Some(Merge {
        rows: (number(0)?, number(4)?),
        columns: (number(8)?, number(12)?),
    })
}

/// The part that holds a sheet.
fn path(book: &mut Book<'_>, sheet: &str) -> Option<String> {
    let mut id = None;
    each_record(
        book.by_name("xl/workbook.bin").ok()?,
        BUNDLE_SHEET,
        |record| {
            id = id_of(record, sheet);
            id.is_none()
        },
    );
    let target = targets(book)?.remove(&id?)?;
    Some(format!("xl/{target}"))
}

/// The id of the part of a sheet, in a record that names it.
fn id_of(record: &[u8], sheet: &str) -> Option<String> {
    let (id, rest) = wide(record.get(8..)?)?;
    let (name, _) = wide(rest)?;
    (name == sheet).then_some(id)
}

/// Where the parts of a workbook are, by their ids.
fn targets(book: &mut Book<'_>) -> Option<HashMap<String, String>> {
    let mut text = String::new();
    let part = book.by_name("xl/_rels/workbook.bin.rels").ok()?;
    part.take(MAX_NAMES).read_to_string(&mut text).ok()?;
    let attribute = |tag: &str, name: &str| {
        let (_, after) = tag.split_once(&format!(" {name}=\""))?;
        Some(after.split_once('"')?.0.to_owned())
    };
    let tags = text.split("<Relationship ");
    Some(
        tags.filter_map(|tag| {
            let tag = format!(" {tag}");
            Some((attribute(&tag, "Id")?, attribute(&tag, "Target")?))
        })
        .collect(),
    )
}

/// A text with its length before it, and what follows.
fn wide(bytes: &[u8]) -> Option<(String, &[u8])> {
    let length = numbers(bytes, 0)? as usize;
    let rest = bytes.get(4..)?;
    let (text, rest) = rest.split_at_checked(length.checked_mul(2)?)?;
    let (units, _) = text.as_chunks::<2>();
    let units: Vec<u16> = units.iter().map(|&unit| u16::from_le_bytes(unit)).collect();
    Some((String::from_utf16_lossy(&units), rest))
}

fn numbers(bytes: &[u8], at: usize) -> Option<u32> {
    let (four, _) = bytes.get(at..)?.split_first_chunk::<4>()?;
    Some(u32::from_le_bytes(*four))
}

/// Gives each record of a kind to `take`, as long as it wants more.
fn each_record(part: impl Read, wanted: u16, mut take: impl FnMut(&[u8]) -> bool) {
    let mut part = BufReader::new(part);
    let mut record = Vec::new();
    while let Some((kind, length)) = heading(&mut part) {
        let mut body = part.by_ref().take(length);
        if kind != wanted || length > MAX_RECORD {
            match io::copy(&mut body, &mut io::sink()) {
                Ok(skipped) if skipped == length => continue,
                _ => return,
            }
        }
        record.clear();
        if body.read_to_end(&mut record).is_err() || !take(&record) {
            return;
        }
    }
}

/// The kind of a record, on one or two bytes, and its length, on one to four: the high bit of each says whether another follows.
fn heading(part: &mut impl Read) -> Option<(u16, u64)> {
    let mut number = |most: u32| {
        let mut value = 0_u64;
        for rank in 0..most {
            let mut byte = [0];
            part.read_exact(&mut byte).ok()?;
            let [byte] = byte;
            value |= u64::from(byte & 0x7F) << (7 * rank);
            if byte & 0x80 == 0 {
                break;
            }
        }
        Some(value)
    };
    let kind = number(2)?;
    Some((u16::try_from(kind).ok()?, number(4)?))
}
