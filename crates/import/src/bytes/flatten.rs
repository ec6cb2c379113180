//! An object of JSON as cells: one per value inside it, under its path.

use crate::table::Cell;
use serde_json::{Map, Value};

/// What separates the values of a list.
pub const LIST: &str = "|";

/// How deep an object may be before it is kept as JSON.
const DEEPEST: usize = 12;

/// Gives every value of an object to `put`, with its path: `acheteur.id`. Values of a list share a path, and are separated by `|`.
pub fn flatten(object: &Map<String, Value>, put: &mut impl FnMut(&str, Cell<'static>)) {
    let mut path = String::new();
    for (key, value) in object {
        step(&mut path, key, value, 0, put);
    }
}

fn step(
    path: &mut String,
    key: &str,
    value: &Value,
    depth: usize,
    put: &mut impl FnMut(&str, Cell<'static>),
) {
    let length = path.len();
    if !path.is_empty() {
        path.push('.');
    }
    path.push_str(key);
    inside(path, value, depth, put);
    path.truncate(length);
}

fn inside(
    path: &mut String,
    value: &Value,
    depth: usize,
    put: &mut impl FnMut(&str, Cell<'static>),
) {
    match value {
        Value::Null => {}
        Value::Object(object) if depth < DEEPEST => {
            for (key, value) in object {
                step(path, key, value, depth + 1, put);
            }
        }
        Value::Array(values) if depth < DEEPEST => {
            for value in values {
                inside(path, value, depth + 1, put);
            }
        }
        value => put(path, scalar(value)),
    }
}

/// A value on its own.
pub fn scalar(value: &Value) -> Cell<'static> {
    match value {
        Value::Null => Cell::default(),
        Value::String(text) => Cell::text(text.clone()),
        Value::Bool(yes) => Cell::text(if *yes { "oui" } else { "non" }),
        Value::Number(number) => Cell::number(number.to_string()),
        nested => Cell::text(nested.to_string()),
    }
}
