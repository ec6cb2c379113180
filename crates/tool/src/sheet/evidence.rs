//! Where a claim was read.

use super::notes;
use leptos::prelude::*;
use model::domain::Evidence;

/// The mark of a note at the end of the sheet.
#[component]
pub fn EvidenceNote(
    /// What the note tells.
    evidence: Evidence,
) -> impl IntoView {
    notes::mark(&evidence)
}

/// The documents that the sheet stands on, each once, with what else they say.
#[component]
pub fn Sources() -> impl IntoView {
    use_context::<notes::Notes>().map(|notes| notes.list())
}
