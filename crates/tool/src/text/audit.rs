//! What the accessibility statement says of an audit, in French; and the grid of the audit, in Markdown.

use content::sheets::{Audit, Conformity, Criterion, Verdict};
use std::fmt::Write as _;

/// Headings of the statement, as its model has them.
pub const STATE: &str = "État de conformité";
pub const RESULTS: &str = "Résultats des tests";
pub const FAILURES: &str = "Contenus non accessibles";
pub const ESTABLISHED: &str = "Établissement de cette déclaration";
/// Before the failures, when there are none.
pub const NO_FAILURE: &str = "L’audit n’a relevé aucune non-conformité.";
/// Before them.
pub const FAILED: &str = "Non-conformités";
/// What was not audited by hand or by ear.
pub const UNTRIED: &str = "Ce qui n’a pas pu être essayé";
/// Headings of the last section.
pub const LISTS: [&str; 4] = [
    "Technologies utilisées",
    "Environnement de test",
    "Outils",
    "Pages et états vérifiés",
];

/// The state of conformity, in words.
pub fn state(audit: &Audit) -> String {
    let standard = &audit.standard;
    match audit.conformity() {
        Conformity::Full => format!(
            "Ce site est totalement conforme au référentiel général d’amélioration de l’accessibilité ({standard})."
        ),
        Conformity::Partial => format!(
            "Ce site est partiellement conforme au référentiel général d’amélioration de l’accessibilité ({standard}), en raison des non-conformités énumérées ci-dessous."
        ),
        Conformity::None => format!(
            "Ce site n’est pas conforme au référentiel général d’amélioration de l’accessibilité ({standard}). Les non-conformités sont énumérées ci-dessous."
        ),
    }
}

/// How much of the standard is respected.
pub fn results(audit: &Audit) -> String {
    let [conform, failed, other] = [Verdict::Conform, Verdict::Failed, Verdict::NotApplicable]
        .map(|one| audit.of(one).count());
    format!(
        "L’audit, fait en {} par {}, révèle que {}\u{a0}% des critères applicables sont respectés\u{a0}: {conform} sur {}. Les {other} autres critères du référentiel ne s’appliquent pas. La carte elle-même est auditée comme le reste, sans l’exemption que la loi permet.",
        audit.date,
        audit.auditor,
        percent(audit.rate()),
        conform + failed,
    )
}

/// When the statement was made.
pub fn established(audit: &Audit) -> String {
    format!(
        "Cette déclaration a été établie en {}. Elle est à revoir après un changement important du site, et au plus tard au bout de trois ans.",
        audit.date
    )
}

/// A criterion that is not respected: its title and why.
pub fn failure(criterion: &Criterion) -> String {
    let reason = criterion.reason.as_deref().unwrap_or_default();
    format!("Critère {}. {}", criterion.number, reason)
}

/// « 98,4 » of 984.
fn percent(thousandths: usize) -> String {
    match (thousandths / 10, thousandths % 10) {
        (whole, 0) => whole.to_string(),
        (whole, tenths) => format!("{whole},{tenths}"),
    }
}

/// The names of the themes.
const THEME_NAMES: [&str; 13] = [
    "Images",
    "Cadres",
    "Couleurs",
    "Multimédia",
    "Tableaux",
    "Liens",
    "Scripts",
    "Éléments obligatoires",
    "Structuration de l’information",
    "Présentation de l’information",
    "Formulaires",
    "Navigation",
    "Consultation",
];

/// The grid as a document: `docs/ACCESSIBILITY-AUDIT.md`.
pub fn grid(audit: &Audit) -> String {
    let mut text = format!(
        "# The audit of accessibility\n\nWritten from `content/audit.toml`, which also gives the public statement (`/accessibilite/`):\n\n    LEVIERS_UPDATE_GOLDEN=1 cargo test --profile tool -p leviers-tool --test content audit\n\nC: conform. NC: not conform. NA: not applicable. The measures are repeated by `node --test tests/browser/audit.test.mjs`.\n\n{}\n\n{}\n",
        state(audit),
        results(audit)
    );
    let list = |heading: &str, items: &[String]| {
        let items: String = items.iter().map(|item| format!("- {item}\n")).collect();
        format!("\n## {heading}\n\n{items}")
    };
    let [technologies, environments, tools, states] = LISTS;
    text.push_str(&list(technologies, &audit.technologies));
    text.push_str(&list(environments, &audit.environments));
    text.push_str(&list(tools, &audit.tools));
    text.push_str(&list(UNTRIED, &audit.untried));
    let all: Vec<String> = audit
        .states
        .iter()
        .map(|state| format!("`{}`\u{a0}: {}, `{}`", state.id, state.name, state.address))
        .collect();
    text.push_str(&list(states, &all));
    for (theme, name) in (1..).zip(THEME_NAMES) {
        let prefix = format!("{theme}.");
        let _ = write!(
            text,
            "\n## {theme}. {name}\n\n| critère | constat | états | ce qui a été fait et vu |\n| --- | --- | --- | --- |\n"
        );
        let own = audit.criteria.iter();
        for criterion in own.filter(|criterion| criterion.number.starts_with(&prefix)) {
            text.push_str(&row(criterion));
        }
    }
    text
}

fn row(criterion: &Criterion) -> String {
    let Criterion {
        number,
        title,
        verdict,
        states,
        evidence,
        reason,
    } = criterion;
    let states = match (verdict, states.as_slice()) {
        (Verdict::NotApplicable, _) => "–".to_owned(),
        (_, []) => "tous".to_owned(),
        (_, some) => some.join(", "),
    };
    let reason = reason.as_ref();
    let reason = reason.map_or_else(String::new, |reason| format!(" **Raison\u{a0}:** {reason}"));
    format!(
        "| {number} {title} | {} | {states} | {evidence}{reason} |\n",
        verdict.id()
    )
}
