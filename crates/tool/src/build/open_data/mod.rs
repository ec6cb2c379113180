//! The open data: four tables, each with its schema, the initiatives as GeoJSON too, and the package that describes them all.

mod authorities;
mod csv;
mod geojson;
mod initiatives;
mod lever_uses;
mod levers;
mod package;
mod schema;
mod sheets;
mod table;

use super::{OutputFile, links::Links};
use anyhow::Result;
use content::Content;
use sheets::Sheets;
use table::Table;

/// Where the open data are, beside the map.
const FOLDER: &str = "data/";

/// Version of the tables: it changes when a field does, by the rules of Semantic Versioning.
const VERSION: &str = "0.1.0";

/// Day of the first version of the tables.
const CREATED: &str = "2026-11-21";

/// What the data are about, to find them in a portal.
const KEYWORDS: [&str; 4] = [
    "économie sociale et solidaire",
    "collectivités territoriales",
    "politiques publiques",
    "initiatives locales",
];

/// Every file of the open data. `base_url`: address of the map, empty when it is not known.
pub fn files(content: &Content, links: &Links<'_>, base_url: &str) -> Result<Vec<OutputFile>> {
    let sheets = Sheets::of(content, links, base_url);
    let initiatives = initiatives::table(&sheets);
    let geojson = geojson::file(&initiatives, &initiatives::points(&sheets))?;
    let tables = [
        initiatives,
        authorities::table(&sheets),
        levers::table(&sheets),
        lever_uses::table(&sheets),
    ];
    let csv: Vec<OutputFile> = tables.iter().map(csv::file).collect::<Result<_>>()?;
    let package = package::file(&tables, &csv, content, base_url)?;
    let schemas = tables
        .iter()
        .map(|table| schema::file(table, &content.site.name, base_url));
    let schemas: Vec<OutputFile> = schemas.collect::<Result<_>>()?;
    Ok([geojson, package]
        .into_iter()
        .chain(csv)
        .chain(schemas)
        .collect())
}

/// Where the licence of the data is read.
pub const LICENCE_URL: &str = "https://www.etalab.gouv.fr/licence-ouverte-open-licence/";

/// The licence of the data, as packages and schemas name it.
#[derive(serde::Serialize)]
struct Licence {
    name: &'static str,
    title: &'static str,
    path: &'static str,
}

const LICENCES: [Licence; 1] = [Licence {
    name: "etalab-2.0",
    title: "Licence Ouverte 2.0 (Etalab)",
    path: LICENCE_URL,
}];

/// Who made the data: never a person.
#[derive(serde::Serialize)]
struct Contributor<'a> {
    title: &'a str,
    role: &'static str,
}

fn contributors(map: &str) -> [Contributor<'_>; 1] {
    [Contributor {
        title: map,
        role: "author",
    }]
}

/// JSON that people may read, with a line feed at its end.
fn json_file(path: String, value: &impl serde::Serialize) -> Result<OutputFile> {
    let mut bytes = serde_json::to_vec_pretty(value)?;
    bytes.push(b'\n');
    Ok(OutputFile { path, bytes })
}
