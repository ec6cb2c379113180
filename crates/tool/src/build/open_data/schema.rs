//! The Table Schema of a table, with what schema.data.gouv.fr asks for besides.

use super::{
    CREATED, Contributor, FOLDER, KEYWORDS, LICENCES, Licence, OutputFile, VERSION, contributors,
    csv::{self, SEPARATOR},
    json_file,
    table::{Column, Kind, Table, Words},
};
use anyhow::Result;
use content::reading::YEARS;
use serde::Serialize;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Schema<'a> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    name: &'static str,
    title: &'static str,
    description: &'static str,
    keywords: [&'static str; 4],
    country_code: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    homepage: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    path: Option<String>,
    licenses: [Licence; 1],
    resources: [Example; 1],
    created: &'static str,
    version: &'static str,
    contributors: [Contributor<'a>; 1],
    missing_values: [&'static str; 1],
    fields: Vec<Field<'a>>,
    primary_key: Option<&'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    foreign_keys: Vec<ForeignKey>,
}

/// A file that keeps the schema: the table itself.
#[derive(Serialize)]
struct Example {
    name: &'static str,
    title: &'static str,
    path: String,
}

#[derive(Serialize)]
struct Field<'a> {
    name: &'static str,
    title: &'static str,
    description: String,
    example: &'static str,
    r#type: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    format: Option<&'static str>,
    constraints: Constraints<'a>,
}

#[derive(Default, Serialize)]
struct Constraints<'a> {
    required: bool,
    #[serde(skip_serializing_if = "core::ops::Not::not")]
    unique: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    r#enum: Option<&'a [&'static str]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pattern: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    minimum: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    maximum: Option<i64>,
}

#[derive(Serialize)]
struct ForeignKey {
    fields: [&'static str; 1],
    reference: Reference,
}

#[derive(Serialize)]
struct Reference {
    resource: &'static str,
    fields: [&'static str; 1],
}

/// `schemas/initiatives.json`.
pub fn path(table: &Table) -> String {
    format!("schemas/{}.json", table.name)
}

/// The file. `map`: its name. `base_url`: address of the map, empty when it is not known.
pub fn file(table: &Table, map: &str, base_url: &str) -> Result<OutputFile> {
    let known = Some(base_url).filter(|url| !url.is_empty());
    let key = table.columns.first().map(|column| column.name);
    let schema = Schema {
        schema: "https://frictionlessdata.io/schemas/table-schema.json",
        name: table.name,
        title: table.title,
        description: table.description,
        keywords: KEYWORDS,
        country_code: "FR",
        homepage: known,
        path: known.map(|url| format!("{url}{FOLDER}{}", path(table))),
        licenses: LICENCES,
        resources: [Example {
            name: table.name,
            title: "Le fichier de la carte, qui est un exemple valide",
            path: match known {
                Some(url) => format!("{url}{FOLDER}{}", csv::path(table)),
                None => format!("../{}", csv::path(table)),
            },
        }],
        created: CREATED,
        version: VERSION,
        contributors: contributors(map),
        missing_values: [""],
        fields: table
            .columns
            .iter()
            .map(|column| field(column, Some(column.name) == key))
            .collect(),
        primary_key: key,
        foreign_keys: table.references.iter().map(foreign_key).collect(),
    };
    json_file(path(table), &schema)
}

fn field(column: &Column, is_key: bool) -> Field<'_> {
    let (r#type, format) = match column.kind {
        Kind::Text(_) | Kind::List(_) => ("string", None),
        Kind::Uri => ("string", Some("uri")),
        Kind::Count => ("integer", None),
        Kind::Year => ("year", None),
        Kind::Degrees(_) => ("number", None),
    };
    Field {
        name: column.name,
        title: column.title,
        description: match column.kind {
            Kind::List(_) => format!(
                "{} Plusieurs valeurs sont séparées par « {SEPARATOR} ».",
                column.description
            ),
            _ => column.description.to_owned(),
        },
        example: column.example,
        r#type,
        format,
        constraints: Constraints {
            required: column.required,
            unique: is_key,
            ..constraints(&column.kind)
        },
    }
}

fn constraints(kind: &Kind) -> Constraints<'_> {
    let within = |minimum: i64, maximum: Option<i64>| Constraints {
        minimum: Some(minimum),
        maximum,
        ..Constraints::default()
    };
    match kind {
        Kind::Text(Words::OneOf(allowed)) => Constraints {
            r#enum: Some(allowed),
            ..Constraints::default()
        },
        Kind::Text(words) => Constraints {
            pattern: pattern(words).map(|one| format!("^{one}$")),
            ..Constraints::default()
        },
        Kind::List(words) => Constraints {
            pattern: pattern(words).map(|one| format!(r"^{one}(\{SEPARATOR}{one})*$")),
            ..Constraints::default()
        },
        Kind::Uri => Constraints::default(),
        Kind::Count => within(0, None),
        Kind::Year => within(*YEARS.start(), Some(*YEARS.end())),
        Kind::Degrees(limit) => within(-i64::from(*limit), Some(i64::from(*limit))),
    }
}

/// A regular expression for one text.
fn pattern(words: &Words) -> Option<String> {
    match words {
        Words::Any => None,
        Words::Like(shape) => Some((*shape).to_owned()),
        Words::OneOf(allowed) => Some(format!("({})", allowed.join("|"))),
    }
}

fn foreign_key(&(field, table): &(&'static str, &'static str)) -> ForeignKey {
    ForeignKey {
        fields: [field],
        reference: Reference {
            resource: table,
            fields: ["id"],
        },
    }
}
