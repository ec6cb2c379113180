//! Dates as people write them. A year alone is no date, a number of a spreadsheet is a question.

use super::Reading;
use super::calendar::{Day, month_named};
use crate::problem::Finding;
use crate::rule::Rule;
use content::fold::fold;

const WEEKDAYS: [&str; 7] = [
    "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche",
];

const WRITE: &str = "écrivez année-mois-jour : 2023-04-03";

/// Reads a day.
pub fn read(text: &str) -> Reading {
    let numbers = numbers(text);
    match numbers.as_slice() {
        [year, month, day] if is_year(year) => {
            year_first(text, number(year), number(month), number(day))
        }
        [day, month, year] if is_year(year) => day_first(number(day), number(month), number(year)),
        [_, _, year] if year.len() == 2 => Reading::said(Finding::question(
            Rule::Date,
            "année à deux chiffres",
            format!("est-ce 20{year} ? {WRITE}"),
        )),
        [year] if is_year(year) => Reading::said(refused("une année seule n'est pas une date")),
        [serial] if serial.len() == 5 => serial_number(number(serial)),
        [] if is_compact(text) => in_eight_digits(text),
        _ => in_words(text),
    }
}

/// Checks a day, or two days with a slash between.
pub fn read_period(text: &str) -> Reading {
    let is_day = |text: &str| {
        let numbers = numbers(text);
        match numbers.as_slice() {
            [year, month, day] if is_year(year) => {
                Day::new(number(year), number(month), number(day))
            }
            _ => None,
        }
    };
    let sound = match text.split_once('/') {
        Some((from, to)) => is_day(from).is_some() && is_day(to).is_some(),
        None => is_day(text).is_some(),
    };
    if sound {
        return Reading::kept();
    }
    Reading::said(Finding::note(
        Rule::Date,
        "période qui ne se lit pas : gardée telle quelle",
        "écrivez une date (2017-03-09), ou deux séparées par une barre oblique (2017-03-09/2017-07-31)",
    ))
}

