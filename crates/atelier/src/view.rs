//! What a page shows of an import: figures, and a page of rows or of problems at a time.

use import::{CHOICES, Field, Import, Level, Precision, Problem, Rule, Use, use_of};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The most characters of a cell that a row of a page shows.
const SHOWN: usize = 120;

/// What becomes of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// It has its place.
    Placed,
    /// It is set aside.
    Aside,
    /// There is nothing in it.
    Blank,
}

/// Which rows or problems are asked for. What is not said is all of them.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Which {
    /// Rows of this status.
    pub status: Option<Status>,
    /// Problems of this rule.
    pub rule: Option<String>,
    /// Problems of this level.
    pub level: Option<String>,
    /// The rank of the first.
    pub from: usize,
    /// A line, in place of that rank: the page of rows that holds it.
    pub line: Option<u64>,
    /// How many.
    pub count: usize,
}

/// The figures of an import, and what was understood.
#[derive(Serialize)]
pub struct Figures<'a> {
    name: &'a str,
    format: &'static str,
    format_name: String,
    encoding: Option<&'static str>,
    separator: Option<char>,
    sheet: Option<&'a str>,
    sheets: &'a [String],
    header: Option<u64>,
    /// Whether the file says which system its coordinates are in.
    announced: bool,
    schema: &'static str,
    schema_name: &'static str,
    columns: Vec<Column<'a>>,
    /// « ligne » or « objet ».
    word: &'static str,
    read: usize,
    placed: usize,
    aside: usize,
    blank: usize,
    problems: usize,
    groups: Vec<Group>,
    uses: Vec<(&'static str, usize)>,
    mended: usize,
}

#[derive(Serialize)]
struct Column<'a> {
    title: &'a str,
    /// The id of what it is, among those that can be chosen.
    role: Option<&'static str>,
    /// Its title in the schema.
    field: Option<&'static str>,
}

/// The problems of a rule, of one level.
#[derive(Serialize)]
struct Group {
    rule: &'static str,
    title: &'static str,
    level: &'static str,
    count: usize,
}

/// A page of rows.
#[derive(Debug, Serialize)]
pub struct Rows {
    /// How many there are in all.
    pub total: usize,
    /// The rank of the first of the page.
    pub from: usize,
    /// Those of the page.
    pub rows: Vec<RowView>,
}

/// A row, as a page shows it.
#[derive(Debug, Serialize)]
pub struct RowView {
    /// The line that it begins at.
    pub line: u64,
    /// What becomes of it.
    pub status: Status,
    /// How precise its place is.
    pub precision: Option<&'static str>,
    /// Its cells, long ones cut.
    pub cells: Vec<String>,
}

/// A page of problems.
#[derive(Debug, Serialize)]
pub struct Problems<'a> {
    /// How many there are in all.
    pub total: usize,
    /// Those of the page.
    pub problems: Vec<&'a Problem>,
}

/// A whole row.
#[derive(Serialize)]
pub struct Whole<'a> {
    line: u64,
    status: Status,
    /// Whether its quotes are doubtful: then nothing can be mended but the file.
    flawed: bool,
    at: Option<(f64, f64)>,
    cells: Vec<(&'a str, &'a str)>,
    problems: Vec<&'a Problem>,
}

/// What becomes of each row, by rank.
pub fn statuses(import: &Import<'_>) -> Vec<Status> {
    let mut statuses = vec![Status::Blank; import.table.rows.len()];
    let placed = import
        .points
        .iter()
        .map(|point| (point.row, Status::Placed));
    let aside = import.aside.iter().map(|&rank| (rank, Status::Aside));
    for (rank, status) in placed.chain(aside) {
        if let Some(place) = statuses.get_mut(rank) {
            *place = status;
        }
    }
    statuses
}

/// The figures.
pub fn figures<'a>(name: &'a str, import: &'a Import<'_>) -> Figures<'a> {
    let table = &import.table;
    Figures {
        name,
        format: table.format.id(),
        format_name: table.format.to_string(),
        encoding: table.encoding.map(|encoding| encoding.id()),
        separator: table
            .separator
            .map(|separator| char::from(separator.byte())),
        sheet: table.sheet.as_deref(),
        sheets: &table.sheets,
        header: table.header,
        announced: table.system.is_some(),
        schema: import.schema.id,
        schema_name: import.schema.name,
        columns: table
            .titles
            .iter()
            .zip(&import.fields)
            .map(|(title, field)| column(title, *field))
            .collect(),
        word: table.format.line_word(),
        read: import.read(),
        placed: import.points.len(),
        aside: import.aside.len(),
        blank: import.blank,
        problems: import.problems.len(),
        groups: groups(&import.problems),
        uses: uses(import),
        mended: import
            .problems
            .iter()
            .filter(|problem| problem.rule == Rule::Mended)
            .count(),
    }
}

