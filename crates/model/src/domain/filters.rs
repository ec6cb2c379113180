//! Which initiatives are shown: OR inside a facet, AND between facets.

use super::{Facet, FacetValues, Summary, Territory, ValueSet};

/// What the visitor asked for. An empty facet asks for nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filters {
    asked: FacetValues,
    /// A territory that contains a place of the initiative, or that it covers with others.
    pub territory: Option<Territory>,
}

impl Filters {
    /// One value of one facet.
    pub fn only(facet: Facet, value: u8) -> Self {
        let mut filters = Self::default();
        filters.toggle(facet, value);
        filters
    }

    /// A territory.
    pub fn within(territory: Territory) -> Self {
        Self {
            territory: Some(territory),
            ..Self::default()
        }
    }

    /// The values asked of a facet.
    pub fn asked(&self, facet: Facet) -> ValueSet {
        self.asked.get(facet)
    }

    /// Asks for these values of a facet, and no others.
    pub fn ask(&mut self, facet: Facet, values: ValueSet) {
        self.asked.set(facet, values);
    }

    /// Asks for a value, or no longer.
    pub fn toggle(&mut self, facet: Facet, value: u8) {
        self.ask(facet, self.asked(facet).toggled(value));
    }

    /// Whether more is asked than the catalogue knows.
    pub fn ask_more(&self) -> bool {
        let folded = |facet: &&Facet| facet.is_folded();
        let mut more = Facet::ALL.iter().filter(folded);
        self.territory.is_some() || more.any(|&facet| !self.asked(facet).is_empty())
    }

    /// How many values are asked for, the territory among them.
    pub fn count(&self) -> usize {
        let asked = Facet::ALL.iter().map(|&facet| self.asked(facet).len());
        asked.sum::<usize>() + usize::from(self.territory.is_some())
    }

    /// Whether nothing is asked for.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Whether the initiative is shown.
    pub fn matches(&self, initiative: &Summary) -> bool {
        self.is_within(initiative) && self.failed(initiative) == 0
    }

    fn is_within(&self, initiative: &Summary) -> bool {
        self.territory
            .as_ref()
            .is_none_or(|territory| initiative.is_in(territory) || initiative.is_over(territory))
    }

    /// The facets that leave the initiative out, as bits in the order of [`Facet::ALL`].
    fn failed(&self, initiative: &Summary) -> u32 {
        let fails = |&&facet: &&Facet| {
            let asked = self.asked(facet);
            let values = &initiative.values;
            let fails = !asked.is_empty() && !asked.intersects(values.get(facet));
            // What is not known yet leaves nothing out.
            fails && values.knows(facet)
        };
        let failed = Facet::ALL.iter().filter(fails);
        failed.fold(0, |failed, &facet| failed | bit(facet))
    }
}

fn bit(facet: Facet) -> u32 {
    1 << facet as u32
}

/// How many initiatives each value would show if it alone were asked of its facet, the other facets and the territory being as they
/// are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts([[u32; ValueSet::CAPACITY]; Facet::COUNT]);

impl Counts {
    /// Counts the values of every facet, in one pass.
    pub fn of(filters: &Filters, initiatives: &[Summary]) -> Self {
        let mut counts = Self::default();
        for initiative in initiatives {
            if !filters.is_within(initiative) {
                continue;
            }
            let failed = filters.failed(initiative);
            for (&facet, counts) in Facet::ALL.iter().zip(&mut counts.0) {
                // What its own choice leaves out counts all the same.
                if failed & !bit(facet) == 0 {
                    let values = initiative.values.get(facet);
                    for (value, count) in (0..).zip(counts) {
                        *count += u32::from(values.contains(value));
                    }
                }
            }
        }
        counts
    }

    /// The count beside a value.
    pub fn get(&self, facet: Facet, value: u8) -> u32 {
        let counts = self.0.get(facet as usize);
        let count = counts.and_then(|counts| counts.get(usize::from(value)));
        count.copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Category, Lever, Place, Precision, Theme};
    use super::*;
    use crate::address::Address;
    use proptest::prelude::*;

    const COMMUNES: [&str; 3] = ["59350", "75056", "2A004"];

    fn commune(code: &str) -> Territory {
        Territory::parse(code).unwrap()
    }

    fn initiative(values: &[ValueSet], communes: &[&str]) -> Summary {
        let place = |code: &&str| Place {
            lon: 2.0,
            lat: 48.0,
            extent: None,
            precision: Precision::Commune,
            label: (*code).into(),
            territories: vec![commune(code)],
        };
        Summary {
            places: communes.iter().map(place).collect(),
            values: FacetValues(values.to_vec()),
            ..Summary::default()
        }
    }

    fn all_values(sets: &[ValueSet]) -> FacetValues {
        let mut values = FacetValues::default();
        for (&facet, &set) in Facet::ALL.iter().zip(sets) {
            values.set(facet, set);
        }
        values
    }

    fn set<const N: usize>(values: [u8; N]) -> ValueSet {
        values.into_iter().collect()
    }

    fn lever(lever: Lever) -> u8 {
        Category::Lever(lever).index()
    }

