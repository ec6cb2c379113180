//! `leviers points`: from a table to the files of a layer, as editors run it.

use crate::real::{leviers, printed};
use crate::support::{folder, is_expected};
use engine::PointSet;
use flate2::{Compression, write::GzEncoder};
use model::data::points::Layer;
use std::{fs, io::Write, path::Path};

/// Runs the command on a table, with these options more. Gives whether it succeeded, and what it printed.
fn points(table: &str, out: &Path, more: &[&str]) -> (bool, String) {
    let out = out.to_str().unwrap();
    let given = [
        "points",
        table,
        "--id",
        "essai",
        "--title",
        "Essai",
        "--credit",
        "Nous, LO 2.0",
        "--out",
        out,
    ];
    let output = leviers(&[&given, more].concat());
    (output.status.success(), printed(&output))
}

fn layer(out: &Path) -> Layer {
    Layer::decode(&fs::read(out.join("essai/layer.bin")).unwrap()).unwrap()
}

/// The names of all the points, in their order.
fn names(out: &Path) -> Vec<String> {
    let layer = layer(out);
    let block = |block: u32| {
        let file = fs::read(out.join(format!("essai/names-{block}.bin"))).unwrap();
        let names = layer.names(block, &file).unwrap();
        names.into_iter().map(str::to_owned).collect::<Vec<_>>()
    };
    (0..layer.blocks()).flat_map(block).collect()
}

#[test]
fn a_good_table_makes_a_layer() {
    let out = folder("points-good");
    let (done, said) = points("crates/tool/tests/fixtures/points/good.csv", &out, &[]);
    assert!(done && said.contains("5 lignes lues, 5 points."), "{said}");
    let layer = layer(&out);
    assert_eq!(
        (layer.title.as_str(), layer.synthetic, layer.points),
        ("Essai", false, 5)
    );
    assert_eq!(layer.categories, ["Commerce", "Atelier", "Jardin"]);
    let file = fs::read(out.join("essai/points.bin")).unwrap();
    let (keys, categories) = layer.columns(&file).unwrap().into_parts();
    // In the order of the keys, which is not that of the table.
    assert_eq!(
        names(&out),
        [
            "Four commun",
            "Épicerie du canal",
            "Jardin des lilas",
            "Atelier ; bois",
            "Ressourcerie"
        ]
    );
    assert_eq!(categories, [6, 0, 2, 1, 0]);
    assert_eq!(PointSet::from_sorted(keys, categories).unwrap().len(), 5);
}

#[test]
fn every_bad_row_is_told_and_nothing_is_written() {
    let out = folder("points-bad");
    let (done, said) = points("crates/tool/tests/fixtures/points/bad.csv", &out, &[]);
    assert!(!done && !out.exists());
    is_expected("points-bad.txt", &said);
}

#[test]
fn the_good_rows_are_kept_when_asked() {
    let out = folder("points-partial");
    let (done, said) = points(
        "crates/tool/tests/fixtures/points/bad.csv",
        &out,
        &["--partial"],
    );
    assert!(
        done && said.contains("13 lignes lues, 3 points, 10 laissées de côté."),
        "{said}"
    );
    // Metres are converted, and said.
    assert!(said.contains("mètres de Lambert 93"), "{said}");
    assert_eq!(names(&out), ["Épicerie", "Juste", "Mètres"]);
}

#[test]
fn twenty_faults_are_told_and_the_others_counted() {
    let out = folder("points-many");
    fs::create_dir_all(&out).unwrap();
    let table = out.join("faux.csv");
    let rows: String = (0..1234).map(|row| format!("A,B,x{row},2\n")).collect();
    fs::write(&table, format!("nom,type,lat,lon\n;;;;\n{rows}")).unwrap();
    let (_, said) = points(table.to_str().unwrap(), &out, &[]);
    assert_eq!(said.matches("→").count(), 20);
    assert!(
        said.contains("1\u{202f}215 autres lignes à corriger"),
        "{said}"
    );
}

