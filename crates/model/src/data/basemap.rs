//! The basemap files: arcs, the areas they bound, and named places.
//!
//! Every border is an *arc*, stored once however many areas it bounds, with the [`ArcKind`] that says how to draw it. An area is
//! a list of rings, a ring a list of [`ArcRef`]s. So filling goes by areas, stroking by arcs, and no line is drawn twice.
//!
//! Coordinates are those of [`engine::geo::mercator`]: x and y from 0 to 1, y south. A file stores them as integers on a grid of
//! 2^bits cells per side. Up to [`MAX_BITS`] such values are exact in an `f32`, so what is decoded is exactly what was encoded, and
//! decoding needs no projection. The bytes are described in `docs/FORMAT.md`, part 2.

mod codec;
mod kinds;
mod parts;
#[cfg(test)]
mod tests;

pub use kinds::{ArcKind, LayerKind, PlaceKind};
pub use parts::{Arc, ArcRef, AreaLayer, Feature, NamedPlace, Ring};

use super::bytes::Seal;
use engine::geo::{World, WorldBounds};

/// A position on the unit square: `[x, y]`.
pub type Point = [f32; 2];

/// The finest grid whose coordinates an `f32` holds exactly.
pub const MAX_BITS: u8 = 24;

const FILE: Seal = Seal {
    magic: *b"CLBM",
    version: 1,
};

/// A basemap file in memory: arcs in flat arrays, the layers that refer to them, the places.
#[derive(Clone, Debug, PartialEq)]
pub struct Basemap {
    bits: u8,
    credit: String,
    points: Vec<Point>,
    ends: Vec<u32>,
    kinds: Vec<ArcKind>,
    bounds: Vec<WorldBounds>,
    layers: Vec<AreaLayer>,
    places: Vec<NamedPlace>,
}

impl Basemap {
    /// Whom the map must name on screen while this file is drawn.
    pub fn credit(&self) -> &str {
        &self.credit
    }

    /// How many arcs there are.
    pub fn arc_count(&self) -> usize {
        self.ends.len()
    }

    /// The arc of that number.
    pub fn arc(&self, index: usize) -> Option<Arc<'_>> {
        let end = *self.ends.get(index)? as usize;
        let start = match index.checked_sub(1) {
            Some(before) => *self.ends.get(before)? as usize,
            None => 0,
        };
        Some(Arc {
            kind: *self.kinds.get(index)?,
            points: self.points.get(start..end)?,
            bounds: *self.bounds.get(index)?,
        })
    }

    /// Every arc, in the order of the file.
    pub fn arcs(&self) -> impl Iterator<Item = Arc<'_>> {
        (0..self.arc_count()).filter_map(|index| self.arc(index))
    }

    /// The points of a ring in order, those where two arcs meet once; the last is the first.
    pub fn outline(&self, ring: &[ArcRef]) -> impl Iterator<Item = Point> {
        ring.iter().enumerate().flat_map(|(position, reference)| {
            let points = self.arc(reference.arc()).map_or(&[][..], |arc| arc.points);
            let last = points.len().saturating_sub(1);
            let from_start = move |i| if reference.reversed() { last - i } else { i };
            let joint = usize::from(position > 0);
            (joint..points.len()).filter_map(move |i| points.get(from_start(i)).copied())
        })
    }

    /// The layer of that kind.
    pub fn layer(&self, kind: LayerKind) -> Option<&AreaLayer> {
        self.layers.iter().find(|layer| layer.kind == kind)
    }

    /// Every layer of the file.
    pub fn layers(&self) -> &[AreaLayer] {
        &self.layers
    }

    /// The named points, in the order in which labels should be placed.
    pub fn places(&self) -> &[NamedPlace] {
        &self.places
    }

    /// The town that says where a ring is: the most populated of the communes of what it holds, by their codes, among the towns of
    /// this file; where it has none of them, the large town nearest to a place.
    pub fn town_of(&self, communes: &[&str], at: World) -> Option<&str> {
        let there = |place: &&NamedPlace| communes.contains(&place.code.as_str());
        let among = self.places.iter().filter(there);
        let largest = among.max_by_key(|place| place.population);
        let name = largest.map(|place| place.name.as_str());
        name.or_else(|| self.town_near(at))
    }

    /// The name of the nearest large town: a capital, a préfecture, or a town of the far view.
    pub fn town_near(&self, at: World) -> Option<&str> {
        let is_town = |place: &&NamedPlace| {
            matches!(
                place.kind,
                PlaceKind::RegionCapital | PlaceKind::Prefecture | PlaceKind::Town
            )
        };
        let distance = |place: &NamedPlace| to_world(place.at).distance(at);
        let towns = self.places.iter().filter(is_town);
        let nearest = towns.min_by(|a, b| distance(a).total_cmp(&distance(b)));
        nearest.map(|place| place.name.as_str())
    }
}

/// Building a basemap, for the tool and for tests.
impl Basemap {
    /// An empty map on a grid of 2^`bits` cells per side, at most [`MAX_BITS`].
    pub fn new(bits: u8, credit: &str) -> Self {
        Self {
            bits: bits.min(MAX_BITS),
            credit: credit.to_owned(),
            points: Vec::new(),
            ends: Vec::new(),
            kinds: Vec::new(),
            bounds: Vec::new(),
            layers: Vec::new(),
            places: Vec::new(),
        }
    }

    /// The nearest grid point to a position on the unit square.
    pub fn snap(&self, (x, y): (f64, f64)) -> Point {
        let cells = self.cells();
        [x, y].map(|value| ((value.clamp(0.0, 1.0) * cells).round() / cells) as f32)
    }

    /// Adds an arc of points that [`Basemap::snap`] gave. One without points is refused: it has no bounds.
    pub fn push_arc(&mut self, kind: ArcKind, points: &[Point]) -> Option<()> {
        let bounds = WorldBounds::around(points.iter().map(|&point| to_world(point)))?;
        self.points.extend_from_slice(points);
        self.ends.push(u32::try_from(self.points.len()).ok()?);
        self.kinds.push(kind);
        self.bounds.push(bounds);
        Some(())
    }

    /// An area bounded by arcs already added. One without arcs, or with arcs that do not exist, is refused.
    pub fn feature(&self, code: &str, name: &str, rings: Vec<Ring>) -> Option<Feature> {
        let mut bounds: Option<WorldBounds> = None;
        for reference in rings.iter().flatten() {
            let arc = *self.bounds.get(reference.arc())?;
            bounds = Some(bounds.map_or(arc, |all| all.union(arc)));
        }
        Some(Feature {
            code: code.to_owned(),
            name: name.to_owned(),
            rings,
            bounds: bounds?,
        })
    }

    /// Adds a layer of areas that [`Basemap::feature`] gave, in any order.
    pub fn push_layer(&mut self, kind: LayerKind, mut features: Vec<Feature>) {
        features.sort_by(|a, b| a.code.cmp(&b.code));
        self.layers.push(AreaLayer { kind, features });
    }

    /// Adds a place, after those that matter more.
    pub fn push_place(&mut self, place: NamedPlace) {
        self.places.push(place);
    }

    fn cells(&self) -> f64 {
        f64::from(1_u32 << self.bits)
    }
}

/// The same position for the engine.
pub fn to_world([x, y]: Point) -> World {
    World {
        x: f64::from(x),
        y: f64::from(y),
    }
}
