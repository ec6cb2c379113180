//! `leviers stats`: what the content covers, and what it lacks.

mod coverage;
mod gaps;
mod table;

use content::{Content, Gazetteer};
use core::fmt;
use table::CountTable;

/// Counts of a content, to decide what to write next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stats {
    tables: Vec<CountTable>,
}

impl Stats {
    /// Counts a content. Sheets that cannot be read count as sheets, and nowhere else.
    pub fn of(content: &Content, gazetteer: &Gazetteer) -> Self {
        let coverage = [
            coverage::sheets(content),
            coverage::by_document(content),
            coverage::by_lever(content),
            coverage::by_standing(content),
            coverage::by_theme(content),
            coverage::by_region(content, gazetteer),
            coverage::by_status(content),
            coverage::by_precision(content),
        ];
        let tables = coverage.into_iter().chain(gaps::gaps(content));
        Self {
            tables: tables.filter(|table| !table.lines.is_empty()).collect(),
        }
    }
}

/// `{:#}` writes the ids of all the sheets that lack something, `{}` those of short lists.
impl fmt::Display for Stats {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, table) in self.tables.iter().enumerate() {
            if index > 0 {
                writeln!(f)?;
            }
            fmt::Display::fmt(table, f)?;
        }
        Ok(())
    }
}