#[test]
fn an_orphan_quote_swallows_nothing_in_silence() {
    let out = folder("points-quotes");
    fs::create_dir_all(&out).unwrap();
    let made = |name: &str, text: &str, more: &[&str]| {
        let path = out.join(name);
        fs::write(&path, text).unwrap();
        points(path.to_str().unwrap(), &out, more)
    };
    let good = "48.2;2;T;B\n48.3;2;T;C\n48.4;2;T;D\n";
    let unclosed = format!("lat;lon;type;nom\n48.1;2;T;\"Les Amis du Parc\n{good}");
    let (done, said) = made("a.csv", &unclosed, &["--partial"]);
    assert!(
        !done && said.contains("a.csv: ligne 2 : un guillemet s'ouvre"),
        "{said}"
    );
    let closed = unclosed.replace(";D", ";D\"");
    let (done, said) = made("b.csv", &closed, &[]);
    assert!(
        !done && said.contains("b.csv:2: ") && said.contains("lignes 2 à 5 mises de côté"),
        "{said}"
    );
    let (done, said) = made(
        "c.csv",
        &format!("{closed}48.5;2;T;E\n;;;\n"),
        &["--partial"],
    );
    assert!(
        done && said.contains("3 lignes lues, 1 point, 1 laissée de côté, 1 vide."),
        "{said}"
    );
    assert_eq!(names(&out), ["E"]);
    let (done, said) = made("d.csv", "lat;lon;nom\nx;2;A\n", &["--partial"]);
    assert!(
        !done && said.contains("« x » n'est pas un nombre") && said.contains("Rien n'a été écrit."),
        "{said}"
    );
    let (done, said) = made("e.csv", "lat;lon;nom\n;;\n", &[]);
    assert!(!done && said.contains("aucune ligne n'a rien"), "{said}");
}

#[test]
fn files_that_are_no_tables_are_named_with_a_remedy() {
    let out = folder("points-formats");
    fs::create_dir_all(&out).unwrap();
    let zip = |inside: &str| {
        [
            b"PK\x03\x04\x14\0\x06\0\x08\0".to_vec(),
            vec![7; 30],
            inside.as_bytes().to_vec(),
        ]
        .concat()
    };
    for (name, bytes, expected) in [
        (
            "a.xlsx",
            zip("[Content_Types].xml xl/workbook.xml"),
            "un classeur Excel (XLSX)",
        ),
        (
            "a.ods",
            zip("mimetypeapplication/vnd.oasis.opendocument.spreadsheet"),
            "un classeur LibreOffice (ODS)",
        ),
        ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec(), "XLS"),
        ("a.zip", zip("photo.jpg"), "une archive ZIP"),
        ("a.json", b"[{\"lat\": 1}]".to_vec(), "du JSON"),
        (
            "a.geojson",
            b"{\"type\":\"FeatureCollection\"}".to_vec(),
            "du GeoJSON",
        ),
        (
            "a.csv",
            b"<!DOCTYPE html><html><body>404".to_vec(),
            "une page web",
        ),
        ("a.pdf", b"%PDF-1.7".to_vec(), "un document PDF"),
        (
            "b.csv",
            b"\x7fELF\x02\x01\0\0\x1b[31m".to_vec(),
            "un fichier binaire",
        ),
        (
            "c.csv",
            "a".repeat(5 << 20).into_bytes(),
            "aucune colonne ne semble être la latitude",
        ),
    ] {
        let path = out.join(name);
        fs::write(&path, bytes).unwrap();
        let (done, said) = points(path.to_str().unwrap(), &out, &[]);
        assert!(!done && said.contains(expected), "{name}: {said}");
        assert!(
            said.len() < 1500 && !said.contains(['\u{1b}', '\0']),
            "{name}: {said:?}"
        );
    }
}

