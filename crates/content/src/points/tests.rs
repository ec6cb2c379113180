use super::categories::Categories;
use super::rows::{PointRow, Rows};
use super::table::PointTable;
use super::*;
use proptest::prelude::*;

fn read(text: &[u8], options: &PointsRequest) -> Result<Rows> {
    let table = PointTable::open(text, options)?;
    Ok(table.read(&Gazetteer::default(), options.abroad))
}

/// The only row of a table, or what is wrong with it.
fn row(text: &str) -> std::result::Result<PointRow, String> {
    let rows = read(text.as_bytes(), &PointsRequest::default()).unwrap();
    let wrong = rows.faults.to_string();
    rows.rows.into_iter().next().ok_or(wrong)
}

#[test]
fn every_usual_form_of_a_table_gives_the_same_point() {
    let expected = row("nom,type,lat,lon\nA,B,48.5,-2.25\n").unwrap();
    assert_eq!((expected.at.lat(), expected.at.lon()), (48.5, -2.25));
    for table in [
        "Libellé;Catégorie;Latitude;Longitude\nA;B;48,5;-2,25",
        "\u{feff}name\tcategory\ty\tx\r\n A \tB\t48.5\t-2.250\r\n",
        "x,y,Dénomination,Nature\n\"-2,25\",\"48,5\",\"A\",B\n",
        "lng,latitude,insee,nom,ville,type\n-2.25,48.5,22278,A,Saint-Brieuc,B\n",
    ] {
        assert_eq!(row(table).as_ref(), Ok(&expected), "{table}");
    }
}

#[test]
fn a_column_may_be_named() {
    let options = PointsRequest {
        columns: Wanted {
            name: Some("Qui ?".into()),
            ..Wanted::default()
        },
        ..PointsRequest::default()
    };
    let text = "nom,qui,type,lat,lon\nA,B,C,48.5,2\n";
    assert_eq!(read(text.as_bytes(), &options).unwrap().rows[0].name, "B");
    let missing = read(b"nom,type,lat,lon\n", &options)
        .unwrap_err()
        .to_string();
    assert!(missing.contains("--name Qui ?") && missing.contains("« nom », « type »"));
}

#[test]
fn a_missing_column_says_which_there_are() {
    let refused = |text: &[u8], synthetic| {
        let options = PointsRequest {
            synthetic,
            ..PointsRequest::default()
        };
        read(text, &options).err().map(|error| error.to_string())
    };
    let error = refused(b"insee,lon,lat\n", false).unwrap();
    assert!(error.contains("le nom") && error.contains("« insee », « lon », « lat »"));
    assert_eq!(refused(b"insee,lon,lat\n", true), None);
    assert!(
        refused(b"insee,lon\n", true)
            .unwrap()
            .contains("la latitude")
    );
    assert!(refused(b"", false).unwrap().contains("vide"));
}

#[test]
fn overseas_is_france_and_abroad_is_not() {
    let at = |lat: &str, lon: &str, abroad| place::read(lat, lon, abroad);
    for (lat, lon) in [
        ("16.24", "-61.53"),
        ("4.93", "-52.33"),
        ("-20.88", "55.45"),
        ("-12.78", "45.23"),
        ("46.78", "-56.18"),
        ("-17.54", "-149.57"),
        ("-22.27", "166.44"),
    ] {
        assert!(at(lat, lon, false).is_ok());
        assert!(at(lon, lat, false).unwrap_err().what.contains("échangées"));
    }
    assert!(
        at("52.52", "13.4", false)
            .unwrap_err()
            .what
            .contains("hors de France")
    );
    assert!(at("52.52", "13.4", true).is_ok());
    assert!(
        at("91", "13.4", true)
            .unwrap_err()
            .what
            .contains("hors du monde")
    );
}

#[test]
fn the_six_most_frequent_categories_keep_their_names() {
    let written = "a a a b b B c C d e f g h autre Autres";
    let mut all: Vec<Option<&str>> = written.split(' ').map(Some).collect();
    all.extend([None, Some("f"), Some("É"), Some("E")]);
    let categories = Categories::of(all.into_iter());
    let names: Vec<&str> = categories.names().collect();
    assert_eq!(names, ["a", "b", "E", "C", "f", "d"]);
    let slots = ["a", "B", "e", "h", "autre"].map(|name| categories.slot(Some(name)));
    assert_eq!(slots, [0, 1, 2, 6, 6]);
    assert_eq!(categories.slot(None), 6);
    let said = categories.to_string();
    assert!(
        said.contains("« autre » : g (1), h (1)") && said.contains("sans catégorie (3)"),
        "{said}"
    );
}

#[test]
fn made_up_points_are_always_the_same() {
    assert_eq!(
        synthetic::name(12345, Some("Prauthoy")),
        "Établissement synthétique n°\u{a0}12\u{202f}345, Prauthoy"
    );
    let of = |number| synthetic::category(number).unwrap_or("autre");
    let some: Vec<_> = (1..=6).map(of).collect();
    assert_eq!(
        some.join(" "),
        "Association Association Entreprise sociale Association Association Mutuelle"
    );
}

proptest! {
    #[test]
    fn any_bytes_end_with_a_report(header in "(lat|lon|nom|type|[,;\t])*", bytes in prop::collection::vec(any::<u8>(), 0..200), text: String) {
        let options = PointsRequest { synthetic: true, ..PointsRequest::default() };
        let _ = read(&bytes, &options);
        for rest in [text.as_bytes(), &bytes] {
            let table = [b"lat,lon,nom,", header.as_bytes(), b"\n", rest].concat();
            if let Ok(rows) = read(&table, &options) {
                prop_assert_eq!(rows.rows.len() + rows.faults.total(), rows.read);
            }
        }
    }
}
