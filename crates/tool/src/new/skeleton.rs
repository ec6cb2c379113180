//! The skeleton of a sheet: every field explained, those to fill empty, the others commented.

use super::lists::{certainty, explained, headings, ids, lever, other_actors, precision, state};
use content::sheets::{SHORT, SUMMARY_LIMIT};
use model::Lang;
use model::domain::{
    AuthorityKind, Certainty, Heading, LegalForm, Lever, Precision, Role, State, Status,
    TargetKind, Theme,
};
use model::text::Texts;

/// The skeleton of a sheet with this name; `None` for a kind that editors do not add to.
pub fn skeleton(kind: TargetKind, name: &str) -> Option<String> {
    match kind {
        TargetKind::Initiative => Some(filled(include_str!("initiative.md"), &initiative(name))),
        TargetKind::Authority => Some(filled(include_str!("authority.md"), &authority(name))),
        TargetKind::Lever
        | TargetKind::Theme
        | TargetKind::Recommendation
        | TargetKind::Territory => None,
    }
}

/// What takes the place of `{{key}}`.
type Parts = Vec<(&'static str, String)>;

fn filled(template: &str, parts: &Parts) -> String {
    let fill =
        |text: String, (key, part): &(&str, String)| text.replace(&format!("{{{{{key}}}}}"), part);
    parts.iter().fold(template.to_owned(), fill)
}

fn initiative(name: &str) -> Parts {
    vec![
        ("name", quoted(name)),
        ("summary_limit", SUMMARY_LIMIT.to_string()),
        ("short", SHORT.to_string()),
        ("status", ids(Status::ALL, Status::id)),
        ("legal_form", ids(LegalForm::ALL, LegalForm::id)),
        ("theme", ids(Theme::ALL, Theme::id)),
        (
            "precision",
            explained(Precision::ALL, Precision::id, precision),
        ),
        ("role", ids(Role::ALL, Role::id)),
        ("lever", explained(Lever::ALL, Lever::id, lever)),
        ("actor", other_actors()),
        ("state", explained(State::ALL, State::id, state)),
        (
            "certainty",
            explained(Certainty::ALL, Certainty::id, certainty),
        ),
        ("headings", headings(Heading::INITIATIVE)),
        ("first_heading", Heading::Activity.id().to_owned()),
    ]
}

fn authority(name: &str) -> Parts {
    vec![
        ("name", quoted(name)),
        (
            "kind",
            explained(AuthorityKind::ALL, AuthorityKind::id, |kind| {
                Texts::of(Lang::Fr).authority_kind(kind)
            }),
        ),
        ("headings", headings(Heading::AUTHORITY)),
        ("first_heading", Heading::Policy.id().to_owned()),
    ]
}

/// A text as TOML.
fn quoted(text: &str) -> String {
    toml::Value::from(text).to_string()
}
