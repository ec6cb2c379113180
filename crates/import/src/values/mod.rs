//! What a cell says: identifiers, amounts, dates, words. Each reading is certain, or asks, or is refused.

pub mod amount;
pub mod calendar;
pub mod date;
pub mod siret;
pub mod words;

use crate::problem::Finding;

/// What was read of a cell: its plain form, and what there is to say of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// The value in the form of the schema; `None` when the cell is kept as it is.
    pub plain: Option<String>,
    /// What there is to say.
    pub finding: Option<Finding>,
}

impl Reading {
    /// Nothing to change, nothing to say.
    pub fn kept() -> Self {
        Self::default()
    }

    /// Another form of the same value, said.
    pub fn read(plain: String, finding: Finding) -> Self {
        Self {
            plain: Some(plain),
            finding: Some(finding),
        }
    }

    /// Kept as it is, and said.
    pub fn said(finding: Finding) -> Self {
        Self {
            plain: None,
            finding: Some(finding),
        }
    }
}
