//! Every address round trips, and no address panics.

use super::*;
use proptest::prelude::*;

fn pairs(query: &str) -> Vec<(String, String)> {
    let decode = |text: &str| {
        let mut bytes = Vec::new();
        let mut rest = text.as_bytes();
        while let Some((&byte, after)) = rest.split_first() {
            if byte == b'%' {
                bytes.push(
                    u8::from_str_radix(std::str::from_utf8(&after[..2]).unwrap(), 16).unwrap(),
                );
                rest = &after[2..];
            } else {
                bytes.push(byte);
                rest = after;
            }
        }
        String::from_utf8(bytes).unwrap()
    };
    query
        .split('&')
        .filter_map(|pair| pair.split_once('='))
        .map(|(k, v)| (k.into(), decode(v)))
        .collect()
}

#[test]
fn wrong_values_are_left_out_and_told() {
    let (address, problems) = Address::parse(
        &pairs("leviers=foncier,don&territoire=11&vue=globe"),
        "#99/0/0",
    );
    assert_eq!(address.query(), "leviers=foncier");
    assert_eq!(
        (
            address.filters.territory,
            address.options.layout,
            address.view
        ),
        (None, None, None)
    );
    let told: Vec<_> = problems
        .iter()
        .map(|problem| match problem {
            AddressProblem::Value { parameter, value } => format!("{parameter}={value}"),
            AddressProblem::View(value) => value.clone(),
        })
        .collect();
    assert_eq!(
        told,
        ["leviers=don", "territoire=11", "vue=globe", "99/0/0"]
    );
}

#[test]
fn hundreds_of_wrong_values_are_one_problem() {
    let ids: Vec<String> = (0..600).map(|id| format!("couche-{id}")).collect();
    let pair = |name: &str| (name.to_owned(), ids.join(","));
    let (address, problems) = Address::parse(&[pair("couche"), pair("leviers")], "");
    assert_eq!((address.layers.len(), problems.len()), (MAX_LAYERS, 2));
    for problem in problems {
        let AddressProblem::Value { value, .. } = problem else {
            panic!("{problem:?}")
        };
        assert!(
            value.starts_with("couche-") && value.len() < 2 * SAID,
            "{value}"
        );
    }
}

#[test]
fn unknown_parameters_and_anchors_are_nobodys_business() {
    let (address, problems) = Address::parse(&pairs("utm_source=lettre"), "#liste");
    assert_eq!((address, problems), (Address::default(), vec![]));
}

#[test]
fn what_scripts_alone_read_stays_in_the_address() {
    let asked = "territoire=ept:200057867&verrou=territoire,leviers&apparence=sombre";
    let (address, problems) = Address::parse(&pairs(asked), "");
    assert_eq!((address.query().as_str(), problems), (asked, vec![]));
    assert_eq!(
        Address::parse(&pairs("hauteur=auto"), "").0.query(),
        "hauteur=auto"
    );
    let opened = address
        .opening(Some(Target::initiative("mundo-gusto")))
        .query();
    assert!(
        opened.ends_with("verrou=territoire,leviers&apparence=sombre"),
        "{opened}"
    );
    // Six of the longest ids.
    let notebook = ["a-long-name-of-an-initiative-".repeat(2).as_str(); 6].join(",");
    let notebook = format!("carnet={notebook}");
    let (address, problems) = Address::parse(&pairs(&notebook), "");
    assert_eq!((address.query(), problems), (notebook, vec![]));
}

#[test]
fn the_view_may_come_as_parameters() {
    let (address, problems) = Address::parse(&pairs("latitude=50.63&longitude=3.06&zoom=12"), "");
    assert_eq!(
        address.view,
        Some(View {
            zoom: 12.0,
            lat: 50.63,
            lon: 3.06
        })
    );
    assert!(problems.is_empty());
    assert_eq!(
        Address::parse(&pairs("latitude=nord&longitude=3"), "")
            .1
            .len(),
        1
    );
}

#[test]
fn an_accent_colour_is_six_hexadecimal_digits() {
    assert_eq!(Rgb::parse("#0b6e4f"), Some(Rgb(0x0b, 0x6e, 0x4f)));
    assert_eq!(Rgb::parse("red"), None);
    assert_eq!(Rgb::parse("#12é45"), None);
    assert!(Rgb(0x0b, 0x6e, 0x4f).takes_white_text() && !Rgb(0xff, 0xd0, 0x00).takes_white_text());
}

