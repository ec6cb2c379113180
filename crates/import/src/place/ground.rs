//! Where French communes are, roughly: what is far from all of them is at sea or abroad.

use content::Gazetteer;
use engine::geo::LonLat;
use std::collections::HashSet;

/// Squares per degree: some ten kilometres.
const PER_DEGREE: f64 = 10.0;

/// The squares that hold a commune.
pub struct Ground(HashSet<(i32, i32)>);

impl Ground {
    /// Of all communes.
    pub fn of(gazetteer: &Gazetteer) -> Self {
        let communes = gazetteer.communes();
        Self(
            communes
                .map(|(_, commune)| square(commune.lon, commune.lat))
                .collect(),
        )
    }

    /// Whether a commune is within about twenty kilometres.
    pub fn is_near(&self, at: LonLat) -> bool {
        let (x, y) = square(at.lon(), at.lat());
        let mut around = (x - 1..=x + 1).flat_map(|x| (y - 1..=y + 1).map(move |y| (x, y)));
        around.any(|square| self.0.contains(&square))
    }
}

fn square(lon: f64, lat: f64) -> (i32, i32) {
    // Degrees of a place are finite and few.
    let rank = |degrees: f64| (degrees * PER_DEGREE).floor() as i32;
    (rank(lon), rank(lat))
}
