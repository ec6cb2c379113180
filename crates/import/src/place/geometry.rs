//! A point in one cell: GeoJSON, WKT, or two numbers.

use super::angle;
use serde_json::Value;

/// What a cell says of a place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Found {
    /// Longitude and latitude as GeoJSON orders them, or easting and northing.
    LonLat(f64, f64),
    /// Two numbers, the first of which is usually the latitude.
    Pair(f64, f64),
    /// A line, a surface: no point.
    Shape,
    /// Nothing that can be read.
    Unread,
}

/// Reads a cell.
pub fn read(text: &str) -> Found {
    if text.starts_with('{') {
        return serde_json::from_str(text).map_or(Found::Unread, |value: Value| geojson(&value, 0));
    }
    let upper = text.to_uppercase();
    if let Some(rest) = upper.strip_prefix("POINT") {
        let inside = rest.trim().trim_matches(['(', ')']);
        let mut numbers = inside.split_whitespace().map(content::points::number);
        return match (
            numbers.next().flatten(),
            numbers.next().flatten(),
            numbers.next(),
        ) {
            (Some(lon), Some(lat), None) => Found::LonLat(lon, lat),
            _ => Found::Unread,
        };
    }
    if ["MULTI", "POLYGON", "LINESTRING", "GEOMETRYC"]
        .iter()
        .any(|start| upper.starts_with(start))
    {
        return Found::Shape;
    }
    pair(text)
}

fn geojson(value: &Value, depth: usize) -> Found {
    let inner = value.get("geometry").filter(|_| depth == 0);
    if let Some(geometry) = inner {
        return geojson(geometry, 1);
    }
    let coordinates = value.get("coordinates").and_then(Value::as_array);
    match (value.get("type").and_then(Value::as_str), coordinates) {
        (Some("Point"), Some(numbers)) => point(numbers),
        (Some("MultiPoint"), Some(points)) => match points.as_slice() {
            [Value::Array(numbers)] => point(numbers),
            _ => Found::Shape,
        },
        (Some(_), Some(_)) => Found::Shape,
        (Some("GeometryCollection"), None) => Found::Shape,
        // {"lon": 2.3, "lat": 48.8}, as some portals write it.
        _ => match (
            value.get("lon").and_then(Value::as_f64),
            value.get("lat").and_then(Value::as_f64),
        ) {
            (Some(lon), Some(lat)) => Found::LonLat(lon, lat),
            _ => Found::Unread,
        },
    }
}

fn point(numbers: &[Value]) -> Found {
    let number = |at: usize| numbers.get(at).and_then(Value::as_f64);
    match (number(0), number(1)) {
        (Some(lon), Some(lat)) => Found::LonLat(lon, lat),
        _ => Found::Unread,
    }
}

/// « 50.6292,3.0573 », « 50,6292;3,0573 », « [50.6, 3.05] », « 48.1 -1.6 ».
fn pair(text: &str) -> Found {
    let text = text.trim_matches(['(', ')', '[', ']', ' ']);
    let parts = [';', '|', '/', ','].iter().find_map(|&mark| {
        text.split_once(mark)
            .filter(|(_, rest)| !rest.contains(mark))
    });
    let spaced = || text.split_once(char::is_whitespace);
    let numbers = parts.or_else(spaced).and_then(|(first, second)| {
        let (first, _) = angle::read(first.trim())?;
        let (second, _) = angle::read(second.trim())?;
        Some((first, second))
    });
    numbers.map_or(Found::Unread, |(first, second)| Found::Pair(first, second))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_point_is_found_in_a_cell() {
        for (text, expected) in [
            ("50.6292,3.0573", Found::Pair(50.6292, 3.0573)),
            ("50,6292;3,0573", Found::Pair(50.6292, 3.0573)),
            ("[50.5, 3.5]", Found::Pair(50.5, 3.5)),
            ("50.5 3.5", Found::Pair(50.5, 3.5)),
            (
                "{\"type\":\"Point\",\"coordinates\":[3.5,50.5]}",
                Found::LonLat(3.5, 50.5),
            ),
            (
                "{\"coordinates\": [3.5, 50.5, 12.0], \"type\": \"Point\"}",
                Found::LonLat(3.5, 50.5),
            ),
            (
                "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[3.5,50.5]}}",
                Found::LonLat(3.5, 50.5),
            ),
            ("POINT (3.5 50.5)", Found::LonLat(3.5, 50.5)),
            (
                "{\"type\":\"Polygon\",\"coordinates\":[[[3.5,50.5]]]}",
                Found::Shape,
            ),
            ("POLYGON((1 2, 3 4))", Found::Shape),
            ("{\"type\":\"Point\",\"coordinates\":[]}", Found::Unread),
            ("{broken", Found::Unread),
            ("12 rue des Lilas", Found::Unread),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }
}
