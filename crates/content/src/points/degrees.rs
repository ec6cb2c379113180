//! Numbers as tables write them: a point or a comma, any number of digits, an exponent when a spreadsheet thought it clever.

/// The number of a text; `None` when it is none.
pub fn number(text: &str) -> Option<f64> {
    let plain = |c: char| c.is_ascii_digit() || "+-.eE".contains(c);
    let text: String = text
        .chars()
        .map(|c| match c {
            ',' => '.',
            '\u{2212}' => '-',
            c => c,
        })
        .collect();
    // Words that the standard library takes for numbers, « inf » among them, have other letters.
    let number = text.chars().all(plain).then(|| text.parse().ok())?;
    number.filter(|number: &f64| number.is_finite())
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn numbers_are_read_as_tables_write_them() {
        for (text, expected) in [
            ("48.8566", 48.8566),
            ("-2,25", -2.25),
            ("\u{2212}2,25", -2.25),
            ("4.75e1", 47.5),
            ("4,75E+01", 47.5),
            ("+.5", 0.5),
            ("-0.00012345678901234567", -0.000_123_456_789_012_345_67),
            ("48.856614000000000000000001", 48.856_614),
        ] {
            assert_eq!(number(text), Some(expected), "{text}");
        }
        for text in [
            "", "-", ".", "e", "nan", "inf", "infinity", "1e999", "1 5", "1.2.3", "1,2,3",
            "48°51'", "0x10", "1_0",
        ] {
            assert_eq!(number(text), None, "{text}");
        }
    }
}
