//! What is wrong with a cell, a row or a file, or what was understood of it: a sentence, where, and what to do.

use crate::rule::Rule;
use serde::{Serialize, Serializer};
use std::borrow::Cow;

/// What becomes of the row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Read with certainty, or kept as it is, and said. The row keeps its place.
    Note,
    /// Two readings are possible, or one that only its author can confirm: the row waits.
    Question,
    /// It cannot be read: the row is set aside, or the whole file refused.
    Refusal,
}

/// A problem of a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// The line of a text, the row of a sheet, the rank in JSON, from 1; none when it concerns the whole file.
    pub line: Option<u64>,
    /// The title of the column.
    pub column: Option<String>,
    /// What the file says there.
    pub value: Option<String>,
    /// Which rule.
    pub rule: Rule,
    /// What becomes of the row.
    pub level: Level,
    /// What is the matter, in French.
    pub message: Cow<'static, str>,
    /// What to do, in French.
    pub remedy: Cow<'static, str>,
}

/// A problem before it is known where it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Which rule.
    pub rule: Rule,
    /// What becomes of the row.
    pub level: Level,
    /// What is the matter.
    pub message: Cow<'static, str>,
    /// What to do.
    pub remedy: Cow<'static, str>,
}

/// The most characters of a value that a problem quotes.
const QUOTED: usize = 200;

impl Level {
    /// Whether a row with such a problem is set aside.
    pub fn sets_aside(self) -> bool {
        self != Self::Note
    }

    /// Its word in French.
    pub fn word(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Question => "question",
            Self::Refusal => "refus",
        }
    }
}

impl Finding {
    /// Something that was read with certainty, and has to be said.
    pub fn note(
        rule: Rule,
        message: impl Into<Cow<'static, str>>,
        remedy: impl Into<Cow<'static, str>>,
    ) -> Self {
        Self::new(Level::Note, rule, message.into(), remedy.into())
    }

    /// Something that its author has to decide.
    pub fn question(
        rule: Rule,
        message: impl Into<Cow<'static, str>>,
        remedy: impl Into<Cow<'static, str>>,
    ) -> Self {
        Self::new(Level::Question, rule, message.into(), remedy.into())
    }

    /// Something that cannot be read.
    pub fn refusal(
        rule: Rule,
        message: impl Into<Cow<'static, str>>,
        remedy: impl Into<Cow<'static, str>>,
    ) -> Self {
        Self::new(Level::Refusal, rule, message.into(), remedy.into())
    }

    fn new(
        level: Level,
        rule: Rule,
        message: Cow<'static, str>,
        remedy: Cow<'static, str>,
    ) -> Self {
        Self {
            rule,
            level,
            message,
            remedy,
        }
    }

    /// Of a cell.
    pub fn at(self, line: u64, column: &str, value: &str) -> Problem {
        Problem {
            line: Some(line),
            column: Some(column.to_owned()),
            value: Some(quoted(value)),
            ..self.of_file()
        }
    }

    /// Of a row.
    pub fn of_row(self, line: u64) -> Problem {
        Problem {
            line: Some(line),
            ..self.of_file()
        }
    }

    /// Of the whole file.
    pub fn of_file(self) -> Problem {
        Problem {
            line: None,
            column: None,
            value: None,
            rule: self.rule,
            level: self.level,
            message: self.message,
            remedy: self.remedy,
        }
    }
}

/// A value as it is quoted: cut when it is long.
fn quoted(value: &str) -> String {
    match value.char_indices().nth(QUOTED) {
        Some((at, _)) => format!("{}…", value.get(..at).unwrap_or_default()),
        None => value.to_owned(),
    }
}

impl Serialize for Level {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.word())
    }
}
