//! JSON: GeoJSON, the essential data of public procurement (DECP, 2019 and 2022), and lists of objects.

use super::flatten::{LIST, flatten, scalar};
use super::limits::Budget;
use crate::problem::{Finding, Problem};
use crate::rule::Rule;
use crate::table::{Cell, Format, Grid, Row};
use content::table::Decoded;
use serde_json::{Map, Value};
use std::collections::HashMap;

/// The column that tells markets and concessions apart.
pub const KIND: &str = "_type";

/// The column that holds the geometry of a feature, as JSON.
pub const GEOMETRY: &str = "geometry";

/// The most columns of a table made of objects.
const MAX_COLUMNS: usize = 2000;

/// The rows of a JSON text.
///
/// # Errors
/// When it is cut, or holds no list of objects.
pub fn grid(decoded: &Decoded<'_>) -> Result<Grid<'static>, Problem> {
    let value: Value = serde_json::from_str(&decoded.text).map_err(|error| broken(&error))?;
    let (format, objects) = objects(value)?;
    let mut columns = Columns::default();
    let mut rows = Vec::new();
    for (rank, (kind, object)) in objects.into_iter().enumerate() {
        rows.push(columns.row(rank as u64 + 1, format, kind, object)?);
    }
    let titles = columns.titles.iter().map(|title| Cell::text(title.clone()));
    let heading = Row {
        line: 0,
        cells: titles.collect(),
        flaw: None,
    };
    rows.insert(0, heading);
    Ok(Grid {
        format,
        encoding: Some(decoded.encoding),
        separator: None,
        sheet: None,
        sheets: Vec::new(),
        rows,
        blank: 0,
        merges: Vec::new(),
        titles: Some(1),
        notes: Vec::new(),
    })
}

fn broken(error: &serde_json::Error) -> Problem {
    let problem = Finding::refusal(
        Rule::Damaged,
        format!(
            "le JSON ne se lit pas au-delà de la ligne {}, colonne {}",
            error.line(),
            error.column()
        ),
        "le fichier est sans doute coupé : téléchargez-le à nouveau, ou exportez-le à nouveau",
    );
    problem.of_row(error.line() as u64)
}

/// The objects of a text, and the name of the list that holds each.
type Objects = Vec<(Option<&'static str>, Value)>;

fn objects(value: Value) -> Result<(Format, Objects), Problem> {
    match value {
        Value::Array(values) => {
            let is_decp = values.iter().take(5).any(|value| {
                value.get("acheteur").is_some() || value.get("autoriteConcedante").is_some()
            });
            Ok((
                if is_decp {
                    Format::DecpJson
                } else {
                    Format::Json
                },
                plain(values),
            ))
        }
        Value::Object(mut object) => {
            if let Some(Value::Array(features)) = object.remove("features") {
                return Ok((Format::GeoJson, plain(features)));
            }
            if object.get("type").and_then(Value::as_str) == Some("Feature") {
                return Ok((Format::GeoJson, vec![(None, Value::Object(object))]));
            }
            match object.remove("marches") {
                Some(Value::Object(lists)) => Ok((Format::DecpJson, decp(lists))),
                Some(Value::Array(values)) => Ok((Format::DecpJson, plain(values))),
                _ if object.contains_key("marche") || object.contains_key("contrat-concession") => {
                    Ok((Format::DecpJson, decp(object)))
                }
                _ => only_list(object),
            }
        }
        _ => Err(no_list()),
    }
}

fn plain(values: Vec<Value>) -> Objects {
    values.into_iter().map(|value| (None, value)).collect()
}

/// The lists of DECP 2022. Any other list of the object is read too: nothing is lost in silence.
fn decp(lists: Map<String, Value>) -> Objects {
    let named = lists.into_iter().flat_map(|(name, list)| {
        let kind = match name.as_str() {
            "marche" => Some("Marché"),
            "contrat-concession" => Some("Contrat de concession"),
            _ => None,
        };
        let values = match list {
            Value::Array(values) => values,
            value => vec![value],
        };
        values.into_iter().map(move |value| (kind, value))
    });
    named.collect()
}

/// The longest list of objects of an object: `{"results": […]}`.
fn only_list(object: Map<String, Value>) -> Result<(Format, Objects), Problem> {
    let lists = object.into_iter().filter_map(|(_, value)| match value {
        Value::Array(values) if values.iter().any(Value::is_object) => Some(values),
        _ => None,
    });
    let longest = lists.max_by_key(Vec::len).ok_or_else(no_list)?;
    Ok((Format::Json, plain(longest)))
}

fn no_list() -> Problem {
    Finding::refusal(
        Rule::FileKind,
        "ce JSON ne contient aucune liste d'objets",
        "exportez vos données en CSV ou en GeoJSON",
    )
    .of_file()
}

/// The columns found so far.
#[derive(Default)]
struct Columns {
    titles: Vec<String>,
    ranks: HashMap<String, usize>,
    budget: Budget,
}

impl Columns {
    fn row(
        &mut self,
        line: u64,
        format: Format,
        kind: Option<&'static str>,
        value: Value,
    ) -> Result<Row<'static>, Problem> {
        let mut row = Row {
            line,
            ..Row::default()
        };
        let mut fault = None;
        let mut put = |path: &str, cell: Cell<'static>| {
            if let Err(problem) = self.put(&mut row.cells, path, cell) {
                fault.get_or_insert(problem);
            }
        };
        match value {
            Value::Object(mut object) => {
                if let Some(kind) = kind {
                    put(KIND, Cell::text(kind));
                }
                if format == Format::GeoJson {
                    if let Some(geometry) = object.remove(GEOMETRY) {
                        put(GEOMETRY, scalar(&geometry));
                    }
                    object.remove("type");
                    if let Some(Value::Object(properties)) = object.remove("properties") {
                        flatten(&properties, &mut put);
                    }
                }
                flatten(&object, &mut put);
            }
            other => {
                put("valeur", scalar(&other));
                row.flaw = Some(Finding::refusal(
                    Rule::Damaged,
                    "ce n'est pas un objet",
                    "retirez cet élément de la liste",
                ));
            }
        }
        match fault {
            Some(problem) => Err(problem),
            None => Ok(row),
        }
    }

    fn put(
        &mut self,
        cells: &mut Vec<Cell<'static>>,
        path: &str,
        cell: Cell<'static>,
    ) -> Result<(), Problem> {
        self.budget.take(cell.text.len())?;
        let rank = match self.ranks.get(path) {
            Some(&rank) => rank,
            None => self.added(path)?,
        };
        if cells.len() <= rank {
            self.budget.spread(rank + 1 - cells.len())?;
            cells.resize(rank + 1, Cell::default());
        }
        if let Some(place) = cells.get_mut(rank) {
            if place.text.is_empty() {
                *place = cell;
            } else {
                place.number = false;
                let text = place.text.to_mut();
                text.push_str(LIST);
                text.push_str(&cell.text);
            }
        }
        Ok(())
    }

    fn added(&mut self, path: &str) -> Result<usize, Problem> {
        let rank = self.titles.len();
        if rank >= MAX_COLUMNS {
            return Err(Finding::refusal(
                Rule::Bomb,
                format!("les objets ont plus de {MAX_COLUMNS} champs différents"),
                "exportez vos données en CSV",
            )
            .of_file());
        }
        self.titles.push(path.to_owned());
        self.ranks.insert(path.to_owned(), rank);
        Ok(rank)
    }
}
