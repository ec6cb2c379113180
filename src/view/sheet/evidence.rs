//! Where a claim was read.

use super::super::store::store;
use crate::domain::Evidence;
use leptos::prelude::*;

/// The evidence in words: title, place in the document, publisher, date.
pub fn cited(evidence: &Evidence) -> String {
    let store = store();
    let of_document = store.with_catalogue(|catalogue| {
        let document = catalogue.document(&evidence.document)?;
        Some((store.texts.cited)(
            &document.title,
            &evidence.place,
            &document.publisher,
            &document.date,
        ))
    });
    of_document
        .flatten()
        .unwrap_or_else(|| evidence.place.clone())
}

/// A quiet footnote that opens.
#[component]
pub fn EvidenceNote(
    /// What it shows.
    evidence: Evidence,
) -> impl IntoView {
    view! {
        <details class="evidence">
            <summary>{store().texts.evidence}</summary>
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
        .map(|source| view! { <li>{cited(source)}</li> })
        .collect_view();
    view! {
        <section class="sources">
            <h3>{store().texts.sources}</h3>
            <ul lang="fr">{items}</ul>
        </section>
    }
}
