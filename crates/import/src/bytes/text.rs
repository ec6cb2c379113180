//! Text in columns.

use super::limits::{Budget, MAX_ROWS, too_much};
use crate::problem::{Finding, Problem};
use crate::rule::Rule;
use crate::table::{Cell, Format, Grid, Row};
use content::table::{Decoded, Quoting, Record, Records, Separator};
use std::collections::BTreeMap;

/// How many rows are looked at to tell the separator.
const LOOKED_AT: usize = 40;

/// The most separators of a line.
const ENDLESS: usize = 100_000;

/// The separators that are tried, the likeliest first.
const SEPARATORS: [Separator; 4] = [
    Separator::Semicolon,
    Separator::Comma,
    Separator::Tab,
    Separator::Bar,
];

/// The rows of a text, whose columns are separated as `wanted` says, else as is likeliest.
///
/// # Errors
/// When there are too many of them.
pub fn grid<'a>(decoded: &'a Decoded<'_>, wanted: Option<Separator>) -> Result<Grid<'a>, Problem> {
    let text: &'a str = &decoded.text;
    if text
        .lines()
        .any(|line| line.len() > ENDLESS && has_endless_columns(line))
    {
        return Err(too_much(format!(
            "une ligne a plus de {ENDLESS} séparateurs"
        )));
    }
    let separator = wanted.unwrap_or_else(|| separator(text));
    let mut notes = Vec::new();
    let inner = wanted.is_none().then(|| wrapped(text)).flatten();
    if decoded.damaged {
        notes.push(
            Finding::note(
                Rule::LostCharacter,
                format!(
                    "certains octets ne sont pas de l'{} : un « � » les remplace",
                    decoded.encoding
                ),
                "enregistrez à nouveau le tableau d'origine au format « CSV UTF-8 »",
            )
            .of_file(),
        );
    }
    let (mut rows, blank) = rows(text, separator)?;
    if let Some(inner) = inner {
        rows.iter_mut().for_each(|row| unwrap(row, inner));
        notes.push(
            Finding::note(
                Rule::Reading,
                "chaque ligne entière est entre guillemets : son contenu est lu comme les colonnes",
                "enregistrez à nouveau le tableau, sans guillemets autour des lignes",
            )
            .of_file(),
        );
    }
    Ok(Grid {
        format: Format::Csv,
        encoding: Some(decoded.encoding),
        separator: Some(inner.unwrap_or(separator)),
        sheet: None,
        sheets: Vec::new(),
        rows,
        blank,
        merges: Vec::new(),
        titles: None,
        notes,
    })
}

/// The separator inside rows that are one cell in quotes each, as spreadsheets leave a table that they took for a single column.
fn wrapped(text: &str) -> Option<Separator> {
    let lines = || {
        let lines = text.split(['\n', '\r']).map(str::trim);
        lines.filter(|line| !line.is_empty()).take(LOOKED_AT)
    };
    let is_one_cell = |line: &str| {
        let inside = line
            .strip_prefix('"')
            .and_then(|line| line.strip_suffix('"'));
        inside.is_some_and(|inside| !inside.replace("\"\"", "").contains('"'))
    };
    if lines().count() < 2 || !lines().all(is_one_cell) {
        return None;
    }
    let first = lines().next()?;
    let count = |separator: &Separator| first.matches(char::from(separator.byte())).count();
    let most = SEPARATORS.into_iter().rev().max_by_key(count)?;
    (count(&most) > 0).then_some(most)
}

/// Replaces the only cell of a row by those that it holds.
fn unwrap(row: &mut Row<'_>, separator: Separator) {
    let [cell] = row.cells.as_slice() else {
        return;
    };
    let inside = cell.text.clone().into_owned();
    let mut records = Records::new(&inside, separator.byte());
    let mut record = Record::default();
    if records.read(&mut record) {
        row.cells = record
            .cells
            .drain(..)
            .map(|cell| Cell::text(cell.into_owned()))
            .collect();
    }
}

fn has_endless_columns(line: &str) -> bool {
    let count = |separator: Separator| {
        line.bytes()
            .filter(|&byte| byte == separator.byte())
            .count()
    };
    SEPARATORS
        .into_iter()
        .any(|separator| count(separator) > ENDLESS)
}

