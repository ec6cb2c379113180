//! Made-up points as crowded as real ones, always the same: benchmarks and the golden scene start from them.

use engine::geo::{Fixed, LonLat, mercator, morton};

/// Longitude, latitude, and weight.
const TOWNS: [(f64, f64, u64); 16] = [
    (2.35, 48.86, 22),
    (4.84, 45.76, 8),
    (5.37, 43.30, 8),
    (1.44, 43.60, 6),
    (-0.58, 44.84, 6),
    (3.06, 50.63, 6),
    (-1.55, 47.22, 5),
    (7.75, 48.58, 4),
    (-1.68, 48.11, 4),
    (7.26, 43.70, 4),
    (3.88, 43.61, 4),
    (5.72, 45.19, 3),
    (-4.49, 48.39, 3),
    (55.45, -20.88, 2),
    (-61.53, 16.24, 2),
    (2.5, 46.6, 13),
];

/// SplitMix64 (Steele, Lea, Flood, OOPSLA 2014).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// From 0 to 1.
    fn unit(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1u64 << 53) as f64
    }
}

/// So many places with a category each, 0 to 6: around towns, denser near their centres, one in fifty at the very same place,
/// and a part all over the country.
pub fn places(count: usize) -> Vec<(LonLat, u8)> {
    let mut random = Random(2026);
    (0..count).map(|_| place(&mut random)).collect()
}

fn place(random: &mut Random) -> (LonLat, u8) {
    let total: u64 = TOWNS.iter().map(|(.., weight)| weight).sum();
    let mut drawn = random.next() % total;
    let town = TOWNS.iter().find(|(.., weight)| {
        let here = drawn < *weight;
        drawn = drawn.saturating_sub(*weight);
        here
    });
    let &(lon, lat, weight) = town.unwrap_or(&TOWNS[0]);
    let reach = if weight == 13 { 4.0 } else { 0.4 };
    let away = if random.next().is_multiple_of(50) {
        0.0
    } else {
        reach * random.unit() * random.unit()
    };
    let turn = random.unit() * std::f64::consts::TAU;
    let category = (random.unit() * random.unit() * 7.0) as u8;
    let at = LonLat::clamped(lon + away * turn.cos() * 1.4, lat + away * turn.sin());
    (at, category)
}

/// The same as sorted columns: Morton keys and categories.
pub fn columns(count: usize, key: impl Fn(Fixed) -> u64) -> (Vec<u64>, Vec<u8>) {
    let keyed = |(at, category)| (key(mercator::project(at).to_fixed()), category);
    let mut points: Vec<(u64, u8)> = places(count).into_iter().map(keyed).collect();
    points.sort_unstable();
    points.into_iter().unzip()
}

/// The key of the place itself.
pub fn exact(place: Fixed) -> u64 {
    morton::interleave(place)
}
