//! A file in the workshop, natively: what is shown, changed, mended and taken away.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use atelier::{Asked, Session, Which};
use engine::Size;
use flate2::{Compression, read::GzDecoder, write::GzEncoder};
use serde_json::Value;
use std::fs::File;
use std::io::{Cursor, Read, Write};
use std::path::Path;

const MAP: Size = Size {
    width: 600.0,
    height: 544.0,
};

const TABLE: &str = "nom;code insee;montant\nÉpicerie;92050;1200\nRessourcerie;99999;12.500\n;;\n<b>Jardin</b>;93066;3\n";

fn session() -> Session {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../geodata");
    let read = |name: &str| {
        let mut bytes = Vec::new();
        let file = File::open(root.join(name)).unwrap();
        GzDecoder::new(file).read_to_end(&mut bytes).unwrap();
        bytes
    };
    Session::new(&read("gazetteer.tsv.gz"), &read("territories.json.gz")).unwrap()
}

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

fn opened(session: &mut Session, name: &str, bytes: &[u8]) -> Value {
    let said = session.open(name, bytes.to_vec(), None, &mut |_, _| {});
    parsed(&said.unwrap())
}

fn counts(figures: &Value) -> [u64; 4] {
    ["read", "placed", "aside", "blank"].map(|key| figures[key].as_u64().unwrap())
}

fn zipped(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..zip.len())
        .map(|rank| {
            let mut file = zip.by_index(rank).unwrap();
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).unwrap();
            (file.name().unwrap().into_owned(), bytes)
        })
        .collect()
}

#[test]
fn every_row_is_accounted_for_and_shown() {
    let mut session = session();
    let figures = opened(&mut session, "aides.csv", TABLE.as_bytes());
    assert_eq!(counts(&figures), [4, 2, 1, 1]);
    assert_eq!(figures["separator"], ";");
    assert_eq!(figures["columns"][2]["role"], "montant");
    let which = |status: &str| {
        serde_json::from_str::<Which>(&format!("{{\"status\":\"{status}\",\"count\":10}}")).unwrap()
    };
    let placed = parsed(&session.rows(&which("placed")));
    assert_eq!(placed["rows"][1]["cells"][0], "<b>Jardin</b>");
    assert_eq!(placed["rows"][1]["line"], 5);
    let aside = parsed(&session.rows(&which("aside")));
    assert_eq!(
        (&aside["total"], &aside["rows"][0]["line"]),
        (&1.into(), &3.into())
    );
    let row = parsed(&session.row(3));
    let problems = row["problems"].as_array().unwrap();
    assert!(
        problems.iter().any(|one| one["rule"] == "commune")
            && problems.iter().any(|one| one["rule"] == "montant")
    );
}

