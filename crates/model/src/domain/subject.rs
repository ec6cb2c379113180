//! What an open sheet speaks of, for the map: initiatives to single out, territories to outline, all of it to frame.

use super::{Catalogue, LinkKind, Linked, Sheet, Summary, TargetKind, Territory};
use engine::geo::{LonLat, World, mercator};
use serde::{Deserialize, Serialize};

/// What a sheet speaks of.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Subject {
    /// Ids of the initiatives, each once. Ids, as positions would be those of a catalogue that was read whole.
    pub initiatives: Vec<String>,
    /// The territories: the authority's own, or those that an initiative covers.
    pub territories: Vec<Territory>,
}

impl Subject {
    /// What an initiative's sheet speaks of: itself, and the territories that it covers.
    pub fn of_initiative(initiative: &Summary) -> Self {
        let covered = initiative.places.iter().filter_map(|place| place.covered());
        Self {
            initiatives: vec![initiative.id.clone()],
            territories: covered.cloned().collect(),
        }
    }

    /// What any sheet speaks of: the initiatives that it lists, except those that are only alike; of an authority, its territory too.
    pub fn of(linked: &Linked) -> Self {
        if let Sheet::Initiative(sheet) = &linked.sheet {
            return Self::of_initiative(&sheet.summary);
        }
        let groups = linked.groups.iter();
        let links = groups
            .filter(|group| group.kind != LinkKind::Similar)
            .flat_map(|group| &group.links);
        let listed = links
            .filter(|link| link.target.kind == TargetKind::Initiative)
            .map(|link| &link.target.id);
        let cases = linked.cases.iter().map(|case| &case.initiative);
        let mut subject = Self::default();
        for id in cases.chain(listed) {
            if !subject.initiatives.contains(id) {
                subject.initiatives.push(id.clone());
            }
        }
        if let Sheet::Authority(sheet) = &linked.sheet {
            subject.territories.clone_from(&sheet.territories);
        }
        subject
    }

    /// Positions of its initiatives in a catalogue, in ascending order.
    pub fn positions(&self, catalogue: &Catalogue) -> Vec<usize> {
        let all = catalogue.initiatives.iter().enumerate();
        let own = all.filter(|(_, initiative)| self.initiatives.contains(&initiative.id));
        own.map(|(position, _)| position).collect()
    }

