//! Figures, each with its year and its source.

use super::context;
use super::evidence::EvidenceNote;
use super::terms::explained;
use leptos::prelude::*;
use model::domain::Figure;

/// The figures of a sheet, or nothing when it has none.
#[component]
pub fn Figures(
    /// In order.
    figures: Vec<Figure>,
) -> impl IntoView {
    let texts = context().texts;
    let item = |figure: &Figure| {
        let value = format!(
            "{}\u{a0}{}",
            (context().texts.number)(figure.value),
            figure.unit
        );
        view! {
            <li>
                <strong class="value" lang="fr">{value}</strong>
                " "
                <span lang="fr">{explained(&figure.label)}</span>
                " "
                <span class="year">{format!("({})", figure.year)}</span>
                <EvidenceNote evidence=figure.source.clone() />
            </li>
        }
    };
    let items = figures.iter().map(item).collect_view();
    (!figures.is_empty()).then(|| {
        view! {
            <section class="figures">
                <h3>{texts.figures}</h3>
                <ul>{items}</ul>
            </section>
        }
    })
}
