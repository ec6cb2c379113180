//! Which initiatives are shown: OR inside a facet, AND between facets.

use super::{Category, CategorySet, Summary, Territory, Theme};
use engine::order;

/// What the visitor asked for. An empty facet asks for nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filters {
    /// Levers an authority used, or none established.
    pub categories: CategorySet,
    /// Themes, in the order asked.
    pub themes: Vec<Theme>,
    /// A territory that contains a place of the initiative.
    pub territory: Option<Territory>,
}

impl Filters {
    /// Whether nothing is asked for.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Whether the initiative is shown.
    pub fn matches(&self, initiative: &Summary) -> bool {
        self.matches_categories(initiative)
            && self.matches_themes(initiative)
            && self.matches_territory(initiative)
    }

    fn matches_categories(&self, initiative: &Summary) -> bool {
        self.categories.is_empty() || self.categories.intersects(initiative.categories())
    }

    fn matches_themes(&self, initiative: &Summary) -> bool {
        self.themes.is_empty()
            || self
                .themes
                .iter()
                .any(|theme| initiative.themes.contains(theme))
    }

    fn matches_territory(&self, initiative: &Summary) -> bool {
        self.territory
            .as_ref()
            .is_none_or(|territory| initiative.places.iter().any(|place| place.is_in(territory)))
    }
}

/// How many initiatives each value of a facet would show, the other facets being as they are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facets {
    /// One count a [`Category`], by its index.
    pub categories: [usize; Category::COUNT],
    /// Themes that have at least one initiative, most frequent first.
    pub themes: Vec<(Theme, usize)>,
}

impl Facets {
    /// Counts the values of each facet.
    pub fn count(filters: &Filters, initiatives: &[Summary]) -> Self {
        let mut categories = [0; Category::COUNT];
        for initiative in initiatives
            .iter()
            .filter(|i| filters.matches_themes(i) && filters.matches_territory(i))
        {
            for (category, count) in Category::all().zip(&mut categories) {
                *count += usize::from(initiative.categories().contains(category));
            }
        }
        let of_other_facets =
            |i: &&Summary| filters.matches_categories(i) && filters.matches_territory(i);
        let count_theme = |theme| {
            initiatives
                .iter()
                .filter(of_other_facets)
                .filter(|i| i.themes.contains(theme))
                .count()
        };
        let mut themes: Vec<_> = Theme::ALL
            .iter()
            .map(|theme| (*theme, count_theme(theme)))
            .collect();
        themes.retain(|&(theme, count)| count > 0 || filters.themes.contains(&theme));
        Self {
            categories,
            themes: order::by_key(themes, |&(_, count)| u64::MAX - count as u64),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Lever, Place, Precision, TerritoryKind};
    use super::*;

    fn initiative(id: &str, levers: &[Lever], theme: Theme, commune: &str) -> Summary {
        let territory = Territory {
            kind: TerritoryKind::Commune,
            code: commune.into(),
        };
        let place = Place {
            lon: 2.0,
            lat: 48.0,
            precision: Precision::Commune,
            label: commune.into(),
            territories: vec![territory],
        };
        Summary {
            id: id.into(),
            name: id.into(),
            themes: vec![theme],
            places: vec![place],
            authorities: vec![],
            levers: levers.to_vec(),
            other_levers: vec![],
        }
    }

    fn sample() -> Vec<Summary> {
        vec![
            initiative("a", &[Lever::Grant, Lever::Property], Theme::Food, "59350"),
            initiative("b", &[Lever::Property], Theme::Reuse, "59350"),
            initiative("c", &[], Theme::Food, "75056"),
        ]
    }

    fn shown(filters: &Filters) -> Vec<String> {
        sample()
            .iter()
            .filter(|i| filters.matches(i))
            .map(|i| i.id.clone())
            .collect()
    }

    #[test]
    fn values_of_a_facet_add_up_and_facets_narrow() {
        let categories = [Category::Lever(Lever::Property), Category::NoLever]
            .into_iter()
            .collect();
        assert_eq!(
            shown(&Filters {
                categories,
                ..Filters::default()
            }),
            ["a", "b", "c"]
        );
        assert_eq!(
            shown(&Filters {
                categories,
                themes: vec![Theme::Food],
                ..Filters::default()
            }),
            ["a", "c"]
        );
        let territory = Territory::parse("commune:75056");
        assert_eq!(
            shown(&Filters {
                categories,
                territory,
                ..Filters::default()
            }),
            ["c"]
        );
        assert_eq!(shown(&Filters::default()).len(), 3);
    }

    #[test]
    fn a_count_says_what_choosing_the_value_would_show() {
        let initiatives = sample();
        for theme in [None, Some(Theme::Food)] {
            let filters = Filters {
                themes: theme.into_iter().collect(),
                ..Filters::default()
            };
            let facets = Facets::count(&filters, &initiatives);
            for category in Category::all() {
                let alone = Filters {
                    categories: CategorySet::EMPTY.with(category),
                    ..filters.clone()
                };
                let count = initiatives.iter().filter(|i| alone.matches(i)).count();
                assert_eq!(
                    facets.categories[usize::from(category.index())],
                    count,
                    "{category:?}"
                );
            }
        }
    }

    #[test]
    fn a_marker_shows_the_lever_asked_for() {
        let two = &sample()[0];
        assert_eq!(
            two.shown_category(CategorySet::EMPTY),
            Category::Lever(Lever::Grant)
        );
        let property = CategorySet::EMPTY.with(Category::Lever(Lever::Property));
        assert_eq!(
            two.shown_category(property),
            Category::Lever(Lever::Property)
        );
        assert_eq!(sample()[2].shown_category(property), Category::NoLever);
    }
}
