//! Finds what a visitor types: a commune, an intercommunalité, an address, an initiative, a word.
//!
//! A text becomes [`words`](fold::words), the same for what is typed and for what is looked for. A [`Query`] tells which words may be
//! passed over: those of an address. An [`Index`] holds names, from what the page has and from [`Shard`](model::data::directory::Shard)s
//! fetched as the words require ([`Query::shards`]); [`Index::answers`] ranks them. After the names come the initiatives that only
//! mention what was typed. No browser, no disk.

mod align;
mod answer;
mod distance;
pub mod fold;
mod grade;
mod index;
mod keys;
mod lexicon;
mod mention;
mod query;
mod rank;
mod split;

pub use answer::{Answer, Found, Group, Why};
pub use index::Index;
pub use query::Query;
pub use split::{Directory, split};
