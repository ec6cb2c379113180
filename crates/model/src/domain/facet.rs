//! The facets: what a visitor may ask for, value by value.
//!
//! A facet is a row of this file and its words (`text`). Chips, counts and the address are the same code for all of them. The tool
//! works out once what each initiative has of each facet ([`Facet::of`]); the catalogue carries it as bits ([`FacetValues`]), so that
//! the map needs neither the fields nor the code behind a facet.

use super::{AuthorityKind, Category, Standing, Theme};
use serde::{Deserialize, Serialize};

closed_list! {
    /// A facet. Its id is its parameter in the address. The catalogue has them in this order: a new one goes last.
    Facet {
        /// The lever that an authority used, or none established.
        Lever = "leviers",
        /// What the initiative is about.
        Theme = "themes",
        /// The kind of an authority that takes part.
        AuthorityKind = "types-collectivite",
        /// What the documents establish of public action.
        Standing = "etats",
    }
}

impl Facet {
    /// Number of facets.
    pub const COUNT: usize = Self::ALL.len();

    /// The public ids of its values, in the order of the screen; at most [`ValueSet::CAPACITY`].
    pub const fn values(self) -> &'static [&'static str] {
        match self {
            Self::Lever => Category::IDS,
            Self::Theme => Theme::IDS,
            Self::AuthorityKind => AuthorityKind::IDS,
            Self::Standing => Standing::IDS,
        }
    }

    /// Whether its values are folded away at first; those without initiatives are then left out.
    pub const fn is_folded(self) -> bool {
        !matches!(self, Self::Lever)
    }

    /// The value with this public id.
    pub fn value(self, id: &str) -> Option<u8> {
        let position = self.values().iter().position(|known| *known == id)?;
        u8::try_from(position).ok()
    }
}

/// A set of values of one facet, as bits in the order of [`Facet::values`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ValueSet(u32);

impl ValueSet {
    /// The most values that a facet may have.
    pub const CAPACITY: usize = u32::BITS as usize;

    /// The set with nothing in it.
    pub const EMPTY: Self = Self(0);

    /// Whether nothing is in the set.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether the value is in the set.
    pub fn contains(self, value: u8) -> bool {
        self.0 & Self::bit(value) != 0
    }

    /// Whether the two sets share a value.
    pub fn intersects(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// This set and the value.
    pub fn with(self, value: u8) -> Self {
        Self(self.0 | Self::bit(value))
    }

    /// This set with the value added if absent, removed if present.
    pub fn toggled(self, value: u8) -> Self {
        Self(self.0 ^ Self::bit(value))
    }

    /// The bit of a value; none beyond the capacity.
    fn bit(value: u8) -> u32 {
        1_u32.checked_shl(value.into()).unwrap_or(0)
    }
}

impl FromIterator<u8> for ValueSet {
    fn from_iter<I: IntoIterator<Item = u8>>(values: I) -> Self {
        values.into_iter().fold(Self::EMPTY, Self::with)
    }
}

/// The values of each facet: those of an initiative, or those asked for. A facet that a file does not know yet has none.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FacetValues(pub(super) Vec<ValueSet>);

impl FacetValues {
    /// The values of a facet.
    pub fn get(&self, facet: Facet) -> ValueSet {
        self.0.get(facet as usize).copied().unwrap_or_default()
    }

    /// Sets the values of a facet. Empty ones at the end are not kept: equal values are equal sets.
    pub fn set(&mut self, facet: Facet, values: ValueSet) {
        if self.0.len() <= facet as usize {
            self.0.resize(facet as usize + 1, ValueSet::EMPTY);
        }
        if let Some(kept) = self.0.get_mut(facet as usize) {
            *kept = values;
        }
        while self.0.last().is_some_and(|values| values.is_empty()) {
            self.0.pop();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_value_has_a_place_in_a_set_and_an_id_of_its_own() {
        for facet in Facet::ALL {
            let ids = facet.values();
            assert!(ids.len() <= ValueSet::CAPACITY, "{facet:?}");
            assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len());
            for (value, id) in (0..).zip(ids) {
                assert_eq!(facet.value(id), Some(value), "{facet:?} {id}");
            }
            assert_eq!(facet.value("?"), None);
        }
    }

    #[test]
    fn the_values_of_levers_are_the_categories_in_their_order() {
        let ids: Vec<_> = Category::all().map(Category::id).collect();
        assert_eq!(Facet::Lever.values(), ids);
    }

    #[test]
    fn a_set_toggles_its_values() {
        let set = ValueSet::EMPTY.with(6).with(0);
        assert!(set.contains(0) && set.contains(6) && !set.contains(1));
        assert!(set.toggled(6).toggled(0).is_empty());
        assert!(set.intersects(ValueSet::EMPTY.with(6)) && !set.intersects(ValueSet::EMPTY));
        assert!(ValueSet::EMPTY.with(200).is_empty(), "beyond the capacity");
    }

    #[test]
    fn values_taken_back_leave_no_trace() {
        let mut values = FacetValues::default();
        for facet in Facet::ALL {
            values.set(*facet, ValueSet::EMPTY.with(1));
            assert!(values.get(*facet).contains(1));
        }
        for facet in Facet::ALL {
            values.set(*facet, ValueSet::EMPTY);
        }
        assert_eq!(values, FacetValues::default());
    }
}
