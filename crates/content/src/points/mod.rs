//! A layer of points, from a table that gives a place, a name and a category per row.

mod categories;
mod columns;
mod fault;
mod files;
mod place;
mod rows;
mod synthetic;
mod table;
#[cfg(test)]
mod tests;

use super::Gazetteer;
use anyhow::{Context, Result, ensure};
pub use categories::Categories;
pub use columns::Wanted;
use engine::geo::mercator;
pub use fault::{Faults, grouped};
use model::data::points::{Columns, Layer, snap};
use rows::{PointRow, Rows};
use table::PointTable;

/// What to make of a table.
#[derive(Clone, Debug, Default)]
pub struct PointsRequest {
    /// Title of the layer, on screen.
    pub title: String,
    /// Whose data these are and under which licence, on screen.
    pub credit: String,
    /// Whether the points are made up. Missing names and categories are then made up too.
    pub synthetic: bool,
    /// Keep the good rows when others are wrong.
    pub partial: bool,
    /// Accept points outside France.
    pub abroad: bool,
    /// Titles of the columns, when they are not the usual ones.
    pub columns: Wanted,
}

/// A file of a layer.
#[derive(Clone, Debug)]
pub struct LayerFile {
    /// Its name in the folder of the layer.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// What came of a table.
#[derive(Clone, Debug)]
pub struct Made {
    /// The wrong rows.
    pub faults: Faults,
    /// Number of rows read.
    pub rows: usize,
    /// The layer and its files; `None` when a row is wrong and not all may be left out.
    pub layer: Option<(Layer, Vec<LayerFile>)>,
    /// The categories found.
    pub categories: Categories,
}

/// Makes a layer of a table. With a wrong row it does so only when `partial` is set. The gazetteer names the communes of synthetic
/// points; messages name the table `file`.
///
/// # Errors
/// When the text is not a table, a column is missing, or no row is right.
pub fn make_points(
    text: &[u8],
    file: &str,
    request: &PointsRequest,
    gazetteer: &Gazetteer,
) -> Result<Made> {
    let table = PointTable::open(text, request).with_context(|| file.to_owned())?;
    let Rows { rows, faults, read } = table.read(gazetteer, request.abroad);
    let categories = Categories::of(rows.iter().map(|row| row.category.as_deref()));
    let mut made = Made {
        faults: faults.of_file(file),
        rows: read,
        layer: None,
        categories,
    };
    if made.faults.total() > 0 && !request.partial {
        return Ok(made);
    }
    ensure!(!rows.is_empty(), "{file} : aucune ligne à garder");
    made.layer = Some(layer(rows, &made.categories, request)?);
    Ok(made)
}

/// The descriptor and all the files of the points, which take the order of their keys.
fn layer(
    rows: Vec<PointRow>,
    categories: &Categories,
    request: &PointsRequest,
) -> Result<(Layer, Vec<LayerFile>)> {
    let key = |row: &PointRow| snap(mercator::project(row.at).to_fixed());
    let mut keyed: Vec<(u64, PointRow)> = rows.into_iter().map(|row| (key(&row), row)).collect();
    keyed.sort_by_key(|&(key, _)| key);
    let slots = keyed
        .iter()
        .map(|(_, row)| categories.slot(row.category.as_deref()));
    let keys = keyed.iter().map(|&(key, _)| key).collect();
    let columns = Columns::new(keys, slots.collect()).context("trop de points")?;
    let points = columns.encode();
    let layer = Layer {
        title: request.title.clone(),
        credit: request.credit.clone(),
        synthetic: request.synthetic,
        categories: categories.names().map(str::to_owned).collect(),
        ..Layer::default()
    };
    let layer = layer.measured(&columns, &points);
    let names: Vec<&str> = keyed.iter().map(|(_, row)| row.name.as_str()).collect();
    let files = files::of(&layer, points, &names);
    Ok((layer, files))
}
