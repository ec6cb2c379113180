//! The sentences of « Plan du site », in French.

use super::{atelier, contribute, embed, notebook, peers, understand};

/// The folder of the page.
pub const PATH: &str = "plan-du-site/";
/// Title and description of the page.
pub const PAGE: (&str, &str) = (
    "Plan du site",
    "Toutes les parties du site\u{a0}: la carte, les listes de fiches, les outils, les pages d’information.",
);
/// Heading of the map and the lists that lead to every sheet.
pub const LISTS: &str = "La carte et les fiches";
/// The map as a page without a drawing, and its address.
pub const AS_LIST: (&str, &str) = (
    "?vue=liste",
    "La carte sous forme de liste, avec ses filtres",
);
/// What stands after a list: how many pages it leads to.
pub const fn counted(count: usize) -> (usize, &'static str) {
    (count, if count > 1 { "pages" } else { "page" })
}
/// The pages that are not sheets: a heading, then folders and names.
pub const GROUPS: [(&str, &[(&str, &str)]); 3] = [
    (
        "Comprendre et comparer",
        &[
            ("comprendre/", understand::PAGE.0),
            ("comparer/", peers::PAGE.0),
            ("carnet/", notebook::PAGE.0),
            ("glossaire/", "Glossaire"),
            ("sources/", "Sources"),
        ],
    ),
    (
        "Réutiliser et contribuer",
        &[
            ("donnees-ouvertes/", "Données ouvertes"),
            ("integrer/", embed::PAGE.0),
            ("atelier/", atelier::PAGE.0),
            ("contribuer/", contribute::PAGE.0),
        ],
    ),
    (
        "À propos",
        &[
            ("a-propos/", "À propos de la carte"),
            ("accessibilite/", "Déclaration d’accessibilité"),
            ("mentions-legales/", "Mentions légales"),
        ],
    ),
];
