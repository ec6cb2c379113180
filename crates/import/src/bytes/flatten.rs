//! An object of JSON as cells: one per value inside it, under its path.

use super::node::{Node, Object, get};
use crate::schema::{self, Role};
use crate::table::Cell;

/// What separates the values of a list.
pub const LIST: &str = "|";

/// How deep an object may be before it is kept as JSON.
const DEEPEST: usize = 12;

/// Gives every value of an object to `put`, with its path: `acheteur.id`. Values of a list share a path, and are separated by `|`.
pub fn flatten(object: &Object, put: &mut impl FnMut(&str, Cell<'static>)) {
    let mut path = String::new();
    for (key, value) in object {
        step(&mut path, key, value, 0, put);
    }
}

fn step(
    path: &mut String,
    key: &str,
    value: &Node,
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
    value: &Node,
    depth: usize,
    put: &mut impl FnMut(&str, Cell<'static>),
) {
    match value {
        Node::Null => {}
        Node::Object(object) if depth < DEEPEST && !is_place(path, object) => {
            for (key, value) in object {
                step(path, key, value, depth + 1, put);
            }
        }
        Node::List(values) if depth < DEEPEST => {
            for value in values {
                inside(path, value, depth + 1, put);
            }
        }
        value => put(path, scalar(value)),
    }
}

/// A place stays in one cell: a geometry, or what the portals of open data write for it, `"geo_point_2d": {"lon": 2.2, "lat": 48.9}`.
fn is_place(path: &str, object: &Object) -> bool {
    let is_geometry = get(object, "type").is_some() && get(object, "coordinates").is_some();
    let is_point = get(object, "lat").is_some() && object.len() == 2;
    let last = path.rsplit('.').next().unwrap_or(path);
    is_geometry || (is_point && schema::is_title_of(last, Role::Point))
}

/// A value on its own.
pub fn scalar(value: &Node) -> Cell<'static> {
    match value {
        Node::Null => Cell::default(),
        Node::Text(text) => Cell::text(text.clone()),
        Node::Bool(yes) => Cell::text(if *yes { "oui" } else { "non" }),
        Node::Number(number) => Cell::number(number.to_string()),
        nested => Cell::text(nested.to_string()),
    }
}
