//! CSV that no spreadsheet runs.

use anyhow::{Result, anyhow};
use content::points::number;

/// What a spreadsheet takes for the start of a formula, wide forms included.
const FORMULA: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];

/// A text as a cell: one that a spreadsheet would run gets an apostrophe before it. Numbers are left alone.
pub fn harmless(text: &str) -> String {
    match text.starts_with(FORMULA) && number(text).is_none() {
        true => format!("'{text}"),
        false => text.to_owned(),
    }
}

/// The bytes of rows of cells.
///
/// # Errors
/// When rows are not all of one width.
pub fn bytes<'a, R>(rows: impl IntoIterator<Item = R>) -> Result<Vec<u8>>
where
    R: IntoIterator<Item = std::borrow::Cow<'a, str>>,
{
    let mut writer = csv::Writer::from_writer(Vec::new());
    for row in rows {
        let cells = row.into_iter().map(|cell| harmless(&cell));
        writer.write_record(cells)?;
    }
    writer.into_inner().map_err(|error| anyhow!("{error}"))
}

#[cfg(test)]
mod tests {
    use super::harmless;

    #[test]
    fn formulas_are_texts_and_numbers_stay() {
        for (text, expected) in [
            ("=1+1", "'=1+1"),
            ("+33 association", "'+33 association"),
            ("-10 % pour tous", "'-10 % pour tous"),
            ("@collectif", "'@collectif"),
            ("＝1", "'＝1"),
            ("-1.55", "-1.55"),
            ("-1,55", "-1,55"),
            ("+3", "+3"),
            ("texte", "texte"),
        ] {
            assert_eq!(harmless(text), expected);
        }
    }
}
