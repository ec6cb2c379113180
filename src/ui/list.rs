//! The list: everything the map shows, as text. What the map has in view comes first.
//!
//! Here are its headings and its two empty lists. The browser fills them with rows, which it moves from one to the other.

use super::asked::Asked;
use super::nothing::NothingHere;
use super::reactive::{flag, text};
use crate::state::Loadable;
use crate::state::{Store, store};
use leptos::prelude::*;
use ui::ids;

/// The list of what is shown, in two parts: in the map's view, and out of it. The points of layers have theirs in between.
#[component]
pub fn InitiativeList() -> impl IntoView {
    let store = store();
    let texts = store.texts;
    view! {
        <section class="list" id=ids::LIST aria-labelledby=ids::LIST_HEADING>
            <h2 id=ids::LIST_HEADING tabindex="-1">{texts.list}</h2>
            <p class="shown" role="status" prop:textContent=text(shown_sentence)></p>
            <Asked />
            {texts.content_in_french.map(|sentence| view! { <p class="hint">{sentence}</p> })}
            <NothingHere />
            <div class="points-list" id=ids::LAYER_LIST></div>
            {part(store, ids::IN_VIEW, texts.in_view, |store| store.listed.read().in_view.len())}
            {part(store, ids::OUT_OF_VIEW, texts.out_of_view, |store| store.listed.read().out_of_view.len())}
        </section>
    }
}

/// A part of the list under its heading; neither is shown when it is empty.
fn part(
    store: Store,
    id: &'static str,
    heading: fn(usize) -> String,
    count: fn(Store) -> usize,
) -> AnyView {
    let empty = flag(move || count(store) == 0);
    view! {
        <h3 hidden=empty prop:textContent=text(move || heading(count(store)))></h3>
        <ul class="rows" id=id hidden=empty></ul>
    }
    .into_any()
}

fn shown_sentence() -> String {
    let store = store();
    match &*store.catalogue.read() {
        Loadable::Ready(catalogue) => {
            (store.texts.shown_of)(store.shown.read().len(), catalogue.initiatives.len())
        }
        Loadable::Loading => String::new(),
        Loadable::Failed(why) => why.clone(),
    }
}