#[test]
fn what_spreadsheets_export_is_read_and_its_encoding_said() {
    let out = folder("points-encodings");
    fs::create_dir_all(&out).unwrap();
    let text = "Nom\tType\tLatitude\tLongitude\r\nL’École\tÉté\t48,5\t-1,5\r\n";
    let utf_16: Vec<u8> = [0xfeff]
        .into_iter()
        .chain(text.encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect();
    let latin: Vec<u8> = text
        .chars()
        .map(|c| if c == '’' { 0x92 } else { u32::from(c) as u8 })
        .collect();
    for (bytes, encoding) in [
        (text.as_bytes().to_vec(), "UTF-8"),
        (utf_16, "UTF-16"),
        (latin, "Windows-1252"),
    ] {
        let path = out.join("t.csv");
        fs::write(&path, bytes).unwrap();
        let (done, said) = points(path.to_str().unwrap(), &out, &[]);
        assert!(
            done && said.contains(&format!(
                "Encodage {encoding}, colonnes séparées par des tabulations : latitude « Latitude »"
            )),
            "{said}"
        );
        assert_eq!(names(&out), ["L’École"]);
        assert_eq!(layer(&out).categories, ["Été"]);
    }
}

#[test]
fn a_gzip_bomb_is_refused() {
    let out = folder("points-bomb");
    fs::create_dir_all(&out).unwrap();
    let path = out.join("bombe.csv.gz");
    let mut gzip = GzEncoder::new(fs::File::create(&path).unwrap(), Compression::best());
    gzip.write_all(b"nom,lat,lon\n").unwrap();
    let zeros = vec![b'\n'; 1 << 20];
    (0..256).for_each(|_| gzip.write_all(&zeros).unwrap());
    gzip.finish().unwrap();
    let (done, said) = points(path.to_str().unwrap(), &out, &[]);
    assert!(!done && said.contains("ce n'est pas un tableau"), "{said}");
}

#[test]
fn synthetic_points_are_named_and_say_so() {
    let out = folder("points-synthetic");
    fs::create_dir_all(&out).unwrap();
    let table = out.join("points.csv.gz");
    let rows = (0..5000).map(|row| format!("52405,5.{row:04},47.7\n"));
    let mut gzip = GzEncoder::new(fs::File::create(&table).unwrap(), Compression::fast());
    gzip.write_all(format!("insee,lon,lat\n{}", rows.collect::<String>()).as_bytes())
        .unwrap();
    gzip.finish().unwrap();
    let table = table.to_str().unwrap();
    assert!(!points(table, &out, &[]).0, "names are missing");
    assert!(points(table, &out, &["--synthetic"]).0);
    assert!(layer(&out).synthetic);
    assert_eq!(layer(&out).blocks(), 10);
    let names = names(&out);
    assert_eq!(names.len(), 5000);
    assert!(
        names
            .iter()
            .all(|name| name.starts_with("Établissement synthétique n°")
                && name.ends_with(", Le Montsaugeonnais"))
    );
    let files = || {
        fs::read_dir(out.join("essai"))
            .unwrap()
            .map(|file| fs::read(file.unwrap().path()).unwrap())
            .collect::<Vec<_>>()
    };
    let first = files();
    assert!(points(table, &out, &["--synthetic"]).0);
    assert_eq!(files(), first);
}

#[test]
fn a_smaller_layer_leaves_no_old_names_and_no_other_folder_is_touched() {
    let out = folder("points-again");
    let good = "crates/tool/tests/fixtures/points/good.csv";
    fs::create_dir_all(out.join("essai")).unwrap();
    fs::write(out.join("essai/france-l0.bin"), "a basemap").unwrap();
    let (done, said) = points(good, &out, &[]);
    assert!(
        !done && said.contains("n'est pas le dossier d'une couche"),
        "{said}"
    );
    fs::remove_file(out.join("essai/france-l0.bin")).unwrap();
    assert!(points(good, &out, &[]).0);
    fs::write(out.join("essai/names-7.bin"), "of a larger layer").unwrap();
    assert!(points(good, &out, &[]).0);
    assert!(!out.join("essai/names-7.bin").exists());
    assert!(!points(good, &out, &["--id", "Été"]).0, "given twice");
}
