//! What a set of initiatives looks like on the map: how many, of what, where they concentrate, where none are, what is near what. Facts
//! alone; `text::overview` says them.

mod groups;

pub use groups::{Alone, Group};

use super::{
    Catalogue, Category, Facet, Filters, Lever, Place, Region, Summary, TerritoryKind, Theme,
    ViewBounds,
};
use groups::Spots;

/// The facts.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Overview {
    /// How many initiatives are spoken of.
    pub shown: usize,
    /// How many there are.
    pub total: usize,
    /// Levers that an authority used, the most frequent first. An initiative counts once for each.
    pub levers: Vec<(Lever, usize)>,
    /// How many have no such lever.
    pub without_lever: usize,
    /// Themes, the most frequent first. An initiative counts once for each.
    pub themes: Vec<(Theme, usize)>,
    /// Codes of régions, the fullest first. An initiative counts once for each.
    pub regions: Vec<(&'static str, usize)>,
    /// Codes of the régions without any.
    pub empty_regions: Vec<&'static str>,
    /// How many are in no région.
    pub abroad: usize,
    /// How many cover a territory, and have no place of their own.
    pub whole: usize,
    /// Communes with several, the fullest first.
    pub communes: Vec<(String, usize)>,
    /// Where several are close to one another, the largest group first.
    pub groups: Vec<Group>,
    /// The one that is farthest from all others.
    pub alone: Option<Alone>,
    /// Where most are in the view.
    pub side: Option<Side>,
}

/// A half of a view.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The upper half.
    North,
    /// The lower half.
    South,
    /// The right half.
    East,
    /// The left half.
    West,
}

impl Overview {
    /// The facts of what passes the filters and, when there is a view, is in it.
    pub fn of(catalogue: &Catalogue, filters: &Filters, view: Option<ViewBounds>) -> Self {
        // A place that is not asked for says nothing, though its initiative has another that is.
        let is_asked = |place: &Place| {
            let mut territory = filters.territory.iter();
            view.is_none_or(|view| place.meets(view)) && territory.all(|one| place.is_in(one))
        };
        let is_anywhere = |summary: &&Summary| {
            let is_asked_anywhere = view.is_none() || summary.places.iter().any(is_asked);
            filters.matches(summary) && is_asked_anywhere
        };
        let all = catalogue.initiatives.iter();
        let shown: Vec<&Summary> = all.filter(is_anywhere).collect();
        let spots = Spots::of(&shown, is_asked);
        let count = |kept: &dyn Fn(&Summary) -> bool| shown.iter().filter(|one| kept(one)).count();
        let regions: Vec<_> = Region::codes()
            .map(|code| {
                (
                    code,
                    count(&|one| {
                        one.places
                            .iter()
                            .any(|place| is_asked(place) && is_in_region(place, code))
                    }),
                )
            })
            .collect();
        let empty = regions.iter().filter(|(_, count)| *count == 0);
        Self {
            shown: shown.len(),
            total: catalogue.initiatives.len(),
            levers: most_first(Lever::ALL.iter().map(|&lever| {
                let value = Category::Lever(lever).index();
                (
                    lever,
                    count(&|one| one.values.get(Facet::Lever).contains(value)),
                )
            })),
            without_lever: count(&|one| {
                let none = Category::NoLever.index();
                one.values.get(Facet::Lever).contains(none)
            }),
            themes: most_first(Theme::ALL.iter().map(|&theme| {
                let value = theme as u8;
                (
                    theme,
                    count(&|one| one.values.get(Facet::Theme).contains(value)),
                )
            })),
            empty_regions: empty.map(|(code, _)| *code).collect(),
            regions: most_first(regions.into_iter()),
            abroad: count(&|one| {
                !one.places.is_empty()
                    && one.places.iter().all(|place| place.territories.is_empty())
            }),
            whole: count(&|one| {
                !one.places.is_empty() && one.places.iter().all(|place| place.covered().is_some())
            }),
            communes: spots.communes(),
            groups: spots.groups(),
            alone: spots.alone(),
            side: view.and_then(|view| spots.side(view)),
        }
    }
}

fn is_in_region(place: &Place, code: &str) -> bool {
    let territories = place.territories.iter();
    let mut regions = territories.filter(|one| one.kind == TerritoryKind::Region);
    regions.any(|one| one.code == code)
}

/// Those that have any, the most frequent first; equal ones stay in their order.
fn most_first<T>(counts: impl Iterator<Item = (T, usize)>) -> Vec<(T, usize)> {
    let mut found: Vec<_> = counts.filter(|(_, count)| *count > 0).collect();
    found.sort_by_key(|(_, count)| core::cmp::Reverse(*count));
    found
}

