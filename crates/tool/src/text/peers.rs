//! The sentences of « Des collectivités comme la mienne » and of the comparison, in French.

use model::text::numbers::grouped;

/// Heading on the page of an authority.
pub const HEADING: &str = "Des collectivités comme elle";
/// In which order they are.
pub const ORDER: &str = "Les plus proches par leur nature et leur nombre d’habitants d’abord, avec ce que les documents en disent de plus précis.";
/// The link to the comparison.
pub const COMPARE: &str = "Les comparer côte à côte";
/// Title and description of the page of comparison.
pub const PAGE: (&str, &str) = (
    "Comparer des collectivités",
    "De deux à quatre collectivités côte à côte\u{a0}: leur taille, leurs leviers, ce qu’elles ont fait, ce que cela a donné.",
);
/// How the page works.
pub const LEAD: &str = "Choisissez de deux à quatre collectivités. L’adresse de la page garde votre choix\u{a0}: vous pouvez l’envoyer ou l’imprimer.";
/// The choice of one, by its number.
pub const CHOICES: [&str; 4] = [
    "Première collectivité",
    "Deuxième collectivité",
    "Troisième collectivité",
    "Quatrième collectivité",
];
/// Name of the table that can be moved sideways.
pub const REGION: &str = "Tableau de comparaison, à faire défiler";
/// Nothing is chosen.
pub const NONE: &str = "Aucune";
/// Without script.
pub const NO_SCRIPT: &str = "Cette page a besoin de JavaScript. Sans lui, la fiche de chaque collectivité la montre avec celles qui lui ressemblent\u{a0}:";
/// The list of authorities.
pub const ALL: &str = "toutes les collectivités";
/// The inhabitants of an authority, in a row that says what is counted: number, year.
pub fn size(count: u64, year: u16) -> String {
    format!("{} ({year})", grouped(count as f64, '\u{202f}', ','))
}

/// The words of the script, by their name there.
pub const WORDS: [(&str, &str); 14] = [
    ("few", "Choisissez-en une autre."),
    ("caption", "Comparaison\u{a0}:"),
    ("kind", "Nature"),
    ("size", "Habitants"),
    ("unknown", "Non connu"),
    ("place", "Où"),
    ("count", "Initiatives"),
    ("levers", "Leviers utilisés (nombre d’initiatives)"),
    ("none", "Aucun établi"),
    ("acts", "Ce qu’elle a fait"),
    ("nothing", "Aucun recours à un levier dans les documents."),
    ("result", "Résultat"),
    ("obstacle", "Difficulté"),
    ("and", "et"),
];
