//! Where something is: a small map of the métropole, or of a part overseas, with the territory or the place marked. It is made of the
//! régions of the basemap, on a grid so coarse that the whole stays under 3 KB compressed.

use super::svg_path;
use engine::geo::{World, WorldBounds, mercator};
use engine::views::VIEWS;
use leptos::prelude::*;
use model::data::basemap::{Basemap, Feature, LayerKind, to_world};
use model::domain::{Territory, TerritoryKind};
use std::collections::BTreeSet;

/// Units in the width of the picture.
const WIDTH: f64 = 200.0;
/// A ring with fewer corners on the grid is an islet that nobody would see.
const LEAST_CORNERS: usize = 4;

/// The shape of a région or of a département.
fn shape<'a>(land: &'a Basemap, territory: &Territory) -> Option<&'a Feature> {
    let kind = match territory.kind {
        TerritoryKind::Region => LayerKind::Region,
        TerritoryKind::Departement => LayerKind::Departement,
        _ => return None,
    };
    land.layer(kind)?.feature(&territory.code)
}

/// What a locator marks.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Located {
    /// What it is called, under the map.
    pub label: String,
    /// Régions and départements.
    pub territories: Vec<Territory>,
    /// Longitude and latitude of each place, degrees.
    pub points: Vec<(f64, f64)>,
}

/// The map of what is located, or nothing for what is not on it.
pub fn locator(land: &Basemap, located: &Located) -> Option<AnyView> {
    let shapes: Vec<_> = located
        .territories
        .iter()
        .filter_map(|territory| shape(land, territory))
        .collect();
    let points = located.points.iter();
    let points: Vec<World> = points.map(|&(lon, lat)| world(lon, lat)).collect();
    let first = shapes.first().map(|shape| shape.bounds.centre());
    let first = first.or_else(|| points.first().copied())?;
    let mut frames = VIEWS.iter().map(|view| WorldBounds::from(view.bounds));
    let frame = frames.find(|frame| frame.contains(first))?;
    let picture = Picture { frame };
    let regions = land.layer(LayerKind::Region)?.features.iter();
    let regions = regions.filter(|region| region.bounds.intersects(frame));
    let home: String = regions.map(|region| picture.path(land, region)).collect();
    let shapes: String = shapes
        .iter()
        .map(|shape| picture.path(land, shape))
        .collect();
    let shapes = (!shapes.is_empty()).then(|| view! { <path class="here" d=shapes /> });
    let seen = points.into_iter().filter(|&point| frame.contains(point));
    let dots: BTreeSet<[i64; 2]> = seen.map(|point| picture.cell(point)).collect();
    let dots = dots
        .into_iter()
        .map(|[x, y]| view! { <circle class="here" cx=x cy=y r="5" /> });
    let dots = dots.collect_view();
    let view_box = format!("-4 -4 {} {}", WIDTH + 8.0, picture.height() + 8.0);
    Some(
        view! {
            <figure class="locator">
                <svg viewBox=view_box aria-hidden="true" focusable="false">
                    <path class="land" d=home />
                    {shapes}
                    {dots}
                </svg>
                <figcaption>{located.label.clone()}</figcaption>
            </figure>
        }
        .into_any(),
    )
}

fn world(lon: f64, lat: f64) -> World {
    let (x, y) = mercator::world(lon, lat);
    World { x, y }
}

/// A part of the world on the grid of a picture.
struct Picture {
    frame: WorldBounds,
}

impl Picture {
    fn height(&self) -> f64 {
        (WIDTH * self.frame.height() / self.frame.width()).round()
    }

    fn cell(&self, place: World) -> [i64; 2] {
        let scale = WIDTH / self.frame.width();
        let from = self.frame.min;
        [(place.x - from.x) * scale, (place.y - from.y) * scale].map(|value| value.round() as i64)
    }

    /// The shape as the `d` of a path, its corners on the grid, each step from the one before.
    fn path(&self, land: &Basemap, shape: &Feature) -> String {
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
    use super::super::FirstBasemap;
    use super::*;
    use std::path::Path;

    #[test]
    fn a_line_keeps_its_corners() {
        let cells = [[0, 0], [0, 0], [1, 0], [2, 0], [2, 3], [0, 0]];
        assert_eq!(corners(&cells), [[0, 0], [2, 0], [2, 3], [0, 0]]);
        assert_eq!(corners(&[]), [] as [[i64; 2]; 0]);
    }

    /// The basemap of the project.
    fn land() -> Basemap {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../public/basemap");
        FirstBasemap::read(&folder).unwrap().unwrap().france
    }

    fn drawn(located: &Located) -> Option<String> {
        let land = land();
        locator(&land, located)?;
        Some(crate::build::html(|| locator(&land, located).into_any()))
    }

    fn located(territories: &[&str], points: &[(f64, f64)]) -> Located {
        Located {
            label: "Ici".into(),
            territories: territories
                .iter()
                .filter_map(|text| Territory::parse(text))
                .collect(),
            points: points.to_vec(),
        }
    }

    #[test]
    fn a_place_is_a_dot_and_a_territory_a_shape_on_the_part_of_france_that_has_it() {
        let nanterre = drawn(&located(&[], &[(2.2, 48.9)])).unwrap();
        assert_eq!(nanterre.matches("<circle").count(), 1);
        assert!(nanterre.contains("Ici"));
        let isere = drawn(&located(&["departement:38"], &[])).unwrap();
        assert_eq!(isere.matches("class=\"here\"").count(), 1);
        let reunion = drawn(&located(&["region:04"], &[(55.5, -21.1)])).unwrap();
        assert_ne!(nanterre.len(), reunion.len());
        // Places of another part of France are not on this one.
        let two = drawn(&located(&[], &[(2.2, 48.9), (55.5, -21.1)])).unwrap();
        assert_eq!(two.matches("<circle").count(), 1);
    }

    #[test]
    fn what_is_abroad_or_nowhere_has_no_map() {
        assert_eq!(drawn(&located(&[], &[(-73.6, 45.5)])), None);
        assert_eq!(drawn(&Located::default()), None);
    }

    #[test]
    fn the_map_is_light() {
        use flate2::{Compression, write::GzEncoder};
        use std::io::Write as _;
        for territory in ["region:84", "region:03", "departement:2A"] {
            let html = drawn(&located(&[territory], &[])).unwrap();
            let mut zip = GzEncoder::new(Vec::new(), Compression::best());
            zip.write_all(html.as_bytes()).unwrap();
            let size = zip.finish().unwrap().len();
            assert!(size < 3_000, "{territory}: {size} bytes");
        }
    }
}
