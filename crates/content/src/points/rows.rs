//! The rows of a table, one by one: points, or what is wrong with them.

use super::columns::Found;
use super::fault::{Faults, Trouble};
use super::place::{self, Tolerance};
use super::synthetic;
use super::table::{Lines, PointTable};
use crate::Gazetteer;
use crate::characters::{Hostile, is_invisible};
use crate::table::{Quoting, Record, Separator};
use anyhow::{Result as Outcome, bail};
use engine::geo::LonLat;
use std::borrow::Cow;

/// The most characters of a name or of a category.
pub const MAX_NAME: usize = 300;

/// A row that is right.
#[derive(Clone, Debug, PartialEq)]
pub struct PointRow<'a> {
    /// Where it is.
    pub at: LonLat,
    /// On one line.
    pub name: Cow<'a, str>,
    /// As written, on one line; none when empty.
    pub category: Option<Cow<'a, str>>,
}

/// All that a table gave.
#[derive(Clone, Debug, Default)]
pub struct Rows<'a> {
    pub rows: Vec<PointRow<'a>>,
    pub faults: Faults,
    /// How many rows had nothing in them.
    pub blank: usize,
    /// How many rows there were: right, wrong or blank.
    pub read: usize,
    /// The lines of the file that they take.
    pub lines: Lines,
}

impl<'a> PointTable<'a> {
    /// Reads every row.
    ///
    /// # Errors
    /// When the file ends inside quotes: nobody can tell which rows are in them.
    pub fn read(mut self, gazetteer: &Gazetteer, tolerance: Tolerance) -> Outcome<Rows<'a>> {
        let mut rows = Rows {
            lines: self.lines,
            blank: self.blank,
            read: self.blank,
            ..Rows::default()
        };
        let mut record = Record::default();
        while self.records.read(&mut record) {
            rows.read += 1;
            if record.is_blank() {
                rows.blank += 1;
                rows.lines.blank += record.lines;
                continue;
            }
            if let Some(Quoting::Unclosed(line)) = record.quoting {
                bail!(
                    "ligne {line} : un guillemet s'ouvre et n'est jamais refermé. Tout ce qui suit serait perdu. Refermez-le, ou retirez-le."
                );
            }
            match self.row(&record, rows.read - rows.blank, gazetteer, tolerance) {
                Ok(row) => {
                    rows.rows.push(row);
                    rows.lines.placed += record.lines;
                }
                Err(trouble) => {
                    let line = match record.quoting {
                        Some(Quoting::Spread(line) | Quoting::Followed(line)) => line,
                        _ => record.line,
                    };
                    rows.faults.push(line, trouble);
                    rows.lines.aside += record.lines;
                }
            }
        }
        Ok(rows)
    }

    fn row(
        &self,
        record: &Record<'a>,
        number: usize,
        gazetteer: &Gazetteer,
        tolerance: Tolerance,
    ) -> Result<PointRow<'a>, Trouble> {
        if let Some(quoting) = record.quoting {
            return Err(doubtful(quoting, record));
        }
        if record.cells.len() != self.width {
            return Err(self.uneven(record.cells.len()));
        }
        let Found { lat, lon, .. } = self.columns;
        let number_in = |column: usize| self.cell(record, column);
        let at = place::read(number_in(lat)?.trim(), number_in(lon)?.trim(), tolerance)?;
        let name = match self.columns.name {
            Some(column) => text(self.cell(record, column)?, "le nom")?,
            None => self.made_up_name(record, number, gazetteer).into(),
        };
        if name.is_empty() {
            return Err(Trouble::new("le nom est vide", "donnez un nom à ce point"));
        }
        let category = match self.columns.category {
            Some(column) => Some(text(self.cell(record, column)?, "la catégorie")?),
            None if self.synthetic => synthetic::category(number as u64).map(Cow::from),
            None => None,
        };
        Ok(PointRow {
            at,
            name,
            category: category.filter(|category| !category.is_empty()),
        })
    }

    fn cell(&self, record: &Record<'a>, column: usize) -> Result<Cow<'a, str>, Trouble> {
        let cell = record.cells.get(column).cloned().unwrap_or_default();
        if self.damaged && cell.contains(char::REPLACEMENT_CHARACTER) {
            return Err(Trouble::new(
                format!(
                    "« {} » n'est pas de l'{}",
                    cell.trim(),
                    self.layout.encoding
                ),
                "enregistrez le tableau au format « CSV UTF-8 »",
            ));
        }
        Ok(cell)
    }

    fn made_up_name(&self, record: &Record<'_>, number: usize, gazetteer: &Gazetteer) -> String {
        let code = self
            .columns
            .insee
            .and_then(|column| record.cells.get(column));
        let commune = gazetteer.commune_name(code.map_or("", |code| code.trim()));
        synthetic::name(number, commune)
    }

    fn uneven(&self, found: usize) -> Trouble {
        let remedy = if self.separator == Separator::Comma && found > self.width {
            "une virgule décimale ou un nom avec une virgule ? mettez la valeur entre guillemets, ou séparez les colonnes par des points-virgules"
        } else {
            "vérifiez les séparateurs et les guillemets de cette ligne"
        };
        let expected = self.width;
        Trouble::new(format!("{found} colonnes au lieu de {expected}"), remedy)
    }
}

