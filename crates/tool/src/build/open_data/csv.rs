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
        writer.write_record(row.iter().map(cell))?;
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
