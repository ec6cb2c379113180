//! A part of the world as a small picture, on a grid so coarse that shapes weigh little.

use super::svg_path;
use engine::geo::{World, WorldBounds, mercator};
use model::data::basemap::{Basemap, Feature, to_world};

/// Units in the width of a picture.
pub const WIDTH: f64 = 200.0;
/// Units around it.
const EDGE: f64 = 4.0;
/// A ring with fewer corners on the grid is an islet that nobody would see.
const LEAST_CORNERS: usize = 4;

/// A position of the world, from degrees.
pub fn world(lon: f64, lat: f64) -> World {
    let (x, y) = mercator::world(lon, lat);
    World { x, y }
}

/// A part of the world on the grid of a picture.
pub struct Picture {
    frame: WorldBounds,
}

impl Picture {
    /// The picture of this part.
    pub fn of(frame: WorldBounds) -> Self {
        Self { frame }
    }

    /// What it shows, with a little air around.
    pub fn view_box(&self) -> String {
        let height = (WIDTH * self.frame.height() / self.frame.width()).round();
        format!(
            "-{EDGE} -{EDGE} {} {}",
            WIDTH + 2.0 * EDGE,
            height + 2.0 * EDGE
        )
    }

    /// The cell of a place.
    pub fn cell(&self, place: World) -> [i64; 2] {
        let scale = WIDTH / self.frame.width();
        let from = self.frame.min;
        [(place.x - from.x) * scale, (place.y - from.y) * scale].map(|value| value.round() as i64)
    }

    /// The shape as the `d` of a path, its corners on the grid, each step from the one before.
    pub fn path(&self, land: &Basemap, shape: &Feature) -> String {
        let rings = shape.rings.iter().map(|ring| {
            let points = land.outline(ring);
            let cells: Vec<_> = points.map(|point| self.cell(to_world(point))).collect();
            corners(&cells)
        });
        let rings = rings.filter(|corners| corners.len() >= LEAST_CORNERS);
        rings
            .map(|corners| svg_path::line(&corners, true))
            .collect()
    }
}

/// Without the cells that repeat the one before, or go straight on.
fn corners(cells: &[[i64; 2]]) -> Vec<[i64; 2]> {
    let mut kept: Vec<[i64; 2]> = Vec::new();
    for &cell in cells {
        if kept.last() == Some(&cell) {
            continue;
        }
        if let [.., a, b] = kept.as_slice()
            && is_straight(*a, *b, cell)
        {
            kept.pop();
        }
        kept.push(cell);
    }
    kept
}

fn is_straight([ax, ay]: [i64; 2], [bx, by]: [i64; 2], [cx, cy]: [i64; 2]) -> bool {
    (bx - ax) * (cy - by) == (by - ay) * (cx - bx)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_keeps_its_corners() {
        let cells = [[0, 0], [0, 0], [1, 0], [2, 0], [2, 3], [0, 0]];
        assert_eq!(corners(&cells), [[0, 0], [2, 0], [2, 3], [0, 0]]);
        assert_eq!(corners(&[]), [] as [[i64; 2]; 0]);
    }
}
