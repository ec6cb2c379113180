//! Decimal numbers of a few digits, written and read through integers.
//!
//! The standard library's conversions of floats are exact for every float, which takes tables that weigh about 10 KB in the
//! compressed app (`make weight` tells). Addresses, pixels and figures need a few decimal places.

use std::fmt::{self, Display, Formatter};

/// The most decimal places that are written or read.
pub const MAX_PLACES: u32 = 9;

/// A number to be written: see [`decimal`].
#[derive(Clone, Copy, Debug)]
pub struct Decimal {
    /// The value times ten to the power of `places`.
    scaled: i64,
    places: u32,
}

/// A number rounded to some decimal places, with a point: `decimal(2.5, 2)` is written `2.50`. What is too large for the integers
/// in between (beyond 9·10⁹ with nine places) is cut to their range; not-a-number is 0.
pub fn decimal(value: f64, places: u32) -> Decimal {
    let places = places.min(MAX_PLACES);
    // `as` saturates, and takes not-a-number to 0.
    let scaled = (value * 10_i64.pow(places) as f64).round() as i64;
    Decimal { scaled, places }
}

impl Display for Decimal {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        let unit = 10_u64.pow(self.places);
        let sign = if self.scaled < 0 { "-" } else { "" };
        let scaled = self.scaled.unsigned_abs();
        let (whole, part) = (scaled / unit, scaled % unit);
        match self.places as usize {
            0 => write!(f, "{sign}{whole}"),
            width => write!(f, "{sign}{whole}.{part:0width$}"),
        }
    }
}

/// The same without zeros at the end: `short(2.50, 2)` is `2.5`.
pub fn short(value: f64, places: u32) -> String {
    let text = decimal(value, places).to_string();
    if text.contains('.') {
        text.trim_end_matches('0').trim_end_matches('.').to_owned()
    } else {
        text
    }
}

/// Reads digits with an optional sign and point. `None` for anything else, exponents included, and beyond 18 digits.
pub fn read(text: &str) -> Option<f64> {
    let (negative, digits) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.len() + part.len() == 0
        || whole.len() + part.len() > 18
        || !is_number(whole)
        || !is_number(part)
    {
        return None;
    }
    let fold = |value: u64, text: &str| {
        text.bytes()
            .fold(value, |value, byte| value * 10 + u64::from(byte - b'0'))
    };
    let scaled = fold(fold(0, whole), part) as f64;
    let value = scaled / 10_u64.pow(part.len() as u32) as f64;
    Some(if negative { -value } else { value })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn odd_numbers_do_no_harm() {
        assert_eq!(decimal(f64::NAN, 2).to_string(), "0.00");
        assert_eq!(decimal(-0.001, 2).to_string(), "0.00");
        assert_eq!(decimal(1.005, 0).to_string(), "1");
        assert_eq!(
            [short(2.5, 2), short(100.0, 2), short(100.0, 0)],
            ["2.5", "100", "100"]
        );
        for text in [
            "",
            ".",
            "-",
            "1e5",
            "NaN",
            "1,5",
            "inf",
            "1.2.3",
            "1234567890123456789",
            " 1",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn written_as_the_standard_library_does(hundredths in -1_000_000_000i64..1_000_000_000, places in 2u32..6) {
            let value = hundredths as f64 / 100.0;
            // Minus zero is zero here.
            prop_assume!(hundredths != 0);
            prop_assert_eq!(decimal(value, places).to_string(), format!("{value:.width$}", width = places as usize));
        }

        #[test]
        fn read_as_the_standard_library_does(text in "[-+]?[0-9]{1,8}(\\.[0-9]{0,8})?") {
            let expected: f64 = text.parse().unwrap();
            prop_assert!((read(&text).unwrap() - expected).abs() <= expected.abs() * 1e-15);
        }
    }
}