    /// The places of its initiatives among those shown, positions in ascending order; of all of them when none is shown. Where it is
    /// about a territory, the middle of which is `near`, an initiative in several cities has there the nearest of its places.
    pub fn places(
        &self,
        catalogue: &Catalogue,
        shown: &[usize],
        near: Option<World>,
    ) -> Vec<World> {
        let own = self.positions(catalogue);
        let is_shown = |position: &&usize| shown.binary_search(position).is_ok();
        let any_shown = own.iter().any(|position| is_shown(&position));
        let seen = own
            .iter()
            .filter(|position| !any_shown || is_shown(position));
        let initiatives = seen.filter_map(|&position| catalogue.initiatives.get(position));
        let places = initiatives.map(|initiative| {
            let places = initiative.places.iter();
            places.map(|place| mercator::project(LonLat::clamped(place.lon, place.lat)))
        });
        match near {
            None => places.flatten().collect(),
            Some(near) => {
                let nearer = |a: &World, b: &World| near.distance(*a).total_cmp(&near.distance(*b));
                places.filter_map(|places| places.min_by(nearer)).collect()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{
        Actor, Case, Certainty, Lever, LinkGroup, Place, Precision, SheetLink, State, Target,
        Theme, Told,
    };
    use super::*;

    fn summary(id: &str, lon: f64, precision: Precision, territory: &str) -> Summary {
        Summary {
            id: id.into(),
            places: vec![Place {
                lon,
                lat: 48.0,
                extent: None,
                precision,
                label: String::new(),
                territories: Territory::parse(territory).into_iter().collect(),
            }],
            ..Summary::default()
        }
    }

    fn catalogue() -> Catalogue {
        Catalogue {
            initiatives: vec![
                summary("a", 1.0, Precision::Commune, "28134"),
                summary("b", 2.0, Precision::Region, "region:44"),
                summary("c", 3.0, Precision::Address, "59350"),
            ],
        }
    }

    fn group(kind: LinkKind, targets: &[Target]) -> LinkGroup {
        let link = |target: &Target| SheetLink {
            target: target.clone(),
            name: String::new(),
            note: String::new(),
        };
        LinkGroup {
            kind,
            links: targets.iter().map(link).collect(),
        }
    }

    fn theme(groups: Vec<LinkGroup>) -> Linked {
        Linked {
            sheet: Sheet::Theme(Theme::Food),
            authorities: Vec::new(),
            cases: Vec::new(),
            groups,
        }
    }

    #[test]
    fn a_sheet_speaks_of_the_initiatives_that_it_lists_each_once() {
        let [a, c] = ["a", "c"].map(Target::initiative);
        let linked = theme(vec![
            group(LinkKind::Led, &[c.clone(), a.clone()]),
            group(LinkKind::Funded, &[c]),
            group(LinkKind::Levers, &[Target::lever(Lever::Grant)]),
            group(LinkKind::Similar, &[Target::initiative("b")]),
        ]);
        let subject = Subject::of(&linked);
        assert_eq!(subject.initiatives, ["c", "a"]);
        assert_eq!(subject.territories, []);
        assert_eq!(subject.positions(&catalogue()), [0, 2]);
    }

    #[test]
    fn a_lever_speaks_of_its_cases_too() {
        let case = |initiative: &str| Case {
            lever: Lever::Property,
            initiative: initiative.into(),
            name: String::new(),
            actor: Actor::Authority("x".into()),
            population: None,
            state: State::Used,
            certainty: Certainty::Explicit,
            acts: Vec::new(),
            result: Told::default(),
            obstacle: Told::default(),
        };
        let linked = Linked {
            cases: vec![case("c"), case("b"), case("c")],
            ..theme(vec![group(LinkKind::ByOthers, &[Target::initiative("a")])])
        };
        assert_eq!(Subject::of(&linked).initiatives, ["c", "b", "a"]);
    }

    #[test]
    fn an_initiative_speaks_of_itself_and_of_the_territory_that_it_covers() {
        let of = |position: usize| Subject::of_initiative(&catalogue().initiatives[position]);
        assert_eq!(of(1).initiatives, ["b"]);
        assert_eq!(of(1).territories, [Territory::parse("region:44").unwrap()]);
        assert_eq!(of(0).territories, []);
    }

    #[test]
    fn places_are_those_of_what_is_shown_or_of_all_when_nothing_of_it_is() {
        let catalogue = catalogue();
        let subject = Subject {
            initiatives: vec!["a".into(), "c".into(), "gone".into()],
            territories: Vec::new(),
        };
        let count = |shown: &[usize]| subject.places(&catalogue, shown, None).len();
        assert_eq!((count(&[0, 1, 2]), count(&[2]), count(&[1])), (2, 1, 2));
    }

    #[test]
    fn in_a_territory_an_initiative_in_several_cities_has_the_nearest_of_its_places() {
        let mut catalogue = catalogue();
        let elsewhere = catalogue.initiatives[2].places.clone();
        catalogue.initiatives[0].places.extend(elsewhere);
        let subject = Subject {
            initiatives: vec!["a".into()],
            territories: Vec::new(),
        };
        let near = mercator::project(LonLat::clamped(1.1, 48.0));
        let here = mercator::project(LonLat::clamped(1.0, 48.0));
        assert_eq!(subject.places(&catalogue, &[0], None).len(), 2);
        assert_eq!(subject.places(&catalogue, &[0], Some(near)), [here]);
    }
}