/// The rows, and how many blank ones are not among them: beyond the first rows, they are only counted.
fn rows(text: &str, separator: Separator) -> Result<(Vec<Row<'_>>, usize), Problem> {
    let mut records = Records::new(text, separator.byte());
    let mut record = Record::default();
    let mut budget = Budget::default();
    let (mut rows, mut blank) = (Vec::new(), 0);
    while records.read(&mut record) {
        if rows.len() >= LOOKED_AT && record.is_blank() {
            blank += 1;
            continue;
        }
        if rows.len() >= MAX_ROWS {
            return Err(too_much(format!("le fichier a plus de {MAX_ROWS} lignes")));
        }
        budget.spread(record.cells.len())?;
        let cells: Vec<Cell<'_>> = record.cells.drain(..).map(Cell::text).collect();
        let flaw = record
            .quoting
            .and_then(|quoting| doubt(quoting, &cells, &record, separator));
        rows.push(Row {
            line: record.line,
            cells,
            flaw,
        });
    }
    Ok((rows, blank))
}

/// What is doubtful about quotes. A cell of several lines is sound as long as it cannot hold a whole row.
fn doubt(
    quoting: Quoting,
    cells: &[Cell<'_>],
    record: &Record<'_>,
    separator: Separator,
) -> Option<Finding> {
    let last = record.line + record.lines - 1;
    let taken = match record.lines {
        1 => String::new(),
        _ => format!(
            " ; les lignes {} à {last} sont prises ensemble",
            record.line
        ),
    };
    let remedy = "un guillemet manque, ou est en trop : dans une cellule entre guillemets, un guillemet s'écrit deux fois (\"\")";
    match quoting {
        Quoting::Unclosed(line) => Some(Finding::refusal(
            Rule::Quote,
            format!("un guillemet s'ouvre ligne {line} et n'est jamais refermé{taken}"),
            remedy,
        )),
        Quoting::Followed(line) => Some(Finding::refusal(
            Rule::Quote,
            format!("du texte suit, ligne {line}, le guillemet qui referme une cellule{taken}"),
            remedy,
        )),
        Quoting::Spread(line) => cells
            .iter()
            .any(|cell| may_hold_a_row(&cell.text, separator, cells.len()))
            .then(|| {
                Finding::refusal(
                    Rule::Quote,
                    format!("le guillemet ouvert ligne {line} enferme peut-être d'autres lignes{taken}"),
                    "si un guillemet manque, refermez-le sur sa ligne ; si la cellule est voulue ainsi, retirez-en les retours à la ligne",
                )
            }),
    }
}

/// Whether a cell spans lines and has as many separators as a row.
fn may_hold_a_row(cell: &str, separator: Separator, width: usize) -> bool {
    let separators = cell
        .bytes()
        .filter(|&byte| byte == separator.byte())
        .count();
    cell.contains(['\n', '\r']) && separators + 1 >= width
}

/// The separator that gives the most rows of one width, several columns at least; among equals, that of the widest rows.
fn separator(text: &str) -> Separator {
    let best = SEPARATORS
        .into_iter()
        .rev()
        .max_by_key(|&separator| agreement(text, separator));
    best.unwrap_or(Separator::Comma)
}

/// How many of the first rows have the most frequent width, and that width.
fn agreement(text: &str, separator: Separator) -> (usize, usize) {
    let mut records = Records::new(text, separator.byte());
    let mut record = Record::default();
    let mut widths: BTreeMap<usize, usize> = BTreeMap::new();
    for _ in 0..LOOKED_AT {
        if !records.read(&mut record) {
            break;
        }
        let bare = record.quoting.is_none() && record.lines == 1;
        if record.cells.len() > 1 && (bare || !record.is_blank()) {
            *widths.entry(record.cells.len()).or_default() += 1;
        }
    }
    let most = widths.into_iter().map(|(width, rows)| (rows, width)).max();
    most.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_separator_is_that_of_most_rows() {
        for (text, expected) in [
            ("a;b\n1,5;2,5\n1,5;2,5\n", Separator::Semicolon),
            (
                "Titre, avec une virgule\n\na;b;c\n1;2;3\n",
                Separator::Semicolon,
            ),
            ("a\tb\n1,0\t2\n", Separator::Tab),
            ("a|b\n1|2\n", Separator::Bar),
            ("a,b\n\"x;y\",2\n", Separator::Comma),
            ("a\n1\n", Separator::Comma),
        ] {
            let found = separator(text);
            // A column alone has no separator to tell.
            assert!(
                found == expected || !text.contains(char::from(expected.byte())),
                "{text}"
            );
        }
    }

    #[test]
    fn a_cell_of_several_lines_is_sound_unless_it_may_hold_a_row() {
        let rows = rows(
            "a,b,c\n1,\"x, y\nz\",3\n1,\"x,y\n2,y,z\",3\n",
            Separator::Comma,
        )
        .unwrap()
        .0;
        assert_eq!(rows.len(), 3);
        assert!(rows[1].flaw.is_none() && rows[2].flaw.is_some());
        assert_eq!(rows[2].line, 4);
    }
}
