//! The sentences of the one-page note of a lever, in French.

use super::count::initiatives_counted;

/// Above the heading.
pub const KIND: &str = "Note d’une page pour les élus";
/// The link from the lever's page.
pub const LINK: &str = "La note d’une page, à imprimer pour des élus";
/// Heading of the cases.
pub const EXAMPLES: &str = "Ils l’ont fait";
/// Heading of the points of law.
pub const LAW: &str = "Ce que dit le droit";
/// The law may have changed.
pub const LAW_NOTE: &str =
    "Vérifiez avant de décider\u{a0}: le droit a pu changer depuis ces documents.";
/// Back to the whole sheet.
pub const WHOLE: &str = "La fiche entière, avec ses sources";

/// Title of the note of a lever.
pub fn title(lever: &str) -> String {
    format!("{lever}\u{a0}: la note pour les élus")
}

/// What the note is.
pub fn about(lever: &str) -> String {
    format!(
        "Le levier «\u{a0}{lever}\u{a0}» en une page A4\u{a0}: quand et comment s’en servir, qui l’a fait, avec quel résultat."
    )
}

/// How many used the lever: initiatives, authorities.
pub fn used(initiatives: usize, authorities: usize) -> String {
    let noun = if authorities < 2 {
        "collectivité"
    } else {
        "collectivités"
    };
    format!(
        "Dans les documents de la carte\u{a0}: {}, {authorities} {noun}.",
        initiatives_counted(initiatives)
    )
}

/// Where the note comes from: the years of its documents.
pub fn foot(years: &str) -> String {
    format!("D’après des documents de {years}.")
}