fn column<'a>(title: &'a str, field: Option<&'static Field>) -> Column<'a> {
    let role = field.and_then(|field| {
        let known = CHOICES.iter().find(|(role, ..)| *role == field.role);
        known.map(|(_, id, _)| *id)
    });
    Column {
        title,
        role,
        field: field.map(|field| field.id),
    }
}

/// The gravest first, then in the order of the rules.
fn groups(problems: &[Problem]) -> Vec<Group> {
    let mut counts: BTreeMap<(core::cmp::Reverse<Level>, Rule), usize> = BTreeMap::new();
    for problem in problems {
        *counts
            .entry((core::cmp::Reverse(problem.level), problem.rule))
            .or_default() += 1;
    }
    let counted = counts.into_iter();
    counted
        .map(|((level, rule), count)| Group {
            rule: rule.id(),
            title: rule.title(),
            level: level.0.word(),
            count,
        })
        .collect()
}

fn uses(import: &Import<'_>) -> Vec<(&'static str, usize)> {
    let mut counts: BTreeMap<Use, usize> = BTreeMap::new();
    for found in import
        .points
        .iter()
        .filter_map(|point| use_of(import, point))
    {
        *counts.entry(found).or_default() += 1;
    }
    counts
        .into_iter()
        .map(|(found, count)| (found.name(), count))
        .collect()
}

/// A page of rows.
pub fn rows(import: &Import<'_>, statuses: &[Status], which: &Which) -> Rows {
    let all = import.table.rows.iter().zip(statuses).enumerate();
    let wanted = |status: Status| which.status.is_none_or(|wanted| wanted == status);
    let total = statuses.iter().filter(|status| wanted(**status)).count();
    let mut found = all.filter(|(_, (_, status))| wanted(**status));
    let from = match which.line {
        None => which.from,
        Some(line) => {
            let rank = found.clone().position(|(_, (row, _))| row.line == line);
            let rank = rank.unwrap_or_default();
            rank - rank % which.count.max(1)
        }
    };
    let rows = found.by_ref().skip(from).take(which.count);
    Rows {
        total,
        from,
        rows: rows
            .map(|(rank, (row, &status))| RowView {
                line: row.line,
                status,
                precision: precision(import, rank).map(Precision::id),
                cells: row.cells.iter().map(|cell| cut(&cell.text)).collect(),
            })
            .collect(),
    }
}

fn precision(import: &Import<'_>, rank: usize) -> Option<Precision> {
    let at = import
        .points
        .binary_search_by_key(&rank, |point| point.row)
        .ok()?;
    import.points.get(at).map(|point| point.place.precision)
}

fn cut(text: &str) -> String {
    match text.char_indices().nth(SHOWN) {
        Some((at, _)) => format!("{}…", text.get(..at).unwrap_or_default()),
        None => text.to_owned(),
    }
}

/// A page of problems.
pub fn problems<'a>(import: &'a Import<'_>, which: &Which) -> Problems<'a> {
    let same = |wanted: &Option<String>, found: &str| {
        wanted.as_deref().is_none_or(|wanted| wanted == found)
    };
    let wanted = |problem: &&Problem| {
        same(&which.rule, problem.rule.id()) && same(&which.level, problem.level.word())
    };
    let found = || import.problems.iter().filter(wanted);
    Problems {
        total: found().count(),
        problems: found().skip(which.from).take(which.count).collect(),
    }
}

/// The row of a line.
pub fn whole<'a>(import: &'a Import<'_>, statuses: &[Status], line: u64) -> Option<Whole<'a>> {
    let rank = import.table.rank(line)?;
    let row = import.table.rows.get(rank)?;
    let width = import.table.titles.len().max(row.cells.len());
    let title = |column: usize| import.table.titles.get(column).map_or("", String::as_str);
    let at = import
        .points
        .binary_search_by_key(&rank, |point| point.row)
        .ok()
        .and_then(|at| import.points.get(at))
        .map(|point| (point.place.at.lat(), point.place.at.lon()));
    Some(Whole {
        line,
        status: statuses.get(rank).copied().unwrap_or(Status::Blank),
        flawed: row.flaw.is_some(),
        at,
        cells: (0..width)
            .map(|column| (title(column), row.text(column)))
            .collect(),
        problems: import
            .problems
            .iter()
            .filter(|problem| problem.line == Some(line))
            .collect(),
    })
}
