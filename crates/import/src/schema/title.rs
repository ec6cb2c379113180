//! Titles of columns as people write them: accents, stars, units, spaces, capitals, and text read in the wrong encoding, folded.

use content::fold::fold;
use encoding_rs::WINDOWS_1252;

/// Words that add nothing to a title.
const LITTLE: [&str; 14] = [
    "de", "du", "des", "la", "le", "les", "l", "d", "en", "a", "au", "aux", "et", "un",
];

/// What stands for a letter that was lost (« � »).
pub const LOST: char = '?';

/// The last part of a title that has several: « geo_point_2d.lat » → « lat », « Bénéficiaire / Nom » → « Nom ».
pub fn last_part(title: &str) -> Option<&str> {
    let (_, last) = title
        .rsplit_once(" / ")
        .or_else(|| title.rsplit_once('.'))?;
    (!last.is_empty()).then_some(last)
}

/// The words of a title, without those that add nothing.
pub fn words(title: &str) -> Vec<String> {
    let mended = unscrambled(title);
    let folded = fold(&spaced(mended.as_deref().unwrap_or(title)));
    let words = folded.split_whitespace();
    words
        .filter(|word| !LITTLE.contains(word) && !is_year(word))
        .map(str::to_owned)
        .collect()
}

/// What is compared of a title: « Nom du bénéficiaire * » → « nombeneficiaire ». A lost letter becomes « ? ».
pub fn key(title: &str) -> String {
    let mended = unscrambled(title);
    let title = mended.as_deref().unwrap_or(title);
    let without_units = title.split(['(', '[']).next().unwrap_or(title);
    let parts = without_units.split(char::REPLACEMENT_CHARACTER);
    let folded: Vec<String> = parts.map(|part| fold(&spaced(part))).collect();
    let words = folded.iter().map(|part| {
        let words = part
            .split_whitespace()
            .filter(|word| !LITTLE.contains(word) && !is_year(word));
        words.collect::<String>()
    });
    words.collect::<Vec<_>>().join(&LOST.to_string())
}

/// Whether a key is this name, lost letters aside.
pub fn is(key: &str, name: &str) -> bool {
    if !key.contains(LOST) {
        return key == name;
    }
    let same_length = key.chars().count() == name.chars().count();
    same_length
        && key
            .chars()
            .zip(name.chars())
            .all(|(found, wanted)| found == wanted || found == LOST)
}

/// « Montant 2023 » is an amount.
fn is_year(word: &str) -> bool {
    word.len() == 4 && word.starts_with("20") && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// « nomBeneficiaire » → « nom Beneficiaire »: so that words of a title in one piece are words.
fn spaced(title: &str) -> String {
    let mut spaced = String::with_capacity(title.len() + 4);
    let mut before = ' ';
    for c in title.chars() {
        if before.is_lowercase() && c.is_uppercase() {
            spaced.push(' ');
        }
        spaced.push(c);
        before = c;
    }
    spaced
}

/// The text that was UTF-8 and has been read as Windows-1252: « bÃ©nÃ©ficiaire » → « bénéficiaire ».
pub fn unscrambled(text: &str) -> Option<String> {
    if !text.contains(['Ã', 'Â', 'â']) {
        return None;
    }
    let (bytes, _, failed) = WINDOWS_1252.encode(text);
    let mended = String::from_utf8(bytes.into_owned()).ok()?;
    (!failed && mended != text).then_some(mended)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_title_has_one_key_however_it_is_written() {
        for title in [
            "nomBeneficiaire",
            "Nom du bénéficiaire",
            "NOM_BENEFICIAIRE *",
            "Nom bénéficiaire (obligatoire)",
            "nom-beneficiaire",
            "Nom du bÃ©nÃ©ficiaire",
            "  Nom\u{a0}du Bénéficiaire ",
        ] {
            assert_eq!(key(title), "nombeneficiaire", "{title}");
        }
        assert!(is(
            &key("Nom du b\u{fffd}n\u{fffd}ficiaire"),
            "nombeneficiaire"
        ));
        assert!(!is(
            &key("Nom du b\u{fffd}n\u{fffd}ficiaires"),
            "nombeneficiaire"
        ));
        assert_eq!(key("Montant (€)"), "montant");
        assert_eq!(key("Montant 2023"), "montant");
        assert_eq!(key("Numéro Siret"), "numerosiret");
    }
}