/// The digits of a text that is only digits and one kind of mark between them; a time after the date is left out.
fn numbers(text: &str) -> Vec<&str> {
    let date = text.split(['T', ' ']).next().unwrap_or(text);
    let rest = text.get(date.len()..).unwrap_or_default();
    let is_time = rest
        .chars()
        .skip(1)
        .all(|c| c.is_ascii_digit() || ":.Z+-".contains(c));
    if !is_time
        || !date
            .chars()
            .all(|c| c.is_ascii_digit() || "/-.".contains(c))
    {
        return Vec::new();
    }
    let parts: Vec<&str> = date.split(['/', '-', '.']).collect();
    let is_number = |part: &&str| {
        (1..=6).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    match parts.iter().all(is_number) {
        true => parts,
        false => Vec::new(),
    }
}

fn is_year(text: &str) -> bool {
    text.len() == 4
}

fn number(text: &str) -> u32 {
    text.parse().unwrap_or_default()
}

fn year_first(text: &str, year: u32, month: u32, day: u32) -> Reading {
    match (Day::new(year, month, day), Day::new(year, day, month)) {
        (Some(found), _) if text.starts_with(&found.iso()) => Reading::kept(),
        (Some(found), _) => read_as(found),
        (None, Some(swapped)) => Reading::said(Finding::question(
            Rule::Date,
            "mois et jour semblent échangés",
            format!("est-ce le {} ? {WRITE}", swapped.in_french()),
        )),
        _ => Reading::said(refused("ce jour n'existe pas, ou pas à notre époque")),
    }
}

/// In France the day comes first.
fn day_first(day: u32, month: u32, year: u32) -> Reading {
    match (Day::new(year, month, day), Day::new(year, day, month)) {
        (Some(found), _) => read_as(found),
        (None, Some(american)) => Reading::said(Finding::question(
            Rule::Date,
            "le mois semble écrit avant le jour, comme aux États-Unis",
            format!("est-ce le {} ? {WRITE}", american.in_french()),
        )),
        _ => Reading::said(refused("ce jour n'existe pas, ou pas à notre époque")),
    }
}

fn serial_number(serial: u32) -> Reading {
    match Day::of_serial(serial) {
        Some(day) if day.year >= 1950 => Reading::said(Finding::question(
            Rule::Date,
            "c'est sans doute le numéro de jour d'un tableur",
            format!(
                "est-ce le {} ? Mettez la colonne au format « Date », ou {WRITE}",
                day.in_french()
            ),
        )),
        _ => Reading::said(refused("ce n'est pas une date")),
    }
}

fn is_compact(text: &str) -> bool {
    text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// « 20230403 ».
fn in_eight_digits(text: &str) -> Reading {
    let part = |range| text.get(range).map_or(0, number);
    let found = Day::new(part(0..4), part(4..6), part(6..8));
    found.map_or_else(|| Reading::said(refused("ce n'est pas une date")), read_as)
}

/// « 16 septembre 2021 », « lundi 3 avril 2023 », « September, 16 2021 00:00:00 », « 03-avr-23 ».
fn in_words(text: &str) -> Reading {
    let folded = fold(text);
    let words: Vec<&str> = folded
        .split_whitespace()
        .skip_while(|word| WEEKDAYS.contains(word))
        .collect();
    let (date, time) = words.split_at_checked(3).unwrap_or((&words, &[]));
    let is_time = time
        .iter()
        .all(|word| word.bytes().all(|byte| byte.is_ascii_digit()));
    let month = date.iter().find_map(|word| month_named(word));
    let numbers: Vec<&str> = date
        .iter()
        .map(|word| word.strip_suffix("er").unwrap_or(word))
        .filter(|word| word.bytes().all(|byte| byte.is_ascii_digit()))
        .collect();
    if let (Some(month), [day, year], []) = (month, numbers.as_slice(), time)
        && year.len() == 2
        && let Some(day) = Day::new(2000 + number(year), month, number(day))
    {
        return Reading::said(Finding::question(
            Rule::Date,
            "année à deux chiffres",
            format!("est-ce le {} ? {WRITE}", day.in_french()),
        ));
    }
    let found = match (month, numbers.as_slice()) {
        (Some(month), [day, year]) if is_time && is_year(year) && day.len() <= 2 => {
            Day::new(number(year), month, number(day))
        }
        _ => None,
    };
    found.map_or_else(|| Reading::said(refused("ce n'est pas une date")), read_as)
}

fn read_as(day: Day) -> Reading {
    let finding = Finding::note(Rule::Date, format!("date lue {}", day.in_french()), WRITE);
    Reading::read(day.iso(), finding)
}

fn refused(why: &'static str) -> Finding {
    Finding::refusal(Rule::Date, why, WRITE)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problem::Level;

    #[test]
    fn dates_are_read_and_said_or_refused() {
        for (text, plain, level) in [
            ("2023-04-03", None, None),
            ("2023-04-03T00:00:00", None, None),
            ("03/04/2023", Some("2023-04-03"), Some(Level::Note)),
            ("3.4.2023", Some("2023-04-03"), Some(Level::Note)),
            ("2023/04/03", Some("2023-04-03"), Some(Level::Note)),
            ("16 septembre 2021", Some("2021-09-16"), Some(Level::Note)),
            ("1er août 2021", Some("2021-08-01"), Some(Level::Note)),
            (
                "September, 16 2021 00:00:00",
                Some("2021-09-16"),
                Some(Level::Note),
            ),
            ("lundi 3 avril 2023", Some("2023-04-03"), Some(Level::Note)),
            ("20230403", Some("2023-04-03"), Some(Level::Note)),
            ("20231403", None, Some(Level::Refusal)),
            ("03-avr-23", None, Some(Level::Question)),
            ("avril 2023", None, Some(Level::Refusal)),
            ("05/13/2016", None, Some(Level::Question)),
            ("2017-30-05", None, Some(Level::Question)),
            ("03/04/23", None, Some(Level::Question)),
            ("45292", None, Some(Level::Question)),
            ("2023", None, Some(Level::Refusal)),
            ("0222-04-29", None, Some(Level::Refusal)),
            ("31/02/2023", None, Some(Level::Refusal)),
            (
                "Commission Permanente du 27 février 2023",
                None,
                Some(Level::Refusal),
            ),
            ("1905", None, Some(Level::Refusal)),
            ("12", None, Some(Level::Refusal)),
        ] {
            let reading = read(text);
            assert_eq!(reading.plain.as_deref(), plain, "{text}");
            assert_eq!(
                reading.finding.map(|finding| finding.level),
                level,
                "{text}"
            );
        }
        assert!(
            read("03/04/2023")
                .finding
                .unwrap()
                .message
                .contains("3 avril 2023")
        );
        assert_eq!(read_period("2017-03-09/2017-07-31"), Reading::kept());
        assert!(read_period("2017-03-09_2017-07-31").finding.is_some());
    }
}
