//! What tells that a picture shows a card: a build draws again only those that have changed.

use crate::Card;
use sha2::{Digest, Sha256};

/// Changes with what a card looks like.
const DRAWING: u32 = 2;
/// Where in a file the key is looked for: it stands among the first chunks.
const AMONG: usize = 4096;

/// The key of a card.
pub fn key(card: &Card) -> String {
    let digest = Sha256::digest(format!("{DRAWING} {card:?}"));
    let digits = digest.iter().take(16).map(|byte| format!("{byte:02x}"));
    digits.collect()
}

/// Whether a picture that was drawn before has this key.
pub fn has_key(picture: &[u8], key: &str) -> bool {
    let head = picture.get(..AMONG.min(picture.len())).unwrap_or_default();
    head.windows(key.len()).any(|found| found == key.as_bytes())
}
