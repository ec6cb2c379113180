//! SIRET (14 digits) and SIREN (its first nine): what spreadsheets make of them.

use super::Reading;
use crate::problem::Finding;
use crate::rule::Rule;

/// Checks the number of an establishment.
pub fn read(text: &str) -> Reading {
    let compact: String = unmarked(text)
        .chars()
        .filter(|c| !c.is_whitespace() && *c != '.' && *c != '-')
        .collect();
    if is_scientific(text) {
        return Reading::said(Finding::refusal(
            Rule::Siret,
            "numéro en notation scientifique : ses derniers chiffres sont perdus",
            "reprenez le numéro à sa source ; dans le tableur, mettez la colonne au format « Texte » avant de l'y coller",
        ));
    }
    if let Some(whole) = whole_number(unmarked(text)) {
        return Reading::said(Finding::question(
            Rule::Siret,
            "numéro écrit comme un nombre à virgule",
            format!("est-ce {whole} ? Si oui, écrivez-le ainsi"),
        ));
    }
    if !is_digits(&compact) {
        return Reading::said(Finding::note(
            Rule::Siret,
            "ce n'est ni un SIRET ni un SIREN : gardé tel quel",
            "donnez les 14 chiffres du SIRET",
        ));
    }
    let finding = match compact.len() {
        14 => whole(&compact),
        9 => Some(Finding::note(
            Rule::Siret,
            "SIREN (9 chiffres) au lieu de SIRET (14 chiffres)",
            "donnez les 14 chiffres de l'établissement",
        )),
        13 | 8 if is_sound(&format!("0{compact}")) => Some(Finding::question(
            Rule::Siret,
            format!(
                "{} chiffres : un zéro semble perdu à son début",
                compact.len()
            ),
            format!("est-ce 0{compact} ? Si oui, écrivez-le ainsi, la colonne au format « Texte »"),
        )),
        other => Some(Finding::note(
            Rule::Siret,
            format!(
                "{other} chiffre{} : un SIRET en a 14, un SIREN 9",
                if other > 1 { "s" } else { "" }
            ),
            "reprenez le numéro à sa source",
        )),
    };
    let plain = (compact != text).then_some(compact);
    Reading { plain, finding }
}

fn whole(siret: &str) -> Option<Finding> {
    if siret.ends_with("00000") {
        return Some(Finding::note(
            Rule::Siret,
            "SIRET qui se termine par 00000 : aucun établissement n'a ce numéro",
            "c'est sans doute un SIREN complété par des zéros : donnez le SIRET de l'établissement",
        ));
    }
    (!is_sound(siret)).then(|| {
        Finding::note(
            Rule::Siret,
            "SIRET dont la clé de contrôle est fausse",
            "un chiffre est sans doute faux : reprenez le numéro à sa source",
        )
    })
}

/// The SIREN of a SIRET or a SIREN, as digits.
pub fn siren(text: &str) -> Option<String> {
    let compact: String = unmarked(text)
        .chars()
        .filter(|c| !c.is_whitespace())
        .collect();
    let is_one = is_digits(&compact) && matches!(compact.len(), 9 | 14);
    let siren = is_one.then(|| compact.get(..9)).flatten()?;
    Some(siren.to_owned())
}

/// Without the apostrophe that tells a spreadsheet that this is a text.
pub fn unmarked(text: &str) -> &str {
    text.strip_prefix(['\'', '’']).unwrap_or(text)
}

/// « 92050.0 » → « 92050 »: a number that a program took for a decimal one.
pub fn whole_number(text: &str) -> Option<&str> {
    let (whole, zeros) = text.split_once(['.', ','])?;
    let is_zero = !zeros.is_empty() && zeros.bytes().all(|byte| byte == b'0');
    (is_zero && is_digits(whole)).then_some(whole)
}

/// « 5,24991E+13 ».
fn is_scientific(text: &str) -> bool {
    let Some((mantissa, exponent)) = text.split_once(['e', 'E']) else {
        return false;
    };
    let is_number = |text: &str| {
        text.chars()
            .all(|c| c.is_ascii_digit() || ",.+".contains(c))
    };
    let has_digits = |text: &str| text.contains(|c: char| c.is_ascii_digit());
    [mantissa, exponent]
        .iter()
        .all(|part| is_number(part) && has_digits(part))
}

/// Whether the key of a SIREN or a SIRET is right: Luhn's sum is a multiple of ten. La Poste sums the digits of its own to a multiple of
/// five (INSEE, documentation of Sirene).
pub fn is_sound(digits: &str) -> bool {
    let values = digits
        .bytes()
        .rev()
        .map(|byte| u32::from(byte.wrapping_sub(b'0')));
    let luhn =
        values
            .clone()
            .enumerate()
            .map(|(rank, digit)| match digit * (1 + rank as u32 % 2) {
                double if double > 9 => double - 9,
                plain => plain,
            });
    let of_post = digits.len() == 14 && digits.starts_with("356000000");
    luhn.sum::<u32>().is_multiple_of(10) || (of_post && values.sum::<u32>().is_multiple_of(5))
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problem::Level;

    fn level(text: &str) -> Option<Level> {
        read(text).finding.map(|finding| finding.level)
    }

    #[test]
    fn what_spreadsheets_do_to_a_siret_is_seen() {
        for (text, expected) in [
            ("21060004500392", None),
            ("210 600 045 00392", None),
            ("35600000049837", None),
            ("2,1060004E+13", Some(Level::Refusal)),
            ("5.24991E13", Some(Level::Refusal)),
            ("32402138500000.0", Some(Level::Question)),
            ("21060004500392,00", Some(Level::Question)),
            ("'21060004500392", None),
            ("210600045", Some(Level::Note)),
            ("21860194600000", Some(Level::Note)),
            ("12345678900022", Some(Level::Note)),
            ("Association X", Some(Level::Note)),
        ] {
            assert_eq!(level(text), expected, "{text}");
        }
        assert_eq!(
            read("210 600 045 00392").plain.as_deref(),
            Some("21060004500392")
        );
        assert_eq!(siren("210 600 045 00392").as_deref(), Some("210600045"));
    }

    #[test]
    fn a_lost_zero_is_a_question_when_the_key_agrees() {
        // 005 520 135 00014 has a sound key with its zeros.
        let whole = (0..10_000_u32)
            .map(|nic| format!("0055201350{nic:04}"))
            .find(|siret| is_sound(siret))
            .unwrap();
        assert_eq!(level(&whole[1..]), Some(Level::Question));
    }
}
