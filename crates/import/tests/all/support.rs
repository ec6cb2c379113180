//! The gazetteer, and imports told as JSON.

use content::Gazetteer;
use flate2::read::GzDecoder;
use import::{Import, Options, Summary, open};
use serde_json::Value;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

pub static GAZETTEER: LazyLock<Gazetteer> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../geodata");
    let read = |name: &str| GzDecoder::new(File::open(root.join(name)).unwrap());
    Gazetteer::read(read("gazetteer.tsv.gz"), read("territories.json.gz")).unwrap()
});

pub fn fixture(name: &str) -> Vec<u8> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures")
        .join(name);
    fs::read(path).unwrap()
}

/// The summary of a file, as programs read it.
pub fn summary(bytes: &[u8]) -> Value {
    summary_with(bytes, &Options::default())
}

pub fn summary_with(bytes: &[u8], options: &Options) -> Value {
    let opened = match open(bytes) {
        Ok(opened) => opened,
        Err(problem) => return serde_json::to_value(Summary::refused(None, &problem)).unwrap(),
    };
    match Import::of(&opened, options, &GAZETTEER) {
        Ok(import) => serde_json::to_value(Summary::of(&import)).unwrap(),
        Err(problem) => serde_json::to_value(Summary::refused(None, &problem)).unwrap(),
    }
}

/// Rows read, placed, set aside and blank.
pub fn counts(summary: &Value) -> [u64; 4] {
    ["rows_read", "rows_placed", "rows_set_aside", "rows_blank"]
        .map(|key| summary[key].as_u64().unwrap())
}

/// The problems of a rule: level, line, value and message.
pub fn of_rule(summary: &Value, rule: &str) -> Vec<(String, u64, String, String)> {
    let problems = summary["problems"].as_array().unwrap();
    let found = problems.iter().filter(|problem| problem["rule"] == rule);
    found
        .map(|problem| {
            let text = |key: &str| problem[key].as_str().unwrap_or_default().to_owned();
            (
                text("level"),
                problem["line"].as_u64().unwrap_or_default(),
                text("value"),
                text("message"),
            )
        })
        .collect()
}

/// Levels and lines of the problems of a rule.
pub fn lines(summary: &Value, rule: &str) -> Vec<(String, u64)> {
    of_rule(summary, rule)
        .into_iter()
        .map(|(level, line, ..)| (level, line))
        .collect()
}

/// Pairs as [`lines`] gives them.
pub fn at(expected: &[(&str, u64)]) -> Vec<(String, u64)> {
    expected
        .iter()
        .map(|(level, line)| ((*level).to_owned(), *line))
        .collect()
}
