//! What one leaves with: a table and a GeoJSON of what is placed, the rows that are set aside, the report, and the table of a layer.

mod csv_text;
mod geojson;
mod rows;

pub use geojson::geojson;
pub use rows::{aside, layer_table, placed, report};
