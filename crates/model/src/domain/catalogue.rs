//! The initiatives of the first view, and which of them pass the filters.

use super::{Filters, Summary, Territory};

/// Everything the first view needs.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Catalogue {
    /// Initiatives, the best established first, then by name.
    pub initiatives: Vec<Summary>,
}

impl Catalogue {
    /// The initiative with this id.
    pub fn initiative(&self, id: &str) -> Option<&Summary> {
        self.initiatives
            .iter()
            .find(|initiative| initiative.id == id)
    }

    /// Positions of the initiatives that cover the whole of a territory, in ascending order.
    pub fn covering(&self, territory: &Territory) -> Vec<u32> {
        let covers = |initiative: &Summary| {
            let mut places = initiative.places.iter();
            places.any(|place| place.covered() == Some(territory))
        };
        let all = (0..).zip(&self.initiatives);
        let covering = all.filter(|(_, initiative)| covers(initiative));
        covering.map(|(position, _)| position).collect()
    }

    /// Positions of the initiatives that pass the filters, in ascending order.
    pub fn matching(&self, filters: &Filters) -> Vec<usize> {
        let all = self.initiatives.iter().enumerate();
        let matching = all.filter(|(_, initiative)| filters.matches(initiative));
        matching.map(|(position, _)| position).collect()
    }
}
