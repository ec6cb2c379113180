//! Notes of one rule, in a file that has hundreds of thousands: the first are told one by one, the others counted.

use crate::problem::{Finding, Level, Problem};
use crate::rule::Rule;
use content::points::grouped;
use std::collections::BTreeMap;

/// The most notes of a rule that are told one by one. Each takes some hundred bytes, and nobody reads so many. What sets a row aside is
/// always told.
const MOST: usize = 100_000;

/// Counts the notes of each rule.
#[derive(Default)]
pub struct Notes(BTreeMap<Rule, usize>);

impl Notes {
    /// Whether a problem is told.
    pub fn take(&mut self, problem: &Problem) -> bool {
        if problem.level != Level::Note {
            return true;
        }
        let count = self.0.entry(problem.rule).or_default();
        *count += 1;
        *count <= MOST
    }

    /// How many notes were not told, by rule.
    pub fn untold(self) -> impl Iterator<Item = Problem> {
        let untold = self.0.into_iter().filter(|(_, count)| *count > MOST);
        untold.map(|(rule, count)| {
            let more = match count - MOST {
                1 => "une autre cellule".to_owned(),
                more => format!("{} autres cellules", grouped(more)),
            };
            Finding::note(
                rule,
                format!("{more} de même : seules les premières sont dites une à une"),
                "la règle est la même ; pour les lire toutes, découpez le fichier",
            )
            .of_file()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_told_is_counted_and_refusals_always_are() {
        let note = Finding::note(Rule::Date, "a", "b").of_row(1);
        let refusal = Finding::refusal(Rule::Date, "a", "b").of_row(1);
        let mut notes = Notes::default();
        let told = (0..MOST + 7).filter(|_| notes.take(&note)).count();
        assert!((0..MOST + 7).all(|_| notes.take(&refusal)));
        assert_eq!(told, MOST);
        let untold: Vec<Problem> = notes.untold().collect();
        assert_eq!(untold.len(), 1);
        assert!(untold[0].message.starts_with("7 autres"));
    }
}
