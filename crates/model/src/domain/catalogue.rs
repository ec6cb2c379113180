//! The initiatives of the first view, and which of them pass the filters.

use super::{Filters, Lever, Summary, Territory};

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

    /// Positions, in ascending order, of the initiatives whose markers show a lever once it is asked for: where an authority used it,
    /// and, hollow, where no lever counts and another actor did or someone considers it.
    pub fn showing(&self, lever: Lever) -> Vec<usize> {
        let shows = |initiative: &Summary| {
            let (levers, other) = (&initiative.levers, initiative.other_lever);
            levers.contains(&lever) || (levers.is_empty() && other == Some(lever))
        };
        let all = self.initiatives.iter().enumerate();
        let showing = all.filter(|(_, initiative)| shows(initiative));
        showing.map(|(position, _)| position).collect()
    }

    /// Positions of the initiatives that pass the filters, in ascending order.
    pub fn matching(&self, filters: &Filters) -> Vec<usize> {
        let all = self.initiatives.iter().enumerate();
        let matching = all.filter(|(_, initiative)| filters.matches(initiative));
        matching.map(|(position, _)| position).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lever_is_shown_where_it_was_used_and_hollow_where_none_counts() {
        let initiative = |levers: &[Lever], other_lever| Summary {
            levers: levers.to_vec(),
            other_lever,
            ..Summary::default()
        };
        let (grant, property) = (Lever::Grant, Lever::Property);
        let catalogue = Catalogue {
            initiatives: vec![
                initiative(&[grant, property], None),
                // Only considered there, and its marker is that of the grant.
                initiative(&[grant], Some(property)),
                initiative(&[], Some(property)),
                initiative(&[], None),
            ],
        };
        assert_eq!(catalogue.showing(property), [0, 2]);
        assert_eq!(catalogue.showing(grant), [0, 1]);
    }
}
