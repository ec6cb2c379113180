//! The initiatives of the first view, and which of them pass the filters.

use super::{Filters, Summary};

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

    /// Positions of the initiatives that pass the filters, in ascending order.
    pub fn matching(&self, filters: &Filters) -> Vec<usize> {
        let all = self.initiatives.iter().enumerate();
        let matching = all.filter(|(_, initiative)| filters.matches(initiative));
        matching.map(|(position, _)| position).collect()
    }
}
