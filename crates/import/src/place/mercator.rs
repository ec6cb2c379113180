//! Web Mercator (EPSG:3857), the metres of most maps on the web. In the north of France they are also metres of Lambert 93 in its south, and
//! the reverse: a row alone does not tell which, its table mostly does.

use core::f64::consts::FRAC_PI_2;

/// Radius of the sphere, in metres.
const RADIUS: f64 = 6_378_137.0;

/// Whether metres may be of Web Mercator.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mercator {
    /// Some rows of the table would be at sea or abroad.
    #[default]
    Never,
    /// Nothing in the table tells it from another grid.
    Maybe,
    /// Some rows of the table would be at sea or abroad in any other grid.
    Only,
}

/// Words of titles: the first tell a grid of the State, the others Web Mercator.
const OF_THE_STATE: [&str; 8] = [
    "lambert", "l93", "lamb93", "2154", "rgf", "cc4", "cc50", "utm",
];
const OF_THE_WEB: [&str; 4] = ["mercator", "3857", "900913", "102100"];

impl Mercator {
    /// Of a table of whose `rows` so many are on land in Web Mercator, and so many in another grid. One row in ten may be a mistake.
    pub fn of(rows: usize, web: usize, others: usize, titles: &str) -> Self {
        let holds = |count: usize| count * 10 >= rows * 9;
        let says = |words: &[&str]| words.iter().any(|word| titles.contains(word));
        match (holds(web), holds(others)) {
            _ if says(&OF_THE_WEB) => Self::Only,
            _ if says(&OF_THE_STATE) => Self::Never,
            (false, _) => Self::Never,
            (true, false) => Self::Only,
            (true, true) => Self::Maybe,
        }
    }
}

/// Longitude and latitude of metres, in degrees.
pub fn to_degrees(east: f64, north: f64) -> (f64, f64) {
    let lon = (east / RADIUS).to_degrees();
    let lat = 2.0 * (north / RADIUS).exp().atan() - FRAC_PI_2;
    (lon, lat.to_degrees())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Control values: PROJ 9, EPSG:3857.
    #[test]
    fn metres_of_the_web_are_degrees() {
        for (east, north, lon, lat) in [
            (261_845.71, 6_250_564.35, 2.3522, 48.8566),
            (0.0, 0.0, 0.0, 0.0),
        ] {
            let (found_lon, found_lat) = to_degrees(east, north);
            assert!(
                (found_lon - lon).abs() < 1e-6 && (found_lat - lat).abs() < 1e-6,
                "{found_lon} {found_lat}"
            );
        }
    }

    #[test]
    fn a_table_tells_what_a_row_does_not() {
        for (rows, web, others, titles, expected) in [
            (10, 3, 10, "x y", Mercator::Never),
            (10, 10, 2, "x y", Mercator::Only),
            (10, 9, 10, "x y", Mercator::Maybe),
            (10, 10, 10, "x lambert93", Mercator::Never),
            (10, 1, 10, "x 3857", Mercator::Only),
        ] {
            assert_eq!(Mercator::of(rows, web, others, titles), expected);
        }
    }
}
