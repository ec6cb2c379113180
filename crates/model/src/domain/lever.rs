//! The six levers, and the category a marker shows.

use serde::{Deserialize, Serialize};

closed_list! {
    /// How a local authority acted. Exactly six, the four best known first.
    Lever {
        /// Subvention.
        Grant = "subvention",
        /// Achat public: marchés, clauses.
        Procurement = "achat-public",
        /// Foncier et immobilier.
        Property = "foncier",
        /// Entrée de la collectivité au capital d'une SCIC.
        ScicShare = "scic",
        /// Accompagnement à la création d'activités.
        Support = "accompagnement",
        /// Animation territoriale.
        Facilitation = "animation",
    }
}

/// What a marker shows: a lever that an authority used, or that none is established by the sources.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Category {
    /// An authority used this lever.
    Lever(Lever),
    /// The sources establish no lever used by an authority.
    NoLever,
}

impl Category {
    /// Number of categories: the six levers, and none.
    pub const COUNT: usize = Lever::ALL.len() + 1;

    /// Public id of « no lever established ».
    pub const NO_LEVER_ID: &'static str = "aucun";

    /// Every category, in screen order.
    pub fn all() -> impl Iterator<Item = Self> {
        Lever::ALL
            .iter()
            .copied()
            .map(Self::Lever)
            .chain([Self::NoLever])
    }

    /// Position in [`Category::all`], 0 to 6.
    pub fn index(self) -> u8 {
        match self {
            Self::Lever(lever) => lever as u8,
            Self::NoLever => Lever::ALL.len() as u8,
        }
    }

    /// The category at this position; beyond the levers, none.
    pub fn from_index(index: u8) -> Self {
        Lever::ALL
            .get(usize::from(index))
            .map_or(Self::NoLever, |&lever| Self::Lever(lever))
    }

    /// Public id, for addresses.
    pub fn id(self) -> &'static str {
        match self {
            Self::Lever(lever) => lever.id(),
            Self::NoLever => Self::NO_LEVER_ID,
        }
    }

    /// The category with this public id.
    pub fn from_id(id: &str) -> Option<Self> {
        if id == Self::NO_LEVER_ID {
            Some(Self::NoLever)
        } else {
            Lever::from_id(id).map(Self::Lever)
        }
    }
}

/// A set of categories, as bits in the order of [`Category::all`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct CategorySet(u8);

impl CategorySet {
    /// The set with nothing in it.
    pub const EMPTY: Self = Self(0);

    /// Whether nothing is in the set.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Number of categories in the set.
    pub fn len(self) -> usize {
        self.0.count_ones() as usize
    }

    /// Whether the category is in the set.
    pub fn contains(self, category: Category) -> bool {
        self.0 & (1 << category.index()) != 0
    }

    /// Whether the two sets share a category.
    pub fn intersects(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// This set and the category.
    pub fn with(self, category: Category) -> Self {
        Self(self.0 | 1 << category.index())
    }

    /// This set with the category added if absent, removed if present.
    pub fn toggled(self, category: Category) -> Self {
        Self(self.0 ^ 1 << category.index())
    }

    /// The categories of the set, in screen order.
    pub fn iter(self) -> impl Iterator<Item = Category> {
        Category::all().filter(move |&category| self.contains(category))
    }
}

impl FromIterator<Category> for CategorySet {
    fn from_iter<I: IntoIterator<Item = Category>>(categories: I) -> Self {
        categories.into_iter().fold(Self::EMPTY, Self::with)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exactly_six_levers_and_the_four_of_the_card_come_first() {
        let ids: Vec<_> = Lever::ALL.iter().map(|lever| lever.id()).collect();
        assert_eq!(
            ids,
            [
                "subvention",
                "achat-public",
                "foncier",
                "scic",
                "accompagnement",
                "animation"
            ]
        );
    }

    #[test]
    fn categories_round_trip_by_id_and_by_index() {
        for category in Category::all() {
            assert_eq!(Category::from_id(category.id()), Some(category));
            assert_eq!(Category::from_index(category.index()), category);
        }
        assert_eq!(Category::all().count(), Category::COUNT);
        assert_eq!(Category::from_id("don"), None);
    }

    #[test]
    fn a_set_toggles_and_lists_in_screen_order() {
        let set = CategorySet::EMPTY
            .with(Category::NoLever)
            .with(Category::Lever(Lever::Grant));
        assert_eq!(
            set.iter().map(Category::id).collect::<Vec<_>>(),
            ["subvention", "aucun"]
        );
        assert_eq!(set.toggled(Category::NoLever).len(), 1);
        assert!(
            set.toggled(Category::NoLever)
                .toggled(Category::Lever(Lever::Grant))
                .is_empty()
        );
    }
}
