//! Universal transverse Mercator, the grids of the overseas départements.
//!
//! Formulas: Krüger's series in n, to the fourth order, as in Karney, « Transverse Mercator with an accuracy of a few nanometers »,
//! Journal of Geodesy 85 (2011), equations 11, 15 and 36. In a zone they agree with IGN's (NTG 76) well below a millimetre.

/// Third flattening of GRS 80.
const N: f64 = 0.001_679_220_394_628_7;

/// First eccentricity of GRS 80.
const E: f64 = 0.081_819_191_042_815_79;

/// Semi-major axis of GRS 80, in metres.
const SEMI_MAJOR: f64 = 6_378_137.0;

/// Scale on the central meridian, and the easting of that meridian, in metres.
const SCALE: f64 = 0.9996;
const FALSE_EASTING: f64 = 500_000.0;

/// Longitude and latitude, in degrees, of a point of a zone from 1 to 60.
pub fn to_degrees(zone: u32, south: bool, easting: f64, northing: f64) -> (f64, f64) {
    let false_northing = if south { 10_000_000.0 } else { 0.0 };
    let radius = SEMI_MAJOR / (1.0 + N) * (1.0 + N * N / 4.0 + N.powi(4) / 64.0);
    let xi = (northing - false_northing) / (SCALE * radius);
    let eta = (easting - FALSE_EASTING) / (SCALE * radius);
    let beta = [
        N / 2.0 - 2.0 / 3.0 * N.powi(2) + 37.0 / 96.0 * N.powi(3) - N.powi(4) / 360.0,
        N.powi(2) / 48.0 + N.powi(3) / 15.0 - 437.0 / 1440.0 * N.powi(4),
        17.0 / 480.0 * N.powi(3) - 37.0 / 840.0 * N.powi(4),
        4397.0 / 161_280.0 * N.powi(4),
    ];
    let (mut xi_0, mut eta_0) = (xi, eta);
    for (term, coefficient) in (1_u32..).zip(beta) {
        let twice = f64::from(2 * term);
        xi_0 -= coefficient * (twice * xi).sin() * (twice * eta).cosh();
        eta_0 -= coefficient * (twice * xi).cos() * (twice * eta).sinh();
    }
    let tau_conformal = xi_0.sin() / eta_0.sinh().hypot(xi_0.cos());
    let from_meridian = eta_0.sinh().atan2(xi_0.cos()).to_degrees();
    let meridian = f64::from(zone) * 6.0 - 183.0;
    (
        meridian + from_meridian,
        tangent(tau_conformal).atan().to_degrees(),
    )
}

/// The tangent of the latitude from that of the conformal latitude, by Newton's method.
fn tangent(conformal: f64) -> f64 {
    let squared = 1.0 - E * E;
    (0..6).fold(conformal / squared.sqrt(), |tau: f64, _| {
        let root = tau.hypot(1.0);
        let sigma = (E * (E * tau / root).atanh()).sinh();
        let found = tau * sigma.hypot(1.0) - sigma * root;
        let slope = (1.0 + squared * tau * tau) / (squared * root * found.hypot(1.0));
        tau + (conformal - found) * slope
    })
}
