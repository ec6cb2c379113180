//! Every format that is read, once sound and once damaged.

use crate::books::{ods, ods_row, xlsx, xlsx_row};
use crate::support::{counts, fixture, of_rule, summary, summary_with};
use import::Options;
use serde_json::Value;

const PLAIN: &str = "nom;code insee\nÉpicerie;92050\nJardin;01001\n";

fn refused(bytes: &[u8], rule: &str) -> Value {
    let summary = summary(bytes);
    assert_eq!(counts(&summary), [0; 4]);
    assert_eq!(of_rule(&summary, rule).len(), 1, "{summary}");
    summary
}

#[test]
fn text_is_read_in_every_encoding_with_every_separator_and_end_of_line() {
    let utf_16 = |text: &str, bytes: fn(u16) -> [u8; 2]| {
        text.encode_utf16().flat_map(bytes).collect::<Vec<u8>>()
    };
    let latin: Vec<u8> = PLAIN
        .chars()
        .map(|c| u8::try_from(u32::from(c)).unwrap())
        .collect();
    for (bytes, encoding, separator) in [
        (PLAIN.as_bytes().to_vec(), "UTF-8", ";"),
        ([b"\xef\xbb\xbf", PLAIN.as_bytes()].concat(), "UTF-8", ";"),
        (
            PLAIN.replace(';', "\t").replace('\n', "\r\n").into_bytes(),
            "UTF-8",
            "\t",
        ),
        (
            PLAIN.replace(';', ",").replace('\n', "\r").into_bytes(),
            "UTF-8",
            ",",
        ),
        (PLAIN.replace(';', "|").into_bytes(), "UTF-8", "|"),
        (latin, "Windows-1252", ";"),
        (
            [b"\xff\xfe".to_vec(), utf_16(PLAIN, u16::to_le_bytes)].concat(),
            "UTF-16",
            ";",
        ),
        (
            [b"\xfe\xff".to_vec(), utf_16(PLAIN, u16::to_be_bytes)].concat(),
            "UTF-16",
            ";",
        ),
    ] {
        let summary = summary(&bytes);
        assert_eq!(counts(&summary), [2, 2, 0, 0], "{encoding} {separator}");
        assert_eq!(
            (
                summary["format"].as_str(),
                summary["encoding"].as_str(),
                summary["separator"].as_str()
            ),
            (Some("csv"), Some(encoding), Some(separator))
        );
    }
}

#[test]
fn damaged_text_names_its_lines() {
    let summary = summary(b"nom;code insee\nA;92050\n\"B;92050\nC;92050\n");
    assert_eq!(counts(&summary), [2, 1, 1, 0]);
    let quote = &of_rule(&summary, "guillemet")[0];
    assert!(
        quote.3.contains("ligne 3") && quote.3.contains("3 à 4"),
        "{}",
        quote.3
    );
    let summary = crate::support::summary(b"nom;code insee\nA;92050;3\nB\nC;92050;\n");
    assert_eq!(counts(&summary), [3, 1, 2, 0]);
    refused(b"", "fichier-vide");
    refused(b"%PDF-1.7 x", "fichier-non-lu");
    refused(b"\x89PNG\r\n\x1a\n\0\0", "fichier-non-lu");
}

#[test]
fn an_old_workbook_is_read_by_the_sheet_that_looks_like_a_table() {
    let bytes = fixture("made/deux-feuilles.xls");
    let summary = summary(&bytes);
    assert_eq!(
        (summary["format"].as_str(), summary["sheet"].as_str()),
        (Some("xls"), Some("Lieux"))
    );
    assert_eq!(summary["encoding"], Value::Null);
    // A number of a workbook has a decimal point; a text may not.
    assert_eq!(counts(&summary), [2, 1, 1, 0]);
    let other = Options {
        sheet: Some("Lisez-moi".to_owned()),
        ..Options::default()
    };
    assert_eq!(summary_with(&bytes, &other)["sheet"], "Lisez-moi");
    refused(&bytes[..2000], "fichier-abime");
}

#[test]
fn a_workbook_of_excel_is_read() {
    let rows = [
        xlsx_row(1, &["nom", "code insee"]),
        xlsx_row(2, &["A", "92050"]),
        xlsx_row(4, &["B", "92050"]),
    ]
    .concat();
    let bytes = xlsx(&format!(
        "<dimension ref=\"A1:Z1048576\"/><sheetData>{rows}</sheetData>"
    ));
    let summary = summary(&bytes);
    assert_eq!(
        (summary["format"].as_str(), summary["separator"].as_str()),
        (Some("xlsx"), None)
    );
    assert_eq!(counts(&summary), [3, 2, 0, 1]);
    refused(&bytes[..bytes.len() - 40], "fichier-abime");
}

