use super::categories::Categories;
use super::place::Tolerance;
use super::*;
use proptest::prelude::*;

/// What the rows of a table give.
#[derive(Debug, PartialEq)]
struct Given {
    lat: f64,
    lon: f64,
    name: String,
    category: Option<String>,
}

/// The rows, what is told of the others, how many rows were read, blank and set aside, and the lines they take.
#[derive(Debug)]
struct Read {
    rows: Vec<Given>,
    told: String,
    read: usize,
    blank: usize,
    aside: usize,
    lines: Lines,
}

fn read(bytes: &[u8], options: &PointsRequest) -> Result<Read> {
    let decoded = text_table::open(bytes)?;
    let tolerance = Tolerance {
        abroad: options.abroad,
        as_written: options.as_written,
    };
    let rows = PointTable::open(&decoded, options)?.read(&Gazetteer::default(), tolerance)?;
    Ok(Read {
        told: rows.faults.to_string(),
        read: rows.read,
        blank: rows.blank,
        aside: rows.faults.total(),
        lines: rows.lines,
        rows: rows
            .rows
            .into_iter()
            .map(|row| Given {
                lat: row.at.lat(),
                lon: row.at.lon(),
                name: row.name.into(),
                category: row.category.map(Into::into),
            })
            .collect(),
    })
}

fn plain(text: &str) -> Read {
    read(text.as_bytes(), &PointsRequest::default()).unwrap()
}

/// The only row of a table, or what is wrong with it.
fn row(text: &str) -> std::result::Result<Given, String> {
    let read = plain(text);
    read.rows.into_iter().next().ok_or(read.told)
}

fn refused(text: &str) -> String {
    let error = read(text.as_bytes(), &PointsRequest::default()).err();
    format!("{:#}", error.unwrap())
}

