//! What a cell may say of a place.

/// What a cell says of a place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Found {
    /// Longitude and latitude as GeoJSON orders them, or easting and northing.
    LonLat(f64, f64),
    /// Two numbers, the first of which is usually the latitude.
    Pair(f64, f64),
    /// A line, a surface: no point.
    Shape,
    /// A point that is nowhere: « POINT EMPTY ».
    Empty,
    /// Nothing that can be read.
    Unread,
}
