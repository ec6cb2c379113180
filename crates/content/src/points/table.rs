//! A table whose first line is read: the titles of its columns.

use super::PointsRequest;
use super::columns::{self, Found, Titles};
use crate::table::{Decoded, Encoding, Quoting, Record, Records, Separator};
use anyhow::{Result, bail};
use core::fmt;

/// A table, after the titles of its columns.
pub struct PointTable<'a> {
    pub(super) records: Records<'a>,
    pub(super) columns: Found,
    /// How many columns the titles announce.
    pub(super) width: usize,
    pub(super) separator: Separator,
    /// Whether a « � » stands for bytes that are no text.
    pub(super) damaged: bool,
    /// Lines before the first row: the titles, and the blank rows above them.
    pub(super) lines: Lines,
    /// Blank rows above the titles.
    pub(super) blank: usize,
    /// Whether what is missing is made up.
    pub(super) synthetic: bool,
    pub(super) layout: Layout,
}

/// How a table was read, to be told: nothing is guessed in silence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layout {
    /// The encoding of its text.
    pub encoding: Encoding,
    /// What separates its columns.
    pub separator: Separator,
    /// The columns that were read.
    pub titles: Titles,
}

/// The lines of a file, each counted once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Lines {
    /// Those of the titles.
    pub titles: u64,
    /// Those of rows that give a point.
    pub placed: u64,
    /// Those of rows that are set aside.
    pub aside: u64,
    /// Those of rows without anything.
    pub blank: u64,
}

impl<'a> PointTable<'a> {
    /// Reads the titles of the columns, and finds those that matter.
    pub fn open(decoded: &'a Decoded<'_>, request: &PointsRequest) -> Result<Self> {
        let text: &str = &decoded.text;
        let separator = Separator::of(text);
        let mut records = Records::new(text, separator.byte());
        let mut record = Record::default();
        let mut lines = Lines::default();
        let mut blank = 0;
        loop {
            if !records.read(&mut record) {
                bail!(
                    "le fichier est vide : sa première ligne doit porter les titres des colonnes"
                );
            }
            if !record.is_blank() {
                break;
            }
            lines.blank += record.lines;
            blank += 1;
        }
        if let Some(Quoting::Unclosed(line) | Quoting::Followed(line) | Quoting::Spread(line)) =
            record.quoting
        {
            bail!(
                "ligne {line} : un guillemet des titres des colonnes n'est pas refermé à sa place. Corrigez cette ligne."
            );
        }
        lines.titles = record.lines;
        let titles: Vec<String> = record
            .cells
            .iter()
            .map(|title| title.trim().to_owned())
            .collect();
        let columns = columns::find(&titles, &request.columns, request.synthetic)?;
        Ok(Self {
            columns,
            records,
            width: titles.len(),
            separator,
            damaged: decoded.damaged,
            lines,
            blank,
            synthetic: request.synthetic,
            layout: Layout {
                encoding: decoded.encoding,
                separator,
                titles: columns.titles(&titles),
            },
        })
    }
}

impl fmt::Display for Layout {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            encoding,
            separator,
            titles,
        } = self;
        write!(
            f,
            "Encodage {encoding}, colonnes séparées par {separator} : {titles}."
        )
    }
}
