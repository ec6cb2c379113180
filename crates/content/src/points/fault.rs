//! The rows of a table that are set aside: the first few in full, each kind once, the others counted.

use crate::shown::told;
use core::fmt;
use model::text::numbers;

/// How many faults are told in full.
const SHOWN: usize = 20;

/// How many lines are named of a fault that several rows have.
const LINES: usize = 5;

/// Why a row is left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble {
    /// What is wrong, in French.
    pub what: String,
    /// What to do, in French.
    pub remedy: String,
}

/// A fault, and the rows that have it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Told {
    trouble: Trouble,
    /// The first lines.
    lines: Vec<u64>,
    rows: usize,
}

/// The rows that are wrong: the first faults, and how many rows in all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Faults {
    file: String,
    first: Vec<Told>,
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
        self.total += 1;
        let known = self.first.iter_mut().find(|told| told.trouble == trouble);
        if let Some(told) = known {
            told.rows += 1;
            if told.lines.len() < LINES {
                told.lines.push(line);
            }
        } else if self.first.len() < SHOWN {
            self.first.push(Told {
                trouble,
                lines: vec![line],
                rows: 1,
            });
        }
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
        for told_once in &self.first {
            let Trouble { what, remedy } = &told_once.trouble;
            let line = told_once.lines.first().copied().unwrap_or_default();
            writeln!(f, "{}:{line}: {}", told(&self.file), told(what))?;
            writeln!(f, "    → {}", told(remedy))?;
            if told_once.rows > 1 {
                writeln!(f, "    {}", also(told_once))?;
            }
        }
        let told: usize = self.first.iter().map(|told| told.rows).sum();
        match self.total.saturating_sub(told) {
            0 => Ok(()),
            1 => writeln!(f, "… et une autre ligne à corriger."),
            more => writeln!(f, "… et {} autres lignes à corriger.", grouped(more)),
        }
    }
}

/// « De même lignes 4, 5, 6, 7 et 1 230 autres. »
fn also(told: &Told) -> String {
    let others = told.lines.get(1..).unwrap_or_default();
    let lines: Vec<String> = others.iter().map(u64::to_string).collect();
    let plural = if told.rows > 2 { "s" } else { "" };
    let more = match told.rows - 1 - others.len() {
        0 => String::new(),
        1 => " et une autre".to_owned(),
        more => format!(" et {} autres", grouped(more)),
    };
    format!("De même ligne{plural} {}{more}.", lines.join(", "))
}

/// « 12 345 ».
pub fn grouped(count: usize) -> String {
    numbers::grouped(count as f64, '\u{202f}', ',')
}
