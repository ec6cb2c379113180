//! The whole way of a file: read, recognised, placed, checked. Every row is placed, set aside or blank.

use crate::bytes::Opened;
use crate::check;
use crate::header;
use crate::mend::{self, Mend};
use crate::notes::Notes;
use crate::place::{Asking, Directory, Place, Placer, Precision, Tolerance};
use crate::problem::{Finding, Level, Problem};
use crate::rule::Rule;
use crate::schema::{self, Field, Role, Schema};
use crate::table::{Row, Table};
use content::Gazetteer;
use content::fold::fold;
use content::points::grouped;
use content::table::Separator;
use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

/// What may be said of a file beside its bytes.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The sheet of a workbook.
    pub sheet: Option<String>,
    /// The line of the titles.
    pub header: Option<u64>,
    /// Which places are taken as they are written.
    pub tolerance: Tolerance,
    /// The code of EPSG of the system of coordinates, whatever the file says.
    pub epsg: Option<u32>,
    /// Titles of columns, when they are not the usual ones.
    pub columns: Vec<(Role, String)>,
    /// What separates the columns of a text, when it is not what is likeliest.
    pub separator: Option<Separator>,
    /// The id of the schema, when it is not the one that the titles tell.
    pub schema: Option<String>,
    /// What columns are, by their rank: a role, or nothing.
    pub assigned: Vec<(usize, Option<Role>)>,
    /// Cells that are to be read otherwise than they are written.
    pub mends: Vec<Mend>,
}

/// Is told how many rows are done, of how many.
pub type Told<'t> = &'t mut dyn FnMut(usize, usize);

/// How many rows are done between two tellings.
const STEP: usize = 2048;

/// A row that has its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    /// Its rank in the table.
    pub row: usize,
    /// Where it is.
    pub place: Place,
    /// Its name, on one line.
    pub name: String,
    /// Its category; empty when it has none.
    pub category: String,
}

/// What came of a file.
#[derive(Clone, Debug)]
pub struct Import<'a> {
    /// The table as it was read.
    pub table: Table<'a>,
    /// The schema that it follows.
    pub schema: &'static Schema,
    /// The field of each column.
    pub fields: Vec<Option<&'static Field>>,
    /// The rows that have their place.
    pub points: Vec<Point>,
    /// The ranks of the rows that are set aside.
    pub aside: Vec<usize>,
    /// How many rows have nothing in them.
    pub blank: usize,
    /// All there is to say, in the order of the file.
    pub problems: Vec<Problem>,
}

impl<'a> Import<'a> {
    /// Imports a file that is open.
    ///
    /// # Errors
    /// When the file is damaged, locked, too large or empty: why, and what to do.
    pub fn of(
        opened: &'a Opened<'_>,
        options: &Options,
        gazetteer: &Gazetteer,
    ) -> Result<Self, Problem> {
        Self::followed(opened, options, gazetteer, &mut |_, _| {})
    }

    /// The same, followed row by row.
    ///
    /// # Errors
    /// As [`Import::of`].
    pub fn followed(
        opened: &'a Opened<'_>,
        options: &Options,
        gazetteer: &Gazetteer,
        told: Told<'_>,
    ) -> Result<Self, Problem> {
        let grid = opened.grid(options.sheet.as_deref(), options.separator)?;
        let mut table = header::table(grid, options.header);
        if table.rows.is_empty() && table.titles.is_empty() {
            return Err(empty());
        }
        mend::apply(&mut table, &options.mends);
        Self::of_table(table, options, gazetteer, told)
    }

    /// Reads the same table again, with other columns, or with cells that are mended. Of the options, those that tell how the bytes are
    /// read play no part.
    ///
    /// # Errors
    /// When a column that is named is not there.
    pub fn again(
        self,
        options: &Options,
        mends: &[Mend],
        gazetteer: &Gazetteer,
        told: Told<'_>,
    ) -> Result<Self, Problem> {
        let mut table = self.table;
        mend::apply(&mut table, mends);
        Self::of_table(table, options, gazetteer, told)
    }

    fn of_table(
        table: Table<'a>,
        options: &Options,
        gazetteer: &Gazetteer,
        told: Told<'_>,
    ) -> Result<Self, Problem> {
        let wanted = options.schema.as_deref().and_then(schema::of_id);
        let schema = wanted.unwrap_or_else(|| schema::recognise(&table.titles));
        let mut fields = schema::assign(schema, &table.titles);
        let mut problems = table.notes.clone();
        named(&table, &options.columns, &mut fields)?;
        assigned(&options.assigned, &mut fields);
        problems.extend(crate::understood::of(&table, schema, &fields));
        let directory = Directory::new(gazetteer);
        let columns = by_role(&fields);
        let asking = Asking {
            epsg: options.epsg,
            tolerance: options.tolerance,
        };
        let placer = Placer::new(&directory, columns.clone(), &table, asking);
        if !placer.can_place() {
            problems.push(nowhere());
        }
        if table.rows.is_empty() {
            problems.push(only_titles());
        }
        let mut import = Self {
            blank: table.blank,
            table,
            schema,
            fields,
            points: Vec::new(),
            aside: Vec::new(),
            problems,
        };
        import.rows(&placer, &columns, told);
        import.places();
        Ok(import)
    }

