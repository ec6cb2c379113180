//! GeoJSON (RFC 7946) of the rows that have their place, one feature a line.

use super::rows::{OURS, cell, columns, degrees};
use crate::import::{Import, Point};
use crate::schema::Role;
use crate::values::amount;
use anyhow::Result;
use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::json;

/// The text of the file. Amounts that were read are numbers, what is empty is null.
///
/// # Errors
/// When a value cannot be written.
pub fn geojson(import: &Import<'_>) -> Result<String> {
    let columns = columns(import);
    let features: Vec<String> = import
        .points
        .iter()
        .map(|point| {
            let at = point.place.at;
            let geometry =
                json!({"type": "Point", "coordinates": [degrees(at.lon()), degrees(at.lat())]});
            let properties = serde_json::to_string(&Properties {
                import,
                point,
                columns: &columns,
            })?;
            Ok(format!(
                "{{\"type\":\"Feature\",\"geometry\":{geometry},\"properties\":{properties}}}"
            ))
        })
        .collect::<Result<_>>()?;
    Ok(format!(
        "{{\"type\":\"FeatureCollection\",\"features\":[\n{}\n]}}\n",
        features.join(",\n")
    ))
}

struct Properties<'a> {
    import: &'a Import<'a>,
    point: &'a Point,
    columns: &'a [(usize, String)],
}

impl Serialize for Properties<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        let place = &self.point.place;
        let line = self
            .import
            .table
            .rows
            .get(self.point.row)
            .map(|row| row.line);
        let [_, _, name, category, precision, rank] = OURS;
        map.serialize_entry(name, &self.point.name)?;
        map.serialize_entry(category, &some(&self.point.category))?;
        map.serialize_entry(precision, place.precision.id())?;
        map.serialize_entry(rank, &line)?;
        for (column, title) in self.columns {
            let text = cell(self.import, self.point, *column);
            let field = self.import.fields.get(*column).copied().flatten();
            let is_amount = field.is_some_and(|field| field.role == Role::Amount);
            match amount::value(&text).filter(|_| is_amount) {
                Some(number) => map.serialize_entry(title, &number)?,
                None => map.serialize_entry(title, &some(&text))?,
            }
        }
        map.end()
    }
}

fn some(text: &str) -> Option<&str> {
    (!text.is_empty()).then_some(text)
}
