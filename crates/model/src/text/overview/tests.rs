use super::*;
use crate::domain::{Alone, Group, Lever, Region, Side, Territory, Theme, ValueSet};

fn facts() -> Overview {
    Overview {
        shown: 12,
        total: 113,
        levers: vec![
            (Lever::Grant, 9),
            (Lever::Facilitation, 4),
            (Lever::Property, 2),
        ],
        without_lever: 1,
        themes: vec![(Theme::Food, 5), (Theme::Reuse, 5)],
        regions: vec![("32", 6), ("11", 4), ("44", 1), ("93", 1)],
        empty_regions: vec!["94", "04"],
        abroad: 1,
        whole: 2,
        communes: vec![("Lille".into(), 3), ("Le Havre".into(), 2)],
        groups: vec![
            Group {
                town: "Lille".into(),
                count: 5,
                from_last: None,
            },
            Group {
                town: "Aubervilliers".into(),
                count: 3,
                from_last: Some(203.0),
            },
        ],
        alone: Some(Alone {
            name: "Un jardin".into(),
            town: "Brest".into(),
            km: 213.0,
            nearest: "Rennes".into(),
        }),
        side: None,
    }
}

fn said(lang: Lang, facts: &Overview, filters: &Filters, territory: Option<&str>) -> String {
    let asked = Asked {
        filters,
        territory,
        in_view: false,
    };
    sentences(lang, facts, &asked).join(" ")
}

#[test]
fn the_map_is_told_from_the_whole_to_the_parts() {
    let french = said(Lang::Fr, &facts(), &Filters::default(), None);
    assert_eq!(
        french,
        "La carte montre 12 initiatives. Il y en a 6 dans les Hauts-de-France (la moitié), 4 en Île-de-France et 1 dans le Grand Est\u{a0}; \
         une autre région en compte aussi. 2 couvrent tout un territoire plutôt qu’un lieu. Une est hors de France. \
         Il n’y en a aucune en Corse ni à La Réunion. Les communes qui en comptent le plus sont Lille (3) et Le Havre (2). \
         Le plus grand groupe est autour de Lille\u{a0}: 5 initiatives à moins de 20\u{a0}km. Un autre est autour d’Aubervilliers (3). \
         Les deux premiers sont à environ 200\u{a0}km l’un de l’autre. \
         La plus à l’écart, «\u{a0}Un jardin\u{a0}» (Brest), est à environ 210\u{a0}km de la plus proche (Rennes). \
         Le levier le plus fréquent est la subvention (9), devant l’animation (4) et le foncier (2). \
         Pour une d’elles, aucun levier d’une collectivité n’est établi. \
         Les thèmes les plus fréquents sont «\u{a0}Alimentation\u{a0}» et «\u{a0}Réemploi\u{a0}» (5 chacun)."
    );
    let english = said(Lang::En, &facts(), &Filters::default(), None);
    assert!(english.starts_with("The map shows 12 initiatives. There are 6 in Hauts-de-France, 4 in Île-de-France and 1 in Grand Est"), "{english}");
    assert!(
        english.contains("The first two are about 200\u{a0}km apart."),
        "{english}"
    );
}

#[test]
fn what_was_asked_for_is_said_back() {
    let mut filters = Filters::within(Territory::parse("region:32").unwrap());
    filters.ask(Facet::Lever, [0, 2].into_iter().collect());
    filters.ask(Facet::Theme, ValueSet::EMPTY.with(Theme::Housing as u8));
    let french = said(Lang::Fr, &facts(), &filters, Some("Hauts-de-France"));
    assert!(
        french.starts_with(
            "12 initiatives sur 113 répondent à la demande\u{a0}: levier «\u{a0}Subvention\u{a0}» ou «\u{a0}Foncier\u{a0}», thème «\u{a0}Habitat\u{a0}», \
             territoire «\u{a0}Hauts-de-France\u{a0}»."
        ),
        "{french}"
    );
    // What is not in a territory says nothing of it.
    assert!(!french.contains("aucune en Corse"), "{french}");
}

#[test]
fn nothing_is_said_to_say_nothing_of_what_is_done() {
    let none = Overview {
        total: 113,
        ..Overview::default()
    };
    for lang in Lang::ALL {
        let said = said(*lang, &none, &Filters::default(), None);
        assert!(
            said.contains("rien de ce qui se fait") || said.contains("nothing of what is done"),
            "{said}"
        );
    }
}

#[test]
fn one_initiative_is_one() {
    let one = Overview {
        shown: 1,
        total: 113,
        regions: vec![("53", 1)],
        levers: vec![(Lever::ScicShare, 1)],
        themes: vec![(Theme::Food, 1)],
        side: Some(Side::West),
        ..Overview::default()
    };
    let filters = Filters::only(Facet::Lever, 3);
    assert_eq!(
        said(Lang::Fr, &Overview { side: None, ..one }, &filters, None),
        "1 initiative sur 113 répond à la demande\u{a0}: levier «\u{a0}Capital de SCIC\u{a0}». Elle est en Bretagne. \
         Thème\u{a0}: «\u{a0}Alimentation\u{a0}»."
    );
}

#[test]
fn each_region_is_said_with_its_word() {
    let all: Vec<_> = Region::codes().filter_map(fr::in_region).collect();
    assert_eq!(all.len(), Region::codes().count());
    for said in [
        "en Corse",
        "à Mayotte",
        "à La Réunion",
        "dans les Pays de la Loire",
        "en Centre-Val de Loire",
        "dans le Grand Est",
    ] {
        assert!(all.iter().any(|one| one == said), "{said}");
    }
}
