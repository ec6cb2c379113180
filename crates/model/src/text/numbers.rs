//! Numbers as each language writes them.

use engine::decimal;

/// Groups the digits of the integer part by three.
pub fn grouped(value: f64, thousands: char, decimal: char) -> String {
    let text = decimal::short(value, 2);
    let (sign, digits) = text
        .strip_prefix('-')
        .map_or(("", text.as_str()), |rest| ("\u{2212}", rest));
    let (whole, fraction) = digits
        .split_once('.')
        .map_or((digits, None), |(whole, fraction)| (whole, Some(fraction)));
    let mut out = String::from(sign);
    for (position, digit) in whole.chars().enumerate() {
        if position > 0 && (whole.len() - position).is_multiple_of(3) {
            out.push(thousands);
        }
        out.push(digit);
    }
    if let Some(fraction) = fraction {
        out.push(decimal);
        out.push_str(fraction);
    }
    out
}

/// Kilometres as one says them: to the nearest 1, 5, 10 or 100, the farther the coarser. `None` under one.
pub fn roughly(km: f64) -> Option<f64> {
    let step = match km {
        km if km < 10.0 => 1.0,
        km if km < 100.0 => 5.0,
        km if km < 1000.0 => 10.0,
        _ => 100.0,
    };
    (km >= 1.0).then(|| (km / step).round() * step)
}

#[cfg(test)]
mod tests {
    use super::{grouped, roughly};

    #[test]
    fn distances_are_said_as_precisely_as_one_needs() {
        let said = [0.0, 0.9, 1.2, 9.6, 33.0, 97.9, 664.0, 6849.0].map(roughly);
        let expected = [1.0, 10.0, 35.0, 100.0, 660.0, 6800.0].map(Some);
        assert_eq!(said[..2], [None, None]);
        assert_eq!(said[2..], expected);
    }

    #[test]
    fn french_and_english_numbers() {
        assert_eq!(
            grouped(1_234_567.5, '\u{202f}', ','),
            "1\u{202f}234\u{202f}567,5"
        );
        assert_eq!(grouped(221_000.0, ',', '.'), "221,000");
        assert_eq!(grouped(-12.0, ',', '.'), "\u{2212}12");
        assert_eq!(grouped(0.25, '\u{202f}', ','), "0,25");
    }
}