/// What is wrong with quotes that may hold several rows.
fn doubtful(quoting: Quoting, record: &Record<'_>) -> Trouble {
    let last = record.line + record.lines - 1;
    let taken = match record.lines {
        1 => String::new(),
        _ => format!(" : lignes {} à {last} mises de côté", record.line),
    };
    match quoting {
        Quoting::Followed(_) | Quoting::Unclosed(_) => Trouble::new(
            format!("du texte suit le guillemet qui referme une cellule{taken}"),
            "un guillemet est en trop, ou manque : dans une cellule entre guillemets, un guillemet s'écrit deux fois (\"\")",
        ),
        Quoting::Spread(_) => Trouble::new(
            format!(
                "une cellule entre guillemets tient sur plusieurs lignes et contient des séparateurs{taken}"
            ),
            "si un guillemet manque, refermez-le sur sa ligne ; si la cellule est voulue ainsi, retirez-en les retours à la ligne",
        ),
    }
}

/// A text on one line, that anyone may read.
fn text<'a>(cell: Cow<'a, str>, what: &str) -> Result<Cow<'a, str>, Trouble> {
    let text = one_line(cell);
    if let Some((_, hostile)) = Hostile::first_in(&text) {
        return Err(Trouble::new(
            format!("{what} « {text} » contient {}", hostile.what()),
            "retirez ce caractère : retapez le texte plutôt que de le copier",
        ));
    }
    if !text.is_empty() && is_invisible(&text) {
        return Err(Trouble::new(
            format!("{what} n'est fait que de caractères invisibles"),
            "retapez ce texte, ou videz la cellule",
        ));
    }
    // As many bytes at least as there are characters.
    if text.len() > MAX_NAME && text.chars().count() > MAX_NAME {
        return Err(Trouble::new(
            format!("{what} « {text} » a plus de {MAX_NAME} caractères"),
            "raccourcissez ce texte ; un guillemet oublié a pu y mettre plusieurs cellules",
        ));
    }
    Ok(text)
}

/// Without line feeds, nor two spaces in a row. Borrowed when it is so already.
fn one_line(cell: Cow<'_, str>) -> Cow<'_, str> {
    let mut before = ' ';
    let is_one = cell.chars().all(|c| {
        let sound = !c.is_whitespace() || (c == ' ' && before != ' ');
        before = c;
        sound
    });
    if (is_one && before != ' ') || cell.is_empty() {
        cell
    } else {
        cell.split_whitespace().collect::<Vec<_>>().join(" ").into()
    }
}
