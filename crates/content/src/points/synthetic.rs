//! Names and categories for points that are made up: always the same for the same row.

use super::fault::grouped;

/// Made-up categories and how many points in a hundred have each; the rest has none.
const CATEGORIES: [(&str, u64); 6] = [
    ("Association", 60),
    ("Coopérative", 16),
    ("Entreprise sociale", 8),
    ("Mutuelle", 7),
    ("Fondation", 4),
    ("Société commerciale", 2),
];

/// « Établissement synthétique n° 12 345, Prauthoy ».
pub fn name(number: usize, commune: Option<&str>) -> String {
    let place = commune.map_or(String::new(), |name| format!(", {name}"));
    let number = grouped(number);
    format!("Établissement synthétique n°\u{a0}{number}{place}")
}

/// The category of a row, by its number.
pub fn category(number: u64) -> Option<&'static str> {
    let mut drawn = mixed(number) % 100;
    for (name, share) in CATEGORIES {
        match drawn.checked_sub(share) {
            None => return Some(name),
            Some(rest) => drawn = rest,
        }
    }
    None
}

/// SplitMix64 (Steele, Lea, Flood, OOPSLA 2014).
fn mixed(number: u64) -> u64 {
    let mixed = number.wrapping_mul(0x9E37_79B9_7F4A_7C15);
    let mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    mixed ^ (mixed >> 31)
}
