//! What one leaves with: a table and a GeoJSON of what is placed, the rows that are set aside, the report, and the table of a layer.

mod archive;
mod csv_text;
mod geojson;
mod layer;
mod rows;
mod sheets;

pub use archive::archive;
pub use geojson::geojson;
pub use layer::{Layer, Shown, layer};
pub use rows::{aside, layer_table, placed, report};
pub use sheets::{MOST_SHEETS, sheets};
