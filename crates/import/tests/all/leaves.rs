//! What one leaves with.

use crate::support::{GAZETTEER, fixture};
use import::{Import, leave, open};
use serde_json::Value;

fn with<T>(bytes: &[u8], then: impl FnOnce(&Import<'_>) -> T) -> T {
    let opened = open(bytes).unwrap();
    then(&Import::of(&opened, &Default::default(), &GAZETTEER).unwrap())
}

fn text(bytes: anyhow::Result<Vec<u8>>) -> String {
    String::from_utf8(bytes.unwrap()).unwrap()
}

#[test]
fn no_spreadsheet_runs_our_texts_and_numbers_stay() {
    let csv = with(&fixture("cases/r08-formules-export.csv"), |import| {
        text(leave::placed(import))
    });
    assert!(csv.contains("\"'=HYPERLINK("), "{csv}");
    assert!(
        csv.contains("'+33 association")
            && csv.contains("'-10 % pour tous")
            && csv.contains("'@collectif")
    );
    assert!(csv.contains(",-1.55,") && !csv.contains("'-1.55"));
}

#[test]
fn all_columns_leave_with_their_plain_values() {
    let bytes =
        "nom;latitude;longitude;montant;nom;\nA;48,9;2,2;1 234,50 €;autre;sans titre\nB;0;0;3;;\n"
            .as_bytes();
    let (csv, aside, geojson) = with(bytes, |import| {
        (
            text(leave::placed(import)),
            text(leave::aside(import)),
            leave::geojson(import).unwrap(),
        )
    });
    assert_eq!(
        csv,
        "latitude,longitude,nom,categorie,precision,ligne,montant,nom_2,colonne 6\n\
         48.9,2.2,A,,coordonnees,2,1234.50,autre,sans titre\n"
    );
    assert!(
        aside.starts_with("ligne,pourquoi,nom,latitude,longitude,montant,nom,\n3,")
            && aside.contains("valent 0")
    );
    let geojson: Value = serde_json::from_str(&geojson).unwrap();
    let feature = &geojson["features"][0];
    assert_eq!(
        feature["geometry"]["coordinates"],
        serde_json::json!([2.2, 48.9])
    );
    assert_eq!(feature["properties"]["montant"], 1234.5);
    assert_eq!(feature["properties"]["categorie"], Value::Null);
}

#[test]
fn what_leaves_can_be_imported_again() {
    let bytes = fixture("cases/r05-montants-separateurs.csv");
    let (placed, geojson) = with(&bytes, |import| {
        (
            leave::placed(import).unwrap(),
            leave::geojson(import).unwrap(),
        )
    });
    for again in [&placed[..], geojson.as_bytes()] {
        with(again, |import| {
            assert_eq!((import.read(), import.points.len()), (4, 4))
        });
    }
}

#[test]
fn a_skeleton_has_the_place_of_its_row_or_asks_for_it() {
    let table = "nom;code insee;latitude;longitude\nA;92050;48,9;2,2\nB;;48;2\nC;93066;;\n";
    let sheets = with(table.as_bytes(), leave::sheets);
    let text = |rank: usize| sheets[rank].1.as_str();
    let spot = "precision = \"\"\nlon = 2.2\nlat = 48.9\n";
    assert!(
        text(0).contains("code = \"92050\"\n") && text(0).contains(spot),
        "{}",
        text(0)
    );
    assert!(text(1).contains("code = \"\"\n") && text(1).contains("lon = 2.0\nlat = 48.0\n"));
    assert!(text(1).contains("# À compléter : le code Insee de la commune où est ce point"));
    assert!(text(2).contains("code = \"93066\"\nprecision = \"commune\"\n"));
}

#[test]
fn a_problem_is_a_row_of_the_report() {
    let report = with(b"nom,insee\nA,00000\n", |import| {
        text(leave::report(&import.problems))
    });
    assert!(report.starts_with("ligne,colonne,valeur,regle,niveau,message,remede\n"));
    assert!(
        report.contains("\n2,insee,00000,commune,refus,"),
        "{report}"
    );
}
