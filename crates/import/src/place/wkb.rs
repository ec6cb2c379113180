//! A point as PostGIS gives it when nobody asks for text: well-known binary, in hexadecimal.

use super::found::Found;
use super::system::System;

/// The byte order, the kind, and the two numbers of a point.
const LEAST_DIGITS: usize = 2 * (1 + 4 + 16);

/// In the kind: the bit that says that a reference system follows.
const HAS_SYSTEM: u32 = 0x2000_0000;

/// Reads a geometry; `None` when this is not one.
pub fn read(text: &str) -> Option<Found> {
    if text.len() < LEAST_DIGITS || !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    let bytes = bytes(text)?;
    let (&order, rest) = bytes.split_first()?;
    if order > 1 {
        return None;
    }
    let (kind, rest) = whole(rest, order)?;
    let (system, rest) = match kind & HAS_SYSTEM {
        0 => (None, rest),
        _ => {
            let (code, rest) = whole(rest, order)?;
            // PostGIS writes 0 for a system that nobody named.
            (Some(System::Epsg(code)).filter(|_| code != 0), rest)
        }
    };
    // The kind of ISO has thousands for heights and measures.
    if kind & 0xFFFF != 1 && (kind & 0xFFFF) % 1000 != 1 {
        return Some(Found::Shape);
    }
    let (lon, rest) = number(rest, order)?;
    let (lat, _) = number(rest, order)?;
    match lon.is_nan() && lat.is_nan() {
        true => Some(Found::Empty),
        false => Some(Found::LonLat(lon, lat).within(system)),
    }
}

fn whole(bytes: &[u8], order: u8) -> Option<(u32, &[u8])> {
    let (four, rest) = bytes.split_first_chunk::<4>()?;
    let number = match order {
        0 => u32::from_be_bytes(*four),
        _ => u32::from_le_bytes(*four),
    };
    Some((number, rest))
}

fn bytes(text: &str) -> Option<Vec<u8>> {
    let (pairs, odd) = text.as_bytes().as_chunks::<2>();
    let digit = |byte: u8| char::from(byte).to_digit(16);
    let byte = |[high, low]: &[u8; 2]| u8::try_from(digit(*high)? << 4 | digit(*low)?).ok();
    odd.is_empty()
        .then(|| pairs.iter().map(byte).collect())
        .flatten()
}

fn number(bytes: &[u8], order: u8) -> Option<(f64, &[u8])> {
    let (eight, rest) = bytes.split_first_chunk::<8>()?;
    let number = match order {
        0 => f64::from_be_bytes(*eight),
        _ => f64::from_le_bytes(*eight),
    };
    Some((number, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_of_both_orders_are_read_and_nothing_else() {
        for (text, expected) in [
            (
                "0000000001400C0000000000004049400000000000",
                Some(Found::LonLat(3.5, 50.5)),
            ),
            (
                "01010000000000000000000C400000000000404940",
                Some(Found::LonLat(3.5, 50.5)),
            ),
            (
                "0101000000000000000000F87F000000000000F87F",
                Some(Found::Empty),
            ),
            (
                "010300000001000000040000000000000000000C40",
                Some(Found::Shape),
            ),
            ("21920050100017", None),
            ("020100000000000000000000000000000000000000", None),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }
}
