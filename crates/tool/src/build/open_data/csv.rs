//! A table as CSV: UTF-8, commas, a header line; lists are separated by `|`.

use super::{OutputFile, Table};
use anyhow::{Result, anyhow};
use serde_json::Value;

/// What separates the values of a list.
pub const SEPARATOR: &str = "|";

/// The file.
pub fn file(table: &Table) -> Result<OutputFile> {
    let path = path(table);
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(table.columns.iter().map(|column| column.name))?;
    for row in &table.rows {
        writer.write_record(row.iter().map(|value| harmless(value, cell(value))))?;
    }
    let bytes = writer
        .into_inner()
        .map_err(|error| anyhow!("{path} : {error}"))?;
    Ok(OutputFile { path, bytes })
}

/// `initiatives.csv`.
pub fn path(table: &Table) -> String {
    format!("{}.csv", table.name)
}

/// What a spreadsheet takes for the start of a formula, wide forms included.
const FORMULA: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];

/// A text that a spreadsheet would run gets an apostrophe before it, as spreadsheets themselves write it. Numbers are left alone.
fn harmless(value: &Value, cell: String) -> String {
    let is_text = matches!(value, Value::String(_) | Value::Array(_));
    if is_text && cell.starts_with(FORMULA) {
        format!("'{cell}")
    } else {
        cell
    }
}

fn cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(values) => {
            let cells: Vec<String> = values
                .iter()
                .map(|value| cell(value).replace(SEPARATOR, "/"))
                .collect();
            cells.join(SEPARATOR)
        }
        other => other.to_string(),
    }
}
