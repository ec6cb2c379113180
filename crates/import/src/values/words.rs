//! Cells of a closed list: yes or no, a share, a word that the schema names.

use super::Reading;
use crate::problem::Finding;
use crate::rule::Rule;
use content::fold::fold;

/// « oui » or « non », as SCDL writes them.
pub fn yes_no(text: &str) -> Reading {
    match fold(text).as_str() {
        "oui" | "non" | "true" | "false" | "vrai" | "faux" => Reading::kept(),
        _ => odd(
            "ce n'est ni « oui » ni « non »",
            "écrivez oui ou non".to_owned(),
        ),
    }
}

/// A number from 0 to 1.
pub fn share(text: &str) -> Reading {
    let number = text.replace(',', ".").parse::<f64>();
    match number {
        Ok(share) if (0.0..=1.0).contains(&share) => Reading::kept(),
        Ok(_) => odd(
            "une part s'écrit entre 0 et 1",
            "écrivez 0.8 pour 80 %".to_owned(),
        ),
        Err(_) => odd("ce n'est pas un nombre", "écrivez 0.8 pour 80 %".to_owned()),
    }
}

/// The number of an association: W and nine digits or letters.
pub fn rna(text: &str) -> Reading {
    let digits = text.strip_prefix('W').unwrap_or_default();
    let sound = digits.len() == 9 && digits.bytes().all(|byte| byte.is_ascii_alphanumeric());
    if sound {
        return Reading::kept();
    }
    Reading::said(Finding::note(
        Rule::Rna,
        "ce n'est pas un numéro RNA : gardé tel quel",
        "un numéro RNA est un W suivi de neuf chiffres",
    ))
}

/// Words of the list, with semicolons between them.
pub fn among(text: &str, allowed: &[&str]) -> Reading {
    let known = |word: &str| allowed.iter().any(|allowed| fold(allowed) == fold(word));
    if text.split(';').all(known) {
        return Reading::kept();
    }
    odd(
        "valeur hors de la liste attendue : gardée telle quelle",
        format!("valeurs attendues : {}", allowed.join(", ")),
    )
}

fn odd(message: &'static str, remedy: String) -> Reading {
    Reading::said(Finding::note(Rule::Choice, message, remedy))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn closed_lists_are_said_and_kept() {
        assert_eq!(
            among(
                "aide en numéraire;Aide en nature",
                &["aide en numéraire", "aide en nature"]
            ),
            Reading::kept()
        );
        assert!(
            among("Fonctionnement", &["aide en nature"])
                .finding
                .is_some()
        );
        assert_eq!(
            (yes_no("oui"), share("0,5"), rna("W333216789")),
            (Reading::kept(), Reading::kept(), Reading::kept())
        );
        assert!(
            yes_no("no").finding.is_some()
                && share("80").finding.is_some()
                && rna("W3222").finding.is_some()
        );
    }
}
