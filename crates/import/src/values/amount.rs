//! Amounts as people write them. « 12.500 » may be twelve thousand five hundred, or twelve and a half: only its author knows.

use super::Reading;
use crate::problem::Finding;
use crate::rule::Rule;

/// Reads euros. `number`: the file says itself that this is a number.
pub fn read(text: &str, number: bool) -> Reading {
    if number {
        return match text.parse::<f64>() {
            Ok(_) => Reading::kept(),
            Err(_) => Reading::said(unread()),
        };
    }
    let compact = compact(text);
    let (sign, digits) = signed(&compact);
    match plain(digits, text) {
        Plain::Number(value) => {
            let value = format!("{sign}{value}");
            if value == text {
                return Reading::kept();
            }
            let finding = Finding::note(
                Rule::Amount,
                format!("montant lu {value}"),
                "rien à faire si c'est juste",
            );
            Reading::read(value, finding)
        }
        Plain::Either(thousands, decimal) => Reading::said(Finding::question(
            Rule::Amount,
            format!("ce montant se lit de deux façons : {sign}{thousands} ou {sign}{decimal}"),
            "écrivez-le sans séparateur de milliers, avec une virgule ou un point et deux décimales",
        )),
        Plain::None => Reading::said(unread()),
    }
}

/// The number of an amount that was read with certainty.
pub fn value(text: &str) -> Option<f64> {
    let plain = text.trim_start_matches('-');
    let is_plain = plain
        .bytes()
        .all(|byte| byte.is_ascii_digit() || byte == b'.');
    is_plain.then(|| text.parse().ok()).flatten()
}

fn unread() -> Finding {
    Finding::refusal(
        Rule::Amount,
        "ce n'est pas un montant",
        "écrivez un nombre seul, en euros : 12500,50",
    )
}

/// The sign, and the digits: « -300 », and as accountants write it, « (300) » or « 300- ».
fn signed(compact: &str) -> (&'static str, &str) {
    const MINUS: [char; 2] = ['-', '\u{2212}'];
    let in_parentheses = compact
        .strip_prefix('(')
        .and_then(|inside| inside.strip_suffix(')'));
    let negative = in_parentheses
        .or_else(|| compact.strip_prefix(MINUS))
        .or_else(|| compact.strip_suffix(MINUS));
    match negative {
        Some(digits) => ("-", digits),
        None => ("", compact.strip_prefix('+').unwrap_or(compact)),
    }
}

enum Plain {
    Number(String),
    Either(String, String),
    None,
}

/// Without spaces, currency, nor apostrophes between thousands.
fn compact(text: &str) -> String {
    let text = text.trim();
    let text = ["€", "EUR", "euros", "Euros", "euro"]
        .iter()
        .find_map(|unit| text.strip_suffix(unit).or_else(|| text.strip_prefix(unit)))
        .unwrap_or(text);
    text.chars()
        .filter(|c| !c.is_whitespace() && !"'’".contains(*c))
        .collect()
}

fn plain(digits: &str, text: &str) -> Plain {
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let grouped_by_spaces = text.trim().chars().any(char::is_whitespace) && {
        let bare = text.trim().trim_end_matches(['€', 'E', 'U', 'R']).trim();
        bare.chars().any(char::is_whitespace)
    };
    let marks: Vec<char> = digits.chars().filter(|c| ".,".contains(*c)).collect();
    match marks.as_slice() {
        [] if is_number(digits) => Plain::Number(digits.to_owned()),
        [_] => {
            let Some((whole, part)) = digits.split_once(['.', ',']) else {
                return Plain::None;
            };
            if !is_number(part) || !(is_number(whole) || whole.is_empty()) {
                return Plain::None;
            }
            let may_be_thousands =
                part.len() == 3 && (1..=3).contains(&whole.len()) && !whole.starts_with('0');
            let whole = if whole.is_empty() { "0" } else { whole };
            match may_be_thousands && !grouped_by_spaces {
                true => Plain::Either(format!("{whole}{part}"), format!("{whole}.{part}")),
                false => Plain::Number(format!("{whole}.{part}")),
            }
        }
        [first, .., last] if first != last => {
            let Some((whole, part)) = digits.rsplit_once(*last) else {
                return Plain::None;
            };
            match (groups(whole, *first), is_number(part)) {
                (Some(whole), true) => Plain::Number(format!("{whole}.{part}")),
                _ => Plain::None,
            }
        }
        [mark, ..] => groups(digits, *mark).map_or(Plain::None, Plain::Number),
        [] => Plain::None,
    }
}

/// « 1.234.567 » → « 1234567 ».
fn groups(text: &str, mark: char) -> Option<String> {
    let mut parts = text.split(mark);
    let first = parts.next()?;
    let is_number = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let sound = (1..=3).contains(&first.len()) && is_number(first);
    let rest: Vec<&str> = parts.collect();
    let all_three = rest.iter().all(|part| part.len() == 3 && is_number(part));
    (sound && all_three).then(|| format!("{first}{}", rest.concat()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problem::Level;

    #[test]
    fn amounts_are_read_or_asked_about() {
        for (text, expected) in [
            ("12500", "12500"),
            ("12\u{202f}500,50", "12500.50"),
            ("1\u{a0}234\u{a0}567,00 €", "1234567.00"),
            ("12 500,50 €", "12500.50"),
            ("1 234,500", "1234.500"),
            ("1.234.567", "1234567"),
            ("1.234,56", "1234.56"),
            ("1,234.56", "1234.56"),
            ("0.500", "0.500"),
            ("100000,1", "100000.1"),
            ("1234.567", "1234.567"),
            ("-300", "-300"),
            ("1 000", "1000"),
            (",5", "0.5"),
            ("12'500.50", "12500.50"),
            ("(1 500,00)", "-1500.00"),
            ("1 500,00-", "-1500.00"),
            ("\u{2212}300", "-300"),
        ] {
            let reading = read(text, false);
            assert_eq!(reading.plain.as_deref().unwrap_or(text), expected, "{text}");
            assert!(
                reading
                    .finding
                    .is_none_or(|finding| finding.level == Level::Note),
                "{text}"
            );
        }
        for text in ["12.500", "12,500", "-1,000"] {
            let finding = read(text, false).finding.unwrap();
            assert_eq!(finding.level, Level::Question, "{text}");
        }
        for text in [
            "", "abc", "12 k€", "1,2E+05", "1.2.3", "1.234.56", "12;5", "NC", "--5", "(5", "-5-",
            "(-5)", "-",
        ] {
            assert_eq!(
                read(text, false).finding.unwrap().level,
                Level::Refusal,
                "{text}"
            );
        }
        assert_eq!(read("12.345", true), Reading::kept());
    }
}
