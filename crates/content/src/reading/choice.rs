//! Values of closed lists: what is not in the list is reported with the nearest value and the whole list.

use super::{At, SourceFile};
use crate::sheets::{Conformity, Verdict};
use crate::{Rule, nearest};
use model::Lang;
use model::domain::{
    AuthorityKind, Certainty, LegalForm, Lever, LeverUse, Precision, RecommendationGroup, Role,
    State, Status, Theme,
};

/// A closed list, and how to speak of it.
pub struct Choice<T: 'static> {
    rule: Rule,
    subject: &'static str,
    values: &'static [T],
    id: fn(T) -> &'static str,
}

/// The six levers.
pub const LEVER: Choice<Lever> = Choice {
    rule: Rule::UnknownLever,
    subject: "Le levier",
    values: Lever::ALL,
    id: Lever::id,
};
/// The six levers, and support that the document does not specify.
pub const LEVER_IF_ANY: Choice<Option<Lever>> = Choice {
    rule: Rule::UnknownLever,
    subject: "Le levier",
    values: &[
        Some(Lever::Grant),
        Some(Lever::Procurement),
        Some(Lever::Property),
        Some(Lever::ScicShare),
        Some(Lever::Support),
        Some(Lever::Facilitation),
        None,
    ],
    id: |lever| lever.map_or(LeverUse::UNSPECIFIED_ID, Lever::id),
};
/// Languages of the screen.
pub const LANG: Choice<Lang> = Choice {
    rule: Rule::SiteLook,
    subject: "La langue",
    values: Lang::ALL,
    id: Lang::id,
};
/// What an audit found of a criterion.
pub const VERDICT: Choice<Verdict> = Choice {
    rule: Rule::Audit,
    subject: "Le constat",
    values: Verdict::ALL,
    id: Verdict::id,
};
/// What the accessibility statement says.
pub const CONFORMITY: Choice<Conformity> = Choice {
    rule: Rule::SiteLook,
    subject: "L'état de conformité",
    values: Conformity::ALL,
    id: Conformity::id,
};
/// Themes.
pub const THEME: Choice<Theme> = Choice {
    rule: Rule::UnknownTheme,
    subject: "Le thème",
    values: Theme::ALL,
    id: Theme::id,
};
/// Where an initiative stands.
pub const STATUS: Choice<Status> = Choice {
    rule: Rule::UnknownStatus,
    subject: "Le statut",
    values: Status::ALL,
    id: Status::id,
};
/// Legal forms.
pub const LEGAL_FORM: Choice<LegalForm> = Choice {
    rule: Rule::UnknownLegalForm,
    subject: "La forme juridique",
    values: LegalForm::ALL,
    id: LegalForm::id,
};
/// What part an authority takes.
pub const ROLE: Choice<Role> = Choice {
    rule: Rule::UnknownRole,
    subject: "Le rôle",
    values: Role::ALL,
    id: Role::id,
};
/// How precise a place is.
pub const PRECISION: Choice<Precision> = Choice {
    rule: Rule::UnknownPrecision,
    subject: "La précision",
    values: Precision::ALL,
    id: Precision::id,
};
/// States of a lever use.
pub const STATE: Choice<State> = Choice {
    rule: Rule::UnknownState,
    subject: "L'état",
    values: State::ALL,
    id: State::id,
};
/// Said or implied.
pub const CERTAINTY: Choice<Certainty> = Choice {
    rule: Rule::UnknownCertainty,
    subject: "La certitude",
    values: Certainty::ALL,
    id: Certainty::id,
};
/// Kinds of authority.
pub const KIND: Choice<AuthorityKind> = Choice {
    rule: Rule::UnknownKind,
    subject: "La nature de collectivité",
    values: AuthorityKind::ALL,
    id: AuthorityKind::id,
};

/// The four headings of the recommendations.
pub const GROUP: Choice<RecommendationGroup> = Choice {
    rule: Rule::UnknownGroup,
    subject: "Le groupe",
    values: RecommendationGroup::ALL,
    id: RecommendationGroup::id,
};

impl<T: Copy> Choice<T> {
    /// The value with this id, or a problem where the text stands.
    pub fn read(&self, file: &SourceFile, text: &At<String>) -> Option<T> {
        let found = self
            .values
            .iter()
            .copied()
            .find(|&value| (self.id)(value) == text.value);
        if found.is_none() {
            let ids: Vec<_> = self.values.iter().map(|&value| (self.id)(value)).collect();
            file.problem(
                text.bytes.start,
                self.rule,
                format!(
                    "{} « {} » n'est pas dans la liste.",
                    self.subject, text.value
                ),
                nearest::remedy(&text.value, &ids),
            );
        }
        found
    }
}
