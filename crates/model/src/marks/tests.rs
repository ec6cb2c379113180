//! Which marks initiatives become.

use super::*;
use crate::Lang;
use crate::domain::{Lever, Precision, Shared, Standing};
use engine::mark::{Look, Mark};
use engine::{Camera, Clusterer, Size};
use proptest::prelude::*;

fn initiative(name: &str, lon: f64, levers: &[Lever]) -> Summary {
    Summary {
        id: name.to_lowercase(),
        name: name.to_owned(),
        places: vec![Place {
            lon,
            lat: 48.0,
            extent: None,
            precision: Precision::Commune,
            label: "Ville".to_owned(),
            territories: Vec::new(),
        }],
        levers: levers.to_vec(),
        standing: if levers.is_empty() {
            Standing::Nothing
        } else {
            Standing::Stated
        },
        ..Summary::default()
    }
}

/// The marks of these initiatives from a camera above the first.
fn marks(initiatives: Vec<Summary>, zoom: f64) -> Vec<Mark> {
    let catalogue = Catalogue { initiatives };
    let points = place_set(&catalogue);
    let size = Size {
        width: 800.0,
        height: 600.0,
    };
    let camera = Camera::new(mercator::project(LonLat::clamped(2.0, 48.0)), zoom, size);
    let mut clusterer = Clusterer::new(points.all(), RADIUS_PX);
    let seen: Vec<Cluster> = clusterer.seen(&camera).cloned().collect();
    let ingredients = Ingredients {
        catalogue: &catalogue,
        asked: ValueSet::EMPTY,
        matches: clusterer.matches(),
        town: &|_, _| Some("Dreux".to_owned()),
        texts: Texts::of(Lang::Fr),
    };
    ingredients.marks(&seen, &camera)
}

#[test]
fn one_initiative_has_the_symbol_of_its_lever_and_says_its_place() {
    let [mark] = &marks(vec![initiative("A", 2.0, &[Lever::Property])], 8.0)[..] else {
        panic!("one mark")
    };
    let property = Category::Lever(Lever::Property);
    assert_eq!(
        mark.look,
        Look::Symbol {
            class: property.index(),
            style: Standing::Stated as u8
        }
    );
    assert_eq!(
        (mark.name.as_str(), mark.single()),
        ("A, Ville, Foncier", Some(0))
    );
}

#[test]
fn near_ones_are_a_ring_that_counts_levers_and_names_a_town() {
    let all = vec![
        initiative("A", 2.0, &[Lever::Grant]),
        initiative("B", 2.01, &[Lever::Grant]),
        initiative("C", 2.02, &[]),
    ];
    let [mark] = &marks(all, 6.0)[..] else {
        panic!("one mark")
    };
    let Look::Ring(parts) = mark.look else {
        panic!("a ring")
    };
    assert_eq!(parts.full, [2, 0, 0, 0, 0, 0, 1]);
    assert_eq!(parts.pale, [0; 7]);
    assert_eq!(mark.label, "3");
    assert_eq!(
        mark.name,
        "3 initiatives autour de Dreux, dont 2 subventions"
    );
}

#[test]
fn those_of_one_place_are_a_pile_and_spread_out_when_close() {
    let all = || {
        vec![
            initiative("A", 2.0, &[]),
            initiative("B", 2.0, &[Lever::Grant]),
        ]
    };
    let pile = marks(all(), 8.0);
    assert_eq!(pile.len(), 1);
    assert_eq!(pile[0].name, "2 initiatives dans la même commune, Ville");
    let spread = marks(all(), SPREAD_ZOOM);
    assert_eq!(spread.len(), 2);
    assert!(spread.iter().all(|mark| mark.at == pile[0].at));
    assert_ne!(spread[0].offset, spread[1].offset);
}

#[test]
fn marks_are_in_reading_order() {
    let all = vec![initiative("East", 2.6, &[]), initiative("West", 1.5, &[])];
    let names: Vec<String> = marks(all, 8.0).into_iter().map(|mark| mark.name).collect();
    assert!(names[0].starts_with("West") && names[1].starts_with("East"));
}

/// A place that covers a territory, or a commune.
fn place(territory: &str, lon: f64, lat: f64) -> Place {
    let precision = match territory.split(':').next() {
        Some("region") => Precision::Region,
        Some("departement") => Precision::Departement,
        Some("epci") => Precision::Epci,
        _ => Precision::Commune,
    };
    let mut territories = vec![Territory::parse(territory).unwrap()];
    if precision != Precision::Region {
        territories.push(Territory::parse("region:44").unwrap());
    }
    Place {
        lon,
        lat,
        extent: None,
        precision,
        label: territory.to_owned(),
        territories,
    }
}

