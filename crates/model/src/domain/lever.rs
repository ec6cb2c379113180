//! The six levers, and the category a marker shows.

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

    /// The public ids, in screen order.
    pub const IDS: &'static [&'static str] = &[
        Lever::Grant.id(),
        Lever::Procurement.id(),
        Lever::Property.id(),
        Lever::ScicShare.id(),
        Lever::Support.id(),
        Lever::Facilitation.id(),
        Self::NO_LEVER_ID,
    ];

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
}
