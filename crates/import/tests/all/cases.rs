//! Files of the field, and small ones that copy the shape of public reports: what each must give.

use crate::support::{at, counts, fixture, lines, of_rule, summary};

#[test]
fn the_valid_example_of_scdl_is_placed_whole() {
    let summary = summary(&fixture("cases/scdl-06-exemple-valide.csv"));
    assert_eq!(counts(&summary), [29, 29, 0, 0]);
    assert_eq!(summary["schema"], "scdl-subventions");
    assert!(of_rule(&summary, "siege")[0].3.contains("Antibes (06)"));
}

#[test]
fn cells_of_the_invalid_example_are_told_one_by_one() {
    let summary = summary(&fixture("cases/scdl-07-exemple-invalide-cellules.csv"));
    let sirets = of_rule(&summary, "siret");
    let of_value = |wanted: &str| {
        sirets
            .iter()
            .find(|(_, _, value, _)| value == wanted)
            .unwrap()
    };
    assert_eq!(of_value("32402138500000.0").0, "question");
    assert!(of_value("218601946").3.contains("SIREN"));
    assert!(of_value("21860194600000").3.contains("00000"));
    assert!(
        of_rule(&summary, "date")
            .iter()
            .any(|(level, _, value, message)| level == "note"
                && value == "05/12/2016"
                && message.contains("5 décembre 2016"))
    );
    assert!(
        of_rule(&summary, "montant")
            .iter()
            .any(|(level, _, value, message)| level == "note"
                && value == "100000,1"
                && message.contains("100000.1"))
    );
    let missing = of_rule(&summary, "valeur-manquante");
    assert!(
        missing
            .iter()
            .any(|(level, _, _, message)| level == "note" && message.contains("ce n'est pas zéro"))
    );
    let words = of_rule(&summary, "valeur-attendue");
    for value in ["no", "yes", "aide en numéraire,aide en nature", "100"] {
        assert!(
            words.iter().any(|(_, _, found, _)| found == value),
            "{value}"
        );
    }
}

#[test]
fn a_title_that_comes_twice_is_told() {
    let summary = summary(&fixture("cases/scdl-09-colonne-en-double.csv"));
    assert_eq!(summary["encoding"], "Windows-1252");
    assert_eq!(of_rule(&summary, "titre-en-double")[0].2, "notificationUE");
    assert_eq!(counts(&summary), [29, 29, 0, 0]);
}

#[test]
fn markets_and_concessions_are_read_together() {
    let summary = summary(&fixture("cases/decp-12-officiel-marches-concessions.json"));
    assert_eq!(
        (summary["format"].as_str(), summary["schema"].as_str()),
        (Some("decp-json"), Some("decp"))
    );
    // The authorities of the two concessions have invented numbers.
    assert_eq!(counts(&summary), [4, 2, 2, 0]);
    assert_eq!(
        lines(&summary, "siege")
            .iter()
            .filter(|(level, _)| level == "refus")
            .count(),
        2
    );
}

#[test]
fn merged_cells_are_read_and_said() {
    let summary = summary(&fixture("cases/xl-15-cellules-fusionnees.xlsx"));
    assert_eq!(summary["sheet"], "Sheet1");
    assert_eq!(counts(&summary), [2, 0, 2, 0]);
    assert!(of_rule(&summary, "titres")[0].3.contains("2 lignes"));
    assert!(
        of_rule(&summary, "lecture")
            .iter()
            .any(|(.., message)| message.contains("« Sheet2 »"))
    );
}

#[test]
fn dates_are_those_of_the_system_of_the_workbook() {
    let bytes = fixture("cases/xl-16-dates-1904.xlsx");
    let opened = import::open(&bytes).unwrap();
    let import =
        import::Import::of(&opened, &Default::default(), &crate::support::GAZETTEER).unwrap();
    let aside = String::from_utf8(import::leave::aside(&import).unwrap()).unwrap();
    assert!(
        aside.contains("2021-01-01") && aside.contains("2021-01-02"),
        "{aside}"
    );
    assert_eq!(import.read(), 3);
}

#[test]
fn titles_on_several_rows_are_joined() {
    let bytes = fixture("cases/xl-20-entetes-multilignes.xlsx");
    let opened = import::open(&bytes).unwrap();
    let import =
        import::Import::of(&opened, &Default::default(), &crate::support::GAZETTEER).unwrap();
    assert_eq!(
        import.table.titles,
        [
            "Region",
            "Caloric contribution / (%)",
            "Cumulative impact of changes on cost of food basket / from previous quarter",
            "Cumulative impact of changes on cost of food basket / from baseline (%)",
        ]
    );
    assert_eq!(import.read(), 1);
}

