//! Every reference gives lines that its document has.

use super::DocumentTexts;
use crate::reading::{Citation, Notes, line_of};
use crate::{Problem, Rule};

/// The references of a sheet that cannot be followed.
pub fn check(path: &str, text: &str, notes: &Notes, texts: &DocumentTexts) -> Vec<Problem> {
    let problem = |citation: &Citation, (rule, message, remedy): (Rule, String, String)| Problem {
        file: path.to_owned(),
        line: line_of(text, citation.at),
        rule,
        message,
        remedy,
    };
    notes
        .citations
        .iter()
        .filter_map(|citation| {
            let document = texts.get(&citation.document)?;
            Some(problem(citation, fault(citation, document)?))
        })
        .collect()
}

fn fault(citation: &Citation, document: &str) -> Option<(Rule, String, String)> {
    let id = &citation.document;
    let Some((_, last)) = citation.lines else {
        return Some((
            Rule::NoLines,
            format!("La référence au document « {id} » ne donne pas de lignes."),
            "Ajoutez lines = [première, dernière] : les lignes du texte qui le disent.".to_owned(),
        ));
    };
    let count = document.lines().count();
    (last > count).then(|| {
        (
            Rule::LinesOutOfDocument,
            format!("Le document « {id} » n'a que {count} lignes : la ligne {last} n'existe pas."),
            "Corrigez lines, ou le document.".to_owned(),
        )
    })
}