    /// How many rows were read.
    pub fn read(&self) -> usize {
        self.table.rows.len() + self.table.blank
    }

    fn rows(&mut self, placer: &Placer<'_>, columns: &HashMap<Role, Vec<usize>>, told: Told<'_>) {
        let mut seen: HashMap<u64, usize> = HashMap::new();
        let mut notes = Notes::default();
        for (rank, row) in self.table.rows.iter().enumerate() {
            if rank % STEP == 0 {
                told(rank, self.table.rows.len());
            }
            if row.is_blank() {
                self.blank += 1;
                continue;
            }
            let (point, findings) = self.row(rank, row, placer, columns);
            let title = |column: usize| self.table.titles.get(column).map_or("", String::as_str);
            let located = findings.into_iter().map(|(column, finding)| match column {
                Some(column) => finding.at(row.line, title(column), row.text(column)),
                None => finding.of_row(row.line),
            });
            let same = same_as(rank, row, &self.table.rows, &mut seen);
            let told = located.chain(same).filter(|problem| notes.take(problem));
            self.problems.extend(told);
            match point {
                Some(point) => self.points.push(point),
                None => self.aside.push(rank),
            }
        }
        self.problems.extend(notes.untold());
    }

    /// The point of a row, or why it is set aside.
    fn row(
        &self,
        rank: usize,
        row: &Row<'_>,
        placer: &Placer<'_>,
        columns: &HashMap<Role, Vec<usize>>,
    ) -> (Option<Point>, Vec<(Option<usize>, Finding)>) {
        if let Some(flaw) = &row.flaw {
            return (None, vec![(None, flaw.clone())]);
        }
        if let Some(finding) = uneven(row, self.table.titles.len(), self.table.separator.is_some())
        {
            return (None, vec![(None, finding)]);
        }
        let name_column = columns
            .get(&Role::Name)
            .and_then(|columns| columns.first())
            .copied();
        if let Some((column, finding)) = check::total(row, name_column) {
            return (None, vec![(Some(column), finding)]);
        }
        let uncomputed = check::uncomputed(row, &self.fields);
        if uncomputed
            .iter()
            .any(|(_, finding)| finding.level.sets_aside())
        {
            let located = uncomputed.into_iter();
            return (
                None,
                located
                    .map(|(column, finding)| (Some(column), finding))
                    .collect(),
            );
        }
        let said = check::cells(row, &self.fields)
            .into_iter()
            .chain(uncomputed);
        let (place, mut findings) = placer.place(row);
        findings.extend(said.map(|(column, finding)| (Some(column), finding)));
        let category_column = columns
            .get(&Role::Category)
            .and_then(|columns| columns.first())
            .copied();
        let name = match name_column {
            Some(column) => check::name(row.text(column)),
            None => check::name(first_text(row)),
        };
        let category = category_column.map_or("", |column| row.text(column));
        let category = category.split_whitespace().collect::<Vec<_>>().join(" ");
        if let Err(finding) = check::shown(&category, "la catégorie") {
            findings.push((category_column, finding));
        }
        let name = match name {
            Ok(name) => name,
            Err(finding) => {
                findings.push((name_column, finding));
                String::new()
            }
        };
        let waits = findings
            .iter()
            .any(|(_, finding)| finding.level.sets_aside());
        let point = place.filter(|_| !waits).map(|place| Point {
            row: rank,
            place,
            name,
            category,
        });
        (point, findings)
    }

    /// Says once how many rows stand for a whole territory.
    fn places(&mut self) {
        let mut counts: std::collections::BTreeMap<(bool, Precision, String), usize> =
            Default::default();
        for point in &self.points {
            let place = &point.place;
            let Some(territory) = &place.territory else {
                continue;
            };
            let name = if place.is_seat {
                territory.to_string()
            } else {
                String::new()
            };
            *counts
                .entry((place.is_seat, place.precision, name))
                .or_default() += 1;
        }
        for ((is_seat, precision, name), count) in counts {
            self.problems
                .push(whole_territory(is_seat, precision, &name, count));
        }
    }
}

