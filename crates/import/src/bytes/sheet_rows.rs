//! The rows of a sheet, from cells that come in any order.

use super::limits::{Budget, too_much};
use crate::problem::Problem;
use crate::table::{Cell, Row};
use calamine::{Data, ExcelDateTime};
use core::fmt::Write;

/// The most rows and columns that a sheet has: those of Excel.
const MAX_ROWS: usize = 1 << 20;
const MAX_COLUMNS: usize = 1 << 14;

/// Collects cells.
#[derive(Debug, Default)]
pub struct SheetRows {
    rows: Vec<Row<'static>>,
    budget: Budget,
}

impl SheetRows {
    /// Puts a cell at a row and a column, from 0. Empty cells leave no trace.
    ///
    /// # Errors
    /// When the sheet holds more than it may.
    pub fn put(&mut self, row: u32, column: u32, cell: Cell<'static>) -> Result<(), Problem> {
        let (row, column) = (row as usize, column as usize);
        if cell.text.is_empty() {
            return Ok(());
        }
        if row >= MAX_ROWS || column >= MAX_COLUMNS {
            return Err(too_much("une cellule est hors de toute feuille".to_owned()));
        }
        self.budget.take(cell.text.len())?;
        while self.rows.len() <= row {
            let line = self.rows.len() as u64 + 1;
            self.rows.push(Row {
                line,
                ..Row::default()
            });
        }
        if let Some(found) = self.rows.get_mut(row) {
            if found.cells.len() <= column {
                self.budget.spread(column + 1 - found.cells.len())?;
                found.cells.resize(column + 1, Cell::default());
            }
            if let Some(place) = found.cells.get_mut(column) {
                *place = cell;
            }
        }
        Ok(())
    }

    /// The rows, from the first of the sheet to the last filled one.
    pub fn into_rows(self) -> Vec<Row<'static>> {
        self.rows
    }
}

/// What a cell holds, as text and without its format.
pub fn cell(data: Data) -> Cell<'static> {
    match data {
        Data::Empty => Cell::default(),
        Data::Int(number) => Cell::number(number.to_string()),
        Data::Float(number) => Cell::number(in_full(number)),
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => Cell::text(text),
        Data::Bool(yes) => Cell::text(if yes { "oui" } else { "non" }),
        Data::DateTime(date) => Cell::text(dated(date)),
        Data::Error(error) => Cell::text(error.to_string()),
    }
}

/// All the digits of a number, never an exponent.
fn in_full(number: f64) -> String {
    format!("{number}")
}

/// « 2023-04-03 », with its time when it has one. The date system of the workbook, 1900 or 1904, is taken into account.
fn dated(date: ExcelDateTime) -> String {
    if date.is_duration() || date.as_f64() < 1.0 {
        return in_full(date.as_f64());
    }
    let (year, month, day, hour, minute, second, _) = date.to_ymd_hms_milli();
    let mut text = format!("{year:04}-{month:02}-{day:02}");
    if (hour, minute, second) != (0, 0, 0) {
        let _ = write!(text, "T{hour:02}:{minute:02}:{second:02}");
    }
    text
}
