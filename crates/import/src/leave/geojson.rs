//! GeoJSON (RFC 7946) of the rows that have their place, one feature a line.

use super::rows::{OURS, cells, degrees, titles};
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
    let titles = titles(import);
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
                titles: &titles,
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
    titles: &'a [String],
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
        let fields = self.import.fields.iter();
        for ((title, cell), field) in self
            .titles
            .iter()
            .zip(cells(self.import, self.point))
            .zip(fields)
        {
            let is_amount = field.is_some_and(|field| field.role == Role::Amount);
            match amount::value(&cell).filter(|_| is_amount) {
                Some(number) => map.serialize_entry(title, &number)?,
                None => map.serialize_entry(title, &some(&cell))?,
            }
        }
        map.end()
    }
}

fn some(text: &str) -> Option<&str> {
    (!text.is_empty()).then_some(text)
}
