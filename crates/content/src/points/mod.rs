//! A layer of points, from a table that gives a place, a name and a category per row.

mod categories;
mod columns;
mod degrees;
mod fault;
mod files;
mod place;
mod rows;
mod synthetic;
mod table;
#[cfg(test)]
mod tests;

use super::Gazetteer;
use super::characters::{Hostile, is_invisible};
use super::table as text_table;
use anyhow::{Context, Result, bail, ensure};
pub use categories::Categories;
pub use columns::Wanted;
pub use degrees::number;
use engine::geo::mercator;
pub use fault::{Faults, grouped};
use model::data::points::{Columns, Layer, snap};
use place::Tolerance;
pub use place::in_france;
use rows::Rows;
pub use rows::{MAX_NAME, PointRow};
use table::PointTable;
pub use table::{Layout, Lines};

/// The most characters of a credit.
const MAX_CREDIT: usize = 1000;

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
    /// With `abroad`, accept those too that would be in France if latitude and longitude were swapped.
    pub as_written: bool,
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
    /// Number of rows read: those that give a point, those that are set aside, and the blank ones.
    pub rows: usize,
    /// Number of rows with nothing in them.
    pub blank: usize,
    /// The lines of the file, each counted once.
    pub lines: Lines,
    /// How the table was read.
    pub layout: Layout,
    /// The layer and its files; `None` when a row is wrong and not all may be left out.
    pub layer: Option<(Layer, Vec<LayerFile>)>,
    /// The categories found.
    pub categories: Categories,
}

/// Makes a layer of a table. With a wrong row it does so only when `partial` is set and another is right. The gazetteer names the communes of synthetic
/// points; messages name the table `file`.
///
/// # Errors
/// When the bytes are not a table, a column is missing or there twice, quotes are never closed, or no row is right.
pub fn make_points(
    text: &[u8],
    file: &str,
    request: &PointsRequest,
    gazetteer: &Gazetteer,
) -> Result<Made> {
    check_told("--title", &request.title, MAX_NAME)?;
    check_told("--credit", &request.credit, MAX_CREDIT)?;
    let decoded = text_table::open(text).with_context(|| file.to_owned())?;
    let table = PointTable::open(&decoded, request).with_context(|| file.to_owned())?;
    let layout = table.layout.clone();
    let tolerance = Tolerance {
        abroad: request.abroad,
        as_written: request.as_written,
    };
    let rows = table.read(gazetteer, tolerance);
    let Rows {
        rows,
        faults,
        blank,
        read,
        lines,
    } = rows.with_context(|| file.to_owned())?;
    let categories = Categories::of(rows.iter().map(|row| row.category.as_deref()));
    let mut made = Made {
        faults: faults.of_file(file),
        rows: read,
        blank,
        lines,
        layout,
        layer: None,
        categories,
    };
    if made.faults.total() > 0 && (!request.partial || rows.is_empty()) {
        return Ok(made);
    }
    ensure!(
        !rows.is_empty(),
        "{file} : aucune ligne n'a rien sous les titres des colonnes"
    );
    let (layer, files, _) = layer(&rows, &made.categories, request)?;
    made.layer = Some((layer, files));
    Ok(made)
}

/// Refuses what a visitor could not read.
fn check_told(option: &str, text: &str, most: usize) -> Result<()> {
    if let Some((_, hostile)) = Hostile::first_in(text) {
        bail!("{option} contient {} : retirez-le", hostile.what());
    }
    if text.contains(['\n', '\r', '\t']) {
        bail!("{option} tient sur une seule ligne, sans tabulation");
    }
    if !text.is_empty() && is_invisible(text) {
        bail!("{option} n'est fait que de caractères invisibles : retapez ce texte");
    }
    let length = text.chars().count();
    ensure!(
        length <= most,
        "{option} a {length} caractères : {most} au plus"
    );
    Ok(())
}

/// The files of a layer of these points, and the rank that each point of the layer has among them.
///
/// # Errors
/// When there are too many points, or the title or the credit cannot be shown.
pub fn layer_of(
    rows: &[PointRow<'_>],
    request: &PointsRequest,
) -> Result<(Vec<LayerFile>, Vec<usize>)> {
    check_told("--title", &request.title, MAX_NAME)?;
    check_told("--credit", &request.credit, MAX_CREDIT)?;
    let categories = Categories::of(rows.iter().map(|row| row.category.as_deref()));
    let (_, files, ranks) = layer(rows, &categories, request)?;
    Ok((files, ranks))
}

/// The descriptor and all the files of the points, which take the order of their keys; and the rank of each among the rows.
fn layer(
    rows: &[PointRow<'_>],
    categories: &Categories,
    request: &PointsRequest,
) -> Result<(Layer, Vec<LayerFile>, Vec<usize>)> {
    let key = |row: &PointRow<'_>| snap(mercator::project(row.at).to_fixed());
    let mut keyed: Vec<(u64, usize, &PointRow<'_>)> = rows
        .iter()
        .enumerate()
        .map(|(rank, row)| (key(row), rank, row))
        .collect();
    keyed.sort_by_key(|&(key, rank, _)| (key, rank));
    let slots = keyed
        .iter()
        .map(|(_, _, row)| categories.slot(row.category.as_deref()));
    let keys = keyed.iter().map(|&(key, ..)| key).collect();
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
    let names: Vec<&str> = keyed.iter().map(|(_, _, row)| row.name.as_ref()).collect();
    let ranks = keyed.iter().map(|&(_, rank, _)| rank).collect();
    let files = files::of(&layer, points, &names);
    Ok((layer, files, ranks))
}
