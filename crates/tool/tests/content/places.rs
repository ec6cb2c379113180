//! From a code to a place: label, point, and the territories that contain it.

use crate::support::{Change, changed, check, valid};
use model::domain::{Place, Territory};

const JARDIN: &str = "initiatives/jardin-des-lilas.md";
const FIRST: &str = "code = \"92050\"\nprecision = \"district\"\nlabel = \"Petit-Nanterre\"";

/// The first place of the garden once its first place is written so.
fn place(written: &'static str) -> Place {
    let mut files = valid();
    changed(&mut files, Change::Edit(JARDIN, FIRST, written));
    let (content, problems) = check(&files);
    assert_eq!(problems, []);
    content.initiatives[0]
        .sheet
        .as_ref()
        .unwrap()
        .summary
        .places[0]
        .clone()
}

fn chain(place: &Place) -> String {
    let territories: Vec<_> = place.territories.iter().map(Territory::to_string).collect();
    territories.join(" ")
}

#[test]
fn a_code_gives_a_label_and_the_territories_around() {
    for (written, label, territories) in [
        (
            FIRST,
            "Petit-Nanterre, Nanterre (92)",
            "commune:92050 epci:200054781 departement:92 region:11",
        ),
        (
            "code = \"93066\"\nprecision = \"commune\"",
            "Saint-Denis (93)",
            "commune:93066 ept:200057867 epci:200054781 departement:93 region:11",
        ),
        (
            "code = \"75118\"\nprecision = \"district\"",
            "Paris 18e Arrondissement (75)",
            "commune:75118 commune:75056 epci:200054781 departement:75 region:11",
        ),
        (
            "code = \"200057867\"\nprecision = \"epci\"\nlabel = \"Huit communes\"",
            "Huit communes, Plaine Commune",
            "ept:200057867 epci:200054781 departement:93 region:11",
        ),
        // Its communes are in several départements.
        (
            "code = \"200054781\"\nprecision = \"epci\"",
            "Métropole du Grand Paris",
            "epci:200054781 region:11",
        ),
        (
            "code = \"75\"\nprecision = \"departement\"",
            "Paris",
            "departement:75 region:11",
        ),
        // The same code as a région.
        (
            "code = \"75\"\nprecision = \"region\"",
            "Nouvelle-Aquitaine",
            "region:75",
        ),
        (
            "country = \"BE\"\ncity = \"Bruxelles\"\nprecision = \"district\"\nlabel = \"Marolles\"\nlon = 4.3\nlat = 50.8",
            "Marolles, Bruxelles (Belgique)",
            "",
        ),
    ] {
        let place = place(written);
        assert_eq!(
            (place.label.as_str(), chain(&place).as_str()),
            (label, territories)
        );
    }
}

#[test]
fn a_place_is_at_the_address_or_at_the_label_point_of_the_territory() {
    for (written, expected) in [
        (
            "code = \"92050\"\nprecision = \"address\"\nlon = 2.2\nlat = 48.9",
            (2.2, 48.9),
        ),
        (
            "code = \"92050\"\nprecision = \"address\"",
            (2.2069, 48.8922),
        ),
        (
            "code = \"200057867\"\nprecision = \"epci\"",
            (2.3702, 48.9351),
        ),
        ("code = \"11\"\nprecision = \"region\"", (2.7065, 48.6292)),
        (
            "code = \"33\"\nprecision = \"departement\"",
            (-0.6606, 44.8568),
        ),
    ] {
        let place = place(written);
        assert_eq!((place.lon, place.lat), expected, "{written}");
    }
}

#[test]
fn only_a_territory_has_an_extent() {
    let west = |written| place(written).extent.map(|[west, ..]| west);
    assert_eq!(west("code = \"11\"\nprecision = \"region\""), Some(1.4463));
    assert_eq!(west("code = \"93066\"\nprecision = \"commune\""), None);
    assert_eq!(west(FIRST), None);
}
