//! The list: everything the map shows, as text. What the map has in view comes first.
//!
//! Here are its headings and its empty lists. The browser fills them with rows, which it moves from one to the other.

use super::asked::Asked;
use super::nothing::NothingHere;
use super::reactive::{click, flag, text};
use crate::browser::dom;
use crate::state::Loadable;
use crate::state::{Store, store};
use leptos::prelude::*;
use ui::ids;

/// The list of what is shown, in parts: what was opened together, what is in the map's view, what covers a territory in view, the rest. The points of
/// layers have theirs in between.
#[component]
pub fn InitiativeList() -> impl IntoView {
    let store = store();
    let texts = store.texts;
    view! {
        <section class="list" id=ids::LIST aria-labelledby=ids::LIST_HEADING>
            <h2 id=ids::LIST_HEADING tabindex="-1">{texts.list}</h2>
            <div class="shown" role="status"><p prop:textContent=text(shown_sentence)></p></div>
            <Asked />
            <button type="button" class="link-button" data-takeaway="">{texts.take_away}</button>
            {texts.content_in_french.map(|sentence| view! { <p class="hint">{sentence}</p> }.into_any())}
            <NothingHere />
            <div class="points-list" id=ids::LAYER_LIST></div>
            <OpenedTogether />
            {part(store, ids::IN_VIEW, texts.in_view, |store| store.listed.read().in_view.len())}
            {part(store, ids::ON_TERRITORIES, texts.on_territories, |store| store.listed.read().on_territories.len())}
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

/// The initiatives of a pile or of a territory, which the visitor opened on the map.
#[component]
fn OpenedTogether() -> impl IntoView {
    let store = store();
    let texts = store.texts;
    let empty = flag(move || store.listed.read().opened.is_empty());
    view! {
        <div class="opened" hidden=empty>
            <div class="opened-bar">
                <h3 id=ids::OPENED_HEADING tabindex="-1" prop:textContent=text(move || store.opened_heading())></h3>
                <button
                    type="button"
                    class="icon-button"
                    hidden=flag(move || store.opened.read().is_none())
                    aria-label=texts.close_group
                    on:click=click(move || close(store))
                >
                    <span aria-hidden="true">"×"</span>
                </button>
            </div>
            <ul class="rows" id=ids::OPENED></ul>
        </div>
    }
}

/// The list is whole again, and keeps the focus.
fn close(store: Store) {
    store.opened.set(None);
    if let Some(heading) = dom::by_id(ids::LIST_HEADING) {
        dom::focus_in_place(&heading);
    }
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
