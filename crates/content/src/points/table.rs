//! A table as it comes, with one separator or another.

use super::PointsRequest;
use super::columns::{self, Found};
use anyhow::{Context, Result, bail};

/// What separates columns, the likeliest last.
const SEPARATORS: [u8; 3] = [b'\t', b',', b';'];

/// A table whose first line is read.
pub struct PointTable<'a> {
    pub(super) reader: csv::Reader<&'a [u8]>,
    pub(super) columns: Found,
    /// How many columns the first line has.
    pub(super) width: usize,
    pub(super) separator: u8,
}

impl<'a> PointTable<'a> {
    /// Reads the titles of the columns, and finds those that matter.
    pub fn open(text: &'a [u8], request: &PointsRequest) -> Result<Self> {
        let text = text.strip_prefix(b"\xef\xbb\xbf").unwrap_or(text);
        let first = text.split(|&byte| byte == b'\n').next().unwrap_or_default();
        let separator = separator(first);
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(separator)
            .flexible(true)
            .from_reader(text);
        let headers = reader.byte_headers().context("première ligne illisible")?;
        let titles: Vec<String> = headers.iter().map(title).collect();
        if titles.iter().all(String::is_empty) {
            bail!("le fichier est vide : sa première ligne doit porter les titres des colonnes");
        }
        let columns = columns::find(&titles, &request.columns, request.synthetic)?;
        let width = titles.len();
        Ok(Self {
            reader,
            columns,
            width,
            separator,
        })
    }
}

fn title(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).trim().to_owned()
}

/// The separator that comes most often in the first line.
fn separator(first: &[u8]) -> u8 {
    let count = |separator: &u8| first.iter().filter(|byte| *byte == separator).count();
    SEPARATORS.into_iter().max_by_key(count).unwrap_or(b',')
}