/// The names of columns that the caller gives win over the usual ones.
fn named(
    table: &Table<'_>,
    wanted: &[(Role, String)],
    fields: &mut [Option<&'static Field>],
) -> Result<(), Problem> {
    for (role, title) in wanted {
        let same = |found: &&String| *found == title || fold(found) == fold(title);
        let Some(column) = table.titles.iter().position(|found| same(&found)) else {
            return Err(Finding::refusal(
                Rule::Header,
                format!("aucune colonne n'a le titre « {title} »"),
                format!("colonnes trouvées : {}", table.titles.join(", ")),
            )
            .of_file());
        };
        for field in fields.iter_mut() {
            if field.is_some_and(|field| field.role == *role) {
                *field = None;
            }
        }
        if let Some(place) = fields.get_mut(column) {
            *place = schema::of_role(*role);
        }
    }
    Ok(())
}

/// What somebody said of columns, one by one. A role that only one column plays leaves the column that had it.
fn assigned(wanted: &[(usize, Option<Role>)], fields: &mut [Option<&'static Field>]) {
    for &(column, role) in wanted {
        let Some(role) = role else {
            if let Some(place) = fields.get_mut(column) {
                *place = None;
            }
            continue;
        };
        for field in fields.iter_mut() {
            if field.is_some_and(|field| field.role == role && role.is_alone()) {
                *field = None;
            }
        }
        if let Some(place) = fields.get_mut(column) {
            *place = schema::of_role(role);
        }
    }
}

fn by_role(fields: &[Option<&'static Field>]) -> HashMap<Role, Vec<usize>> {
    let mut columns = HashMap::new();
    for (column, field) in fields.iter().enumerate() {
        if let Some(field) = field {
            let of_role: &mut Vec<usize> = columns.entry(field.role).or_default();
            of_role.push(column);
        }
    }
    columns
}

/// The first cell that holds letters: the name, when no column is that of names.
fn first_text<'row>(row: &'row Row<'_>) -> &'row str {
    let cells = row.cells.iter().filter(|cell| !cell.formula);
    let mut texts = cells.map(|cell| cell.text.as_ref());
    let is_name = |text: &&str| text.contains(char::is_alphabetic) && !text.starts_with('{');
    texts.find(is_name).unwrap_or_default()
}

/// A row of a text with more cells than there are titles, or fewer. Sheets and objects have no such rows.
fn uneven(row: &Row<'_>, width: usize, is_text: bool) -> Option<Finding> {
    let found = row.cells.len();
    let beyond = row.cells.get(width..).unwrap_or_default();
    let is_wider = beyond.iter().any(|cell| !cell.text.is_empty());
    let is_short = is_text && found < width;
    (is_wider || is_short).then(|| {
        Finding::refusal(
            Rule::Width,
            format!(
                "{found} colonne{} au lieu de {width}",
                if found > 1 { "s" } else { "" }
            ),
            match is_wider && is_text {
                true => "une virgule décimale, ou un texte qui contient le séparateur ? mettez la valeur entre guillemets",
                false if is_text => "vérifiez les séparateurs et les guillemets de cette ligne",
                false => "donnez un titre à chaque colonne",
            },
        )
    })
}

/// Rows that are the same, cell for cell, are shown and kept. `seen`: the first row of each hash.
fn same_as(
    rank: usize,
    row: &Row<'_>,
    rows: &[Row<'_>],
    seen: &mut HashMap<u64, usize>,
) -> Option<Problem> {
    let mut hasher = DefaultHasher::new();
    for cell in &row.cells {
        cell.text.hash(&mut hasher);
    }
    let first = *seen.entry(hasher.finish()).or_insert(rank);
    let twin = rows.get(first).filter(|_| first != rank)?;
    // Two rows of one hash and of other texts are as rare as can be: they are not taken for the same.
    let is_same = twin.cells.len() == row.cells.len()
        && core::iter::zip(&twin.cells, &row.cells).all(|(one, other)| one.text == other.text);
    is_same.then(|| {
        Finding::note(
            Rule::Duplicate,
            format!("identique à la ligne {}", twin.line),
            "retirez-la si c'est une erreur : les deux sont gardées",
        )
        .of_row(row.line)
    })
}

fn whole_territory(is_seat: bool, precision: Precision, name: &str, count: usize) -> Problem {
    let rows = match count {
        0 | 1 => format!("{count} ligne placée"),
        several => format!("{} lignes placées", grouped(several)),
    };
    let point = match precision {
        Precision::Commune => "au point de la commune",
        Precision::Group => "au point de l'intercommunalité",
        Precision::Departement => "au point du département",
        Precision::Region | Precision::Coordinates => "au point de la région",
    };
    let message = match is_seat {
        true => format!(
            "{rows} {point} de la collectivité : {name} ; la table ne dit pas où est l'action elle-même"
        ),
        false => format!("{rows} {point}, et non à une adresse"),
    };
    Finding::note(
        if is_seat { Rule::Seat } else { Rule::Commune },
        message,
        "pour plus de précision, ajoutez des coordonnées",
    )
    .of_file()
}

fn empty() -> Problem {
    Finding::refusal(
        Rule::Empty,
        "le fichier est vide",
        "vérifiez que c'est le bon fichier, et qu'il a été enregistré",
    )
    .of_file()
}

fn only_titles() -> Problem {
    Finding::refusal(
        Rule::Empty,
        "le fichier n'a que des titres de colonnes : aucune ligne à lire",
        "vérifiez que c'est le bon fichier, ou dites où sont les titres (--header)",
    )
    .of_file()
}

fn nowhere() -> Problem {
    Problem {
        level: Level::Refusal,
        ..Finding::refusal(
            Rule::NoPlace,
            "aucune colonne ne dit où sont les lignes",
            "ajoutez latitude et longitude, un code Insee, une commune et son code postal, ou le SIREN de la collectivité",
        )
        .of_file()
    }
}
