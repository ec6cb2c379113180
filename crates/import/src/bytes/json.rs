//! JSON: GeoJSON, the essential data of public procurement (DECP, 2019 and 2022), and lists of objects.

use super::flatten::{LIST, flatten, scalar};
use super::limits::{Budget, MAX_ROWS, too_much};
use super::node::{Node, Object, get, take};
use crate::place::System;
use crate::problem::{Finding, Problem};
use crate::rule::Rule;
use crate::table::{Cell, Format, Grid, Row};
use content::points::grouped;
use content::table::Decoded;
use serde_json::error::Category;
use std::collections::HashMap;

/// The column that tells markets and concessions apart.
pub const KIND: &str = "_type";

/// The column that holds the geometry of a feature, as JSON.
pub const GEOMETRY: &str = "geometry";

/// The most columns of a table made of objects.
const MAX_COLUMNS: usize = 2000;

/// The rows of a JSON text, or of a text that has a value of JSON on each line.
///
/// # Errors
/// When it is cut, or holds no list of objects.
pub fn grid(decoded: &Decoded<'_>) -> Result<Grid<'static>, Problem> {
    let read: Result<Node, _> = serde_json::from_str(&decoded.text);
    let mut system = None;
    let (format, objects) = match read {
        Ok(value) => {
            system = named_system(&value);
            objects(value)?
        }
        Err(error) => by_line(&decoded.text)?.ok_or_else(|| broken(&error))?,
    };
    if format != Format::GeoJson {
        system = None;
    }
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
        notes: system.iter().filter_map(announced).collect(),
        system,
    })
}

/// What the member « crs » of GeoJSON before 2016 names, which QGIS and ogr2ogr still write. Without it, coordinates are degrees of WGS 84.
fn named_system(value: &Node) -> Option<System> {
    let crs = value.get("crs")?;
    let properties = crs.get("properties")?;
    let name = properties.get("name").or_else(|| properties.get("code"));
    let name = name.or_else(|| properties.get("href"))?;
    Some(System::read(match name {
        Node::Text(name) => name,
        Node::Number(code) => return Some(System::read(&code.to_string())),
        _ => return Some(System::Named(crs.to_string())),
    }))
}

fn announced(system: &System) -> Option<Problem> {
    (*system != System::Epsg(4326)).then(|| {
        Finding::note(
            Rule::Reading,
            format!("le fichier annonce des coordonnées en {system} (crs)"),
            "rien à faire si c'est juste ; sinon, dites leur vrai système (--epsg)",
        )
        .of_file()
    })
}

/// The values of a text that has one on each line (NDJSON); `None` when its first lines are no values. A line that is none becomes a text,
/// which is no object: its row is set aside.
fn by_line(text: &str) -> Result<Option<(Format, Objects)>, Problem> {
    let read = |line: &str| serde_json::from_str::<Node>(line).ok();
    let lines = || text.lines().map(str::trim).filter(|line| !line.is_empty());
    let is_object = |line: &str| read(line).is_some_and(|value| matches!(value, Node::Object(_)));
    if lines().count() < 2 || !lines().take(2).all(is_object) {
        return Ok(None);
    }
    if lines().nth(MAX_ROWS).is_some() {
        return Err(too_much(format!(
            "le fichier a plus de {} lignes",
            grouped(MAX_ROWS)
        )));
    }
    let values: Vec<Node> = lines()
        .map(|line| read(line).unwrap_or_else(|| Node::Text(line.to_owned())))
        .collect();
    let is_feature = |value: &Node| value.get(GEOMETRY).is_some();
    let format = match values.first().is_some_and(is_feature) {
        true => Format::GeoJson,
        false => list_format(&values),
    };
    Ok(Some((format, plain(values))))
}

