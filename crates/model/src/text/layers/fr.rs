//! Sentences of layers of points, in French.

use super::super::elision::of_place;
use super::super::fr::{FILES, plural};
use super::super::numbers::grouped;
use super::LayerTexts;

/// The French sentences of layers.
pub static TEXTS: LayerTexts = LayerTexts {
    files: &FILES,
    cancel: "Annuler",
    remove: "Retirer cette couche",
    loading: |percent| format!("Chargement des points\u{a0}: {percent} %"),
    synthetic: "Points synthétiques\u{a0}: inventés pour l’essai, ils ne désignent aucun établissement réel.",
    in_view: |count| format!("{} dans la vue", plural(count, "point", "points")),
    most: |count| {
        format!(
            "Les {} premiers sont listés\u{a0}; zoomez pour voir les autres.",
            grouped(count as f64, '\u{202f}', ',')
        )
    },
    skip: "Passer la liste des points",
    point: |item| format!("Point n° {}", item + 1),
    cluster: |count, town| {
        let around = town
            .map(|town| format!(" autour {}", of_place(town)))
            .unwrap_or_default();
        format!("{}{around}", plural(count, "point", "points"))
    },
    markers: "Points sur la carte",
    no_such_layer: |id| {
        format!(
            "Aucune couche de points ne s’appelle «\u{a0}{id}\u{a0}». La carte s’affiche sans elle."
        )
    },
    names_failed: "Les noms de certains points n’ont pas pu être lus\u{a0}: ils sont désignés par leur numéro.",
    too_large: |points, needed, there| {
        format!(
            "Cette couche de {} demande {needed} Mo de mémoire\u{a0}; ce navigateur peut en donner {there}. Elle n’a pas été téléchargée. Essayez sur un autre appareil, ou demandez une couche limitée à votre territoire.",
            plural(points, "point", "points")
        )
    },
    other: "Autre",
    close_point: "Fermer le point",
    count: |count| grouped(count as f64, '\u{202f}', ','),
};
