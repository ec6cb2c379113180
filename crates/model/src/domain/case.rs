//! What the sheet of a lever tells of those who used it, thought of it or refused it.

use super::{Actor, Certainty, Lever, Population, State};

/// One authority, one initiative: what it did with the lever there, and what came of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Case {
    /// Which lever.
    pub lever: Lever,
    /// Id of the initiative.
    pub initiative: String,
    /// Its name.
    pub name: String,
    /// Who.
    pub actor: Actor,
    /// How many inhabitants the authority has; that of an arm is the first that it acts for.
    pub population: Option<Population>,
    /// Used, considered or declined.
    pub state: State,
    /// The best that the documents say of it.
    pub certainty: Certainty,
    /// What it did; at least one thing.
    pub acts: Vec<Act>,
    /// What came of the initiative.
    pub result: Told,
    /// What got in its way.
    pub obstacle: Told,
}

/// One thing that an authority did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Act {
    /// In one sentence.
    pub how: String,
    /// Euros.
    pub amount: Option<u64>,
    /// Year it was done.
    pub year: Option<u16>,
}

/// What the sheet of an initiative says under a heading, as far as a cell of a table can hold it: its own words, never others.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// The first sentence, when it is short.
    pub first: Option<String>,
    /// Whether the sheet says more.
    pub more: bool,
}
