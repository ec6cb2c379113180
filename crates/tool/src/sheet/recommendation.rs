//! The sheet of a recommendation.

use super::evidence::Sources;
use super::prose::sections;
use super::{context, french, head, links::links};
use leptos::prelude::*;
use model::domain::{Linked, Recommendation};

/// The sheet.
pub fn view(sheet: &Recommendation, linked: &Linked) -> AnyView {
    let texts = context().texts;
    let kind = format!(
        "{} · {}",
        (texts.kind_recommendation)(sheet.number),
        (texts.recommendation_group)(sheet.group)
    );
    view! {
        {head(kind, french(&sheet.name), ().into_any())}
        {sections(texts, &sheet.sections)}
        {links(&linked.groups)}
        <Sources />
    }
    .into_any()
}
