//! Where a claim was read.

use super::{context, terms::explained};
use leptos::prelude::*;
use model::domain::Evidence;

/// The evidence in words: title, place in the document, publisher, date.
pub fn cited(evidence: &Evidence) -> String {
    let context = context();
    let mut documents = context.documents.iter();
    documents
        .find(|document| document.id == evidence.document)
        .map_or_else(
            || evidence.place.clone(),
            |document| {
                (context.texts.cited)(
                    &document.title,
                    &evidence.place,
                    &document.publisher,
                    &document.date,
                )
            },
        )
}

/// A quiet footnote that opens.
#[component]
pub fn EvidenceNote(
    /// What it shows.
    evidence: Evidence,
) -> impl IntoView {
    view! {
        <details class="evidence">
            <summary>{context().texts.evidence}</summary>
            <p lang="fr">{cited(&evidence)}</p>
        </details>
    }
}

/// The documents that tell of something, each once.
#[component]
pub fn Sources(
    /// In order.
    sources: Vec<Evidence>,
) -> impl IntoView {
    let items = sources
        .iter()
        .map(|source| view! { <li>{explained(&cited(source))}</li> })
        .collect_view();
    view! {
        <section class="sources">
            <h3>{context().texts.sources}</h3>
            <ul lang="fr">{items}</ul>
        </section>
    }
}