#[test]
fn a_page_of_rows_is_found_by_a_line() {
    let mut session = session();
    let table = format!("nom;insee\n{}", "A;92050\n".repeat(100));
    opened(&mut session, "t.csv", table.as_bytes());
    let which: Which = serde_json::from_str(r#"{"line":60,"count":25}"#).unwrap();
    let rows = parsed(&session.rows(&which));
    assert_eq!((&rows["from"], &rows["total"]), (&50.into(), &100.into()));
    let lines: Vec<_> = rows["rows"].as_array().unwrap().iter().collect();
    assert!(lines.iter().any(|row| row["line"] == 60));
}

#[test]
fn a_mended_cell_is_checked_again_said_and_kept_in_the_project() {
    let mut session = session();
    opened(&mut session, "aides.csv", TABLE.as_bytes());
    let mends = r#"[{"line":3,"column":1,"text":"92050"},{"line":3,"column":2,"text":"12500"}]"#;
    let figures = session.mend(serde_json::from_str(mends).unwrap(), &mut |_, _| {});
    let figures = parsed(&figures.unwrap());
    assert_eq!(counts(&figures), [4, 3, 0, 1]);
    assert_eq!(figures["mended"], 2);

    let project = session.leave("project", None).unwrap();
    let again = opened(&mut session, "projet.zip", &project);
    assert_eq!(counts(&again), [4, 3, 0, 1]);
    assert_eq!(
        (&again["name"], &again["mended"]),
        (&"aides.csv".into(), &2.into())
    );
    // The file in it is the file that was given, byte for byte.
    let file = zipped(&project)
        .into_iter()
        .find(|(name, _)| name == "fichier");
    assert_eq!(file.unwrap().1, TABLE.as_bytes());
}

#[test]
fn what_is_guessed_can_be_said_otherwise() {
    let mut session = session();
    let table = "a;b\nÉpicerie;92050\n";
    let figures = opened(&mut session, "t.csv", table.as_bytes());
    assert_eq!(counts(&figures), [1, 0, 1, 0]);
    let asked: Asked = serde_json::from_str(r#"{"columns":[[0,"nom"],[1,"code_insee"]]}"#).unwrap();
    let figures = parsed(&session.ask(asked, &mut |_, _| {}).unwrap());
    assert_eq!(counts(&figures), [1, 1, 0, 0]);

    let latin = b"nom;insee\n\xc9picerie;92050\n".to_vec();
    let asked: Asked =
        serde_json::from_str(r#"{"encoding":"windows-1252","separator":","}"#).unwrap();
    let said = Some((asked, Vec::new()));
    let figures = parsed(&session.open("t.csv", latin, said, &mut |_, _| {}).unwrap());
    assert_eq!(
        (&figures["encoding"], &figures["separator"]),
        (&"windows-1252".into(), &",".into())
    );
    assert_eq!(figures["columns"].as_array().unwrap().len(), 1);
}

#[test]
fn what_is_too_large_is_refused_with_a_sentence() {
    let mut session = session();
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    for _ in 0..80 {
        gzip.write_all(&vec![b'a'; 1 << 20]).unwrap();
    }
    let bomb = gzip.finish().unwrap();
    let refused = session.open("b.csv.gz", bomb, None, &mut |_, _| {});
    let problem = refused.unwrap_err();
    assert_eq!(problem.rule.id(), "fichier-demesure");
    assert!(!problem.remedy.is_empty());
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(TABLE.as_bytes()).unwrap();
    let figures = opened(&mut session, "aides.csv.gz", &gzip.finish().unwrap());
    assert_eq!(counts(&figures), [4, 2, 1, 1]);
}

#[test]
fn a_layer_knows_the_row_of_each_of_its_points() {
    let mut session = session();
    opened(&mut session, "aides.csv", TABLE.as_bytes());
    let (layer, view) = session
        .layer(import::leave::Shown::Categories, "Aides", "", MAP)
        .unwrap();
    // Nanterre and Saint-Denis, not France.
    let zoom = view.fragment.split('/').next().unwrap();
    assert!(zoom.parse::<f64>().unwrap() > 10.0, "{view:?}");
    assert_eq!(view.elsewhere, 0);
    let mut lines = layer.lines.clone();
    lines.sort_unstable();
    assert_eq!(lines, [2, 5]);
    let about = Some(("aides", "Aides", "Ville", import::leave::Shown::Categories));
    let zip = session.leave("layer", about).unwrap();
    let names: Vec<String> = zipped(&zip).into_iter().map(|(name, _)| name).collect();
    assert_eq!(
        names,
        ["aides/names-0.bin", "aides/points.bin", "aides/layer.bin"]
    );
}

#[test]
fn contracts_with_a_clause_or_a_reserved_lot_are_uses_of_a_lever() {
    let mut session = session();
    let table = "id;acheteur.id;objet;montant;considerationsSociales\n\
        1;21920050100017;Travaux;1000;Clause sociale\n2;21920050100017;Repas;1000;Marché réservé, Clause sociale\n\
        3;21920050100017;Papier;1000;Pas de considération sociale\n4;21920050100017;Vélos;1000;Critère social\n";
    let figures = opened(&mut session, "decp.csv", table.as_bytes());
    assert_eq!(figures["schema"], "decp");
    let expected = serde_json::json!([
        ["Achat public : clause sociale", 1],
        ["Achat public : marché ou lot réservé", 1]
    ]);
    assert_eq!(figures["uses"], expected);
    let (layer, _) = session
        .layer(import::leave::Shown::Uses, "DECP", "", MAP)
        .unwrap();
    let mut lines = layer.lines;
    lines.sort_unstable();
    assert_eq!(lines, [2, 3]);
}
