//! The colours of the canvas, read from the style sheet: one place says what land and sea look like, light and dark.

use crate::browser::dom;

/// Colours as CSS writes them.
#[derive(Default)]
pub struct Colours {
    /// France.
    pub land: String,
    /// Its neighbours.
    pub land_abroad: String,
    /// Seas and lakes.
    pub sea: String,
    /// Coasts and frontiers.
    pub border_country: String,
    /// Between régions.
    pub border_region: String,
    /// Between départements.
    pub border_departement: String,
    /// Between intercommunalités.
    pub border_epci: String,
    /// Between communes.
    pub border_commune: String,
    /// Rivers.
    pub river: String,
    /// Motorways.
    pub road: String,
    /// Railways.
    pub rail: String,
    /// Names.
    pub label: String,
    /// Around names.
    pub label_halo: String,
    /// Outline of a territory.
    pub outline: String,
    /// Inside of a territory.
    pub outline_fill: String,
}

impl Colours {
    /// The colours in force now.
    pub fn read() -> Self {
        let style = dom::window()
            .zip(dom::root())
            .and_then(|(window, root)| window.get_computed_style(&root).ok().flatten());
        let colour = |name: &str| {
            let value = style
                .as_ref()
                .and_then(|style| style.get_property_value(name).ok())
                .unwrap_or_default();
            value.trim().to_owned()
        };
        Self {
            land: colour("--land"),
            land_abroad: colour("--land-abroad"),
            sea: colour("--sea"),
            border_country: colour("--border-country"),
            border_region: colour("--border-region"),
            border_departement: colour("--border-departement"),
            border_epci: colour("--border-epci"),
            border_commune: colour("--border-commune"),
            river: colour("--river"),
            road: colour("--road"),
            rail: colour("--rail"),
            label: colour("--label"),
            label_halo: colour("--label-halo"),
            outline: colour("--outline"),
            outline_fill: colour("--outline-fill"),
        }
    }
}
