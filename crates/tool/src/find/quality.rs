//! How often the right answer comes first, on a table of cases.
//!
//! Two kinds of table, comma-separated, told apart by their header. `query,expected_city,expected_postcode` are real inputs of an address
//! box: the commune must be among the first three answers. `query,expected` are ours: one of the ids, separated by `|`, comes first.

use super::session::{Reply, Session};
use super::show::{id, is_commune};
use anyhow::{Context, Result};
use core::fmt;
use find::Answer;
use serde::Deserialize;

/// Among how many answers the commune of an address is looked for.
const AMONG: usize = 3;

/// A table of cases.
pub struct Cases(Vec<Case>);

struct Case {
    query: String,
    expected: Expected,
}

enum Expected {
    First(String),
    City { name: String, postcode: String },
}

#[derive(Deserialize)]
struct Row {
    query: String,
    expected: Option<String>,
    expected_city: Option<String>,
    expected_postcode: Option<String>,
}

/// What came of a table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Quality {
    /// Cases.
    pub total: usize,
    /// Each miss: what was typed, what was expected, what came.
    pub misses: Vec<(String, String, Vec<String>)>,
    /// The slowest answer, in microseconds.
    pub slowest: u128,
    /// Shards fetched, in all.
    pub fetched: usize,
}

impl Cases {
    /// Reads a table.
    ///
    /// # Errors
    /// When it is not a table of cases.
    pub fn read(bytes: &[u8]) -> Result<Self> {
        let mut reader = csv::Reader::from_reader(bytes);
        let rows = reader.deserialize().map(|row| {
            let row: Row = row.context("ce n'est pas une table de cas")?;
            let expected = match row.expected {
                Some(first) => Expected::First(first),
                None => Expected::City {
                    name: row.expected_city.unwrap_or_default(),
                    postcode: row.expected_postcode.unwrap_or_default(),
                },
            };
            let query = row.query;
            Ok(Case { query, expected })
        });
        Ok(Self(rows.collect::<Result<_>>()?))
    }

    /// Asks all of it.
    ///
    /// # Errors
    /// When a shard cannot be read.
    pub fn ask(&self, session: &Session) -> Result<Quality> {
        let mut quality = Quality {
            total: self.0.len(),
            ..Quality::default()
        };
        for case in &self.0 {
            let reply = session.ask(&case.query)?;
            quality.slowest = quality.slowest.max(reply.took.as_micros());
            quality.fetched += reply.fetched.len();
            if !case.expected.is_met(&reply) {
                let came = answers(&reply)
                    .take(AMONG)
                    .map(|answer| format!("{} [{}]", answer.name, id(&answer.found)));
                quality
                    .misses
                    .push((case.query.clone(), case.expected.told(), came.collect()));
            }
        }
        Ok(quality)
    }
}

fn answers(reply: &Reply) -> impl Iterator<Item = &Answer> {
    reply.groups.iter().flat_map(|(_, answers)| answers)
}

impl Expected {
    fn is_met(&self, reply: &Reply) -> bool {
        match self {
            Self::First(ids) => answers(reply)
                .next()
                .is_some_and(|first| ids.split('|').any(|expected| expected == id(&first.found))),
            Self::City { name, postcode } => {
                // « 5560 » is « 05560 » that went through a spreadsheet.
                let postcode = format!("{postcode:0>5}");
                let communes = answers(reply)
                    .filter(|answer| is_commune(&answer.found))
                    .take(AMONG);
                communes.into_iter().any(|answer| {
                    let named =
                        name.is_empty() || find::fold::fold(&answer.name) == find::fold::fold(name);
                    let placed = postcode == "00000"
                        || postcode
                            .parse()
                            .is_ok_and(|code| answer.postcodes.contains(&code));
                    named && placed
                })
            }
        }
    }

    fn told(&self) -> String {
        match self {
            Self::First(ids) => ids.clone(),
            Self::City { name, postcode } => format!("{name} {postcode}"),
        }
    }
}

impl Quality {
    /// The share of cases that are met, 0 to 1.
    pub fn share(&self) -> f64 {
        1.0 - self.misses.len() as f64 / self.total.max(1) as f64
    }
}

impl fmt::Display for Quality {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (query, expected, came) in &self.misses {
            writeln!(
                f,
                "« {query} » : attendu {expected} ; venu {}",
                came.join(" ; ")
            )?;
        }
        let met = self.total - self.misses.len();
        write!(
            f,
            "{met} sur {} ({:.1} %), {:.1} morceaux par question, au plus {} µs",
            self.total,
            100.0 * self.share(),
            self.fetched as f64 / self.total.max(1) as f64,
            self.slowest
        )
    }
}
