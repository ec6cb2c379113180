//! `initiatives.csv`: UTF-8, commas, a header line; lists are separated by `|`.

use super::{OutputFile, open_data::Row};
use anyhow::{Result, anyhow};
use serde_json::Value;

const SEPARATOR: &str = "|";

/// The file.
pub fn file(rows: &[Row]) -> Result<OutputFile> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    if let Some(row) = rows.first() {
        writer.write_record(row.fields.iter().map(|(name, _)| name))?;
    }
    for row in rows {
        writer.write_record(row.fields.iter().map(|(_, value)| cell(value)))?;
    }
    let bytes = writer
        .into_inner()
        .map_err(|error| anyhow!("initiatives.csv : {error}"))?;
    Ok(OutputFile {
        path: "initiatives.csv".to_owned(),
        bytes,
    })
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
