//! How long large files take. Run by hand: `cargo test --profile tool -p leviers-import --test all -- --ignored --nocapture`.

use crate::books::{xlsx, xlsx_row};
use crate::support::GAZETTEER;
use import::{Import, open};
use std::time::Instant;

const HEAD: [&str; 9] = [
    "nomAttribuant",
    "idAttribuant",
    "dateConvention",
    "nomBeneficiaire",
    "idBeneficiaire",
    "objet",
    "montant",
    "nature",
    "code insee",
];

fn cells(row: usize) -> [String; 9] {
    [
        "Ville de Poitiers".into(),
        "21860194600018".into(),
        format!("{:02}/04/2023", 1 + row % 28),
        format!("Association {row}"),
        "52499120500013".into(),
        "Soutien à l’action, année 2023".into(),
        format!("{},50", 100 + row),
        "aide en numéraire".into(),
        ["92050", "93059", "1001"][row % 3].into(),
    ]
}

fn timed(what: &str, bytes: &[u8], rows: usize) {
    let start = Instant::now();
    let opened = open(bytes).unwrap();
    let import = Import::of(&opened, &Default::default(), &GAZETTEER).unwrap();
    let taken = start.elapsed();
    assert_eq!(import.points.len(), rows);
    println!(
        "{what}: {rows} rows, {} KB, {} problems, {taken:?}",
        bytes.len() / 1000,
        import.problems.len()
    );
}

#[test]
#[ignore = "a measurement"]
fn a_hundred_thousand_rows() {
    let _ = GAZETTEER.commune_name("");
    let text = |rows: usize| {
        let lines = (0..rows).map(|row| cells(row).join(";"));
        core::iter::once(HEAD.join(";"))
            .chain(lines)
            .collect::<Vec<_>>()
            .join("\n")
    };
    timed("CSV", text(100_000).as_bytes(), 100_000);
    timed("CSV of 50 MB", text(380_000).as_bytes(), 380_000);
    let rows: String = (0..100_000)
        .map(|row| {
            let cells = cells(row);
            xlsx_row(row + 2, &cells.each_ref().map(String::as_str))
        })
        .collect();
    timed(
        "XLSX",
        &xlsx(&format!(
            "<sheetData>{}{rows}</sheetData>",
            xlsx_row(1, &HEAD)
        )),
        100_000,
    );
}
