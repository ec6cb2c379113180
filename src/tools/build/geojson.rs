//! `initiatives.geojson`: RFC 7946. A point, or several when the initiative has several places.

use super::{OutputFile, open_data::Row};
use anyhow::Result;
use serde::{Serialize, Serializer, ser::SerializeMap};
use serde_json::Value;

#[derive(Serialize)]
struct Feature<'a> {
    r#type: &'static str,
    id: &'a Value,
    geometry: Geometry,
    #[serde(serialize_with = "in_order")]
    properties: &'a [(&'static str, Value)],
}

#[derive(Serialize)]
#[serde(tag = "type", content = "coordinates")]
enum Geometry {
    Point((f64, f64)),
    MultiPoint(Vec<(f64, f64)>),
}

/// The file, one feature a line so that a change shows as one line.
pub fn file(rows: &[Row]) -> Result<OutputFile> {
    let features: Vec<String> = rows
        .iter()
        .map(|row| serde_json::to_string(&feature(row)))
        .collect::<Result<_, _>>()?;
    let text = format!(
        "{{\"type\":\"FeatureCollection\",\"features\":[\n{}\n]}}\n",
        features.join(",\n")
    );
    Ok(OutputFile {
        path: "initiatives.geojson".to_owned(),
        bytes: text.into_bytes(),
    })
}

fn feature(row: &Row) -> Feature<'_> {
    let id = row
        .fields
        .iter()
        .find(|(name, _)| *name == "id")
        .map_or(&Value::Null, |(_, value)| value);
    Feature {
        r#type: "Feature",
        id,
        geometry: match row.points.as_slice() {
            [point] => Geometry::Point(*point),
            points => Geometry::MultiPoint(points.to_vec()),
        },
        properties: &row.fields,
    }
}

fn in_order<S: Serializer>(
    fields: &[(&'static str, Value)],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(Some(fields.len()))?;
    for (name, value) in fields {
        map.serialize_entry(name, value)?;
    }
    map.end()
}
