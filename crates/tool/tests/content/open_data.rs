//! Every value of every table is what the table's schema says it is: in the made-up content, in the real one, and in the examples.

use crate::golden::built;
use crate::support::{Change, changed, check, folder, valid};
use content::read_content;
use regex_lite::Regex;
use serde_json::{Value, json};
use std::{collections::BTreeSet, fs, path::Path};
use tool::{build, open_gazetteer, read_folder};

const TABLES: [&str; 4] = ["initiatives", "collectivites", "leviers", "recours"];

/// A table as written: its header, then its rows.
fn table(folder: &Path, name: &str) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_path(folder.join(name).with_extension("csv"))
        .unwrap();
    let rows = reader
        .records()
        .map(|row| row.unwrap().iter().map(str::to_owned).collect());
    rows.collect()
}

fn json(path: &Path) -> Value {
    serde_json::from_slice(&fs::read(path).unwrap()).unwrap()
}

fn schema(folder: &Path, name: &str) -> Value {
    json(&folder.join("schemas").join(name).with_extension("json"))
}

fn fields(schema: &Value) -> &[Value] {
    schema["fields"].as_array().unwrap()
}

/// What is wrong with a value.
fn fault(field: &Value, text: &str) -> Option<String> {
    let constraints = &field["constraints"];
    if text.is_empty() {
        let required = constraints["required"] == true;
        return required.then(|| "is required".to_owned());
    }
    let number = match field["type"].as_str().unwrap() {
        "string" => None,
        "integer" | "year" => match text.parse::<u64>() {
            Ok(number) => Some(number as f64),
            Err(error) => return Some(error.to_string()),
        },
        "number" => match text.parse::<f64>() {
            Ok(number) => Some(number),
            Err(error) => return Some(error.to_string()),
        },
        other => return Some(format!("no such type: {other}")),
    };
    let limit = |name: &str| number.zip(constraints[name].as_f64());
    if limit("minimum").is_some_and(|(number, limit)| number < limit) {
        return Some("is too low".to_owned());
    }
    if limit("maximum").is_some_and(|(number, limit)| number > limit) {
        return Some("is too high".to_owned());
    }
    if field["format"] == "uri" && !text.starts_with("http") {
        return Some("is no address".to_owned());
    }
    if let Some(allowed) = constraints["enum"].as_array()
        && !allowed.iter().any(|value| value == text)
    {
        return Some(format!("is not one of {allowed:?}"));
    }
    let pattern = constraints["pattern"].as_str()?;
    (!Regex::new(pattern).unwrap().is_match(text)).then(|| format!("is not like {pattern}"))
}

/// What is wrong in a table.
fn faults(folder: &Path, name: &str) -> Vec<String> {
    let schema = schema(folder, name);
    let table = table(folder, name);
    let columns: Vec<_> = fields(&schema)
        .iter()
        .map(|field| field["name"].as_str().unwrap())
        .collect();
    assert_eq!(
        columns, table[0],
        "{name}: the columns are those of the schema, in order"
    );
    let mut faults = Vec::new();
    for (field, column) in fields(&schema).iter().zip(0..) {
        let mut seen = BTreeSet::new();
        for row in &table[1..] {
            let value = &row[column];
            let repeated = field["constraints"]["unique"] == true && !seen.insert(value);
            let fault = fault(field, value).or_else(|| repeated.then(|| "is there twice".into()));
            faults.extend(
                fault.map(|fault| format!("{name}, {}: {value:?} {fault}", columns[column])),
            );
        }
    }
    faults
}

#[test]
fn a_value_that_a_schema_does_not_allow_is_found() {
    let out = built("faulty");
    let recours = schema(&out, "recours");
    let field = |name: &str| fields(&recours).iter().find(|field| field["name"] == name);
    for (name, value) in [
        ("id", ""),
        ("id", "Jardin-1"),
        ("etat", "used"),
        ("montant_euros", "-1"),
        ("annee", "14"),
        ("document_date", "mars 2019"),
    ] {
        let fault = fault(field(name).unwrap(), value);
        assert!(fault.is_some(), "{name}: {value:?}");
    }
}

#[test]
fn every_value_is_what_its_schema_says() {
    let out = built("values");
    for name in TABLES {
        assert_eq!(faults(&out, name), [""; 0]);
    }
}

#[test]
fn the_real_content_gives_what_its_schemas_say() {
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."));
    let gazetteer = open_gazetteer(&root.join("geodata")).unwrap();
    let files = read_folder(&root.join("content")).unwrap();
    let out = folder("real-values");
    build(&read_content(&files, "content", &gazetteer), &out, "").unwrap();
    for name in TABLES {
        assert_eq!(faults(&out, name), [""; 0]);
    }
}

