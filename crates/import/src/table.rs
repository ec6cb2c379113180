//! A table, whatever the file it comes from: titles, and rows of texts with the lines they take.

use crate::place::System;
use crate::problem::{Finding, Problem};
use content::table::{Encoding, Separator};
use core::fmt;
use std::borrow::Cow;

/// A format that is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Text in columns, whatever separates them.
    Csv,
    /// A workbook of Excel.
    Xlsx,
    /// A binary workbook of Excel.
    Xlsb,
    /// A workbook of an old Excel.
    Xls,
    /// A workbook of LibreOffice.
    Ods,
    /// JSON of geography.
    GeoJson,
    /// Essential data of public procurement.
    DecpJson,
    /// A list of objects.
    Json,
}

/// A cell: only ever a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell<'a> {
    /// Its text, without spaces around it.
    pub text: Cow<'a, str>,
    /// Whether the file itself says that it is a number: then its point is a decimal point.
    pub number: bool,
    /// Whether it is a formula that the file keeps without its value: the text is that of the formula.
    pub formula: bool,
}

/// A row of cells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row<'a> {
    /// Where it begins: the line of a text, the row of a sheet, the rank in JSON, from 1.
    pub line: u64,
    /// Its cells. Those that are missing at its end are empty.
    pub cells: Vec<Cell<'a>>,
    /// What is wrong or doubtful with the row as a whole.
    pub flaw: Option<Finding>,
}

/// Cells that are one in a sheet: first and last row, first and last column, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Merge {
    /// First and last row.
    pub rows: (usize, usize),
    /// First and last column.
    pub columns: (usize, usize),
}

/// What the file holds, before it is known where its titles are.
#[derive(Clone, Debug)]
pub struct Grid<'a> {
    /// Its format.
    pub format: Format,
    /// Its encoding, where that is a question.
    pub encoding: Option<Encoding>,
    /// What separates its columns, where something does.
    pub separator: Option<Separator>,
    /// The name of the sheet.
    pub sheet: Option<String>,
    /// The names of all sheets.
    pub sheets: Vec<String>,
    /// The rows, titles included. Those of a sheet stand at their rank.
    pub rows: Vec<Row<'a>>,
    /// How many rows with nothing in them are not among those.
    pub blank: usize,
    /// Cells that are one.
    pub merges: Vec<Merge>,
    /// What the file says its coordinates are.
    pub system: Option<System>,
    /// How many rows at the start are titles, when the format says so.
    pub titles: Option<usize>,
    /// What there is to say of the reading.
    pub notes: Vec<Problem>,
}

/// A table whose titles are known.
#[derive(Clone, Debug)]
pub struct Table<'a> {
    /// Its format.
    pub format: Format,
    /// Its encoding, where that is a question.
    pub encoding: Option<Encoding>,
    /// What separates its columns, where something does.
    pub separator: Option<Separator>,
    /// The name of the sheet.
    pub sheet: Option<String>,
    /// The names of all sheets.
    pub sheets: Vec<String>,
    /// The line of the titles, when there are some in lines.
    pub header: Option<u64>,
    /// The titles of its columns.
    pub titles: Vec<String>,
    /// What the file says its coordinates are.
    pub system: Option<System>,
    /// The rows.
    pub rows: Vec<Row<'a>>,
    /// How many rows with nothing in them are not among those.
    pub blank: usize,
    /// What there is to say of the reading.
    pub notes: Vec<Problem>,
}

impl<'a> Cell<'a> {
    /// A text.
    pub fn text(text: impl Into<Cow<'a, str>>) -> Self {
        let text = match text.into() {
            Cow::Borrowed(text) => Cow::Borrowed(text.trim()),
            Cow::Owned(text) if text.trim().len() == text.len() => Cow::Owned(text),
            Cow::Owned(text) => Cow::Owned(text.trim().to_owned()),
        };
        Self {
            text,
            ..Self::default()
        }
    }

    /// A number, in full.
    pub fn number(text: impl Into<Cow<'a, str>>) -> Self {
        Self {
            text: text.into(),
            number: true,
            formula: false,
        }
    }

    /// A formula without its value.
    pub fn formula(text: String) -> Self {
        Self {
            text: text.into(),
            number: false,
            formula: true,
        }
    }
}

impl Table<'_> {
    /// The rank of the row that begins at a line.
    pub fn rank(&self, line: u64) -> Option<usize> {
        self.rows.binary_search_by_key(&line, |row| row.line).ok()
    }
}

impl Row<'_> {
    /// Whether there is nothing in it.
    pub fn is_blank(&self) -> bool {
        self.flaw.is_none() && self.cells.iter().all(|cell| cell.text.is_empty())
    }

    /// The text of a column; empty where there is none.
    pub fn text(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", |cell| &cell.text)
    }
}

impl Format {
    /// Its public id.
    pub fn id(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::Xlsb => "xlsb",
            Self::Xls => "xls",
            Self::Ods => "ods",
            Self::GeoJson => "geojson",
            Self::DecpJson => "decp-json",
            Self::Json => "json",
        }
    }

    /// How its problems are placed.
    pub fn line_word(self) -> &'static str {
        match self {
            Self::GeoJson | Self::DecpJson | Self::Json => "objet",
            _ => "ligne",
        }
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Csv => "CSV",
            Self::Xlsx => "classeur Excel (XLSX)",
            Self::Xlsb => "classeur Excel binaire (XLSB)",
            Self::Xls => "classeur d'un ancien Excel (XLS)",
            Self::Ods => "classeur LibreOffice (ODS)",
            Self::GeoJson => "GeoJSON",
            Self::DecpJson => "DECP (JSON)",
            Self::Json => "JSON",
        })
    }
}
