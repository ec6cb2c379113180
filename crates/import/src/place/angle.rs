//! Degrees as people write them: decimal, or in minutes and seconds.

use content::points::number;

/// Decimal degrees, and whether they were written in another way (« 48°51'24"N », « 48.85 N »).
pub fn read(text: &str) -> Option<(f64, bool)> {
    let compact: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let plain = compact.strip_suffix('°').unwrap_or(&compact);
    match number(plain) {
        Some(degrees) => Some((degrees, false)),
        None => sexagesimal(text).map(|degrees| (degrees, true)),
    }
}

/// Degrees, minutes, seconds and a letter of the compass (O is west in French). Without marks between the numbers, the letter has to be there.
fn sexagesimal(text: &str) -> Option<f64> {
    let marked = marked(text).to_uppercase();
    let compass = |c: char| "NSEWO".contains(c);
    let (letters, rest): (String, String) = marked.chars().partition(|&c| compass(c));
    let rest = rest.trim();
    let sign = match letters.as_str() {
        "N" | "E" => 1.0,
        "S" | "W" | "O" => -1.0,
        "" if !rest.contains(DEGREES) => return None,
        "" if rest.starts_with('-') => -1.0,
        "" => 1.0,
        _ => return None,
    };
    let rest = rest.trim_start_matches('-');
    let mark = |c: char| c.is_whitespace() || DEGREES.contains(&c) || "'’′\"”″".contains(c);
    let parts: Vec<&str> = rest.split(mark).filter(|part| !part.is_empty()).collect();
    let values: Option<Vec<f64>> = parts.iter().map(|part| number(part)).collect();
    let value = match *values?.as_slice() {
        [degrees] => degrees,
        [degrees, minutes] if minutes < 60.0 => degrees + minutes / 60.0,
        [degrees, minutes, seconds] if minutes < 60.0 && seconds < 60.0 => {
            degrees + minutes / 60.0 + seconds / 3600.0
        }
        _ => return None,
    };
    Some(sign * value)
}

const DEGREES: [char; 2] = ['°', 'º'];

/// « 48d51m24s » → « 48°51'24" ».
fn marked(text: &str) -> String {
    let lettered = |c: char| c.is_ascii_digit() || "dms.,- ".contains(c);
    if !text.contains('d') || !text.chars().all(lettered) {
        return text.to_owned();
    }
    text.replace('d', "°").replace('m', "'").replace('s', "\"")
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn degrees_are_read_in_every_form() {
        for (text, expected) in [
            ("48.5", 48.5),
            ("48,5", 48.5),
            ("48,5°", 48.5),
            ("48°30'00\"N", 48.5),
            ("48° 30′ N", 48.5),
            ("2°15'O", -2.25),
            ("N48°30'", 48.5),
            ("-2°15'00\"", -2.25),
            ("48.5 N", 48.5),
            ("O 2,25", -2.25),
            ("48 30 00 N", 48.5),
            ("48d30m00s", 48.5),
            ("-2d15m", -2.25),
        ] {
            let (found, _) = read(text).unwrap();
            assert!((found - expected).abs() < 1e-9, "{text} {found}");
        }
        for text in [
            "",
            "48°75'",
            "abc",
            "N",
            "48.5.2",
            "48°30'10\"5\"2",
            "48.5 30 N E",
            "12 N rue",
            "48 N 2 E",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
