//! Skeletons of the sheets of initiatives: what the table says is filled, the rest is left for an editor, whom `leviers check` asks.

use crate::import::{Import, Point};
use crate::leave::rows::{cell, degrees};
use crate::place::Precision;
use crate::schema::Role;
use crate::uses::{Use, use_of};
use content::fold::fold;
use std::collections::HashMap;

/// The most skeletons that are written at once.
pub const MOST_SHEETS: usize = 200;

/// The most characters of the name of a file.
const MOST_SLUG: usize = 60;

/// Names of files and their texts, one per row that is placed, up to [`MOST_SHEETS`]. Rows of one name get a number.
pub fn sheets(import: &Import<'_>) -> Vec<(String, String)> {
    let mut seen: HashMap<String, usize> = HashMap::new();
    let points = import.points.iter().take(MOST_SHEETS);
    points
        .map(|point| {
            let slug = slug(&point.name);
            let count = seen.entry(slug.clone()).or_default();
            *count += 1;
            let name = match *count {
                1 => slug,
                again => format!("{slug}-{again}"),
            };
            (format!("{name}.md"), sheet(import, point))
        })
        .collect()
}

fn slug(name: &str) -> String {
    let words = fold(name);
    let mut slug = String::new();
    for word in words.split(|c: char| !c.is_ascii_alphanumeric()) {
        if word.is_empty() || slug.len() + word.len() >= MOST_SLUG {
            continue;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.push_str(word);
    }
    match slug.is_empty() {
        true => "sans-nom".to_owned(),
        false => slug,
    }
}

fn sheet(import: &Import<'_>, point: &Point) -> String {
    let line = import.table.rows.get(point.row).map_or(0, |row| row.line);
    let mut text = format!(
        "+++\n# Squelette écrit d'après une ligne de tableau, non vérifié ({} {line}). « ./leviers check » demande ce qui manque ;\n\
         # « ./leviers new initiative \"Nom\" » écrit une fiche où chaque champ est expliqué.\n\
         name = {}\nsummary = \"\"\nstatus = \"\"\nthemes = []\n\n[[places]]\n",
        import.table.format.line_word(),
        quoted(&point.name),
    );
    text.push_str(&place(point));
    if let Some(found) = use_of(import, point) {
        text.push_str(&lever_use(import, point, found));
    }
    text.push_str(
        "\n[[sources]]\ndocument = \"\"\nwhere = \"\"\nlines = []\n+++\n\n## Ce que fait l'initiative\n\n",
    );
    text
}

/// The code of a place and its precision, in the words of sheets. A point of the table is kept, and what it does not say is asked for.
fn place(point: &Point) -> String {
    let code = point.place.code.as_deref().unwrap_or_default();
    let precision = match point.place.precision {
        Precision::Coordinates => return spot(point, code),
        Precision::Commune => "commune",
        Precision::Group => "epci",
        Precision::Departement => "departement",
        Precision::Region => "region",
    };
    format!(
        "code = {}\nprecision = {}\n",
        quoted(code),
        quoted(precision)
    )
}

fn spot(point: &Point, code: &str) -> String {
    let asked = match code.is_empty() {
        true => {
            "# À compléter : le code Insee de la commune où est ce point, que le tableau ne donne pas.\n"
        }
        false => "",
    };
    let (lon, lat) = (degrees(point.place.at.lon()), degrees(point.place.at.lat()));
    // TOML tells 2 from 2.0, and both are degrees.
    format!(
        "{asked}code = {}\n\
         # À compléter : « address » si le point est celui d'une adresse, « district » si c'est celui d'un quartier.\n\
         precision = \"\"\nlon = {lon:?}\nlat = {lat:?}\n",
        quoted(code)
    )
}

fn lever_use(import: &Import<'_>, point: &Point, found: Use) -> String {
    let first = |role: Role| {
        let mut columns = import.fields.iter().enumerate();
        let (column, _) =
            columns.find(|(_, field)| field.is_some_and(|field| field.role == role))?;
        Some(cell(import, point, column))
    };
    let amount = first(Role::Amount).and_then(|amount| crate::values::amount::value(&amount));
    let amount = amount.filter(|amount| *amount >= 1.0);
    let amount = amount.map_or(String::new(), |amount| format!("amount = {amount:.0}\n"));
    let year = first(Role::Date).and_then(|date| date.get(..4)?.parse::<u16>().ok());
    let year = year.map_or(String::new(), |year| format!("year = {year}\n"));
    format!(
        "\n[[lever_uses]]\nlever = {}\nactor = \"\"\nstate = \"\"\ncertainty = \"\"\nhow = \"\"\n{amount}{year}\
         [lever_uses.evidence]\ndocument = \"\"\nwhere = \"\"\nlines = []\n",
        quoted(found.lever())
    )
}

/// A text as TOML: a basic string.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            c if c.is_control() => quoted.push_str(&format!("\\u{:04X}", c as u32)),
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}
