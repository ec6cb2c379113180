//! From bytes to a grid of texts: the kind of file, its encoding, its separator, its sheet.

mod envelope;
mod flatten;
mod json;
mod limits;
mod node;
mod ods_cells;
mod sheet_rows;
mod text;
mod workbook;
mod xlsb_merges;
mod zip_guard;

use crate::problem::{Finding, Problem};
use crate::rule::Rule;
use crate::table::{Format, Grid};
use content::table::{Decoded, Encoding, Foreign, Separator, decode, decode_as};

/// The most bytes of a file.
pub const MAX_BYTES: usize = 512 << 20;

/// A file whose kind is known. It owns the text that rows borrow.
#[derive(Clone, Debug)]
pub enum Opened<'a> {
    /// Text in columns.
    Text(Decoded<'a>),
    /// JSON of any kind.
    Json(Decoded<'a>),
    /// A workbook, and of which kind.
    Workbook(&'a [u8], Foreign),
}

/// Tells what a file is.
///
/// # Errors
/// When it is of a kind that is not read: what it is, and what to do.
pub fn open(bytes: &[u8]) -> Result<Opened<'_>, Problem> {
    if bytes.len() > MAX_BYTES {
        return Err(Finding::refusal(
            Rule::Bomb,
            format!("le fichier dépasse {} Mo", MAX_BYTES >> 20),
            "découpez-le en plusieurs fichiers",
        )
        .of_file());
    }
    match Foreign::of(bytes) {
        None => {
            let decoded = decode(bytes);
            let start = decoded.text.get(..1000).unwrap_or(&decoded.text);
            match is_binary(start) {
                true => Err(unread(Foreign::Binary)),
                false => Ok(Opened::Text(decoded)),
            }
        }
        Some(Foreign::GeoJson | Foreign::Json) => Ok(Opened::Json(decode(bytes))),
        Some(kind @ (Foreign::Xlsx | Foreign::Ods | Foreign::Xls)) => {
            Ok(Opened::Workbook(bytes, kind))
        }
        Some(other) => Err(unread(other)),
    }
}

/// Whether a text is none: zeros, and more characters of command than a text that was damaged has.
fn is_binary(start: &str) -> bool {
    let is_command = |c: &char| c.is_control() && !c.is_whitespace();
    let commands = start.chars().filter(is_command).count();
    start.contains('\0') && commands * 20 > start.len()
}

/// The same, where a text is in this encoding whatever it looks like.
///
/// # Errors
/// As [`open`].
pub fn open_as(bytes: &[u8], encoding: Encoding) -> Result<Opened<'_>, Problem> {
    match open(bytes) {
        Ok(Opened::Text(_)) => Ok(Opened::Text(decode_as(bytes, encoding))),
        opened => opened,
    }
}

fn unread(kind: Foreign) -> Problem {
    Finding::refusal(
        Rule::FileKind,
        format!("ce n'est pas un tableau mais {}", kind.what()),
        kind.remedy(),
    )
    .of_file()
}

impl Opened<'_> {
    /// The format, as far as the first bytes tell it.
    pub fn format(&self) -> Format {
        match self {
            Self::Text(_) => Format::Csv,
            Self::Json(_) => Format::Json,
            Self::Workbook(_, Foreign::Ods) => Format::Ods,
            Self::Workbook(_, Foreign::Xls) => Format::Xls,
            Self::Workbook(..) => Format::Xlsx,
        }
    }

    /// The rows of the file. `sheet` names the sheet of a workbook, `separator` what separates the columns of a text.
    ///
    /// # Errors
    /// When it is damaged, locked or too large.
    pub fn grid(
        &self,
        sheet: Option<&str>,
        separator: Option<Separator>,
    ) -> Result<Grid<'_>, Problem> {
        match self {
            Self::Text(decoded) => text::grid(decoded, separator),
            Self::Json(decoded) => json::grid(decoded),
            Self::Workbook(bytes, kind) => workbook::grid(bytes, *kind, sheet),
        }
    }
}
