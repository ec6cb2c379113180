//! The tables that one leaves with.

use super::csv_text::bytes;
use crate::check;
use crate::import::{Import, Point};
use crate::schema::Role;
use anyhow::Result;
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

/// The columns that come before those of the table (docs/FORMAT.md, section 6.2).
pub const OURS: [&str; 6] = [
    "latitude",
    "longitude",
    "nom",
    "categorie",
    "precision",
    "ligne",
];

/// Degrees with six decimals: ten centimetres.
pub fn degrees(value: f64) -> f64 {
    (value * 1e6).round() / 1e6
}

/// The columns of the table that leave beside ours, with titles that are each there once. A column that ours already is stays behind.
pub fn columns(import: &Import<'_>) -> Vec<(usize, String)> {
    let mut seen: HashSet<String> = OURS.iter().map(|title| (*title).to_owned()).collect();
    let all = import.table.titles.iter().enumerate();
    let is_ours = |column: usize, title: &str| {
        let role = import
            .fields
            .get(column)
            .copied()
            .flatten()
            .map(|field| field.role);
        matches!(
            (role, title),
            (Some(Role::Latitude), "latitude")
                | (Some(Role::Longitude), "longitude")
                | (Some(Role::Name), "nom")
                | (Some(Role::Category), "categorie")
        )
    };
    all.filter(|(column, title)| !is_ours(*column, title))
        .map(|(column, title)| {
            let title = match title.is_empty() {
                true => format!("colonne {}", column + 1),
                false => title.clone(),
            };
            let mut unique = title.clone();
            let mut count = 1;
            while !seen.insert(unique.clone()) {
                count += 1;
                unique = format!("{title}_{count}");
            }
            (column, unique)
        })
        .collect()
}

/// What a point says in a column of the table, in its plain form.
pub fn cell<'p>(import: &'p Import<'_>, point: &Point, column: usize) -> Cow<'p, str> {
    let row = import.table.rows.get(point.row);
    let Some(cell) = row.and_then(|row| row.cells.get(column)) else {
        return "".into();
    };
    let field = import.fields.get(column).copied().flatten();
    let plain = field.and_then(|field| check::plain(cell, field));
    plain.map_or_else(|| Cow::from(cell.text.as_ref()), Cow::from)
}

/// The rows that have their place, as CSV: our columns, then all those of the table.
///
/// # Errors
/// When the table cannot be written.
pub fn placed(import: &Import<'_>) -> Result<Vec<u8>> {
    let columns = columns(import);
    let titles = columns.iter().map(|(_, title)| Cow::from(title));
    let heading = OURS.into_iter().map(Cow::from).chain(titles).collect();
    let rows = import.points.iter().map(|point| {
        let cells = columns
            .iter()
            .map(|(column, _)| cell(import, point, *column));
        ours(import, point).into_iter().chain(cells).collect()
    });
    bytes(core::iter::once::<Vec<Cow<'_, str>>>(heading).chain(rows))
}

fn ours<'p>(import: &Import<'_>, point: &'p Point) -> [Cow<'p, str>; 6] {
    let line = import.table.rows.get(point.row).map_or(0, |row| row.line);
    [
        degrees(point.place.at.lat()).to_string().into(),
        degrees(point.place.at.lon()).to_string().into(),
        point.name.as_str().into(),
        point.category.as_str().into(),
        point.place.precision.id().into(),
        line.to_string().into(),
    ]
}

/// The rows that are set aside, as they were, with their line and why, as CSV.
///
/// # Errors
/// When the table cannot be written.
pub fn aside(import: &Import<'_>) -> Result<Vec<u8>> {
    let mut why: HashMap<u64, String> = HashMap::new();
    for problem in import
        .problems
        .iter()
        .filter(|problem| problem.level.sets_aside())
    {
        let Some(line) = problem.line else {
            continue;
        };
        let reasons = why.entry(line).or_default();
        let separator = if reasons.is_empty() { "" } else { " ; " };
        let column = problem
            .column
            .as_ref()
            .map_or(String::new(), |column| format!("{column} : "));
        reasons.push_str(&format!(
            "{separator}{column}{} → {}",
            problem.message, problem.remedy
        ));
    }
    let width = import
        .aside
        .iter()
        .filter_map(|&rank| import.table.rows.get(rank))
        .map(|row| row.cells.len())
        .max();
    let width = width.unwrap_or_default().max(import.table.titles.len());
    let title = |column: usize| import.table.titles.get(column).cloned().unwrap_or_default();
    let heading = ["ligne".into(), "pourquoi".into()]
        .into_iter()
        .chain((0..width).map(|column| title(column).into()))
        .collect();
    let rows = import
        .aside
        .iter()
        .filter_map(|&rank| import.table.rows.get(rank))
        .map(|row| {
            let reasons = why.get(&row.line).map_or("", String::as_str);
            let cells = (0..width).map(|column| Cow::from(row.text(column)));
            [Cow::from(row.line.to_string()), Cow::from(reasons)]
                .into_iter()
                .chain(cells)
                .collect()
        });
    bytes(core::iter::once::<Vec<Cow<'_, str>>>(heading).chain(rows))
}

/// All the problems, as CSV.
///
/// # Errors
/// When the table cannot be written.
pub fn report(problems: &[crate::problem::Problem]) -> Result<Vec<u8>> {
    let heading = [
        "ligne", "colonne", "valeur", "regle", "niveau", "message", "remede",
    ]
    .map(Cow::from);
    let rows = problems.iter().map(|problem| {
        [
            problem
                .line
                .map_or(String::new(), |line| line.to_string())
                .into(),
            problem.column.as_deref().unwrap_or_default().into(),
            problem.value.as_deref().unwrap_or_default().into(),
            problem.rule.id().into(),
            problem.level.word().into(),
            problem.message.as_ref().into(),
            problem.remedy.as_ref().into(),
        ]
    });
    bytes(core::iter::once(heading).chain(rows))
}

/// The table of a layer: what `leviers points` reads. Texts are as they are: no spreadsheet opens it.
///
/// # Errors
/// When the table cannot be written.
pub fn layer_table(import: &Import<'_>) -> Result<Vec<u8>> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(["latitude", "longitude", "nom", "categorie"])?;
    for point in &import.points {
        let at = point.place.at;
        writer.write_record([
            &at.lat().to_string(),
            &at.lon().to_string(),
            &point.name,
            &point.category,
        ])?;
    }
    writer
        .into_inner()
        .map_err(|error| anyhow::anyhow!("{error}"))
}
