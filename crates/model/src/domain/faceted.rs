//! What an initiative has of each facet. The tool alone asks, with the whole sheet and its authorities at hand.

use super::{Authority, Category, Facet, FacetValues, Initiative, ValueSet};

impl Facet {
    /// What an initiative has of it. `authorities`: those that take part.
    pub fn of(self, initiative: &Initiative, authorities: &[&Authority]) -> ValueSet {
        let summary = &initiative.summary;
        match self {
            Self::Lever => summary.categories().map(Category::index).collect(),
            Self::Theme => summary.themes.iter().map(|&theme| theme as u8).collect(),
            Self::AuthorityKind => {
                let kinds = authorities.iter().map(|authority| authority.reference.kind);
                kinds.map(|kind| kind as u8).collect()
            }
            Self::Standing => ValueSet::EMPTY.with(summary.standing as u8),
        }
    }
}

impl FacetValues {
    /// What an initiative has of each facet. `authorities`: those that take part.
    pub fn of(initiative: &Initiative, authorities: &[&Authority]) -> Self {
        let facets = Facet::ALL.iter();
        Self(
            facets
                .map(|facet| facet.of(initiative, authorities))
                .collect(),
        )
    }
}