fn at(name: &str, places: Vec<Place>, levers: &[Lever]) -> Summary {
    Summary {
        places,
        ..initiative(name, 0.0, levers)
    }
}

/// Calls `read` with the tags of these initiatives and the marks of their places, from a camera above the Grand Est.
fn tags<T>(
    initiatives: Vec<Summary>,
    zoom: f64,
    read: impl FnOnce(Vec<Mark>, Vec<Option<Group>>) -> T,
) -> T {
    let catalogue = Catalogue { initiatives };
    let size = Size {
        width: 1600.0,
        height: 1200.0,
    };
    let camera = Camera::new(mercator::project(LonLat::clamped(5.4, 48.5)), zoom, size);
    let points = territory_set(&catalogue, Reach::of(&camera));
    let mut clusterer = Clusterer::new(points.all(), TAG_RADIUS_PX);
    let seen: Vec<Cluster> = clusterer.seen(&camera).cloned().collect();
    let ingredients = Ingredients {
        catalogue: &catalogue,
        asked: ValueSet::EMPTY,
        matches: clusterer.matches(),
        town: &|_, _| None,
        texts: Texts::of(Lang::Fr),
    };
    let groups = seen
        .iter()
        .map(|cluster| ingredients.territory_group(cluster, &camera));
    let groups = groups.collect();
    read(ingredients.tags(&seen, &camera, std::iter::empty()), groups)
}

/// Two on the région, one on a département of it.
fn grand_est() -> Vec<Summary> {
    vec![
        at("A", vec![place("region:44", 5.38, 48.56)], &[Lever::Grant]),
        at("B", vec![place("region:44", 5.38, 48.56)], &[]),
        at(
            "C",
            vec![place("departement:68", 7.2, 47.9)],
            &[Lever::Grant],
        ),
    ]
}

#[test]
fn what_covers_a_territory_has_no_point() {
    let catalogue = Catalogue {
        initiatives: grand_est(),
    };
    assert!(place_set(&catalogue).is_empty());
    assert_eq!(territory_set(&catalogue, Reach::Near).len(), 3);
}

#[test]
fn far_away_a_region_has_one_tag() {
    tags(grand_est(), 5.4, |tags, groups| {
        let names: Vec<&str> = tags.iter().map(|tag| tag.name.as_str()).collect();
        assert_eq!(
            names,
            ["Grand Est, 3 initiatives sur des territoires entiers, dont 2 subventions"]
        );
        let group = groups[0].as_ref().unwrap();
        assert_eq!(
            group.heading,
            "Sur des territoires entiers\u{a0}: Grand Est"
        );
        assert_eq!(group.territory, Territory::parse("region:44"));
        assert_eq!(group.items, [0, 1, 2]);
    });
}

#[test]
fn closer_each_territory_has_its_tag_and_its_name() {
    tags(grand_est(), 8.0, |tags, groups| {
        let said: Vec<_> = tags
            .iter()
            .map(|tag| (tag.name.as_str(), tag.title.as_str(), tag.label.as_str()))
            .collect();
        assert_eq!(
            said,
            [
                (
                    "region:44, 2 initiatives sur tout le territoire, dont 1 subvention",
                    "region:44",
                    "2"
                ),
                (
                    "C, sur tout le territoire, departement:68, Subvention",
                    "departement:68",
                    ""
                ),
            ]
        );
        let headings: Vec<_> = groups
            .iter()
            .flatten()
            .map(|group| &group.heading)
            .collect();
        assert!(headings.contains(&&"Sur tout ce territoire\u{a0}: region:44".to_owned()));
    });
}

#[test]
fn a_group_of_several_regions_goes_with_the_others_of_its_initiative() {
    let mut astride = place("epci:200070332", 5.7, 47.75);
    astride.territories.truncate(1);
    let langres = at(
        "Langres",
        vec![place("epci:200072999", 5.5, 47.98), astride],
        &[],
    );
    tags(vec![langres], 5.0, |tags, _| assert_eq!(tags.len(), 1));
}

#[test]
fn a_ring_counts_levers_as_the_filters_do_and_others_paler() {
    let mut other = initiative("C", 2.02, &[]);
    (other.standing, other.other_lever) = (Standing::Others, Some(Lever::Property));
    let both = initiative("A", 2.0, &[Lever::Grant, Lever::Property]);
    let all = vec![both, initiative("B", 2.01, &[Lever::Grant]), other];
    let counted: usize = all.iter().map(|one| one.levers.len()).sum();
    let [mark] = &marks(all, 6.0)[..] else {
        panic!("one mark")
    };
    let Look::Ring(parts) = mark.look else {
        panic!("a ring")
    };
    assert_eq!(parts.full, [2, 0, 1, 0, 0, 0, 0]);
    assert_eq!(parts.pale, [0, 0, 1, 0, 0, 0, 0]);
    assert_eq!(parts.full.iter().sum::<u32>() as usize, counted);
    assert_eq!(mark.label, "3");
}