#[test]
fn a_cell_in_quotes_may_hold_lines() {
    let summary = summary(&fixture("cases/csv-22-guillemets-retours-ligne.csv"));
    assert_eq!(counts(&summary)[0], 2);
    assert!(of_rule(&summary, "guillemet").is_empty());
}

#[test]
fn titles_are_found_below_a_preamble() {
    let summary = summary(&fixture("cases/r01-preambule-siren-cp1252.csv"));
    assert_eq!(
        (summary["encoding"].as_str(), summary["separator"].as_str()),
        (Some("Windows-1252"), Some(";"))
    );
    assert_eq!(counts(&summary), [1, 1, 0, 0]);
    assert!(of_rule(&summary, "titres")[0].3.contains("ligne 4"));
    assert!(
        of_rule(&summary, "preambule")[0]
            .3
            .contains("Département fictif")
    );
    assert!(
        of_rule(&summary, "siret")
            .iter()
            .any(|(level, _, value, message)| level == "note"
                && value == "228900001"
                && message.contains("SIREN (9 chiffres) au lieu de SIRET"))
    );
    assert!(of_rule(&summary, "montant")[0].3.contains("12500.50"));
}

#[test]
fn impossible_dates_are_refused_and_possible_ones_said() {
    let summary = summary(&fixture("cases/r03-dates-impossibles.csv"));
    let dates: Vec<_> = of_rule(&summary, "date")
        .into_iter()
        .filter(|(_, _, value, _)| !value.contains('/') || value.len() == 10)
        .collect();
    let found: Vec<(&str, &str)> = dates
        .iter()
        .map(|(level, _, value, _)| (level.as_str(), value.as_str()))
        .collect();
    for expected in [
        ("refus", "Commission Permanente du 27 février 2023"),
        ("refus", "2023"),
        ("question", "45292"),
        ("note", "03/04/2023"),
        ("refus", "0222-04-29"),
        ("note", "September, 16 2021 00:00:00"),
    ] {
        assert!(found.contains(&expected), "{expected:?} {found:?}");
    }
    assert_eq!(counts(&summary), [6, 2, 4, 0]);
}

#[test]
fn amounts_are_read_or_asked_about() {
    let summary = summary(&fixture("cases/r05-montants-separateurs.csv"));
    assert_eq!(
        lines(&summary, "montant"),
        at(&[
            ("note", 2),
            ("note", 3),
            ("question", 4),
            ("question", 5),
            ("note", 6),
            ("note", 7)
        ])
    );
    assert_eq!(counts(&summary), [6, 4, 2, 0]);
}

#[test]
fn coordinates_are_converted_proposed_or_refused() {
    let summary = summary(&fixture("cases/r06-coordonnees.csv"));
    assert_eq!(
        lines(&summary, "coordonnees-echangees"),
        at(&[("question", 2), ("question", 5)])
    );
    assert_eq!(lines(&summary, "projection"), at(&[("note", 3)]));
    assert_eq!(lines(&summary, "coordonnees-nulles"), at(&[("refus", 6)]));
    assert_eq!(
        lines(&summary, "coordonnees"),
        at(&[("note", 8), ("note", 9), ("note", 9)])
    );
    assert_eq!(lines(&summary, "sans-lieu"), at(&[("refus", 10)]));
    // Nouméa, Saint-Denis, the pair in one cell, the minutes, what has lost its sign, and the metres.
    assert_eq!(counts(&summary), [10, 6, 4, 0]);
}

#[test]
fn two_hundred_and_fifty_at_one_address_stay_as_many() {
    assert_eq!(
        counts(&summary(&fixture("cases/r10-meme-adresse-250.csv"))),
        [250, 250, 0, 0]
    );
}

#[test]
fn utf_16_is_read_and_said() {
    let summary = summary(&fixture("cases/r12-utf16.csv"));
    assert_eq!(
        (summary["encoding"].as_str(), summary["separator"].as_str()),
        (Some("UTF-16"), Some("\t"))
    );
    assert_eq!(counts(&summary), [1, 1, 0, 0]);
}

/// As `standard-equipements-collectifs` of FuturoCite: a point as GeoJSON inside a cell, and codes of another country.
#[test]
fn a_point_in_a_cell_is_read() {
    let text = "\"id\",\"name\",\"municipality\",\"ins_code\",\"coordinates\",\"geometry\"\n\
        \"9-1\",\"Fontaine\",\"Namur\",\"92094\",\"{\"\"coordinates\"\": [4.8248, 50.4712], \"\"type\"\": \"\"Point\"\"}\",\"{\"\"coordinates\"\": [[5.5, 50.6], [5.6, 50.7]], \"\"type\"\": \"\"LineString\"\"}\"\n";
    let summary = summary(text.as_bytes());
    assert_eq!(counts(&summary), [1, 1, 0, 0]);
}
