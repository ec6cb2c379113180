//! `leviers import`: what it prints, what it writes, and what its exit status says. The import itself is tested in its crate.

use crate::real::{leviers, printed};
use crate::support::folder;
use serde_json::Value;
use std::fs;

const CASES: &str = "crates/import/tests/fixtures/cases";

#[test]
fn everything_asked_for_is_written_and_the_status_tells_rows_set_aside() {
    let out = folder("import");
    fs::create_dir_all(&out).unwrap();
    let path = |name: &str| out.join(name).to_str().unwrap().to_owned();
    let (summary, report, geojson) = (path("s.json"), path("r.csv"), path("g.geojson"));
    let (csv, aside, layers) = (path("p.csv"), path("a.csv"), path("layers"));
    let table = format!("{CASES}/r05-montants-separateurs.csv");
    let output = leviers(&[
        "import",
        &table,
        "--summary",
        &summary,
        "--report",
        &report,
        "--geojson",
        &geojson,
        "--csv",
        &csv,
        "--aside",
        &aside,
        "--layer",
        "essai",
        "--out",
        &layers,
    ]);
    let said = printed(&output);
    assert!(
        !output.status.success()
            && said.contains("6 lignes lues = 4 placées + 2 laissées de côté + 0 vide"),
        "{said}"
    );
    let read = |path: &str| fs::read_to_string(path).unwrap();
    let summary: Value = serde_json::from_str(&read(&summary)).unwrap();
    assert_eq!(
        (&summary["rows_read"], &summary["rows_set_aside"]),
        (&6.into(), &2.into())
    );
    let problem = summary["problems"]
        .as_array()
        .unwrap()
        .iter()
        .find(|problem| problem["value"] == "12.500")
        .unwrap();
    assert_eq!(
        (&problem["line"], &problem["column"], &problem["rule"]),
        (&4.into(), &"montant".into(), &"montant".into())
    );
    assert!(problem["message"].is_string() && problem["remedy"].is_string());
    assert!(read(&report).contains("4,montant,12.500,montant,question,"));
    assert_eq!(read(&aside).lines().count(), 3);
    assert!(read(&csv).contains("12500.50") && read(&geojson).contains("1234567.0"));
    // The same layer as that of the rows that have their place.
    let layer = leviers(&[
        "points",
        &csv,
        "--id",
        "direct",
        "--title",
        "r05-montants-separateurs",
        "--credit",
        "",
        "--out",
        &layers,
    ]);
    assert!(layer.status.success(), "{}", printed(&layer));
    for file in ["layer.bin", "points.bin", "names-0.bin"] {
        let bytes = |id: &str| fs::read(out.join("layers").join(id).join(file)).unwrap();
        assert_eq!(bytes("essai"), bytes("direct"), "{file}");
    }
}

#[test]
fn a_whole_file_succeeds_and_geojson_may_go_to_the_screen() {
    let table = format!("{CASES}/r12-utf16.csv");
    let output = leviers(&["import", "--geojson", &table]);
    assert!(output.status.success(), "{}", printed(&output));
    let geojson: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(geojson["features"].as_array().unwrap().len(), 1);
    assert!(String::from_utf8_lossy(&output.stderr).contains("1 ligne lue = 1 placée"));
}

#[test]
fn a_file_that_is_not_read_has_a_summary_all_the_same() {
    let out = folder("import-refused");
    fs::create_dir_all(&out).unwrap();
    let (file, summary) = (out.join("a.pdf"), out.join("s.json"));
    fs::write(&file, "%PDF-1.7").unwrap();
    let output = leviers(&[
        "import",
        file.to_str().unwrap(),
        "--summary",
        summary.to_str().unwrap(),
    ]);
    assert!(!output.status.success() && printed(&output).contains("un document PDF"));
    let summary: Value = serde_json::from_slice(&fs::read(summary).unwrap()).unwrap();
    assert_eq!(summary["rows_read"], 0);
    assert_eq!(summary["problems"][0]["rule"], "fichier-non-lu");
}

#[test]
fn what_import_accepts_points_accepts() {
    let out = folder("import-points");
    for (name, points) in [
        (
            "decp-12-officiel-marches-concessions.json",
            "2 points, 2 laissées de côté",
        ),
        ("scdl-06-exemple-valide.csv", "29 points"),
    ] {
        let table = format!("{CASES}/{name}");
        let options = [
            "--id",
            "essai",
            "--title",
            "T",
            "--credit",
            "C",
            "--partial",
            "--out",
            out.to_str().unwrap(),
        ];
        let output = leviers(&[&["points", table.as_str()], &options[..]].concat());
        let said = printed(&output);
        assert!(
            output.status.success() && said.contains(points),
            "{name}: {said}"
        );
    }
}
