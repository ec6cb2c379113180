//! How to read the map: what a ring, a tag and a line mean. The style draws each beside its words.

use crate::state::store;
use leptos::prelude::*;

/// The pictures of the lines, as classes.
const SIGNS: [&str; 4] = ["sign-ring", "sign-ring sign-pale", "sign-tag", "sign-tied"];

/// Folded at first.
#[component]
pub fn Key() -> impl IntoView {
    let texts = store().texts;
    let lines = std::iter::zip(SIGNS, texts.key_lines);
    let lines = lines.map(|(sign, line)| view! { <li class=sign>{line}</li> }.into_any());
    view! {
        <details class="facet key">
            <summary>{texts.key}</summary>
            <ul>{lines.collect::<Vec<_>>()}</ul>
        </details>
    }
}
