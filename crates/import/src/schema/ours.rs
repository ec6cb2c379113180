//! The tables of this map's own open data (docs/FORMAT.md, section 4).

use super::field::{Field, Role};

/// `initiatives.csv`.
pub const INITIATIVES: &[Field] = &[
    Field::required("id", Role::Text, &["id"]),
    Field::required("nom", Role::Name, &["nom"]),
    Field::optional("resume", Role::Text, &["resume"]),
    Field::optional(
        "leviers_collectivite",
        Role::Category,
        &["levierscollectivite"],
    ),
    Field::optional("themes", Role::Text, &["themes"]),
    Field::optional("communes_insee", Role::Text, &["communesinsee"]),
];

/// `recours.csv`. It has no place of its own: that of its initiative.
pub const LEVER_USES: &[Field] = &[
    Field::required("id", Role::Text, &["id"]),
    Field::required("initiative_nom", Role::Name, &["initiativenom"]),
    Field::optional("initiative", Role::Text, &["initiative"]),
    Field::optional("levier", Role::Category, &["levier"]),
    Field::optional("acteur_type", Role::Text, &["acteurtype"]),
    Field::optional("montant_euros", Role::Amount, &["montanteuros"]),
];
