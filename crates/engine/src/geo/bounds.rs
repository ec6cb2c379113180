//! Rectangles on the unit square and in degrees.

use super::{LonLat, World, mercator};

/// A rectangle on the unit square. `min` is the north-west corner. Never empty: a point is the smallest.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WorldBounds {
    /// North-west corner.
    pub min: World,
    /// South-east corner.
    pub max: World,
}

/// A rectangle in degrees that does not cross the antimeridian.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LonLatBounds {
    /// The corner with the smallest longitude and latitude.
    pub south_west: LonLat,
    /// The corner with the largest longitude and latitude.
    pub north_east: LonLat,
}

impl WorldBounds {
    /// The whole unit square.
    pub const WORLD: Self = Self {
        min: World { x: 0.0, y: 0.0 },
        max: World { x: 1.0, y: 1.0 },
    };

    /// The rectangle between two opposite corners, in any order.
    pub fn between(a: World, b: World) -> Self {
        Self {
            min: World {
                x: a.x.min(b.x),
                y: a.y.min(b.y),
            },
            max: World {
                x: a.x.max(b.x),
                y: a.y.max(b.y),
            },
        }
    }

    /// The smallest rectangle around some places, or none without places.
    pub fn around(places: impl IntoIterator<Item = World>) -> Option<Self> {
        let mut places = places.into_iter();
        let first = places.next()?;
        Some(places.fold(Self::between(first, first), Self::extend))
    }

    /// Grown to hold a place.
    pub fn extend(self, place: World) -> Self {
        self.union(Self::between(place, place))
    }

    /// The smallest rectangle that holds both.
    pub fn union(self, other: Self) -> Self {
        Self {
            min: World {
                x: self.min.x.min(other.min.x),
                y: self.min.y.min(other.min.y),
            },
            max: World {
                x: self.max.x.max(other.max.x),
                y: self.max.y.max(other.max.y),
            },
        }
    }

    /// Grown by the same length on every side, in widths of the world.
    pub fn padded(self, by: f64) -> Self {
        Self {
            min: World {
                x: self.min.x - by,
                y: self.min.y - by,
            },
            max: World {
                x: self.max.x + by,
                y: self.max.y + by,
            },
        }
    }

    /// Whether a place is inside or on the edge.
    pub fn contains(self, place: World) -> bool {
        (self.min.x..=self.max.x).contains(&place.x) && (self.min.y..=self.max.y).contains(&place.y)
    }

    /// Whether the whole of another rectangle is inside.
    pub fn holds(self, other: Self) -> bool {
        self.contains(other.min) && self.contains(other.max)
    }

    /// Whether the two share at least a point.
    pub fn intersects(self, other: Self) -> bool {
        self.min.x <= other.max.x
            && other.min.x <= self.max.x
            && self.min.y <= other.max.y
            && other.min.y <= self.max.y
    }

    /// The middle.
    pub fn centre(self) -> World {
        World {
            x: (self.min.x + self.max.x) / 2.0,
            y: (self.min.y + self.max.y) / 2.0,
        }
    }

    /// East-west extent, in widths of the world.
    pub fn width(self) -> f64 {
        self.max.x - self.min.x
    }

    /// North-south extent, in widths of the world.
    pub fn height(self) -> f64 {
        self.max.y - self.min.y
    }
}

impl LonLatBounds {
    /// From degrees: west, south, east, north (the order of GeoJSON's `bbox`). Out of range goes to the edge.
    pub const fn of(west: f64, south: f64, east: f64, north: f64) -> Self {
        Self {
            south_west: LonLat::clamped(west, south),
            north_east: LonLat::clamped(east, north),
        }
    }

    /// Whether a place is inside or on the edge.
    pub fn contains(self, place: LonLat) -> bool {
        (self.south_west.lon()..=self.north_east.lon()).contains(&place.lon())
            && (self.south_west.lat()..=self.north_east.lat()).contains(&place.lat())
    }
}

impl From<LonLatBounds> for WorldBounds {
    fn from(degrees: LonLatBounds) -> Self {
        Self::between(
            mercator::project(degrees.south_west),
            mercator::project(degrees.north_east),
        )
    }
}

impl From<WorldBounds> for LonLatBounds {
    fn from(world: WorldBounds) -> Self {
        let (north_west, south_east) = (
            mercator::unproject(world.min),
            mercator::unproject(world.max),
        );
        Self::of(
            north_west.lon(),
            south_east.lat(),
            south_east.lon(),
            north_west.lat(),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn place() -> impl Strategy<Value = World> {
        (0.0..1.0f64, 0.0..1.0f64).prop_map(|(x, y)| World { x, y })
    }

    #[test]
    fn nothing_has_no_bounds() {
        assert_eq!(WorldBounds::around([]), None);
    }

    #[test]
    fn degrees_there_and_back() {
        let reunion = LonLatBounds::of(55.2, -21.4, 55.85, -20.87);
        let back = LonLatBounds::from(WorldBounds::from(reunion));
        assert!((back.south_west.lat() + 21.4).abs() < 1e-9);
        assert!((back.north_east.lon() - 55.85).abs() < 1e-9);
    }

    proptest! {
        #[test]
        fn bounds_hold_what_they_are_around(places in prop::collection::vec(place(), 1..20)) {
            let bounds = WorldBounds::around(places.iter().copied()).unwrap();
            prop_assert!(places.iter().all(|&place| bounds.contains(place)));
            prop_assert!(bounds.contains(bounds.centre()));
            prop_assert!(bounds.padded(0.1).holds(bounds) && !bounds.holds(bounds.padded(0.1)));
        }

        #[test]
        fn a_shared_place_means_they_intersect(a in place(), b in place(), c in place()) {
            prop_assert!(WorldBounds::between(a, b).intersects(WorldBounds::between(b, c)));
            prop_assert!(WorldBounds::between(a, a).union(WorldBounds::between(b, c)).contains(a));
        }

        #[test]
        fn rectangles_apart_do_not_intersect(a in place(), b in place(), gap in 0.001..1.0f64) {
            let left = WorldBounds::between(a, b);
            let right = WorldBounds { min: World { x: left.max.x + gap, ..left.min }, max: World { x: left.max.x + gap, ..left.max } };
            prop_assert!(!left.intersects(right) && !right.intersects(left));
        }
    }
}