#[test]
fn every_field_is_explained_with_an_example_that_it_allows() {
    let out = built("examples");
    for name in TABLES {
        for field in fields(&schema(&out, name)) {
            for key in ["name", "title", "description", "example", "type"] {
                let text = field[key].as_str().unwrap();
                assert!(!text.is_empty(), "{name}: {field:#}");
            }
            let example = field["example"].as_str().unwrap();
            assert_eq!(fault(field, example), None, "{name}: {field:#}");
        }
    }
}

/// A spreadsheet that opens the table runs nothing of it; numbers stay numbers.
#[test]
fn texts_that_spreadsheets_would_run_are_defused() {
    let mut files = valid();
    let jardin = "initiatives/jardin-des-lilas.md";
    for change in [
        Change::Edit(jardin, "Le Jardin des Lilas", "=HYPERLINK(1)"),
        Change::Edit(jardin, "label = \"Petit-Nanterre\"", "label = \"-1+1\""),
        Change::Edit(
            "collectivites/nanterre.md",
            "name = \"Ville de Nanterre\"",
            "name = \"@SUM(1)\"",
        ),
        Change::Edit(jardin, "how = \"Le bailleur", "how = \"+33 Le bailleur"),
    ] {
        changed(&mut files, change);
    }
    let out = folder("formulas");
    build(&check(&files).0, &out, "").unwrap();
    for name in TABLES {
        assert_eq!(faults(&out, name), [""; 0]);
        for cell in table(&out, name).iter().flatten() {
            let is_number = cell.parse::<f64>().is_ok();
            assert!(
                is_number || !cell.starts_with(['=', '+', '-', '@', '\t', '\r']),
                "{cell}"
            );
        }
    }
    let initiatives = fs::read_to_string(out.join("initiatives.csv")).unwrap();
    assert!(initiatives.contains(",'=HYPERLINK(1),"), "{initiatives}");
    assert!(
        fs::read_to_string(out.join("initiatives.geojson"))
            .unwrap()
            .contains("\"=HYPERLINK(1)\"")
    );
}

#[test]
fn references_lead_to_rows_of_other_tables() {
    let out = built("references");
    let recours = schema(&out, "recours");
    let keys = recours["foreignKeys"].as_array().unwrap();
    assert_eq!(keys.len(), 3);
    let table_of_uses = table(&out, "recours");
    for key in keys {
        let column = &key["fields"][0];
        let at = table_of_uses[0]
            .iter()
            .position(|name| name == column)
            .unwrap();
        let other = key["reference"]["resource"].as_str().unwrap();
        let ids: BTreeSet<String> = table(&out, other)
            .into_iter()
            .map(|row| row[0].clone())
            .collect();
        for row in &table_of_uses[1..] {
            assert!(
                row[at].is_empty() || ids.contains(&row[at]),
                "{column}: {}",
                row[at]
            );
        }
    }
}

#[test]
fn a_lever_use_is_told_with_its_evidence() {
    let out = built("evidence");
    let table = table(&out, "recours");
    let cell = |row: usize, name: &str| {
        let column = table[0].iter().position(|column| column == name).unwrap();
        table[row][column].as_str()
    };
    assert_eq!(table.len(), 1 + 4);
    assert_eq!(cell(1, "id"), "jardin-des-lilas-1");
    assert_eq!(
        [cell(1, "collectivite"), cell(1, "acteur")],
        ["nanterre", "Ville de Nanterre"]
    );
    assert_eq!(
        [cell(1, "etat"), cell(1, "certitude")],
        ["utilise", "explicite"]
    );
    assert_eq!(
        [cell(2, "acteur_type"), cell(2, "collectivite")],
        ["bailleur", ""]
    );
    assert_eq!(
        [cell(2, "acteur"), cell(2, "certitude")],
        ["Habitat d'essai", "deduit"]
    );
    assert_eq!(
        [cell(2, "montant_euros"), cell(2, "annee")],
        ["15000", "2016"]
    );
    assert_eq!([cell(3, "etat"), cell(4, "etat")], ["envisage", "refuse"]);
    assert_eq!(cell(4, "document_date"), "2019-03");
    assert_eq!(cell(4, "document_passage"), "Chapitre 2 « Les marchés »");
}

#[test]
fn the_package_names_every_table_and_its_schema() {
    let out = built("package");
    let package = json(&out.join("datapackage.json"));
    assert_eq!(package["licenses"][0]["name"], "etalab-2.0");
    assert_eq!(package["homepage"], "https://carte.example.org/");
    assert_eq!(
        package["sources"],
        json!([{ "title": "Guide d'essai des leviers (Réseau d'essai, 2019-03)" }])
    );
    let resources = package["resources"].as_array().unwrap();
    assert_eq!(resources.len(), TABLES.len());
    for (resource, name) in resources.iter().zip(TABLES) {
        let path = out.join(resource["path"].as_str().unwrap());
        assert_eq!(resource["bytes"], fs::read(path).unwrap().len());
        let schema = json(&out.join(resource["schema"].as_str().unwrap()));
        assert_eq!([&resource["name"], &schema["name"]], [name, name]);
    }
}
