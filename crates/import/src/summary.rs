//! The figures of an import, and all its problems, for programs.

use crate::import::Import;
use crate::problem::Problem;
use serde::Serialize;

/// What is written as JSON.
#[derive(Debug, Serialize)]
pub struct Summary<'a> {
    /// The format; null when the file is of none that is read.
    pub format: Option<&'static str>,
    /// The encoding of a text.
    pub encoding: Option<String>,
    /// The character between columns.
    pub separator: Option<char>,
    /// The sheet of a workbook.
    pub sheet: Option<&'a str>,
    /// The schema that was recognised.
    pub schema: Option<&'static str>,
    /// Rows, titles excluded: placed, set aside and blank ones.
    pub rows_read: usize,
    /// Rows that have a place.
    pub rows_placed: usize,
    /// Rows that are set aside, each with a problem that says why.
    pub rows_set_aside: usize,
    /// Rows with nothing in them.
    pub rows_blank: usize,
    /// All there is to say.
    pub problems: &'a [Problem],
}

impl<'a> Summary<'a> {
    /// Of an import.
    pub fn of(import: &'a Import<'_>) -> Self {
        let table = &import.table;
        Self {
            format: Some(table.format.id()),
            encoding: table.encoding.map(|encoding| encoding.to_string()),
            separator: table
                .separator
                .map(|separator| char::from(separator.byte())),
            sheet: table.sheet.as_deref(),
            schema: Some(import.schema.id),
            rows_read: import.read(),
            rows_placed: import.points.len(),
            rows_set_aside: import.aside.len(),
            rows_blank: import.blank,
            problems: &import.problems,
        }
    }

    /// Of a file that is refused.
    pub fn refused(format: Option<&'static str>, problem: &'a Problem) -> Self {
        Self {
            format,
            encoding: None,
            separator: None,
            sheet: None,
            schema: None,
            rows_read: 0,
            rows_placed: 0,
            rows_set_aside: 0,
            rows_blank: 0,
            problems: core::slice::from_ref(problem),
        }
    }
}