#[test]
fn a_pile_says_what_its_places_share() {
    let one = |precision, label: &str| Place {
        precision,
        label: label.to_owned(),
        ..place("59350", 3.0, 50.0)
    };
    for (first, second, shared) in [
        (
            one(Precision::Address, "1, rue A, Lille (59)"),
            one(Precision::Address, "La Condition, Lille (59)"),
            Shared::Address,
        ),
        (
            one(Precision::District, "Fives, Lille (59)"),
            one(Precision::District, "Fives, Lille (59)"),
            Shared::District,
        ),
        (
            one(Precision::District, "Fives, Lille (59)"),
            one(Precision::District, "Moulins, Lille (59)"),
            Shared::Commune,
        ),
        (
            one(Precision::Address, "1, rue A, Lille (59)"),
            one(Precision::Commune, "Lille (59)"),
            Shared::Commune,
        ),
    ] {
        assert_eq!(Place::shared(&[&first, &second]), shared);
        assert_eq!((first.town(), second.town()), ("Lille (59)", "Lille (59)"));
    }
}

#[test]
fn where_an_initiative_is_takes_a_few_words() {
    let texts = Texts::of(Lang::Fr);
    let district = |label: &str| Place {
        precision: Precision::District,
        label: label.to_owned(),
        ..place("69123", 4.8, 45.7)
    };
    let commune = |code: &str, label: &str| Place {
        label: label.to_owned(),
        ..place(code, 4.8, 45.7)
    };
    for (places, words) in [
        (
            vec![district("Petit-Nanterre, Nanterre (92)")],
            "Nanterre (92)",
        ),
        (vec![place("region:44", 5.0, 48.0)], "region:44"),
        (
            vec![
                district("Mermoz, Lyon 8e Arrondissement (69)"),
                district("Lyon (69)"),
            ],
            "2 quartiers de Lyon",
        ),
        (
            vec![
                commune("59350", "Lille (59)"),
                commune("59512", "Roubaix (59)"),
            ],
            "Lille (59), Roubaix (59)",
        ),
        (
            vec![
                commune("59350", "Lille (59)"),
                commune("59512", "Roubaix (59)"),
                commune("59599", "Tourcoing (59)"),
            ],
            "Lille (59) et 2 autres lieux",
        ),
    ] {
        assert_eq!(texts.whereabouts(&at("A", places, &[])), words);
    }
}

/// Places of any kind, some at the same point.
fn any_places() -> impl Strategy<Value = Vec<Place>> {
    let kinds = ["region:44", "departement:68", "epci:200066009", "68224"];
    let one = (0..kinds.len(), 0..6u8, 0..6u8).prop_map(move |(kind, x, y)| {
        place(
            kinds[kind],
            4.0 + 0.6 * f64::from(x),
            47.6 + 0.4 * f64::from(y),
        )
    });
    prop::collection::vec(one, 1..4)
}

proptest! {
    /// Each place is a point or a territory, and each initiative is in exactly one mark for each: counts are conserved.
    #[test]
    fn each_place_is_in_one_family(places in prop::collection::vec(any_places(), 1..20), zoom in 4.0..8.5f64) {
        let initiatives: Vec<Summary> = places.into_iter().map(|places| at("A", places, &[])).collect();
        let points = |covers: bool| {
            let of = |(item, summary): (usize, &Summary)| {
                let places = summary.places.iter().filter(|place| place.covered().is_some() == covers);
                let mut points: Vec<_> = places.map(|place| (item, place.lon.to_bits(), place.lat.to_bits())).collect();
                points.sort_unstable();
                points.dedup();
                points
            };
            initiatives.iter().enumerate().flat_map(of).count()
        };
        let catalogue = Catalogue { initiatives: initiatives.clone() };
        let (at_places, on_territories) = (place_set(&catalogue), territory_set(&catalogue, Reach::Near));
        prop_assert_eq!(at_places.len(), points(false));
        prop_assert_eq!(on_territories.len(), points(true));
        let far = territory_set(&catalogue, Reach::Far);
        let covering = initiatives.iter().filter(|one| one.places.iter().any(|place| place.covered().is_some())).count();
        prop_assert_eq!(far.len(), covering, "one région: each once");
        let total = if zoom < 7.0 { far.len() } else { on_territories.len() };
        let counted = tags(initiatives, zoom, |tags, _| {
            tags.iter().map(|tag| tag.items.len()).sum::<usize>()
        });
        prop_assert!(counted <= total, "an initiative is once in a tag");
        prop_assert!(counted >= covering, "and in one at least");
    }
}
