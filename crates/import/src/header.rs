//! Which rows are the titles of the columns: guessed, and said.

use crate::merged;
use crate::problem::Finding;
use crate::rule::Rule;
use crate::schema;
use crate::table::{Cell, Grid, Row, Table};

/// How many rows are looked at.
const LOOKED_AT: usize = 40;

/// The most columns that a table has.
const MAX_COLUMNS: usize = 2000;

/// How much some rows look like a table of ours: titles that are known, then rows.
pub type Score = (usize, usize);

/// The score of the rows of a sheet.
pub fn score(rows: &[Row<'_>]) -> Score {
    let known = rows.iter().take(LOOKED_AT).map(known_titles).max();
    let filled = rows.iter().filter(|row| !row.is_blank()).count();
    (known.unwrap_or_default(), filled)
}

fn known_titles(row: &Row<'_>) -> usize {
    let titles = row.cells.iter().take(MAX_COLUMNS);
    titles
        .filter(|cell| !cell.number && !cell.text.is_empty() && schema::is_known(&cell.text))
        .count()
}

/// The table of a grid. `wanted` is the line of the titles, when the caller knows it.
pub fn table(mut grid: Grid<'_>, wanted: Option<u64>) -> Table<'_> {
    let lead = grid.rows.iter().take_while(|row| row.is_blank()).count();
    let first = match (grid.titles, wanted) {
        (Some(_), _) => Some(0),
        (None, Some(line)) => grid.rows.iter().position(|row| row.line == line),
        (None, None) => {
            guessed(&grid.rows).map(|found| merged::first_title_row(&grid.merges, found))
        }
    };
    let has_titles = first.is_some();
    let (first, last) = match first {
        Some(first) => (
            first,
            merged::last_title_row(&grid.merges, first, grid.rows.len()),
        ),
        None => (lead, lead),
    };
    let body = if has_titles { last + 1 } else { lead };
    let mut notes = std::mem::take(&mut grid.notes);
    merged::fill(&mut grid.rows, &grid.merges, body, &mut notes);
    let rows = grid.rows.split_off(body.min(grid.rows.len()));
    let head = grid.rows.get(first..).unwrap_or_default();
    let header = head
        .first()
        .filter(|_| has_titles && grid.titles.is_none())
        .map(|row| row.line);
    let width = rows
        .iter()
        .map(|row| row.cells.len())
        .max()
        .unwrap_or_default();
    let titles = match has_titles {
        true => fitted(
            titles(head, &grid.merges, first),
            &rows,
            grid.separator.is_some(),
        ),
        false => (1..=width.min(MAX_COLUMNS))
            .map(|rank| format!("colonne {rank}"))
            .collect(),
    };
    if grid.titles.is_none() {
        notes.extend(said(&grid, head, first, has_titles).map(|finding| finding.of_file()));
    }
    Table {
        format: grid.format,
        encoding: grid.encoding,
        separator: grid.separator,
        sheet: grid.sheet,
        sheets: grid.sheets,
        header,
        titles,
        system: grid.system,
        rows,
        blank: grid.blank,
        notes,
    }
}

/// The row with the most known titles, two at least; otherwise the first that is as wide as the table and looks like titles.
fn guessed(rows: &[Row<'_>]) -> Option<usize> {
    let start = || rows.iter().enumerate().take(LOOKED_AT);
    let known = start()
        .map(|(at, row)| (known_titles(row), at))
        .filter(|&(known, _)| known >= 2);
    if let Some((_, at)) = known.max_by_key(|&(known, at)| (known, usize::MAX - at)) {
        return Some(at);
    }
    let filled = |row: &Row<'_>| {
        row.cells
            .iter()
            .filter(|cell| !cell.text.is_empty())
            .count()
    };
    let widest = start()
        .map(|(_, row)| filled(row))
        .max()
        .unwrap_or_default();
    start()
        .find(|(_, row)| filled(row) * 2 > widest && !row.is_blank())
        .filter(|(_, row)| may_be_titles(row))
        .map(|(at, _)| at)
}

/// Titles are texts, not numbers nor dates.
fn may_be_titles(row: &Row<'_>) -> bool {
    let looks_like_data = |cell: &Cell<'_>| {
        let digits = cell.text.bytes().filter(u8::is_ascii_digit).count();
        cell.number || digits * 2 > cell.text.len()
    };
    let mut filled = row
        .cells
        .iter()
        .filter(|cell| !cell.text.is_empty())
        .peekable();
    filled.peek().is_some() && !filled.any(looks_like_data)
}

/// The titles, each from the cells of all title rows that stand over its column.
fn titles(head: &[Row<'_>], merges: &[crate::table::Merge], first: usize) -> Vec<String> {
    let width = head
        .iter()
        .map(|row| row.cells.len())
        .max()
        .unwrap_or_default();
    let width = width
        .max(merged::width_over(merges, first, head.len()))
        .min(MAX_COLUMNS);
    let merges = &merged::among(merges, first, head.len());
    let title = |column: usize| {
        let mut parts: Vec<&str> = Vec::new();
        for (rank, row) in head.iter().enumerate() {
            let (from_row, from_column) = merged::origin(merges, first + rank, column);
            let part = match from_row.checked_sub(first).and_then(|rank| head.get(rank)) {
                Some(origin) => origin.text(from_column),
                None => row.text(column),
            };
            if !part.is_empty() && !parts.contains(&part) {
                parts.push(part);
            }
        }
        parts
            .join(" / ")
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
    };
    (0..width).map(title).collect()
}

/// As many titles as there are columns. Columns at the end without title are columns when they hold something: in a text, as far as the
/// line of the titles goes; in a sheet, as far as its rows go.
fn fitted(mut titles: Vec<String>, rows: &[Row<'_>], is_text: bool) -> Vec<String> {
    let filled = |row: &Row<'_>| row.cells.iter().rposition(|cell| !cell.text.is_empty());
    let needed = rows
        .iter()
        .filter_map(filled)
        .max()
        .map_or(0, |last| last + 1);
    let titled = titles
        .iter()
        .rposition(|title| !title.is_empty())
        .map_or(0, |last| last + 1);
    let most = if is_text { titles.len() } else { MAX_COLUMNS };
    titles.resize(needed.min(most).max(titled), String::new());
    titles
}

/// What there is to say of the titles.
fn said<'a>(
    grid: &Grid<'_>,
    head: &[Row<'_>],
    first: usize,
    has_titles: bool,
) -> impl Iterator<Item = Finding> + use<'a> {
    let line = head.first().map_or(1, |row| row.line);
    let where_they_are = match (has_titles, head.len()) {
        (false, _) => Some(Finding::note(
            Rule::Header,
            "aucune ligne ne ressemble à des titres de colonnes : les colonnes sont numérotées",
            "donnez un titre à chaque colonne, ou dites où sont les titres (--header)",
        )),
        (true, 0 | 1) if line == 1 => None,
        (true, 0 | 1) => Some(Finding::note(
            Rule::Header,
            format!("titres des colonnes lus à la ligne {line}"),
            "si ce n'est pas là, dites où (--header)",
        )),
        (true, rows) => Some(Finding::note(
            Rule::Header,
            format!(
                "titres des colonnes lus sur {rows} lignes, de la ligne {line} à la ligne {}",
                line + rows as u64 - 1
            ),
            "écrivez chaque titre dans une seule cellule",
        )),
    };
    let before: Vec<String> = grid
        .rows
        .get(..first)
        .unwrap_or_default()
        .iter()
        .filter(|row| has_titles && !row.is_blank())
        .map(|row| {
            let texts = row.cells.iter().map(|cell| cell.text.as_ref());
            let filled: Vec<&str> = texts.filter(|text| !text.is_empty()).collect();
            format!("« {} »", filled.join(" "))
        })
        .collect();
    let preamble = (!before.is_empty()).then(|| {
        Finding::note(
            Rule::Preamble,
            format!(
                "au-dessus des titres, laissé de côté : {}",
                before.join(", ")
            ),
            "rien à faire",
        )
    });
    where_they_are.into_iter().chain(preamble)
}
