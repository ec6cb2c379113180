//! What is folded away until its heading is pressed.

use super::reactive::click;
use crate::state::Store;
use leptos::prelude::*;

/// Something under a heading that opens it, of a facet or of none: then what the column says only when asked is asked for.
pub fn folded(
    store: Store,
    class: &'static str,
    facet: &'static str,
    heading: &'static str,
    content: AnyView,
) -> AnyView {
    let ask = click(move || store.wants_facets.set(true));
    view! {
        <details class=class data-facet=facet>
            <summary on:click=ask>{heading}</summary>
            {content}
        </details>
    }
    .into_any()
}
