//! What a cell may say of a place.

use super::system::System;

/// What a cell says of a place.
#[derive(Clone, Debug, PartialEq)]
pub enum Found {
    /// Longitude and latitude as GeoJSON orders them, or easting and northing.
    LonLat(f64, f64),
    /// The same, in a system that the cell names.
    In(System, f64, f64),
    /// Two numbers, the first of which is usually the latitude.
    Pair(f64, f64),
    /// A line, a surface: no point.
    Shape,
    /// A point that is nowhere: « POINT EMPTY ».
    Empty,
    /// Nothing that can be read.
    Unread,
}

impl Found {
    /// The same, in the system that the cell names, if it does.
    pub fn within(self, system: Option<System>) -> Self {
        match (self, system) {
            (Self::LonLat(lon, lat), Some(system)) => Self::In(system, lon, lat),
            (found, _) => found,
        }
    }
}
