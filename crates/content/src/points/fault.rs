//! The wrong rows of a table: the first few in full, the others counted.

use core::fmt;
use model::text::numbers;

/// How many rows are reported in full.
const SHOWN: usize = 20;

/// Why a row is left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble {
    /// What is wrong, in French.
    pub what: String,
    /// What to do, in French.
    pub remedy: String,
}

/// The rows that are wrong: the first of them, and how many.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Faults {
    file: String,
    first: Vec<(u64, Trouble)>,
    total: usize,
}

impl Trouble {
    /// Of these words.
    pub fn new(what: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self {
            what: what.into(),
            remedy: remedy.into(),
        }
    }
}

impl Faults {
    /// One more, at a line of the file from 1.
    pub fn push(&mut self, line: u64, trouble: Trouble) {
        if self.total < SHOWN {
            self.first.push((line, trouble));
        }
        self.total += 1;
    }

    /// How many rows are wrong.
    pub fn total(&self) -> usize {
        self.total
    }

    /// In the file of this name.
    pub fn of_file(self, file: &str) -> Self {
        let file = file.to_owned();
        Self { file, ..self }
    }
}

impl fmt::Display for Faults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (line, Trouble { what, remedy }) in &self.first {
            writeln!(f, "{}:{line}: {what}\n    → {remedy}", self.file)?;
        }
        match self.total - self.first.len() {
            0 => Ok(()),
            more => writeln!(f, "… et {} autres lignes à corriger.", grouped(more)),
        }
    }
}

/// « 12 345 ».
pub fn grouped(count: usize) -> String {
    numbers::grouped(count as f64, '\u{202f}', ',')
}
