//! The ten recommendations of the RTES and CGET guide. Another list than the six levers, never mixed with it.

use super::{Evidence, Section, Theme};
use crate::domain::Lever;

closed_list! {
    /// The four headings under which the guide gives its recommendations.
    RecommendationGroup {
        /// Favoriser la transversalité au sein des collectivités.
        Transversality = "transversalite",
        /// Partager les regards sur le territoire.
        SharedView = "regards",
        /// Structurer l'économique dans les quartiers.
        Neighbourhoods = "quartiers",
        /// Essaimer.
        Spreading = "essaimage",
    }
}

/// The sheet of a recommendation.
#[derive(Clone, Debug, PartialEq)]
pub struct Recommendation {
    /// Public id.
    pub id: String,
    /// Its rank in the guide, from 1.
    pub number: u8,
    /// « Afficher un portage politique fort ».
    pub name: String,
    /// The heading it stands under.
    pub group: RecommendationGroup,
    /// The levers it calls on.
    pub levers: Vec<Lever>,
    /// The themes it speaks of.
    pub themes: Vec<Theme>,
    /// Ids of the initiatives that illustrate it.
    pub initiatives: Vec<String>,
    /// The sheet's text.
    pub sections: Vec<Section>,
    /// Where it was read.
    pub sources: Vec<Evidence>,
}