    #[test]
    fn values_of_a_facet_add_up_and_facets_narrow() {
        let food = set([Theme::Food as u8]);
        let (property, none) = (lever(Lever::Property), Category::NoLever.index());
        let initiatives = [
            initiative(&[set([lever(Lever::Grant), property]), food], &["59350"]),
            initiative(&[set([property]), set([Theme::Reuse as u8])], &["59350"]),
            initiative(&[set([none]), food], &["75056"]),
        ];
        let shown = |filters: &Filters| -> Vec<usize> {
            let positions = 0..initiatives.len();
            positions
                .filter(|&i| filters.matches(&initiatives[i]))
                .collect()
        };
        let mut filters = Filters::default();
        assert_eq!(shown(&filters), [0, 1, 2]);
        filters.ask(Facet::Lever, set([property, none]));
        assert_eq!(shown(&filters), [0, 1, 2]);
        filters.ask(Facet::Theme, food);
        assert_eq!(shown(&filters), [0, 2]);
        filters.territory = Some(commune("75056"));
        assert_eq!(shown(&filters), [2]);
    }

    #[test]
    fn a_territory_keeps_what_is_done_over_it() {
        let mut metropole = initiative(&[], &[]);
        metropole.over = "A CB 59 59350 243200599".into();
        let is_shown = |asked: &str| {
            let asked = Territory::parse(asked).unwrap();
            Filters::within(asked).matches(&metropole)
        };
        for inside in ["59350", "59001", "departement:59", "243200599"] {
            assert!(is_shown(inside), "{inside}");
        }
        // An intercommunalité whose number begins like a département, a région with the number of one.
        for outside in ["75056", "245900410", "region:59", "departement:24"] {
            assert!(!is_shown(outside), "{outside}");
        }
    }

    #[test]
    fn what_is_not_known_yet_leaves_nothing_out() {
        let of_catalogue = initiative(&[set([lever(Lever::Grant)])], &["59350"]);
        let mut filters = Filters::only(Facet::Extra, 0);
        assert!(filters.matches(&of_catalogue));
        filters.ask(Facet::Lever, set([lever(Lever::Property)]));
        assert!(!filters.matches(&of_catalogue));
        let known = initiative(&[ValueSet::EMPTY; Facet::COUNT], &["59350"]);
        assert!(!Filters::only(Facet::Extra, 0).matches(&known));
    }

    /// Any values of any facet, none beyond those it has.
    fn any_values() -> impl Strategy<Value = Vec<ValueSet>> {
        let one = |facet: &Facet| {
            let values = 0..facet.values().len() as u8;
            // Often none, seldom many.
            prop::collection::vec(values, 0..4).prop_map(|values| values.into_iter().collect())
        };
        Facet::ALL.iter().map(one).collect::<Vec<_>>()
    }

    fn any_filters() -> impl Strategy<Value = Filters> {
        let territory = prop::option::of(prop::sample::select(&COMMUNES[..]));
        (any_values(), territory).prop_map(|(values, territory)| Filters {
            asked: all_values(&values),
            territory: territory.map(commune),
        })
    }

    fn any_initiatives() -> impl Strategy<Value = Vec<Summary>> {
        let communes = prop::sample::subsequence(COMMUNES.to_vec(), 0..=COMMUNES.len());
        let one = (any_values(), communes);
        let one = one.prop_map(|(values, communes)| initiative(&values, &communes));
        prop::collection::vec(one, 0..30)
    }

    /// The pairs of a query whose values need no decoding.
    fn pairs(query: &str) -> Vec<(String, String)> {
        let pairs = query.split('&').filter_map(|pair| pair.split_once('='));
        pairs.map(|(k, v)| (k.into(), v.into())).collect()
    }

    proptest! {
        #[test]
        fn a_count_says_what_choosing_the_value_would_show(filters in any_filters(), initiatives in any_initiatives()) {
            let counts = Counts::of(&filters, &initiatives);
            for &facet in Facet::ALL {
                for value in 0..facet.values().len() as u8 {
                    let mut alone = filters.clone();
                    alone.ask(facet, ValueSet::EMPTY.with(value));
                    let shown = initiatives.iter().filter(|initiative| alone.matches(initiative)).count();
                    prop_assert_eq!(counts.get(facet, value) as usize, shown, "{:?} {}", facet, value);
                }
            }
        }

        #[test]
        fn matching_is_or_inside_a_facet_and_and_between(filters in any_filters(), initiatives in any_initiatives()) {
            for initiative in &initiatives {
                let of_facet = |&facet: &Facet| {
                    let has = initiative.values.get(facet);
                    let asked: Vec<u8> = (0..32).filter(|&value| filters.asked(facet).contains(value)).collect();
                    asked.is_empty() || asked.iter().any(|&value| has.contains(value))
                };
                let there = filters.territory.as_ref().is_none_or(|territory| {
                    initiative.places.iter().any(|place| place.territories.contains(territory))
                });
                prop_assert_eq!(filters.matches(initiative), there && Facet::ALL.iter().all(of_facet));
            }
        }

        #[test]
        fn every_state_of_the_filters_round_trips_through_the_address(filters in any_filters()) {
            let address = Address { filters, ..Address::default() };
            let (read, problems) = Address::parse(&pairs(&address.query()), "");
            prop_assert_eq!(problems, vec![]);
            prop_assert_eq!(read, address);
        }
    }

    #[test]
    fn addresses_of_before_the_facets_mean_the_same() {
        let query = "leviers=foncier,aucun&themes=alimentation,habitat&territoire=ept:200057867";
        let (address, problems) = Address::parse(&pairs(query), "");
        assert_eq!(problems, []);
        let mut expected = Filters::within(Territory::parse("ept:200057867").unwrap());
        let levers = [lever(Lever::Property), Category::NoLever.index()];
        expected.ask(Facet::Lever, set(levers));
        expected.ask(Facet::Theme, set([Theme::Food as u8, Theme::Housing as u8]));
        assert_eq!(address.filters, expected);
        assert_eq!(address.query(), query);
    }
}
