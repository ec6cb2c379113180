//! A point in one cell: GeoJSON, WKT, or two numbers.

use super::found::Found;
use super::system::System;
use super::{angle, wkb};
use serde_json::Value;

/// Reads a cell.
pub fn read(text: &str) -> Found {
    if text.starts_with('{') {
        return serde_json::from_str(text).map_or(Found::Unread, |value: Value| geojson(&value, 0));
    }
    wkt(&text.to_uppercase())
        .or_else(|| wkb::read(text))
        .unwrap_or_else(|| pair(text))
}

/// Well-known text, and that of PostGIS: « SRID=4326;POINT Z (2.35 48.85 12) ».
fn wkt(upper: &str) -> Option<Found> {
    let (system, text) = match upper.strip_prefix("SRID=") {
        Some(rest) => {
            let (code, text) = rest.split_once([';', ','])?;
            // PostGIS writes 0 for a system that nobody named.
            let system = Some(System::read(code.trim())).filter(|it| *it != System::Epsg(0));
            (system, text.trim_start())
        }
        None => (None, upper),
    };
    if let Some(rest) = text
        .strip_prefix("MULTIPOINT")
        .or_else(|| text.strip_prefix("POINT"))
    {
        return Some(wkt_point(rest, text.starts_with("MULTI")).within(system));
    }
    ["MULTI", "POLYGON", "LINESTRING", "GEOMETRYC"]
        .iter()
        .any(|start| text.starts_with(start))
        .then_some(Found::Shape)
}

/// What follows the word: two numbers, then perhaps a height and a measure.
fn wkt_point(rest: &str, is_multiple: bool) -> Found {
    let rest = rest.trim_start().trim_start_matches(['Z', 'M']).trim();
    if rest == "EMPTY" {
        return Found::Empty;
    }
    let inside = rest.trim_matches(['(', ')', ' ']);
    if is_multiple && inside.contains([',', '(']) {
        return Found::Shape;
    }
    let numbers: Option<Vec<f64>> = inside
        .split_whitespace()
        .map(content::points::number)
        .collect();
    match numbers.as_deref() {
        Some([lon, lat] | [lon, lat, _] | [lon, lat, _, _]) => Found::LonLat(*lon, *lat),
        _ => Found::Unread,
    }
}

fn geojson(value: &Value, depth: usize) -> Found {
    let inner = value.get("geometry").filter(|_| depth == 0);
    if let Some(geometry) = inner {
        return geojson(geometry, 1);
    }
    let coordinates = value.get("coordinates").and_then(Value::as_array);
    let found = match (value.get("type").and_then(Value::as_str), coordinates) {
        (Some("Point"), Some(numbers)) => point(numbers),
        (Some("MultiPoint"), Some(points)) => match points.as_slice() {
            [Value::Array(numbers)] => point(numbers),
            _ => Found::Shape,
        },
        (Some(_), Some(_)) => Found::Shape,
        (Some("GeometryCollection"), None) => Found::Shape,
        // {"lon": 2.3, "lat": 48.8}, as some portals write it.
        _ => match (
            first(value, &["lon", "lng", "long", "longitude"]),
            first(value, &["lat", "latitude"]),
        ) {
            (Some(lon), Some(lat)) => Found::LonLat(lon, lat),
            _ => Found::Unread,
        },
    };
    found.within(named_system(value))
}

/// The member « crs » of GeoJSON before 2016, which PostGIS still writes.
fn named_system(value: &Value) -> Option<System> {
    let properties = value.get("crs")?.get("properties")?;
    let name = properties.get("name").or_else(|| properties.get("code"))?;
    Some(System::read(&match name {
        Value::String(name) => name.clone(),
        other => other.to_string(),
    }))
}

fn first(value: &Value, names: &[&str]) -> Option<f64> {
    names.iter().find_map(|name| number(value.get(name)?))
}

/// A number, or a text that is one.
fn number(value: &Value) -> Option<f64> {
    match value {
        Value::String(text) => content::points::number(text),
        value => value.as_f64(),
    }
}

fn point(numbers: &[Value]) -> Found {
    let number = |at: usize| numbers.get(at).and_then(number);
    match (number(0), number(1)) {
        (Some(lon), Some(lat)) => Found::LonLat(lon, lat),
        _ => Found::Unread,
    }
}

/// « 50.6292,3.0573 », « 50,6292;3,0573 », « [50.6, 3.05] », « 48.1 -1.6 », « 48,1, -1,6 ».
fn pair(text: &str) -> Found {
    let text = text.trim_matches(['(', ')', '[', ']', ' ']);
    let parts = [";", "|", "/", ", ", ","].iter().find_map(|&mark| {
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
            ("point z(3.5 50.5 12)", Found::LonLat(3.5, 50.5)),
            (
                "SRID=4326;POINT(3.5 50.5)",
                Found::In(System::Epsg(4326), 3.5, 50.5),
            ),
            (
                "{\"type\":\"Point\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"EPSG:2154\"}},\"coordinates\":[7e5,66e5]}",
                Found::In(System::Epsg(2154), 7e5, 66e5),
            ),
            ("MULTIPOINT((3.5 50.5))", Found::LonLat(3.5, 50.5)),
            ("MULTIPOINT((3.5 50.5),(3 50))", Found::Shape),
            ("POINT EMPTY", Found::Empty),
            ("POINT(3.5)", Found::Unread),
            ("50,5, 3,5", Found::Pair(50.5, 3.5)),
            ("50.5 N, 3.5 O", Found::Pair(50.5, -3.5)),
            ("50°30'00\" N, 3°30'00\" E", Found::Pair(50.5, 3.5)),
            (
                "{\"type\":\"Point\",\"coordinates\":[\"3.5\",\"50.5\"]}",
                Found::LonLat(3.5, 50.5),
            ),
            ("{\"lng\":3.5,\"lat\":50.5}", Found::LonLat(3.5, 50.5)),
            (
                "0101000020E61000000000000000000C400000000000404940",
                Found::In(System::Epsg(4326), 3.5, 50.5),
            ),
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