#[test]
fn every_usual_form_of_a_table_gives_the_same_point() {
    let expected = row("nom,type,lat,lon\nA,B,48.5,-2.25\n").unwrap();
    assert_eq!((expected.lat, expected.lon), (48.5, -2.25));
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
    let at = |lat: &str, lon: &str, abroad| {
        let tolerance = Tolerance {
            abroad,
            as_written: false,
        };
        place::read(lat, lon, tolerance)
    };
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

#[test]
fn an_unclosed_quote_is_refused_with_its_line() {
    let table =
        "lat;lon;type;nom\n48.1;2;T;A\n48.1;2;T;\"Les Amis du Parc\n48.2;2;T;B\n48.3;2;T;C\n";
    for text in [
        table.to_owned(),
        table.replace('\n', "\r\n"),
        table.replace('\n', "\r"),
    ] {
        let said = refused(&text);
        assert!(
            said.starts_with("ligne 3 :") && said.contains("jamais refermé"),
            "{said}"
        );
    }
}

#[test]
fn a_quote_that_a_later_row_closes_sets_both_aside() {
    let head = "lat;lon;type;nom\n48.1;2;T;A\n";
    let closed_by_another =
        format!("{head}48.1;2;T;\"Les Amis\n48.2;2;T;\"Les Autres\"\n48.3;2;T;C\n");
    let closed_late =
        format!("{head}48.1;2;T;\"Les Amis\n48.2;2;T;B\n48.2;2;T;Les Autres\"\n48.3;2;T;C\n");
    for (text, last) in [(closed_by_another, 4), (closed_late, 5)] {
        let found = plain(&text);
        let names: Vec<&str> = found.rows.iter().map(|row| row.name.as_str()).collect();
        assert_eq!(names, ["A", "C"], "{}", found.told);
        assert!(
            found.told.starts_with(":3: ")
                && found
                    .told
                    .contains(&format!("lignes 3 à {last} mises de côté")),
            "{}",
            found.told
        );
        assert_eq!((found.read, found.aside), (3, 1));
    }
    assert_eq!(
        row("lat;lon;nom\n48.1;2;\"Deux\nlignes\"\n").unwrap().name,
        "Deux lignes"
    );
}

#[test]
fn a_fault_is_on_the_line_where_its_row_begins_however_lines_end() {
    let table = "nom,type,lat,lon\n\nA,B,48.1,2\n\"Deux\nlignes\",B,x,2\n,,,\nC,B,y,2\n";
    for end in ["\n", "\r\n", "\r"] {
        let found = plain(&table.replace('\n', end));
        assert!(
            found.told.contains(":4: la latitude « x »")
                && found.told.contains(":7: la latitude « y »"),
            "{end:?} {}",
            found.told
        );
        assert_eq!(
            (found.read, found.rows.len(), found.aside, found.blank),
            (5, 1, 2, 2)
        );
    }
}

#[test]
fn blank_rows_are_no_faults_and_hide_none() {
    let table = format!(
        "nom;lat;lon\n{}A;x;2\n{}",
        ";;\n".repeat(50),
        " ; ;\t\n".repeat(50)
    );
    let found = plain(&table);
    assert_eq!((found.read, found.blank, found.aside), (101, 100, 1));
    assert!(
        found.told.starts_with(":52: la latitude « x »"),
        "{}",
        found.told
    );
}

#[test]
fn a_table_needs_no_category() {
    assert_eq!(row("nom,lat,lon\nA,48.5,2\n").unwrap().category, None);
    let made = make_points(
        b"nom,lat,lon\nA,48.5,2\n",
        "t.csv",
        &PointsRequest::default(),
        &Gazetteer::default(),
    )
    .unwrap();
    assert!(made.layer.unwrap().0.categories.is_empty());
    assert!(made.categories.to_string().starts_with("Sans catégorie"));
}

#[test]
fn what_several_rows_have_wrong_is_told_once() {
    let table = format!("nom,lat,lon\n{}A,zut,2\n", "A,x,2\n".repeat(1234));
    let told = plain(&table).told;
    assert_eq!(told.matches('→').count(), 2);
    assert!(
        told.contains("De même lignes 3, 4, 5, 6 et 1\u{202f}229 autres."),
        "{told}"
    );
    assert!(told.contains(":1236: la latitude « zut »"), "{told}");
}

#[test]
fn a_column_there_twice_is_asked_about() {
    let said = refused("lat,lon,nom,Lat\n48,2,A,47\n");
    assert!(
        said.contains("« lat » (colonnes 1, 4)") && said.contains("--lat"),
        "{said}"
    );
    let options = PointsRequest {
        columns: Wanted {
            lat: Some("Lat".into()),
            ..Wanted::default()
        },
        ..PointsRequest::default()
    };
    let found = read(b"lat,lon,nom,Lat\n48,2,A,47\n", &options).unwrap();
    assert_eq!(found.rows[0].lat, 47.0);
    // A column that is not read may be there as often as it likes.
    assert!(row("lat,lon,nom,x1,x1\n48,2,A,1,2\n").is_ok());
}

#[test]
fn swapped_coordinates_are_asked_about_even_abroad() {
    let read =
        |lat, lon, abroad, as_written| place::read(lat, lon, Tolerance { abroad, as_written });
    let said = read("2.3522", "48.8566", true, false).unwrap_err();
    assert!(
        said.what.contains("en France si on les échange") && said.remedy.contains("--as-written")
    );
    assert!(read("2.3522", "48.8566", true, true).is_ok());
    assert!(
        read("2.3522", "48.8566", false, true)
            .unwrap_err()
            .what
            .contains("échangées")
    );
    assert!(read("52.52", "13.4", true, false).is_ok());
    assert!(read("48.8566", "2.3522", true, false).is_ok());
}

#[test]
fn hostile_and_endless_texts_are_set_aside() {
    let long = "é".repeat(301);
    for (name, expected) in [
        ("a\0b", "U+0000"),
        ("a\u{1b}[31mb", "U+001B"),
        ("\u{202e}siraP", "U+202E"),
        ("\u{2066}a", "U+2066"),
        ("\u{200b}\u{2060}", "invisibles"),
        (long.as_str(), "plus de 300 caractères"),
    ] {
        for table in [
            format!("nom,type,lat,lon\n{name},B,48,2\n"),
            format!("nom,type,lat,lon\nA,{name},48,2\n"),
        ] {
            let told = row(&table).unwrap_err();
            assert!(told.contains(expected), "{told}");
            assert!(
                told.chars().all(|c| c == '\n' || Hostile::of(c).is_none()),
                "{told:?}"
            );
            assert!(told.chars().count() < 500, "{told}");
        }
    }
    assert!(row(&format!("nom,type,lat,lon\n{},B,48,2\n", "é".repeat(300))).is_ok());
    let titled = PointsRequest {
        title: "\u{202e}x".into(),
        ..PointsRequest::default()
    };
    let refused = make_points(
        b"nom,lat,lon\nA,48.5,2\n",
        "t.csv",
        &titled,
        &Gazetteer::default(),
    );
    assert!(refused.unwrap_err().to_string().contains("--title"));
}

/// A sound table of any size, with quotes, blank rows and any line ends.
fn tables() -> impl Strategy<Value = String> {
    let row = prop_oneof![
        5 => "(4[3-9],[0-9]{1,3};[1-5]\\.[0-9]{1,3};(A|\"B;b\"|\"\"|Café|\"deux\\?lignes\");[a-z\u{202e} ]{0,4})",
        1 => Just(";;;".to_owned()),
        1 => Just(String::new()),
        1 => Just("x;y;z;t".to_owned()),
    ];
    let end = prop_oneof![Just("\n"), Just("\r\n"), Just("\r")];
    (prop::collection::vec(row, 0..12), end, any::<bool>()).prop_map(|(rows, end, last)| {
        let mut lines = vec!["lat;lon;type;nom".to_owned()];
        lines.extend(rows.into_iter().map(|row| row.replace('?', end)));
        lines.join(end) + if last { end } else { "" }
    })
}

/// A byte more, less, or another.
fn damaged(table: String, changes: &[(prop::sample::Index, Option<u8>, bool)]) -> Vec<u8> {
    let mut bytes = table.into_bytes();
    for (at, byte, insert) in changes {
        let at = at.index(bytes.len() + 1);
        match byte {
            Some(byte) if *insert || at == bytes.len() => bytes.insert(at, *byte),
            Some(byte) => bytes[at] = *byte,
            None if at < bytes.len() => {
                bytes.remove(at);
            }
            None => {}
        }
    }
    bytes
}

/// The lines of a text, counted otherwise than the reader does.
fn line_count(text: &str) -> u64 {
    text.replace("\r\n", "\n")
        .replace('\r', "\n")
        .lines()
        .count() as u64
}

proptest! {
    #[test]
    fn any_bytes_end_with_a_report(header in "(lat|lon|nom|type|[,;\t])*", bytes in prop::collection::vec(any::<u8>(), 0..200), text: String) {
        let options = PointsRequest { synthetic: true, ..PointsRequest::default() };
        let _ = read(&bytes, &options);
        for rest in [text.as_bytes(), &bytes] {
            let table = [b"lat,lon,nom,", header.as_bytes(), b"\n", rest].concat();
            if let Ok(found) = read(&table, &options) {
                prop_assert_eq!(found.rows.len() + found.aside + found.blank, found.read);
            }
        }
    }

    /// Lines in, lines accounted for: each line of a damaged table is of the titles, of a point, of a row set aside, or blank.
    #[test]
    fn every_line_is_accounted_for(table in tables(), changes in prop::collection::vec((any::<prop::sample::Index>(), prop::option::of(prop_oneof![Just(b'"'), Just(b'\n'), Just(b'\r'), Just(b';'), any::<u8>()]), any::<bool>()), 0..6)) {
        let bytes = damaged(table, &changes);
        let Ok(decoded) = text_table::open(&bytes) else { return Ok(()) };
        match read(&bytes, &PointsRequest::default()) {
            Ok(found) => {
                prop_assert_eq!(found.rows.len() + found.aside + found.blank, found.read);
                let Lines { titles, placed, aside, blank } = found.lines;
                prop_assert!(titles >= 1 && placed >= found.rows.len() as u64 && aside >= found.aside as u64);
                prop_assert_eq!(titles + placed + aside + blank, line_count(&decoded.text));
                for row in &found.rows {
                    prop_assert!(!row.name.contains(['\n', '\r']), "{:?} is on several lines", row.name);
                }
            }
            Err(error) => prop_assert!(!error.to_string().is_empty()),
        }
    }
}