fn any_panel() -> impl Strategy<Value = Option<Target>> {
    prop_oneof![
        Just(None),
        "[a-z0-9][a-z0-9-]{0,20}".prop_map(|id| Some(Target::initiative(&id))),
        "[a-z0-9][a-z0-9-]{0,20}".prop_map(|id| Some(Target::authority(&id))),
        "[a-z0-9][a-z0-9-]{0,20}".prop_map(|id| Some(Target::recommendation(&id))),
        (0..Lever::ALL.len()).prop_map(|i| Some(Target::lever(Lever::ALL[i]))),
        (0..Theme::ALL.len()).prop_map(|i| Some(Target::theme(Theme::ALL[i]))),
    ]
}

#[test]
fn one_sheet_is_open_and_an_initiative_comes_first() {
    let panel = |query: &str| Address::parse(&pairs(query), "").0.panel;
    let mundo = Some(Target::initiative("mundo-gusto"));
    assert_eq!(panel("levier=foncier&initiative=mundo-gusto"), mundo);
    assert_eq!(panel("initiative=mundo-gusto&levier=foncier"), mundo);
    // What is not known does not close what is.
    let lever = panel("levier=foncier");
    assert!(lever.is_some());
    assert_eq!(panel("levier=foncier&initiative=X!"), lever);
    assert_eq!(
        panel("collectivite=lille"),
        Some(Target::authority("lille"))
    );
    assert_eq!(panel("theme=inconnu"), None);
}

proptest! {
    #[test]
    fn every_address_round_trips(
        bits in 0u8..128, theme in proptest::option::of(0..Theme::ALL.len()), territory in proptest::bool::ANY,
        panel in any_panel(), title in proptest::option::of("[^\u{0}-\u{1f}\\s]{1,30}"), colour in proptest::option::of(any::<[u8; 3]>()),
        view in proptest::option::of((400u32..=1600, -850_000i32..=850_000, -1_800_000i32..=1_800_000)),
        layers in proptest::sample::subsequence(vec!["etablissements-2".to_owned(), "a".into(), "b".into()], 0..=3), layout in proptest::option::of(0..Layout::ALL.len()), lang in proptest::option::of(0..Lang::ALL.len()),
        frame in proptest::sample::subsequence(vec!["apparence=sombre".to_owned(), "&hauteur=auto".into(), "&verrou=territoire,leviers".into()], 0..=3),
    ) {
        let frame: Vec<_> = frame.iter().enumerate().map(|(at, pair)| pair.trim_start_matches(if at == 0 { '&' } else { '?' }).to_owned()).collect();
        let address = Address {
            view: view.map(|(zoom, lat, lon)| View {
                zoom: f64::from(zoom) / 100.0, lat: f64::from(lat) / 1e4, lon: f64::from(lon) / 1e4,
            }),
            filters: {
                let mut filters = if territory { Filters::within(Territory::parse("ept:200057867").unwrap()) } else { Filters::default() };
                filters.ask(Facet::Lever, (0..7).filter(|i| bits & (1 << i) != 0).collect());
                filters.ask(Facet::Theme, theme.map(|i| i as u8).into_iter().collect());
                filters
            },
            panel,
            layers,
            options: Options {
                layout: layout.map(|i| Layout::ALL[i]),
                lang: lang.map(|i| Lang::ALL[i]),
                title,
                accent: colour.map(|[r, g, b]| Rgb(r, g, b)),
                kept: frame.concat(),
            },
        };
        let (read, problems) = Address::parse(&pairs(&address.query()), &address.fragment());
        prop_assert_eq!(problems, vec![]);
        prop_assert_eq!(read, address);
    }

    #[test]
    fn no_address_panics(value in "\\PC{0,40}", fragment in "\\PC{0,40}") {
        for name in parameters() {
            let _ = Address::parse(&[(name.into(), value.clone()), ("longitude".into(), value.clone())], &fragment);
        }
    }
}

#[test]
fn a_link_tells_the_initiative_that_it_opens() {
    let address = Address {
        filters: Filters::within(Territory::parse("ept:200057867").unwrap()),
        ..Address::default()
    };
    for target in [Target::initiative("vrac-lyon"), Target::lever(Lever::Grant)] {
        let href = address.opening(Some(target.clone())).href();
        let id = (target.kind == TargetKind::Initiative).then_some(target.id.as_str());
        assert_eq!(initiative_of(&href), id, "{href}");
    }
    for other in [
        "",
        "./",
        "./?",
        "https://a.example/?initiative=a",
        "initiatives/a/",
    ] {
        assert_eq!(initiative_of(other), None, "{other}");
    }
}
