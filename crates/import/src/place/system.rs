//! Which coordinate system a file, a cell or somebody says coordinates are in. They are named by their codes of EPSG.

use super::grid::{self, Grid};

/// A coordinate system that was named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum System {
    /// By its code: « EPSG:2154 ».
    Epsg(u32),
    /// In words that are no code.
    Named(String),
}

/// What coordinates in a system are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// Degrees.
    Degrees,
    /// Metres of the grids of this code: the islands of a zone each have theirs.
    Metres(u32),
    /// Nothing that is converted here.
    Unknown,
}

/// Degrees of WGS 84 and of the systems that agree with it within a metre: ETRS 89, RGF 93, RRAF 91, RGAF 09, RGFG 95, RGR 92, RGM 04,
/// RGSPM 06, RGNC 91-93.
const DEGREES: [u32; 13] = [
    4326, 4979, 4258, 4171, 4965, 4558, 5489, 4624, 4627, 4470, 4463, 4749, 9776,
];

/// Words that are degrees of WGS 84.
const WORDS: [&str; 5] = ["crs84", "crs:84", "wgs84", "wgs 84", "wgs_84"];

impl System {
    /// From what GeoJSON, WKT and people write: « urn:ogc:def:crs:EPSG::2154 », « EPSG:4326 », « …/def/crs/EPSG/0/3857 », « CRS84 ».
    pub fn read(name: &str) -> Self {
        let lower = name.to_lowercase();
        if WORDS.iter().any(|word| lower.ends_with(word)) {
            return Self::Epsg(4326);
        }
        let is_code = lower.contains("epsg") || lower.bytes().all(|byte| byte.is_ascii_digit());
        let last = lower.rsplit([':', '/', '#', ' ']).next();
        match last.and_then(|last| last.parse().ok()) {
            Some(code) if is_code => Self::Epsg(code),
            _ => Self::Named(name.to_owned()),
        }
    }

    /// What coordinates in it are.
    pub fn reading(&self, grids: &[Grid]) -> Reading {
        match self {
            Self::Epsg(code) if DEGREES.contains(code) => Reading::Degrees,
            Self::Epsg(code) if grids.iter().any(|grid| grid.epsg.contains(code)) => {
                Reading::Metres(*code)
            }
            _ => Reading::Unknown,
        }
    }
}

/// Whether coordinates of this code of EPSG are converted.
pub fn is_known(code: u32) -> bool {
    System::Epsg(code).reading(&grid::all()) != Reading::Unknown
}

impl core::fmt::Display for System {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self {
            Self::Epsg(code) => write!(f, "EPSG:{code}"),
            Self::Named(name) => write!(f, "« {name} »"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn systems_are_read_as_they_are_written() {
        for (name, expected) in [
            ("urn:ogc:def:crs:EPSG::2154", System::Epsg(2154)),
            ("urn:ogc:def:crs:EPSG:6.9:3857", System::Epsg(3857)),
            (
                "http://www.opengis.net/def/crs/EPSG/0/32620",
                System::Epsg(32_620),
            ),
            ("EPSG:4326", System::Epsg(4326)),
            ("epsg 2154", System::Epsg(2154)),
            ("2154", System::Epsg(2154)),
            ("urn:ogc:def:crs:OGC:1.3:CRS84", System::Epsg(4326)),
            (
                "RGF93 / Lambert-93",
                System::Named("RGF93 / Lambert-93".to_owned()),
            ),
            ("zone 20", System::Named("zone 20".to_owned())),
            ("", System::Named(String::new())),
        ] {
            assert_eq!(System::read(name), expected, "{name}");
        }
    }
}
