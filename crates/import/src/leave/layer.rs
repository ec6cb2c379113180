//! The layer of points of the rows that are placed.

use crate::import::{Import, Point};
use crate::uses::use_of;
use anyhow::{Result, ensure};
use content::points::{LayerFile, PointRow, PointsRequest, layer_of};
use engine::geo::LonLat;

/// What a layer shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// Every point, by the categories of the table.
    Categories,
    /// Only uses of levers, by lever.
    Uses,
}

/// A layer.
#[derive(Clone, Debug)]
pub struct Layer {
    /// Its files.
    pub files: Vec<LayerFile>,
    /// The line of the row of each of its points.
    pub lines: Vec<u64>,
    /// Where its points are, in no order.
    pub places: Vec<LonLat>,
}

/// The layer of an import. A row without a name goes by its line.
///
/// # Errors
/// When there is nothing to show, or the title or the credit cannot be shown.
pub fn layer(import: &Import<'_>, shown: Shown, title: &str, credit: &str) -> Result<Layer> {
    let points: Vec<(&Point, PointRow<'_>)> = import
        .points
        .iter()
        .filter_map(|point| Some((point, row(import, point, shown)?)))
        .collect();
    ensure!(!points.is_empty(), "aucune ligne n'est à montrer");
    let request = PointsRequest {
        title: title.to_owned(),
        credit: credit.to_owned(),
        ..PointsRequest::default()
    };
    let (points, rows): (Vec<&Point>, Vec<PointRow<'_>>) = points.into_iter().unzip();
    let (files, ranks) = layer_of(&rows, &request)?;
    let line = |rank: usize| {
        let row = points
            .get(rank)
            .and_then(|point| import.table.rows.get(point.row));
        row.map_or(0, |row| row.line)
    };
    Ok(Layer {
        places: rows.iter().map(|row| row.at).collect(),
        files,
        lines: ranks.into_iter().map(line).collect(),
    })
}

fn row<'p>(import: &Import<'_>, point: &'p Point, shown: Shown) -> Option<PointRow<'p>> {
    let category = match shown {
        Shown::Categories => Some(point.category.as_str()).filter(|category| !category.is_empty()),
        Shown::Uses => Some(use_of(import, point)?.name()),
    };
    Some(PointRow {
        at: point.place.at,
        name: point.name.as_str().into(),
        category: category.map(Into::into),
    })
}
