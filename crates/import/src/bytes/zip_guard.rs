//! Decompresses the parts of a workbook once, into nothing, before anybody believes their sizes.

use super::limits::{HARMLESS, MAX_RATIO, MAX_UNZIPPED, too_much};
use crate::problem::{Finding, Problem};
use crate::rule::Rule;
use content::points::grouped;
use std::io::{self, Cursor, Read};
use zip::ZipArchive;

/// The most parts of a workbook.
const MAX_PARTS: usize = 10_000;

/// How much is decompressed between two looks at the limits, in bytes.
const STEP: u64 = 1 << 20;

/// What a workbook is made of.
#[derive(Clone, Debug, Default)]
pub struct Parts {
    /// Whether it holds macros. They are never read.
    pub macros: bool,
    /// Whether its sheets are binary (XLSB).
    pub binary: bool,
    /// The bytes of `content.xml`, for the workbooks that have it.
    pub content: Vec<u8>,
}

/// Looks at the parts that hold text.
///
/// # Errors
/// When the file is no zip, is locked, or grows beyond the limits.
pub fn look(bytes: &[u8]) -> Result<Parts, Problem> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| damaged())?;
    if zip.len() > MAX_PARTS {
        return Err(too_much(format!(
            "le classeur a plus de {} parties",
            grouped(MAX_PARTS)
        )));
    }
    let mut parts = Parts::default();
    let mut total = 0;
    for number in 0..zip.len() {
        let about = zip.by_index_raw(number).map_err(|_| damaged())?;
        let (name, packed) = (
            about.name().map_err(|_| damaged())?.into_owned(),
            about.compressed_size(),
        );
        if about.encrypted() {
            return Err(locked());
        }
        drop(about);
        parts.macros |= name.ends_with("vbaProject.bin") || name.starts_with("Basic/");
        parts.binary |= name == "xl/workbook.bin";
        if !holds_text(&name) {
            continue;
        }
        let mut part = zip.by_index(number).map_err(|_| damaged())?;
        let keep = (name == "content.xml").then_some(&mut parts.content);
        total += unpacked(&mut part, packed, total, keep)?;
    }
    Ok(parts)
}

/// Pictures and the like are never opened.
fn holds_text(name: &str) -> bool {
    [".xml", ".rels", ".bin", "mimetype"]
        .iter()
        .any(|end| name.ends_with(end))
}

/// How many bytes a part has, decompressed. `before` counts those of the other parts.
fn unpacked(
    part: &mut impl Read,
    packed: u64,
    before: u64,
    mut keep: Option<&mut Vec<u8>>,
) -> Result<u64, Problem> {
    let mut size = 0;
    loop {
        let mut step = part.take(STEP);
        let more = match &mut keep {
            Some(content) => step.read_to_end(content).map(|more| more as u64),
            None => io::copy(&mut step, &mut io::sink()),
        };
        match more {
            Ok(0) => return Ok(size),
            Ok(more) => size += more,
            Err(_) => return Err(damaged()),
        }
        if before + size > MAX_UNZIPPED {
            return Err(too_much(format!(
                "le classeur dépasse {} Mo une fois décompressé",
                MAX_UNZIPPED >> 20
            )));
        }
        if size > HARMLESS && size / packed.max(1) > MAX_RATIO {
            return Err(too_much(format!(
                "une partie du classeur se décompresse en plus de {MAX_RATIO} fois sa taille"
            )));
        }
    }
}

/// A workbook that cannot be read to its end.
pub fn damaged() -> Problem {
    Finding::refusal(
        Rule::Damaged,
        "le classeur est abîmé, ou n'a pas été téléchargé en entier",
        "ouvrez-le dans un tableur, et enregistrez-le à nouveau",
    )
    .of_file()
}

/// A workbook with a password.
pub fn locked() -> Problem {
    Finding::refusal(
        Rule::Password,
        "le classeur est protégé par un mot de passe",
        "ouvrez-le dans un tableur, retirez le mot de passe, et enregistrez-le à nouveau",
    )
    .of_file()
}
