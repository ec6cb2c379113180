//! Web Mercator (EPSG:3857) on the unit square: x grows east, y grows south, both from 0 to 1.
//!
//! Formulas: Snyder, *Map Projections: A Working Manual* (USGS 1395, 1987), spherical Mercator, p. 41.

use super::LonLat;
use crate::exponential::{atan, atanh, sinh};
use crate::sine::sin;
use std::f64::consts::{PI, TAU};

/// The latitude where the unit square ends, in degrees: atan(sinh π).
pub const MAX_LAT: f64 = 85.051_128_779_806_6;

/// A place on the unit square. Values outside 0..1 are allowed: the edges of a view may lie there.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct World {
    /// 0 at 180° W, 1 at 180° E.
    pub x: f64,
    /// 0 at 85.05° N, 1 at 85.05° S.
    pub y: f64,
}

/// A place on the unit square in units of 2⁻³², what the points are sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fixed {
    /// Units from 180° W.
    pub x: u32,
    /// Units from 85.05° N.
    pub y: u32,
}

/// The unit-square coordinates of degrees. Latitudes beyond ±85.05° go to the edge.
pub fn world(lon: f64, lat: f64) -> (f64, f64) {
    let sin = sin(lat.clamp(-MAX_LAT, MAX_LAT).to_radians());
    (lon / 360.0 + 0.5, 0.5 - atanh(sin) / TAU)
}

/// Degrees to the unit square.
pub fn project(place: LonLat) -> World {
    let (x, y) = world(place.lon(), place.lat());
    World { x, y }
}

/// The unit square to degrees; places outside of it go to its edge.
pub fn unproject(place: World) -> LonLat {
    let y = place.y.clamp(0.0, 1.0);
    let lat = atan(sinh(PI * (1.0 - 2.0 * y))).to_degrees();
    LonLat::clamped((place.x - 0.5) * 360.0, lat)
}

impl World {
    /// To fixed point. Places outside the unit square go to its edge.
    pub fn to_fixed(self) -> Fixed {
        // `as` saturates, and takes NaN to 0.
        let unit = |value: f64| (value * Fixed::UNITS) as u32;
        Fixed {
            x: unit(self.x),
            y: unit(self.y),
        }
    }

    /// Straight distance, in widths of the world.
    pub fn distance(self, other: World) -> f64 {
        (self.x - other.x).hypot(self.y - other.y)
    }
}

impl Fixed {
    /// Units in the width of the world: 2³², hence 9.3 mm each at the equator.
    pub const UNITS: f64 = 4_294_967_296.0;

    /// From fixed point. Exact: `f.to_world().to_fixed() == f`.
    pub fn to_world(self) -> World {
        World {
            x: f64::from(self.x) / Self::UNITS,
            y: f64::from(self.y) / Self::UNITS,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn close(a: f64, b: f64) -> bool {
        (a - b).abs() < 1e-9
    }

    #[test]
    fn the_middle_and_the_corners() {
        assert_eq!(world(0.0, 0.0), (0.5, 0.5));
        let (x, y) = world(-180.0, MAX_LAT);
        assert!(close(x, 0.0) && close(y, 0.0));
        let (x, y) = world(180.0, -90.0);
        assert!(close(x, 1.0) && close(y, 1.0));
    }

    #[test]
    fn paris_is_in_its_known_tile() {
        // Notre-Dame: tile 8/129/88 of any slippy map.
        let (x, y) = world(2.3499, 48.853);
        assert_eq!(((x * 256.0) as u32, (y * 256.0) as u32), (129, 88));
    }

    #[test]
    fn nothing_escapes_fixed_point() {
        let far = World {
            x: 7.0,
            y: f64::NAN,
        };
        assert_eq!(far.to_fixed(), Fixed { x: u32::MAX, y: 0 });
    }

    proptest! {
        #[test]
        fn projecting_and_back(lon in -180.0..180.0f64, lat in -85.0..85.0f64) {
            let place = LonLat::new(lon, lat).unwrap();
            let back = unproject(project(place));
            prop_assert!(close(back.lon(), lon) && close(back.lat(), lat));
        }

        #[test]
        fn fixed_point_is_exact(x: u32, y: u32) {
            let fixed = Fixed { x, y };
            prop_assert_eq!(fixed.to_world().to_fixed(), fixed);
        }
    }
}
