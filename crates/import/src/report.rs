//! The report that people read: figures, then problems by rule, the gravest first.

use crate::import::Import;
use crate::problem::{Level, Problem};
use crate::rule::Rule;
use crate::table::Format;
use content::points::grouped;
use content::shown::told;
use core::fmt;

/// How many problems of a rule are told in full.
const SHOWN: usize = 5;

/// Problems, told by rule.
#[derive(Clone, Copy, Debug)]
pub struct Report<'a> {
    /// The problems.
    pub problems: &'a [Problem],
    /// The format, which has its word for a line.
    pub format: Option<Format>,
}

impl<'a> Report<'a> {
    /// Of an import.
    pub fn of(import: &'a Import<'_>) -> Self {
        Self {
            problems: &import.problems,
            format: Some(import.table.format),
        }
    }
}

impl fmt::Display for Report<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let headings = [
            (Level::Refusal, "À corriger"),
            (Level::Question, "À confirmer"),
            (Level::Note, "À savoir"),
        ];
        for (level, heading) in headings {
            for rule in Rule::ALL {
                let of_rule = |problem: &&Problem| problem.level == level && problem.rule == *rule;
                let found: Vec<&Problem> = self.problems.iter().filter(of_rule).collect();
                if found.is_empty() {
                    continue;
                }
                writeln!(
                    f,
                    "{heading} : {} ({}, {})",
                    rule.title(),
                    rule.id(),
                    grouped(found.len())
                )?;
                for problem in found.iter().take(SHOWN) {
                    self.one(problem, f)?;
                }
                match found.len().saturating_sub(SHOWN) {
                    0 => {}
                    1 => writeln!(f, "  … et une autre.")?,
                    more => writeln!(f, "  … et {} autres.", grouped(more))?,
                }
            }
        }
        Ok(())
    }
}

impl Report<'_> {
    fn one(&self, problem: &Problem, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let line_word = self.format.map_or("ligne", Format::line_word);
        let mut place = Vec::new();
        place.extend(problem.line.map(|line| format!("{line_word} {line}")));
        place.extend(
            problem
                .column
                .as_ref()
                .map(|column| format!("colonne « {column} »")),
        );
        place.extend(problem.value.as_ref().map(|value| format!("« {value} »")));
        let place = if place.is_empty() {
            String::new()
        } else {
            format!("{} : ", place.join(", "))
        };
        writeln!(f, "  {}", told(&format!("{place}{}", problem.message)))?;
        writeln!(f, "    → {}", told(&problem.remedy))
    }
}
