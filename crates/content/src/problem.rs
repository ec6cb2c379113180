//! What is wrong in the content, and what to do about it.

use super::{Rule, shown::told};
use core::fmt;

/// One thing to correct.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The file, as the reader would open it.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The rule that is not kept.
    pub rule: Rule,
    /// What is wrong, in French.
    pub message: String,
    /// What to do, in French.
    pub remedy: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let warning = if self.rule.is_warning() {
            " (avertissement)"
        } else {
            ""
        };
        writeln!(
            f,
            "{}:{}: [{}]{warning} {}",
            told(&self.file),
            self.line,
            self.rule.id(),
            told(&self.message)
        )?;
        write!(f, "    → {}", told(&self.remedy))
    }
}

/// Every problem of a content folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Problems, by file and line.
    pub problems: Vec<Problem>,
    /// Number of sheets read.
    pub sheets: usize,
}

impl Report {
    /// Adds problems, and keeps the order.
    pub fn extend(&mut self, problems: impl IntoIterator<Item = Problem>) {
        self.problems.extend(problems);
        self.problems.sort();
        self.problems.dedup();
    }

    /// Number of problems that prevent a build.
    pub fn errors(&self) -> usize {
        self.problems.len() - self.warnings()
    }

    /// Number of problems that do not.
    pub fn warnings(&self) -> usize {
        self.problems
            .iter()
            .filter(|problem| problem.rule.is_warning())
            .count()
    }

    fn summary(&self) -> String {
        let sheets = counted(self.sheets, "fiche lue", "fiches lues");
        let warnings = match self.warnings() {
            0 => String::new(),
            count => format!(", {}", counted(count, "avertissement", "avertissements")),
        };
        match self.errors() {
            0 => format!("{sheets} : aucun problème{warnings}."),
            count => format!(
                "{sheets} : {}{warnings}.",
                counted(count, "problème", "problèmes")
            ),
        }
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for problem in &self.problems {
            writeln!(f, "{problem}")?;
        }
        f.write_str(&self.summary())
    }
}

fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count < 2 { one } else { many })
}
