//! Files made to harm: refused, with a sentence. How quickly is measured in the browser (`make bench-atelier`): a clock on the wall says
//! how busy the machine is.

use crate::books::{MAIN, ods, ods_row, ods_with_manifest, xlsx, xlsx_of, xlsx_row};
use crate::support::{counts, fixture, of_rule, summary};

/// Refused by this rule.
fn refused(bytes: &[u8], rule: &str) {
    let summary = summary(bytes);
    assert_eq!(of_rule(&summary, rule).len(), 1, "{summary}");
}

#[test]
fn an_ods_of_a_kilobyte_that_announces_billions_of_cells_is_refused() {
    let _ = summary(b"");
    let cell = "<table:table-cell office:value-type=\"string\" table:number-columns-repeated=\"16384\"><text:p>x</text:p></table:table-cell>";
    for rows in [
        format!("<table:table-row table:number-rows-repeated=\"1048576\">{cell}</table:table-row>"),
        format!(
            "<table:table-row table:number-rows-repeated=\"1048575\"><table:table-cell/></table:table-row><table:table-row>{cell}</table:table-row>"
        ),
        format!(
            "<table:table-row table:number-rows-repeated='99999999999999999999999'>{cell}</table:table-row>"
        ),
    ] {
        let bytes = ods(&[("a", &rows)]);
        assert!(bytes.len() < 2000);
        refused(&bytes, "fichier-demesure");
    }
}

#[test]
fn a_zip_that_grows_beyond_reason_is_refused() {
    let blank = " ".repeat(64 << 20);
    let bytes = xlsx_of(&format!("<worksheet xmlns=\"{MAIN}\"/>"), &blank);
    assert!(bytes.len() < 200_000);
    refused(&bytes, "fichier-demesure");
}

#[test]
fn a_text_repeated_by_every_cell_is_refused() {
    let long = "x".repeat(30_000);
    let strings = format!("<sst xmlns=\"{MAIN}\"><si><t>{long}</t></si></sst>");
    let rows: String = (1..=20_000)
        .map(|row| format!("<row r=\"{row}\"><c r=\"A{row}\" t=\"s\"><v>0</v></c></row>"))
        .collect();
    let sheet = format!("<worksheet xmlns=\"{MAIN}\"><sheetData>{rows}</sheetData></worksheet>");
    refused(&xlsx_of(&sheet, &strings), "fichier-demesure");
}

#[test]
fn a_cell_at_the_far_corner_costs_no_area() {
    let rows = [
        xlsx_row(1, &["nom", "insee"]),
        xlsx_row(2, &["A", "92050"]),
        "<row r=\"1048576\"><c r=\"XFD1048576\" t=\"inlineStr\"><is><t>x</t></is></c></row>"
            .to_owned(),
    ];
    let bytes = xlsx(&format!("<sheetData>{}</sheetData>", rows.concat()));
    let summary = summary(&bytes);
    let [read, placed, aside, blank] = counts(&summary);
    assert_eq!((read, placed, aside), (1_048_575, 1, 1));
    assert_eq!(read, placed + aside + blank);
}

#[test]
fn a_sheet_that_declares_a_million_rows_has_those_it_fills() {
    let rows: String = (2..2685)
        .map(|row| xlsx_row(row, &["A", "92050"]))
        .collect();
    let empty: String = (2685..12_000)
        .map(|row| format!("<row r=\"{row}\"><c r=\"A{row}\" s=\"0\"/></row>"))
        .collect();
    let head = xlsx_row(1, &["nom", "insee"]);
    let bytes = xlsx(&format!(
        "<dimension ref=\"A1:XFD1048576\"/><sheetData>{head}{rows}{empty}</sheetData>"
    ));
    assert_eq!(counts(&summary(&bytes)), [2683, 2683, 0, 0]);
}

#[test]
fn a_locked_workbook_is_named() {
    let manifest = r#"<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"><manifest:encryption-data/></manifest:file-entry></manifest:manifest>"#;
    refused(
        &ods_with_manifest(&[("a", &ods_row(&["x"]))], manifest),
        "fichier-protege",
    );
    let mut envelope = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    envelope.extend([0; 504]);
    envelope.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    refused(&envelope, "fichier-protege");
}

#[test]
fn entities_are_never_expanded() {
    let entities = r#"<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/hostname">]><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&b;</t></is></c><c r="B1" t="inlineStr"><is><t>&c;</t></is></c></row></sheetData></worksheet>"#;
    let bytes = xlsx_of(entities, &format!("<sst xmlns=\"{MAIN}\"/>"));
    let told = summary(&bytes).to_string();
    assert!(!told.contains("aaaaaaaaaa"), "{told}");
}

#[test]
fn a_formula_is_its_last_value() {
    let row = "<row r=\"2\"><c r=\"A2\" t=\"str\"><f>HYPERLINK(\"x\")</f><v>Nom</v></c><c r=\"B2\"><f>92000+50</f><v>92050</v></c></row>";
    let bytes = xlsx(&format!(
        "<sheetData>{}{row}</sheetData>",
        xlsx_row(1, &["nom", "insee"])
    ));
    assert_eq!(counts(&summary(&bytes)), [1, 1, 0, 0]);
}

#[test]
fn no_cut_of_a_file_is_a_crash() {
    for name in [
        "cases/xl-15-cellules-fusionnees.xlsx",
        "cases/decp-12-officiel-marches-concessions.json",
        "made/deux-feuilles.xls",
        "cases/r12-utf16.csv",
    ] {
        let bytes = fixture(name);
        for end in (0..bytes.len()).step_by(97) {
            let [read, placed, aside, blank] = counts(&summary(&bytes[..end]));
            assert_eq!(read, placed + aside + blank, "{name} {end}");
        }
    }
}

#[test]
fn blank_lines_cost_nothing_and_endless_columns_are_refused() {
    let text = format!("nom;insee\nA;92050\n{}", "\n".repeat(5_000_000));
    assert_eq!(
        counts(&summary(text.as_bytes())),
        [5_000_001, 1, 0, 5_000_000]
    );
    refused(
        format!("nom;insee\n{}", ";".repeat(30_000_000)).as_bytes(),
        "fichier-demesure",
    );
}
