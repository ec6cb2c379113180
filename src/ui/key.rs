//! How to read the map: what a symbol, a ring, a tag and a line mean. The style draws each beside its words, which come when asked for.

use super::folded::folded;
use super::reactive::text;
use crate::state::store;
use leptos::prelude::*;
use model::data::sentence;
use model::text::later;

/// The pictures of the lines, as classes.
const SIGNS: [&str; later::KEY] = [
    "",
    "sign-ring",
    "sign-ring sign-pale",
    "sign-tag",
    "sign-tied",
];

/// Folded at first.
#[component]
pub fn Key() -> impl IntoView {
    let store = store();
    let lines = SIGNS.into_iter().enumerate().map(|(at, sign)| {
        let line = text(move || sentence(&store.names.read(), at));
        view! { <li class=sign prop:textContent=line></li> }.into_any()
    });
    let lines = lines.collect::<Vec<_>>();
    let lines = view! { <ul>{lines}</ul> }.into_any();
    folded(store, "facet key", "", store.texts.key, lines)
}
