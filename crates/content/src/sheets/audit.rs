//! `audit.toml`: what an audit of accessibility found, criterion by criterion.

use super::{Conformity, Verdict};
use crate::Rule;
use crate::reading::{At, Fields, SourceFile, VERDICT, read_toml};

/// How many criteria each theme of the RGAA 4.1 has.
const THEMES: [usize; 13] = [9, 2, 3, 13, 8, 2, 5, 10, 4, 14, 13, 11, 12];

/// An audit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Audit {
    /// The standard and its version.
    pub standard: String,
    /// When it was done, in words.
    pub date: String,
    /// Who did it.
    pub auditor: String,
    /// What the site is made with.
    pub technologies: Vec<String>,
    /// Browsers and screen readers.
    pub environments: Vec<String>,
    /// What measured.
    pub tools: Vec<String>,
    /// What could not be tried.
    pub untried: Vec<String>,
    /// The pages and states.
    pub states: Vec<State>,
    /// Every criterion, in the order of the standard.
    pub criteria: Vec<Criterion>,
}

/// A page, or a state of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct State {
    /// Short name, which criteria cite.
    pub id: String,
    /// What it is.
    pub name: String,
    /// Its address, from the root of the site.
    pub address: String,
}

/// A criterion, and what was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Criterion {
    /// Theme and rank: « 10.4 ».
    pub number: String,
    /// What it asks for.
    pub title: String,
    /// What was found.
    pub verdict: Verdict,
    /// The states that it was found in, or all.
    pub states: Vec<String>,
    /// What was done and seen.
    pub evidence: String,
    /// What visitors meet, and why it is not mended yet.
    pub reason: Option<String>,
}

impl Audit {
    /// The criteria of which this was found.
    pub fn of(&self, verdict: Verdict) -> impl Iterator<Item = &Criterion> {
        let all = self.criteria.iter();
        all.filter(move |criterion| criterion.verdict == verdict)
    }

    /// Criteria respected among those that apply, in thousandths, rounded down.
    pub fn rate(&self) -> usize {
        let [conform, failed] =
            [Verdict::Conform, Verdict::Failed].map(|verdict| self.of(verdict).count());
        (conform * 1000)
            .checked_div(conform + failed)
            .unwrap_or_default()
    }

    /// What the statement may say.
    pub fn conformity(&self) -> Conformity {
        match self.rate() {
            1000 => Conformity::Full,
            500.. => Conformity::Partial,
            _ => Conformity::None,
        }
    }
}

/// Reads the file. `said`: the state of conformity that the pages of the site show.
pub fn read_audit(file: &SourceFile, said: Conformity) -> Audit {
    read_toml(file, (&file.text, 0), |fields| {
        let texts = |key| fields.texts(key).into_iter().map(|at| at.value).collect();
        let audit = Audit {
            standard: fields.text("standard").unwrap_or_default(),
            date: fields.text("date").unwrap_or_default(),
            auditor: fields.text("auditor").unwrap_or_default(),
            technologies: texts("technologies"),
            environments: texts("environments"),
            tools: texts("tools"),
            untried: texts("untried"),
            states: fields.tables("states", read_state),
            criteria: fields.tables("criteria", read_criterion),
        };
        check(fields, &audit, said);
        audit
    })
}

fn read_state(fields: &Fields<'_>) -> Option<State> {
    Some(State {
        id: fields.text("id")?,
        name: fields.text("name")?,
        address: fields.text("address")?,
    })
}

fn read_criterion(fields: &Fields<'_>) -> Option<Criterion> {
    let verdict = fields.choice("verdict", &VERDICT);
    let reason = fields.text_if_any("reason");
    if (verdict == Some(Verdict::Failed)) != reason.is_some() {
        fields.problem(
            "reason",
            Rule::Audit,
            "Un critère non conforme a une raison, les autres n'en ont pas.",
            "Écrivez reason = … là où verdict = \"NC\", et seulement là.",
        );
    }
    let texts = fields.texts("states").into_iter();
    Some(Criterion {
        number: fields.text("number")?,
        title: fields.text("title")?,
        verdict: verdict?,
        states: texts.map(|At { value, .. }| value).collect(),
        evidence: fields.text("evidence")?,
        reason,
    })
}

/// Every criterion once and in order, states that exist, and pages that say the same.
fn check(fields: &Fields<'_>, audit: &Audit, said: Conformity) {
    let problem = |message: String, remedy: &str| {
        fields.problem("criteria", Rule::Audit, message, remedy);
    };
    let expected = (1..).zip(THEMES);
    let expected: Vec<String> = expected
        .flat_map(|(theme, count)| (1..=count).map(move |rank| format!("{theme}.{rank}")))
        .collect();
    let found = audit.criteria.iter().map(|criterion| &criterion.number);
    let stray = found
        .clone()
        .zip(&expected)
        .find(|(found, expected)| found != expected);
    if let Some((found, expected)) = stray {
        problem(
            format!("Le critère {found} est là où l'on attend {expected}."),
            "Écrivez les 106 critères dans l'ordre, chacun une fois.",
        );
    } else if found.count() != expected.len() {
        problem(
            format!("Il y a {} critères lisibles.", audit.criteria.len()),
            "Écrivez les 106 critères du RGAA 4.1, chacun une fois.",
        );
    }
    let states = audit
        .criteria
        .iter()
        .flat_map(|criterion| &criterion.states);
    let is_known = |id: &&String| audit.states.iter().any(|state| state.id == **id);
    if let Some(id) = states.clone().find(|id| !is_known(id)) {
        problem(
            format!("« {id} » n'est pas un état de cet audit."),
            "Corrigez-le, ou ajoutez une table [[states]].",
        );
    }
    let shown = audit.conformity();
    if shown != said {
        problem(
            format!(
                "Les pages disent « {} », l'audit donne « {} ».",
                said.id(),
                shown.id()
            ),
            "Corrigez accessibility dans site.toml.",
        );
    }
}
