//! A visitor's box: it has what a page would have, and fetches as a page would.

use super::names::{named, said};
use anyhow::{Context, Result};
use content::Content;
use find::{Answer, Directory, Group, Index, Query};
use model::Lang;
use model::data::directory::Shard;
use std::collections::{BTreeMap, BTreeSet};
use std::time::{Duration, Instant};

/// The names that were fetched, and those that can be.
pub struct Session {
    fresh: Index,
    files: BTreeMap<String, Vec<u8>>,
}

/// What came of a text.
pub struct Reply {
    /// The answers, by group.
    pub groups: Vec<(Group, Vec<Answer>)>,
    /// Keys of the shards that were fetched for it.
    pub fetched: Vec<String>,
    /// How long the answer took, once they were there.
    pub took: Duration,
    /// Names that were compared.
    pub names: usize,
}

impl Session {
    /// From the files, as the browser reads them.
    ///
    /// # Errors
    /// When a shard cannot be written or read.
    pub fn new(content: &Content, directory: &Directory) -> Result<Self> {
        let encoded = |(key, shard): (&String, &Shard)| {
            Ok((key.clone(), shard.encode().with_context(|| key.clone())?))
        };
        let first = directory.first.encode().context("first.bin")?;
        let mut fresh = Index::default();
        fresh.add(Shard::decode(&first)?);
        fresh.add_named(named(content, Lang::Fr));
        fresh.add_named(said(content));
        Ok(Self {
            fresh,
            files: directory
                .others
                .iter()
                .map(encoded)
                .collect::<Result<_>>()?,
        })
    }

    /// The answers to a text, for somebody who has typed nothing before.
    ///
    /// # Errors
    /// When a shard cannot be read.
    pub fn ask(&self, text: &str) -> Result<Reply> {
        let mut index = self.fresh.clone();
        let query = Query::new(text);
        let fetched: BTreeSet<String> = query.shards(index.keys()).into_iter().collect();
        for key in &fetched {
            if let Some(file) = self.files.get(key) {
                index.add(Shard::decode(file)?);
            }
        }
        let start = Instant::now();
        let groups = index.answers(&query);
        Ok(Reply {
            groups,
            took: start.elapsed(),
            names: index.len(),
            fetched: fetched.into_iter().collect(),
        })
    }
}
