//! Cells that are one in a sheet: their text stands in the first of them, and holds for all.

use crate::problem::{Finding, Problem};
use crate::rule::Rule;
use crate::table::{Merge, Row};

/// The most cells that are filled from merged ones, and the most merged cells that are looked at.
const MAX_FILLED: usize = 1_000_000;
const MAX_MERGES: usize = 50_000;

/// The most merged cells of titles.
const MAX_TITLE_MERGES: usize = 1000;

/// The last row of titles: merged cells that begin in a row of titles end in one.
pub fn last_title_row(merges: &[Merge], first: usize, rows: usize) -> usize {
    let mut last = first;
    loop {
        let over = merges
            .iter()
            .take(MAX_MERGES)
            .filter(|merge| (first..=last).contains(&merge.rows.0));
        let next = over
            .map(|merge| merge.rows.1)
            .max()
            .unwrap_or(last)
            .max(last);
        if next == last {
            return last.min(rows.saturating_sub(1));
        }
        last = next;
    }
}

/// The first row of titles: merged cells that end in a row of titles begin in one.
pub fn first_title_row(merges: &[Merge], found: usize) -> usize {
    let over = merges
        .iter()
        .take(MAX_MERGES)
        .filter(|merge| merge.rows.0 < found && merge.rows.1 >= found);
    over.map(|merge| merge.rows.0).min().unwrap_or(found)
}

/// How many columns the merged cells of some rows reach.
pub fn width_over(merges: &[Merge], first: usize, rows: usize) -> usize {
    let over = merges
        .iter()
        .filter(|merge| (first..first + rows).contains(&merge.rows.0));
    over.map(|merge| merge.columns.1 + 1)
        .max()
        .unwrap_or_default()
}

/// The merged cells that touch some rows.
pub fn among(merges: &[Merge], first: usize, rows: usize) -> Vec<Merge> {
    let touches = |merge: &&Merge| merge.rows.0 < first + rows && merge.rows.1 >= first;
    merges
        .iter()
        .filter(touches)
        .take(MAX_TITLE_MERGES)
        .copied()
        .collect()
}

/// The row and the column of the cell that holds the text of this one.
pub fn origin(merges: &[Merge], row: usize, column: usize) -> (usize, usize) {
    let holds = |merge: &&Merge| {
        (merge.rows.0..=merge.rows.1).contains(&row)
            && (merge.columns.0..=merge.columns.1).contains(&column)
    };
    let around = merges.iter().find(holds);
    around.map_or((row, column), |merge| (merge.rows.0, merge.columns.0))
}

/// Writes the text of merged cells into the rows that they span, from row `body` on, and says so. Columns are left as they are: a text
/// over two columns belongs to the first.
pub fn fill(rows: &mut [Row<'_>], merges: &[Merge], body: usize, notes: &mut Vec<Problem>) {
    let mut filled = 0;
    for merge in merges.iter().take(MAX_MERGES) {
        let (from, column) = (merge.rows.0, merge.columns.0);
        if merge.rows.1 < body || merge.rows.1 == from {
            continue;
        }
        let Some(cell) = rows
            .get(from)
            .and_then(|row| row.cells.get(column))
            .cloned()
        else {
            continue;
        };
        let last = merge.rows.1.min(rows.len().saturating_sub(1));
        filled += (last + 1).saturating_sub(from);
        if filled > MAX_FILLED {
            return;
        }
        for row in rows.iter_mut().take(last + 1).skip(from + 1) {
            if row.cells.len() <= column {
                row.cells.resize(column + 1, Default::default());
            }
            if let Some(place) = row.cells.get_mut(column) {
                *place = cell.clone();
            }
        }
        let finding = Finding::note(
            Rule::Merged,
            format!(
                "« {} » est une cellule fusionnée : elle vaut pour les lignes {} à {}",
                cell.text,
                from + 1,
                last + 1
            ),
            "défusionnez les cellules, et écrivez la valeur dans chaque ligne",
        );
        notes.push(finding.of_row(from as u64 + 1));
    }
}