#[test]
fn a_workbook_of_libreoffice_is_read() {
    let table = [
        ods_row(&["nom", "code insee"]),
        ods_row(&["A", "92050"]),
        ods_row(&["", ""]),
        ods_row(&["B", "9999"]),
    ]
    .concat();
    let bytes = ods(&[("Notes", &ods_row(&["bonjour"])), ("Lieux", &table)]);
    let summary = summary(&bytes);
    assert_eq!(
        (summary["format"].as_str(), summary["sheet"].as_str()),
        (Some("ods"), Some("Lieux"))
    );
    assert_eq!(counts(&summary), [3, 1, 1, 1]);
    refused(&bytes[..bytes.len() - 40], "fichier-abime");
}

#[test]
fn geojson_is_read() {
    let text = r#"{"type":"FeatureCollection","features":[
        {"type":"Feature","geometry":{"type":"Point","coordinates":[2.2,48.9]},"properties":{"nom":"A","type":"jardin"}},
        {"type":"Feature","geometry":null,"properties":{"nom":"B"}},
        {"type":"Feature","geometry":{"type":"Polygon","coordinates":[[[2,48],[3,48],[3,49],[2,48]]]},"properties":{"nom":"C"}},
        {"type":"Feature","geometry":{"type":"Point","coordinates":[48.9,2.2]},"properties":{"nom":"D"}}]}"#;
    let summary = summary(text.as_bytes());
    assert_eq!(
        (summary["format"].as_str(), summary["encoding"].as_str()),
        (Some("geojson"), Some("UTF-8"))
    );
    assert_eq!(counts(&summary), [4, 1, 3, 0]);
    assert_eq!(of_rule(&summary, "coordonnees-echangees")[0].1, 4);
    let cut = refused(&text.as_bytes()[..300], "fichier-abime");
    assert_eq!(of_rule(&cut, "fichier-abime")[0].1, 4);
}

#[test]
fn public_procurement_is_read_as_of_2019_and_as_csv() {
    let json = r#"{"marches":[
        {"id":"1","_type":"Marché","acheteur":{"id":"21750001600019","nom":"Paris"},"objet":"Nettoyage","montant":1000,"codeCPV":"90910000","dateNotification":"2021-02-03",
         "lieuExecution":{"code":"92050","typeCode":"Code commune","nom":"Nanterre"},"titulaires":[{"id":"1"},{"id":"2"}]},
        {"id":"2","_type":"Contrat de concession","autoriteConcedante":{"id":"21750001600019","nom":"Paris"},"objet":"Kiosque","valeurGlobale":2000,
         "lieuExecution":{"code":"93","typeCode":"Code département"}}]}"#;
    let summary = summary(json.as_bytes());
    assert_eq!(
        (summary["format"].as_str(), summary["schema"].as_str()),
        (Some("decp-json"), Some("decp"))
    );
    assert_eq!(counts(&summary), [2, 2, 0, 0]);
    let csv = "id,acheteur.id,acheteur.nom,objet,codeCPV,montant,dateNotification,lieuExecution.code,lieuExecution.typeCode\n\
        1,21750001600019,Paris,Nettoyage,90910000,1000,2021-02-03,92000,Code postal\n\
        2,21750001600019,Paris,Kiosque,90910000,2E+3,2021-02-03,FR,Code pays\n";
    let summary = crate::support::summary(csv.as_bytes());
    assert_eq!(
        (summary["format"].as_str(), summary["schema"].as_str()),
        (Some("csv"), Some("decp"))
    );
    assert_eq!(counts(&summary), [2, 2, 0, 0]);
}

#[test]
fn our_own_tables_are_recognised() {
    let text = "id,nom,resume,leviers_collectivite,themes,communes_insee,latitude,longitude\nx,X,Un.,foncier,emploi,92050,48.9,2.2\n";
    let summary = summary(text.as_bytes());
    assert_eq!(summary["schema"], "initiatives");
    assert_eq!(counts(&summary), [1, 1, 0, 0]);
}

#[test]
fn text_that_was_scrambled_before_is_said() {
    let summary = summary("nom;code insee\nÃ‰picerie;92050\n".as_bytes());
    assert_eq!(counts(&summary), [1, 1, 0, 0]);
    assert_eq!(of_rule(&summary, "texte-brouille").len(), 1);
}
