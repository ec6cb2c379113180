//! The ways to place a row, and what is said of each.

use crate::support::{at, counts, lines, of_rule, summary, summary_with};
use import::Options;

#[test]
fn codes_names_and_postcodes_lead_to_a_commune() {
    let text = "nom;code_insee;commune;code_postal;departement\n\
        ancienne commune;93059;;;\n\
        zéro perdu;1001;;;\n\
        code postal;92000;;;\n\
        inconnu;00000;;;\n\
        nom et code postal;;NANTERRE;92000;\n\
        nom et cedex;;Nanterre cedex;92014;\n\
        nom et département;;St Denis;;93\n\
        nom et département en lettres;;Saint-Denis;;Seine-Saint-Denis\n\
        nom seul;;Nanterre;;\n\
        nom de plusieurs;;Saint-Denis;;\n\
        code postal seul;;;92000;\n\
        code postal de plusieurs;;;01400;\n\
        mauvais code postal;;Lyon;92000;\n\
        rien;;;;\n";
    let summary = summary(text.as_bytes());
    assert_eq!(lines(&summary, "commune-fusionnee"), at(&[("note", 2)]));
    assert_eq!(
        lines(&summary, "commune")
            .into_iter()
            .filter(|(_, line)| *line > 0)
            .collect::<Vec<_>>(),
        at(&[
            ("note", 3),
            ("question", 4),
            ("refus", 5),
            ("note", 10),
            ("refus", 11),
            ("refus", 13),
            ("question", 14)
        ])
    );
    assert_eq!(lines(&summary, "sans-lieu"), at(&[("refus", 15)]));
    assert_eq!(counts(&summary), [14, 8, 6, 0]);
}

#[test]
fn a_lost_sign_shows_when_the_row_names_its_commune() {
    let text = "nom,latitude,longitude,insee\nBrest,48.39,4.48,29019\nBrest,48.39,-4.48,29019\n";
    let summary = summary(text.as_bytes());
    assert_eq!(
        lines(&summary, "loin-de-la-commune"),
        at(&[("question", 2)])
    );
    assert_eq!(counts(&summary), [2, 1, 1, 0]);
}

#[test]
fn metres_of_two_possible_grids_are_settled_by_the_commune() {
    let text = "nom,x,y,code insee\nA,642991,1771895,97105\nB,642991,1771895,\n";
    let summary = summary(text.as_bytes());
    assert_eq!(
        lines(&summary, "projection"),
        at(&[("note", 2), ("question", 3)])
    );
}

#[test]
fn the_seat_of_an_authority_is_said_with_its_precision() {
    let rows: String = [
        "21860194600018",
        "22360001900018",
        "200054781",
        "23750007900312",
        "12345678900022",
    ]
    .iter()
    .map(|siret| format!("Nous,{siret},2023-04-03,A,Objet,100,aide en nature\n"))
    .collect();
    let text = format!(
        "nomAttribuant,idAttribuant,dateConvention,nomBeneficiaire,objet,montant,nature\n{rows}"
    );
    let summary = summary(text.as_bytes());
    assert_eq!(counts(&summary), [5, 4, 1, 0]);
    let seats: Vec<String> = of_rule(&summary, "siege")
        .into_iter()
        .map(|(.., message)| message)
        .collect();
    for expected in [
        "commune de la collectivité : Poitiers (86)",
        "département de la collectivité : Indre",
        "Métropole du Grand Paris",
        "région de la collectivité : Île-de-France",
    ] {
        assert!(
            seats.iter().any(|message| message.contains(expected)),
            "{expected} {seats:?}"
        );
    }
}

#[test]
fn identical_rows_are_shown_and_kept() {
    let summary = summary(b"nom,insee\nA,92050\nB,92050\nA,92050\n");
    assert_eq!(lines(&summary, "doublon"), at(&[("note", 4)]));
    assert!(of_rule(&summary, "doublon")[0].3.contains("ligne 2"));
    assert_eq!(counts(&summary), [3, 3, 0, 0]);
}

#[test]
fn the_system_that_somebody_names_wins_over_the_file_and_over_guesses() {
    let named = |epsg: u32, text: &str| {
        let options = Options {
            epsg: Some(epsg),
            ..Options::default()
        };
        summary_with(text.as_bytes(), &options)
    };
    let metres = "nom;x;y\nNancy ou Narbonne;688000;6225000\n";
    for (epsg, place) in [(2154, "latitude 43.12"), (3857, "latitude 48.70")] {
        let summary = named(epsg, metres);
        assert_eq!(counts(&summary), [1, 1, 0, 0]);
        assert!(
            of_rule(&summary, "projection")[0].3.contains(place),
            "{summary}"
        );
    }
    assert_eq!(counts(&summary(metres.as_bytes())), [1, 0, 1, 0]);
    let announced = r#"{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"EPSG:2154"}},
        "features":[{"type":"Feature","properties":{"nom":"A"},"geometry":{"type":"Point","coordinates":[2.2,48.9]}}]}"#;
    assert_eq!(
        lines(&summary(announced.as_bytes()), "projection"),
        at(&[("question", 1)])
    );
    assert_eq!(counts(&named(4326, announced)), [1, 1, 0, 0]);
}

#[test]
fn a_table_of_web_mercator_is_told_from_lambert_93_by_its_rows() {
    // Around Paris, these metres would be in the Bay of Biscay; around Toulouse, those of Lambert 93 would be near Verdun.
    let paris = "nom;x;y\nA;245676;6256743\nB;262421;6264073\n";
    let found = summary(paris.as_bytes());
    assert_eq!(counts(&found), [2, 2, 0, 0]);
    assert!(
        of_rule(&found, "projection")
            .iter()
            .all(|one| one.3.contains("Web Mercator"))
    );
    let south = "nom;x;y\nToulouse;574000;6279000\nLyon;842000;6519000\nMarseille;893000;6247000\n";
    let found = summary(south.as_bytes());
    assert_eq!(counts(&found), [3, 3, 0, 0]);
    assert!(
        of_rule(&found, "projection")
            .iter()
            .all(|one| one.3.contains("Lambert 93"))
    );
}
