//! Lambert's conformal conic projection: Lambert 93, the nine conic conformal zones, that of New Caledonia.
//!
//! Formulas: IGN, « Projection cartographique conique conforme de Lambert », NTG 71 (1995): ALG0001, ALG0002, ALG0004, ALG0021, ALG0054.

use core::f64::consts::FRAC_PI_2;

/// Semi-major axis of GRS 80, in metres.
const A: f64 = 6_378_137.0;

/// First eccentricity of GRS 80.
const E: f64 = 0.081_819_191_042_815_79;

/// The cone of a projection and its origin.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Conic {
    /// Exponent of the projection.
    n: f64,
    /// Its constant, in metres.
    c: f64,
    /// The pole in the plane, in metres.
    pole: (f64, f64),
    /// Longitude of the origin, in radians.
    meridian: f64,
}

impl Conic {
    /// From an origin and two standard parallels, in degrees, and the coordinates of the origin, in metres (ALG0054).
    pub fn new(origin: (f64, f64), parallels: (f64, f64), false_origin: (f64, f64)) -> Self {
        let (meridian, latitude) = (origin.0.to_radians(), origin.1.to_radians());
        let (one, two) = (parallels.0.to_radians(), parallels.1.to_radians());
        let across = |latitude: f64| normal(latitude) * latitude.cos();
        let n = (across(two) / across(one)).ln() / (isometric(one) - isometric(two));
        let c = across(one) / n * (n * isometric(one)).exp();
        let radius = c * (-n * isometric(latitude)).exp();
        Self {
            n,
            c,
            pole: (false_origin.0, false_origin.1 + radius),
            meridian,
        }
    }

    /// Longitude and latitude of a point, in degrees (ALG0004).
    pub fn to_degrees(self, x: f64, y: f64) -> (f64, f64) {
        let (dx, dy) = (x - self.pole.0, self.pole.1 - y);
        let longitude = self.meridian + (dx / dy).atan() / self.n;
        let isometric = -((dx.hypot(dy) / self.c).abs()).ln() / self.n;
        (longitude.to_degrees(), latitude(isometric).to_degrees())
    }
}

/// Radius of curvature of the prime vertical, in metres (ALG0021).
fn normal(latitude: f64) -> f64 {
    A / (1.0 - (E * latitude.sin()).powi(2)).sqrt()
}

/// Isometric latitude (ALG0001).
fn isometric(latitude: f64) -> f64 {
    let sine = E * latitude.sin();
    ((FRAC_PI_2 + latitude) / 2.0).tan().ln() - E / 2.0 * ((1.0 + sine) / (1.0 - sine)).ln()
}

/// Latitude from the isometric one, in radians (ALG0002): a fixed number of steps, well beyond what is needed.
fn latitude(isometric: f64) -> f64 {
    let start = 2.0 * isometric.exp().atan() - FRAC_PI_2;
    (0..12).fold(start, |latitude: f64, _| {
        let sine = E * latitude.sin();
        let factor = ((1.0 + sine) / (1.0 - sine)).powf(E / 2.0);
        2.0 * (factor * isometric.exp()).atan() - FRAC_PI_2
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lambert_93_has_the_published_constants() {
        let lambert_93 = Conic::new((3.0, 46.5), (44.0, 49.0), (700_000.0, 6_600_000.0));
        // IGN, « Systèmes de référence et projections », RGF93 / Lambert-93.
        assert!(
            (lambert_93.n - 0.725_607_765_053).abs() < 1e-11,
            "{}",
            lambert_93.n
        );
        assert!(
            (lambert_93.c - 11_754_255.426).abs() < 1e-2,
            "{}",
            lambert_93.c
        );
        assert!(
            (lambert_93.pole.1 - 12_655_612.050).abs() < 1e-2,
            "{}",
            lambert_93.pole.1
        );
    }

    #[test]
    fn the_isometric_latitude_comes_back() {
        for degrees in [-60.0_f64, -21.5, 0.0, 46.5, 80.0] {
            let there = isometric(degrees.to_radians());
            assert!((latitude(there).to_degrees() - degrees).abs() < 1e-9);
        }
    }
}
