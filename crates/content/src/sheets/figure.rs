//! What a figure must say: its year or that there is none, both ends of a range, and its unit once.

use crate::Rule;
use crate::fold::fold;
use crate::reading::Fields;

/// The year of a figure. The outer `None` is a mistake, reported; the inner one a figure that says `undated = true`.
pub fn read_year_of_figure(fields: &Fields<'_>) -> Option<Option<u16>> {
    let undated = fields.flag_if_any("undated");
    if !fields.has("year") && !undated {
        fields.problem(
            "year",
            Rule::UndatedFigure,
            "Le chiffre n'a pas d'année.",
            "Ajoutez year = … (l'année dont il parle, ou celle du document), ou undated = true si le document le donne sans le dater.",
        );
        return None;
    }
    if undated && fields.has("year") {
        fields.problem(
            "undated",
            Rule::UndatedFigure,
            "Le chiffre a une année et se dit sans date.",
            "Gardez l'une des deux lignes : year = … ou undated = true.",
        );
    }
    if undated {
        fields.year_if_any("year");
        return Some(None);
    }
    fields.year_if_any("year").map(Some)
}

/// The upper end of a range. A range that only the label tells is reported.
pub fn read_range(
    fields: &Fields<'_>,
    value: Option<f64>,
    unit: Option<&str>,
    label: Option<&str>,
) -> Option<f64> {
    let to = fields.number_if_any("to");
    let value = value?;
    if to.is_some_and(|to| to <= value) {
        fields.problem(
            "to",
            Rule::InvertedRange,
            "La plage ne finit pas au-dessus de là où elle commence.",
            "Écrivez la plus petite valeur dans value, la plus grande dans to.",
        );
        return None;
    }
    let told = format!("{value} {} {}", unit.unwrap_or(""), label.unwrap_or(""));
    if let Some((from, end)) = range_with_end(&told, value).filter(|_| !fields.has("to")) {
        fields.problem(
            "value",
            Rule::RangeAsNumber,
            format!("Le libellé donne une plage ({from} à {end}), et value un seul nombre."),
            format!("Écrivez value = {from} et to = {end}, et retirez la plage du libellé."),
        );
    }
    to
}

/// Records a label that begins with its unit: « 140 bénéficiaires bénéficiaires accueillis ».
pub fn check_unit(fields: &Fields<'_>, unit: Option<&str>, label: Option<&str>) {
    if let (Some(unit), Some(label)) = (unit, label)
        && repeats(unit, label)
    {
        fields.problem(
            "label",
            Rule::RepeatedUnit,
            format!("Le libellé répète l'unité : on lirait « … {unit} {label} »."),
            "L'unité est écrite juste avant le libellé : retirez-la du libellé.",
        );
    }
}

/// Whether a label begins with a unit, articles and plurals aside.
fn repeats(unit: &str, label: &str) -> bool {
    let (unit, label) = (fold(unit), fold(label));
    let mut unit = unit.split(' ').filter(|word| !word.is_empty()).peekable();
    let is_article =
        |word: &&str| ["d", "de", "des", "du", "l", "la", "le", "les", "nombre"].contains(word);
    let mut label = label.split(' ').skip_while(is_article);
    unit.peek().is_some() && unit.all(|word| label.next().map(singular) == Some(singular(word)))
}

fn singular(word: &str) -> &str {
    word.trim_end_matches(['s', 'x'])
}

/// The first range of a text that has this value as one of its ends: « 5 à 10 », « entre 4 800 et 5 800 », « 3 ou 4 ».
fn range_with_end(text: &str, value: f64) -> Option<(f64, f64)> {
    let words = words(text);
    words.windows(3).enumerate().find_map(|(at, window)| {
        let [Word::Number(from), Word::Other(link), Word::Number(to)] = *window else {
            return None;
        };
        let is_between = || {
            let before = at.checked_sub(1).and_then(|before| words.get(before));
            matches!(before, Some(Word::Other("entre")))
        };
        let is_range = matches!(link, "à" | "ou") || (link == "et" && is_between());
        let ends = from < to && (from == value || to == value);
        (is_range && ends).then_some((from, to))
    })
}

/// A word of a label.
#[derive(Clone, Copy)]
enum Word<'a> {
    Number(f64),
    Other(&'a str),
}

/// The words of a text; the groups of a number (« 4 800 ») are one word. Its punctuation is a word too, but the decimal comma.
fn words(text: &str) -> Vec<Word<'_>> {
    let is_part =
        |c: char| c.is_ascii_digit() || matches!(c, ',' | '.' | '\u{a0}' | '\u{202f}' | ' ');
    let mut words = Vec::new();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        let end = if first.is_ascii_digit() {
            let end = rest.find(|c| !is_part(c)).unwrap_or(rest.len());
            let (number, _) = rest.split_at(end);
            number.trim_end_matches(|c: char| !c.is_ascii_digit()).len()
        } else if first.is_alphabetic() {
            rest.find(|c: char| !c.is_alphabetic())
                .unwrap_or(rest.len())
        } else {
            first.len_utf8()
        };
        let (word, after) = rest.split_at(end);
        words.push(number(word).map_or(Word::Other(word), Word::Number));
        rest = after.trim_start();
    }
    words
}

/// « 4 800 » or « 7,5 ».
fn number(word: &str) -> Option<f64> {
    let digits: String = word.chars().filter(|c| !c.is_whitespace()).collect();
    digits
        .starts_with(|c: char| c.is_ascii_digit())
        .then_some(())?;
    digits.replace(',', ".").parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_that_begins_with_its_unit_repeats_it() {
        for (unit, label) in [
            ("bénéficiaires", "bénéficiaires accueillis"),
            ("emploi", "Emplois créés"),
            ("euros", "d’euros de budget"),
            (
                "équivalents temps plein",
                "équivalents temps plein en insertion",
            ),
        ] {
            assert!(repeats(unit, label), "{unit}, {label}");
        }
        for (unit, label) in [
            ("bénéficiaires", "accueillis, dont 3 bénéficiaires du RSA"),
            ("%", "de chômage"),
            ("équivalents temps plein", "équivalents de quatre postes"),
            ("projets", "d’ESS repérés par un premier appel à projets"),
            ("euros", ""),
        ] {
            assert!(!repeats(unit, label), "{unit}, {label}");
        }
    }

    #[test]
    fn a_range_in_a_label_has_the_value_as_an_end() {
        let found = |value: f64, rest: &str| range_with_end(&format!("{value} {rest}"), value);
        assert_eq!(found(120.0, "ETP par an (120 à 150)"), Some((120.0, 150.0)));
        assert_eq!(found(10.0, "% du poste (5 à 10 %)"), Some((5.0, 10.0)));
        assert_eq!(
            found(4800.0, "associations, entre 4\u{202f}800 et 5\u{a0}800"),
            Some((4800.0, 5800.0))
        );
        assert_eq!(found(3.0, "ou 4 euros"), Some((3.0, 4.0)));
        assert_eq!(found(1.5, "% à Lille (1,5 à 2)"), Some((1.5, 2.0)));
        for (value, rest) in [
            (8.0, "participantes de 25 à 55 ans"),
            (1e9, "euros à investir, entre 2017 et 2030"),
            (100.0, "salariés, dont 20 à Lyon et 30 à Lille"),
            (6.0, "éditions, 6 et 7 mai"),
            (15.0, "personnes (15 à 9)"),
        ] {
            assert_eq!(found(value, rest), None, "{value} {rest}");
        }
    }
}
