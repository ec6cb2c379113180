//! Whatever the table: rows read = placed + set aside + blank, each row once, and a reason for each that is set aside.

use crate::support::GAZETTEER;
use import::{Import, leave, open};
use proptest::prelude::*;
use std::collections::BTreeSet;

/// Cells that people write, and any others.
fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => prop::sample::select(vec![
            "", "", "A", "Épicerie", "48,85", "2.35", "0", "92050", "93059", "1001", "92000", "Nanterre", "Saint-Denis", "93", "12.500", "1 234,50 €",
            "03/04/2023", "2023", "45292", "21860194600018", "2,1E+13", "\"", "\"x", "a\"b", "a;b", "a\nb", "=1+1", "654018.96", "7103787.22",
            "{\"type\":\"Point\",\"coordinates\":[2,48]}", "\u{feff}", "\u{202e}x",
        ]).prop_map(str::to_owned),
        1 => "\\PC{0,12}",
        1 => "[-0-9., ]{0,10}",
    ]
}

fn table() -> impl Strategy<Value = String> {
    let titles = prop::sample::subsequence(
        vec![
            "nom",
            "latitude",
            "longitude",
            "code insee",
            "commune",
            "code postal",
            "montant",
            "date",
            "siret",
            "geo_point",
            "idAttribuant",
            "nomBeneficiaire",
            "objet",
            "remarque",
            "nom",
        ],
        0..10,
    );
    let rows = prop::collection::vec(prop::collection::vec(cell(), 0..10), 0..25);
    (
        titles,
        rows,
        prop::sample::select(vec![";", ",", "\t"]),
        any::<bool>(),
    )
        .prop_map(|(titles, rows, separator, quoted)| {
            let cell = |cell: &String| match quoted {
                true if cell.contains(['"', '\n', ';', ',', '\t']) => {
                    format!("\"{}\"", cell.replace('"', "\"\""))
                }
                _ => cell.clone(),
            };
            let rows = rows
                .iter()
                .map(|row| row.iter().map(cell).collect::<Vec<_>>().join(separator));
            let all: Vec<String> = core::iter::once(titles.join(separator))
                .chain(rows)
                .collect();
            all.join("\n")
        })
}

fn holds(bytes: &[u8]) -> Result<(), TestCaseError> {
    let Ok(opened) = open(bytes) else {
        return Ok(());
    };
    let Ok(import) = Import::of(&opened, &Default::default(), &GAZETTEER) else {
        return Ok(());
    };
    prop_assert_eq!(
        import.read(),
        import.points.len() + import.aside.len() + import.blank
    );
    let placed = import.points.iter().map(|point| point.row);
    let ranks: BTreeSet<usize> = placed.chain(import.aside.iter().copied()).collect();
    prop_assert_eq!(ranks.len(), import.points.len() + import.aside.len());
    for &rank in &import.aside {
        let line = import.table.rows[rank].line;
        let why = import
            .problems
            .iter()
            .any(|problem| problem.line == Some(line) && problem.level.sets_aside());
        prop_assert!(why, "line {}", line);
    }
    let csv = leave::placed(&import).unwrap();
    let again = csv::Reader::from_reader(&csv[..]).records().count();
    prop_assert_eq!(again, import.points.len());
    let geojson: serde_json::Value =
        serde_json::from_str(&leave::geojson(&import).unwrap()).unwrap();
    prop_assert_eq!(
        geojson["features"].as_array().unwrap().len(),
        import.points.len()
    );
    prop_assert!(leave::aside(&import).is_ok() && leave::report(&import.problems).is_ok());
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn every_row_of_a_table_is_accounted_for(text in table()) {
        holds(text.as_bytes())?;
    }

    #[test]
    fn any_bytes_give_rows_or_a_sentence(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        holds(&bytes)?;
    }

    #[test]
    fn every_row_counted_by_lines_is_read(rows in 0_usize..60, blank in 0_usize..9) {
        let text = format!("nom,insee\n{}{}", "A,92050\n".repeat(rows), ",\n".repeat(blank));
        let opened = open(text.as_bytes()).unwrap();
        let import = Import::of(&opened, &Default::default(), &GAZETTEER).unwrap();
        prop_assert_eq!((import.read(), import.points.len(), import.blank), (rows + blank, rows, blank));
    }
}
