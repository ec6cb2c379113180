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

#[cfg(test)]
mod tests {
    use super::grouped;

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
