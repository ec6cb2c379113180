//! A place on Earth in degrees (WGS 84).

use std::fmt;

/// Longitude and latitude in degrees, always finite and in range: lon in -180..=180, lat in -90..=90.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LonLat {
    lon: f64,
    lat: f64,
}

/// The degrees that were refused.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OutOfRange {
    /// The longitude as given.
    pub lon: f64,
    /// The latitude as given.
    pub lat: f64,
}

impl LonLat {
    /// Longitude first, as in GeoJSON. Refuses what is not a place on Earth, NaN included.
    pub fn new(lon: f64, lat: f64) -> Result<Self, OutOfRange> {
        if (-180.0..=180.0).contains(&lon) && (-90.0..=90.0).contains(&lat) {
            Ok(Self { lon, lat })
        } else {
            Err(OutOfRange { lon, lat })
        }
    }

    /// The nearest place in range; what is not a number counts as 0.
    pub const fn clamped(lon: f64, lat: f64) -> Self {
        Self {
            lon: clamp(lon, 180.0),
            lat: clamp(lat, 90.0),
        }
    }

    /// Degrees east of Greenwich.
    pub const fn lon(self) -> f64 {
        self.lon
    }

    /// Degrees north of the equator.
    pub const fn lat(self) -> f64 {
        self.lat
    }
}

const fn clamp(degrees: f64, limit: f64) -> f64 {
    if degrees.is_nan() {
        0.0
    } else {
        // Not `clamp`, which can panic: its message brings the formatting of floats, 5 KB of the first view.
        degrees.max(-limit).min(limit)
    }
}

impl TryFrom<(f64, f64)> for LonLat {
    type Error = OutOfRange;

    fn try_from((lon, lat): (f64, f64)) -> Result<Self, OutOfRange> {
        Self::new(lon, lat)
    }
}

impl fmt::Display for OutOfRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { lon, lat } = self;
        write!(
            f,
            "longitude {lon}, latitude {lat}: expected -180 to 180 and -90 to 90"
        )
    }
}

impl std::error::Error for OutOfRange {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accepts_the_edges_of_the_world() {
        assert!(LonLat::new(-180.0, 90.0).is_ok());
        assert!(LonLat::new(55.45, -20.88).is_ok());
    }

    #[test]
    fn refuses_what_is_not_a_place() {
        for (lon, lat) in [
            (180.1, 0.0),
            (0.0, -90.1),
            (f64::NAN, 0.0),
            (0.0, f64::INFINITY),
        ] {
            assert!(LonLat::new(lon, lat).is_err(), "{lon} {lat}");
        }
        assert_eq!(
            LonLat::new(200.0, 0.0).unwrap_err().to_string(),
            "longitude 200, latitude 0: expected -180 to 180 and -90 to 90"
        );
    }

    #[test]
    fn clamps_anything() {
        assert_eq!(
            LonLat::clamped(f64::NAN, 95.0),
            LonLat {
                lon: 0.0,
                lat: 90.0
            }
        );
    }
}
