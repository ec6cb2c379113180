//! `datapackage.json`: what the data are, whose, under which licence, and where each table and its schema are.

use super::{
    Contributor, KEYWORDS, LICENCES, Licence, OutputFile, VERSION, contributors, json_file, schema,
    table::Table,
};
use anyhow::Result;
use content::Content;
use content::fold::fold;
use model::domain::Document;
use serde::Serialize;
use std::collections::BTreeSet;

#[derive(Serialize)]
struct Package<'a> {
    profile: &'static str,
    name: String,
    title: &'a str,
    description: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    homepage: Option<&'a str>,
    version: &'static str,
    keywords: [&'static str; 4],
    licenses: [Licence; 1],
    contributors: [Contributor<'a>; 1],
    sources: Vec<Source>,
    resources: Vec<Resource<'a>>,
}

#[derive(Serialize)]
struct Source {
    title: String,
}

#[derive(Serialize)]
struct Resource<'a> {
    profile: &'static str,
    name: &'static str,
    path: &'a str,
    title: &'static str,
    description: &'static str,
    format: &'static str,
    mediatype: &'static str,
    encoding: &'static str,
    bytes: usize,
    schema: String,
}

/// The name of the package, from that of the map: « La carte des leviers » is `carte-des-leviers`.
fn identifier(map: &str) -> String {
    let folded = fold(map);
    let articles = ["la ", "le ", "les ", "l "];
    let without = articles
        .iter()
        .find_map(|article| folded.strip_prefix(article));
    without.unwrap_or(&folded).replace(' ', "-")
}

/// The file. `csv`: the file of each table. `base_url`: address of the map, empty when it is not known.
pub fn file(
    tables: &[Table],
    csv: &[OutputFile],
    content: &Content,
    base_url: &str,
) -> Result<OutputFile> {
    let map = content.site.name.as_str();
    let package = Package {
        profile: "tabular-data-package",
        name: identifier(map),
        title: map,
        description: "Des initiatives d’économie sociale et solidaire en France, et les leviers par lesquels des collectivités les ont aidées, chacun avec sa preuve. Populations, codes et positions des communes : Insee et DILA. Les mêmes initiatives sont aussi dans initiatives.geojson.",
        homepage: Some(base_url).filter(|url| !url.is_empty()),
        version: VERSION,
        keywords: KEYWORDS,
        licenses: LICENCES,
        contributors: contributors(map),
        sources: cited(content).map(source).collect(),
        resources: tables
            .iter()
            .zip(csv)
            .map(|(table, csv)| resource(table, csv))
            .collect(),
    };
    json_file("datapackage.json".to_owned(), &package)
}

fn resource<'a>(table: &Table, csv: &'a OutputFile) -> Resource<'a> {
    Resource {
        profile: "tabular-data-resource",
        name: table.name,
        path: &csv.path,
        title: table.title,
        description: table.description,
        format: "csv",
        mediatype: "text/csv",
        encoding: "utf-8",
        bytes: csv.bytes.len(),
        schema: schema::path(table),
    }
}

/// The documents that the tables stand on, in the order of `sources.toml`.
fn cited(content: &Content) -> impl Iterator<Item = &Document> {
    let initiatives = content.initiatives.iter().map(|read| &read.notes);
    let authorities = content.authorities.iter().map(|read| &read.notes);
    let levers = content.levers.iter().map(|read| &read.notes);
    let cited: BTreeSet<&String> = initiatives
        .chain(authorities)
        .chain(levers)
        .flat_map(|notes| &notes.citations)
        .map(|citation| &citation.document)
        .collect();
    let documents = content.documents.iter().map(|source| &source.document);
    documents.filter(move |document| cited.contains(&document.id))
}

fn source(document: &Document) -> Source {
    let Document {
        title,
        publisher,
        date,
        ..
    } = document;
    Source {
        title: format!("{title} ({publisher}, {date})"),
    }
}