fn broken(error: &serde_json::Error) -> Problem {
    let (line, column) = (error.line(), error.column());
    let (message, remedy) = match error.classify() {
        Category::Eof => (
            format!("le JSON s'arrête avant sa fin, ligne {line}, colonne {column}"),
            "le fichier est sans doute coupé : téléchargez-le à nouveau, ou exportez-le à nouveau",
        ),
        _ => (
            format!("le JSON ne se lit pas au-delà de la ligne {line}, colonne {column}"),
            "ce qui est là n'est pas du JSON (NaN, virgule ou guillemet en trop ?) : exportez à nouveau le fichier, ou corrigez-le à cet endroit",
        ),
    };
    Finding::refusal(Rule::Damaged, message, remedy).of_row(line as u64)
}

/// The objects of a text, and the name of the list that holds each.
type Objects = Vec<(Option<&'static str>, Node)>;

fn objects(value: Node) -> Result<(Format, Objects), Problem> {
    match value {
        Node::List(values) => Ok((list_format(&values), plain(values))),
        Node::Object(mut object) => {
            if let Some(Node::List(_)) = get(&object, "features")
                && let Some(Node::List(features)) = take(&mut object, "features")
            {
                return Ok((Format::GeoJson, plain(features)));
            }
            if get(&object, "type") == Some(&Node::Text("Feature".to_owned())) {
                return Ok((Format::GeoJson, vec![(None, Node::Object(object))]));
            }
            match take(&mut object, "marches") {
                Some(Node::Object(lists)) => Ok((Format::DecpJson, decp(lists))),
                Some(Node::List(values)) => Ok((Format::DecpJson, plain(values))),
                _ if get(&object, "marche").is_some()
                    || get(&object, "contrat-concession").is_some() =>
                {
                    Ok((Format::DecpJson, decp(object)))
                }
                _ => only_list(object),
            }
        }
        _ => Err(no_list()),
    }
}

/// Public procurement is told by who buys, or grants.
fn list_format(values: &[Node]) -> Format {
    let is_contract =
        |value: &Node| value.get("acheteur").is_some() || value.get("autoriteConcedante").is_some();
    match values.iter().take(5).any(is_contract) {
        true => Format::DecpJson,
        false => Format::Json,
    }
}

fn plain(values: Vec<Node>) -> Objects {
    values.into_iter().map(|value| (None, value)).collect()
}

/// The lists of DECP 2022. Any other list of the object is read too: nothing is lost in silence.
fn decp(lists: Object) -> Objects {
    let named = lists.into_iter().flat_map(|(name, list)| {
        let kind = match name.as_str() {
            "marche" => Some("Marché"),
            "contrat-concession" => Some("Contrat de concession"),
            _ => None,
        };
        let values = match list {
            Node::List(values) => values,
            value => vec![value],
        };
        values.into_iter().map(move |value| (kind, value))
    });
    named.collect()
}

/// The longest list of objects of an object: `{"results": […]}`.
fn only_list(object: Object) -> Result<(Format, Objects), Problem> {
    let is_object = |value: &Node| matches!(value, Node::Object(_));
    let lists = object.into_iter().filter_map(|(_, value)| match value {
        Node::List(values) if values.iter().any(is_object) => Some(values),
        _ => None,
    });
    let longest = lists.max_by_key(Vec::len).ok_or_else(no_list)?;
    Ok((list_format(&longest), plain(longest)))
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
        value: Node,
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
            Node::Object(mut object) => {
                if let Some(kind) = kind {
                    put(KIND, Cell::text(kind));
                }
                if format == Format::GeoJson {
                    if let Some(geometry) = take(&mut object, GEOMETRY) {
                        put(GEOMETRY, scalar(&geometry));
                    }
                    take(&mut object, "type");
                    if let Some(Node::Object(properties)) = take(&mut object, "properties") {
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
                format!(
                    "les objets ont plus de {} champs différents",
                    grouped(MAX_COLUMNS)
                ),
                "exportez vos données en CSV",
            )
            .of_file());
        }
        self.titles.push(path.to_owned());
        self.ranks.insert(path.to_owned(), rank);
        Ok(rank)
    }
}