#[cfg(test)]
mod tests {
    use super::super::{Precision, Territory, ValueSet};
    use super::*;
    use proptest::prelude::*;

    /// An initiative at a place of a commune: its name, code, région and position.
    pub fn initiative(town: &str, code: &str, region: &str, (lon, lat): (f64, f64)) -> Summary {
        let territories = [format!("commune:{code}"), format!("region:{region}")];
        let mut summary = Summary {
            id: town.to_owned(),
            name: town.to_owned(),
            places: vec![Place {
                lon,
                lat,
                extent: None,
                precision: Precision::Commune,
                label: town.to_owned(),
                territories: territories
                    .iter()
                    .filter_map(|one| Territory::parse(one))
                    .collect(),
            }],
            ..Summary::default()
        };
        let grant = Category::Lever(Lever::Grant).index();
        summary
            .values
            .set(Facet::Lever, ValueSet::EMPTY.with(grant));
        summary
            .values
            .set(Facet::Theme, ValueSet::EMPTY.with(Theme::Food as u8));
        summary
    }

    fn catalogue() -> Catalogue {
        let lille = || initiative("Lille (59)", "59350", "32", (3.06, 50.63));
        Catalogue {
            initiatives: vec![
                lille(),
                lille(),
                initiative("Roubaix (59)", "59512", "32", (3.17, 50.69)),
                initiative("Lyon 8e Arrondissement (69)", "69388", "84", (4.87, 45.73)),
                initiative("Brest (29)", "29019", "53", (-4.49, 48.39)),
            ],
        }
    }

    #[test]
    fn it_tells_where_they_are_and_what_is_near_what() {
        let facts = Overview::of(&catalogue(), &Filters::default(), None);
        assert_eq!((facts.shown, facts.total), (5, 5));
        assert_eq!(facts.regions, [("32", 3), ("53", 1), ("84", 1)]);
        assert_eq!(facts.empty_regions.len(), 15);
        assert_eq!(facts.communes, [("Lille".to_owned(), 2)]);
        let [group] = facts.groups.as_slice() else {
            panic!("{:?}", facts.groups)
        };
        assert_eq!((group.town.as_str(), group.count), ("Lille", 3));
        let alone = facts.alone.unwrap();
        assert_eq!(alone.town, "Brest");
        assert!((alone.km - 592.0).abs() < 20.0, "{}", alone.km);
        assert_eq!(facts.levers, [(Lever::Grant, 5)]);
        assert_eq!(facts.side, None);
    }

    #[test]
    fn a_view_keeps_what_it_shows_and_says_on_which_side() {
        let view = Some([2.0, 44.0, 6.0, 51.5]);
        let facts = Overview::of(&catalogue(), &Filters::default(), view);
        assert_eq!((facts.shown, facts.total), (4, 5));
        assert_eq!(facts.side, Some(Side::North));
        let within = Filters::within(Territory::parse("region:53").unwrap());
        let facts = Overview::of(&catalogue(), &within, view);
        assert_eq!(facts.shown, 0);
    }

    #[test]
    fn of_an_initiative_only_the_places_that_are_asked_for_count() {
        let mut two = initiative("Lille (59)", "59350", "32", (3.06, 50.63));
        two.places
            .extend(initiative("Brest (29)", "29019", "53", (-4.49, 48.39)).places);
        let catalogue = Catalogue {
            initiatives: vec![two],
        };
        let within = Filters::within(Territory::parse("region:53").unwrap());
        let facts = Overview::of(&catalogue, &within, None);
        assert_eq!((facts.shown, facts.regions), (1, vec![("53", 1)]));
    }

    proptest! {
        #[test]
        fn nothing_is_counted_that_is_not_shown(
            places in prop::collection::vec((-5.0..9.0f64, 41.0..51.0f64), 0..20),
            west in -5.0..9.0f64, south in 41.0..51.0f64, wide in 0.0..9.0f64, high in 0.0..9.0f64,
        ) {
            let initiatives = places.iter().map(|&at| initiative("Ici", "59350", "32", at));
            let catalogue = Catalogue { initiatives: initiatives.collect() };
            let view = [west, south, west + wide, south + high];
            let facts = Overview::of(&catalogue, &Filters::default(), Some(view));
            prop_assert!(facts.shown <= facts.total);
            let grouped: usize = facts.groups.iter().map(|group| group.count).sum();
            prop_assert!(grouped <= facts.shown);
            prop_assert!(facts.levers.iter().all(|(_, count)| *count <= facts.shown));
        }
    }
}
