//! Text in columns.

use super::limits::{Budget, MAX_ROWS, too_much};
use crate::problem::{Finding, Problem};
use crate::rule::Rule;
use crate::table::{Cell, Format, Grid, Row};
use content::points::grouped;
use content::table::{Decoded, Quoting, Record, Records, Separator};
use std::collections::BTreeMap;

/// How many rows are looked at to tell the separator.
const LOOKED_AT: usize = 40;

/// The most separators of a line.
const ENDLESS: usize = 100_000;

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
            "une ligne a plus de {} séparateurs",
            grouped(ENDLESS)
        )));
    }
    let found = separator(text);
    let separator = wanted.or(found).unwrap_or(Separator::Comma);
    let mut notes = Vec::new();
    let inner = wanted.is_none().then(|| wrapped(text)).flatten();
    if found.or(wanted).or(inner).is_none() {
        notes.push(one_column().of_file());
    }
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
        system: None,
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
    let most = Separator::USUAL.into_iter().max_by_key(count)?;
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
    Separator::ALL
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
            return Err(too_much(format!(
                "le fichier a plus de {} lignes",
                grouped(MAX_ROWS)
            )));
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

/// The usual separator that gives the most rows of one width, several columns at least; among equals, that of the most rows, then of the
/// widest. Where it separates few rows, as a decimal comma does, a rare one that gives all rows one width. `None` when there is a single
/// column.
fn separator(text: &str) -> Option<Separator> {
    let usual = Separator::USUAL
        .into_iter()
        .map(|separator| (agreement(text, separator), separator))
        .max_by_key(|(agreement, _)| (agreement.same, agreement.split, agreement.width))
        .filter(|(agreement, _)| agreement.same > 0);
    let is_weak = usual.is_none_or(|(agreement, _)| agreement.same * 2 < agreement.rows);
    let rare = || {
        let all = Separator::RARE.into_iter();
        all.map(|separator| (agreement(text, separator), separator))
            .filter(|(agreement, _)| agreement.same == agreement.rows && agreement.rows > 1)
            .max_by_key(|(agreement, _)| agreement.width)
    };
    let rare = if is_weak { rare() } else { None };
    rare.or(usual).map(|(_, separator)| separator)
}

/// No separator was found.
fn one_column() -> Finding {
    let known: Vec<String> = Separator::ALL
        .iter()
        .map(|separator| {
            let name = separator.to_string();
            name.strip_prefix("des ").unwrap_or(&name).to_owned()
        })
        .collect();
    Finding::note(
        Rule::Reading,
        "rien ne sépare des colonnes : le fichier est lu comme une seule colonne",
        format!(
            "s'il en a plusieurs, enregistrez-le à nouveau en « CSV UTF-8 » ; sont reconnus : {}",
            known.join(", ")
        ),
    )
}

/// How the first rows agree on a width.
#[derive(Clone, Copy, Debug, Default)]
struct Agreement {
    /// How many have the most frequent width of several columns.
    same: usize,
    /// That width.
    width: usize,
    /// How many have several columns.
    split: usize,
    /// How many hold anything.
    rows: usize,
}

fn agreement(text: &str, separator: Separator) -> Agreement {
    let mut records = Records::new(text, separator.byte());
    let mut record = Record::default();
    let mut widths: BTreeMap<usize, usize> = BTreeMap::new();
    let mut filled = 0;
    for _ in 0..LOOKED_AT {
        if !records.read(&mut record) {
            break;
        }
        filled += usize::from(!record.is_blank());
        let bare = record.quoting.is_none() && record.lines == 1;
        if record.cells.len() > 1 && (bare || !record.is_blank()) {
            *widths.entry(record.cells.len()).or_default() += 1;
        }
    }
    let split = widths.values().sum();
    let most = widths.into_iter().map(|(width, rows)| (rows, width)).max();
    let (same, width) = most.unwrap_or_default();
    Agreement {
        same,
        width,
        split,
        rows: filled,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_separator_is_that_of_most_rows() {
        for (text, expected) in [
            ("a;b\n1,5;2,5\n1,5;2,5\n", Some(Separator::Semicolon)),
            (
                "Titre, avec une virgule\n\na;b;c\n1;2;3\n",
                Some(Separator::Semicolon),
            ),
            ("a\tb\n1,0\t2\n", Some(Separator::Tab)),
            ("a|b\n1|2\n", Some(Separator::Bar)),
            ("a,b\n\"x;y\",2\n", Some(Separator::Comma)),
            ("a:b\n1:2\n", Some(Separator::Colon)),
            ("a^b^c\n1:2^2^3\n", Some(Separator::Caret)),
            // A decimal comma separates nothing.
            ("a^b\n1,5^2\n3^4\n", Some(Separator::Caret)),
            (
                "a;b\nx;1,5 ; 2,5\ny;3,5 ; 4,5\n",
                Some(Separator::Semicolon),
            ),
            ("a~b\n1~2\n\n", Some(Separator::Tilde)),
            // Addresses of pages, a time in one row of two, a sentence: one column.
            ("page\nhttps://a.fr\nhttps://b.fr\n", None),
            ("a\n1\n", None),
            ("", None),
        ] {
            assert_eq!(separator(text), expected, "{text}");
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
