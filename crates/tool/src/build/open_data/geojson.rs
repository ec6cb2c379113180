//! `initiatives.geojson`: RFC 7946. A point, or several when the initiative has several places.

use super::{
    OutputFile,
    table::{Column, Table},
};
use anyhow::Result;
use serde::{Serialize, Serializer, ser::SerializeMap};
use serde_json::Value;

#[derive(Serialize)]
struct Feature<'a> {
    r#type: &'static str,
    id: Option<&'a Value>,
    geometry: Geometry<'a>,
    #[serde(serialize_with = "in_order")]
    properties: (&'a [Column], &'a [Value]),
}

#[derive(Serialize)]
#[serde(tag = "type", content = "coordinates")]
enum Geometry<'a> {
    Point((f64, f64)),
    MultiPoint(&'a [(f64, f64)]),
}

/// The file, one feature a line so that a change shows as one line. `points`: longitude and latitude of the places of each row.
pub fn file(table: &Table, points: &[Vec<(f64, f64)>]) -> Result<OutputFile> {
    let features: Vec<String> = table
        .rows
        .iter()
        .zip(points)
        .map(|(row, points)| serde_json::to_string(&feature(&table.columns, row, points)))
        .collect::<Result<_, _>>()?;
    let text = format!(
        "{{\"type\":\"FeatureCollection\",\"features\":[\n{}\n]}}\n",
        features.join(",\n")
    );
    Ok(OutputFile {
        path: format!("{}.geojson", table.name),
        bytes: text.into_bytes(),
    })
}

fn feature<'a>(columns: &'a [Column], row: &'a [Value], points: &'a [(f64, f64)]) -> Feature<'a> {
    Feature {
        r#type: "Feature",
        id: row.first(),
        geometry: match points {
            [point] => Geometry::Point(*point),
            points => Geometry::MultiPoint(points),
        },
        properties: (columns, row),
    }
}

fn in_order<S: Serializer>(
    (columns, row): &(&[Column], &[Value]),
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(Some(row.len()))?;
    for (column, value) in columns.iter().zip(*row) {
        map.serialize_entry(column.name, value)?;
    }
    map.end()
}
