//! Cells that somebody mends here rather than in the file.

use crate::problem::Finding;
use crate::rule::Rule;
use crate::table::{Cell, Table};
use serde::{Deserialize, Serialize};

/// A cell that is to be read otherwise than it is written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mend {
    /// The line that its row begins at.
    pub line: u64,
    /// The rank of its column.
    pub column: usize,
    /// What is to be read.
    pub text: String,
}

/// Writes mended cells into a table, and says so. A row of too few cells gets those that it lacks.
pub fn apply(table: &mut Table<'_>, mends: &[Mend]) {
    for mend in mends {
        let width = table.titles.len();
        let Some(row) = table
            .rank(mend.line)
            .and_then(|rank| table.rows.get_mut(rank))
        else {
            continue;
        };
        if mend.column >= width.max(row.cells.len()) {
            continue;
        }
        if row.cells.len() < width {
            row.cells.resize(width, Cell::default());
        }
        let Some(cell) = row.cells.get_mut(mend.column) else {
            continue;
        };
        let before = core::mem::replace(cell, Cell::text(mend.text.clone()));
        if before.text == cell.text {
            continue;
        }
        let title = table.titles.get(mend.column).map_or("", String::as_str);
        let finding = Finding::note(
            Rule::Mended,
            format!("« {} » corrigé en « {} »", before.text, cell.text),
            "reportez la correction dans votre fichier",
        );
        table.notes.push(finding.at(mend.line, title, &before.text));
    }
}
