//! What a basemap is made of: references to arcs, areas and places.

use super::{ArcKind, LayerKind, PlaceKind, Point};
use engine::geo::WorldBounds;

/// One arc as the painter wants it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Arc<'a> {
    /// How to draw it.
    pub kind: ArcKind,
    /// Its points from end to end, at least one.
    pub points: &'a [Point],
    /// The rectangle around them.
    pub bounds: WorldBounds,
}

/// An arc in a ring, and the direction in which the ring follows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ArcRef(u32);

impl ArcRef {
    /// The arc of that number, which stays below 2³¹.
    pub const fn new(arc: u32, reversed: bool) -> Self {
        Self(arc << 1 | reversed as u32)
    }

    /// The arc's number.
    pub const fn arc(self) -> usize {
        (self.0 >> 1) as usize
    }

    /// Whether the ring follows it backwards.
    pub const fn reversed(self) -> bool {
        self.0 & 1 == 1
    }

    pub(super) const fn to_bits(self) -> u32 {
        self.0
    }

    pub(super) const fn from_bits(bits: u32) -> Self {
        Self(bits)
    }
}

/// A closed line: the last arc ends where the first begins. Parts and holes of an area are rings alike: fill with the even-odd rule.
pub type Ring = Vec<ArcRef>;

/// An area and who it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Feature {
    /// The public code of the territory; see [`LayerKind`].
    pub code: String,
    /// Its name; empty in files that leave names to another file.
    pub name: String,
    /// Its shape.
    pub rings: Vec<Ring>,
    /// The rectangle around it.
    pub bounds: WorldBounds,
}

/// All areas of a kind, in ascending order of their codes.
#[derive(Clone, Debug, PartialEq)]
pub struct AreaLayer {
    /// What they are.
    pub kind: LayerKind,
    /// The areas.
    pub features: Vec<Feature>,
}

impl AreaLayer {
    /// The area with this code.
    pub fn feature(&self, code: &str) -> Option<&Feature> {
        let found = self
            .features
            .binary_search_by(|feature| feature.code.as_str().cmp(code));
        self.features.get(found.ok()?)
    }
}

/// A named point.
#[derive(Clone, Debug, PartialEq)]
pub struct NamedPlace {
    /// What it is.
    pub kind: PlaceKind,
    /// INSEE code of a commune; see [`PlaceKind`].
    pub code: String,
    /// What the label says.
    pub name: String,
    /// Inhabitants; 0 for what is not a commune.
    pub population: u32,
    /// Where it is.
    pub at: Point,
}
