//! What is asked for, beside the count of what is shown: each filter, removable, wherever its facet is folded away.

use super::reactive::{click, flag, parts, text, when};
use crate::browser::dom;
use crate::state::{Store, store};
use leptos::prelude::*;
use model::domain::Facet;
use ui::ids;

/// The filters in force, and the button that removes them all; nothing without any.
#[component]
pub fn Asked() -> impl IntoView {
    let store = store();
    let narrowed = flag(move || !store.filters.read().is_empty());
    when(narrowed, move || all(store))
}

fn all(store: Store) -> AnyView {
    let texts = store.texts;
    let chips = move || {
        let filters = store.filters.read();
        let mut chips = Vec::new();
        for &facet in Facet::ALL {
            let values = 0..facet.values().len() as u8;
            let asked = values.filter(|&value| filters.asked(facet).contains(value));
            chips.extend(asked.map(|value| chip(store, facet, value)));
        }
        chips
    };
    let clear = move || remove(store, |store| store.filters.set(Default::default()));
    view! {
        <div class="asked">
            {parts(chips)}
            {when(flag(move || store.filters.read().territory.is_some()), || view! { <TerritoryChip /> }.into_any())}
            <button type="button" class="link-button" on:click=click(clear)>{texts.clear_filters}</button>
        </div>
    }
    .into_any()
}

fn chip(store: Store, facet: Facet, value: u8) -> AnyView {
    let name = store.texts.value(facet, value);
    let act = move || remove(store, move |store| store.toggle(facet, value));
    view! {
        <button type="button" class="chip" data-facet=facet.id() aria-label=text(move || (store.texts.remove_filter)(name)) on:click=click(act)>
            <span>{name}</span>
            <span aria-hidden="true">"×"</span>
        </button>
    }
    .into_any()
}

/// Removes a filter. Its chip goes, and the keyboard to the heading before it.
fn remove(store: Store, act: impl FnOnce(Store)) {
    if let Some(heading) = dom::by_id(ids::LIST_HEADING) {
        dom::focus_in_place(&heading);
    }
    act(store);
}

/// The territory asked for.
#[component]
fn TerritoryChip() -> impl IntoView {
    let store = store();
    let texts = store.texts;
    let name = move || {
        let code = || {
            store
                .filters
                .read()
                .territory
                .as_ref()
                .map(|territory| territory.code.clone())
                .unwrap_or_default()
        };
        store
            .territory_name
            .get()
            .filter(|name| !name.is_empty())
            .unwrap_or_else(|| (texts.unnamed_territory)(&code()))
    };
    view! {
        <p class="territory">
            <span prop:textContent=text(move || (texts.territory_shown)(&name()))></span>
            <button
                type="button"
                class="icon-button"
                aria-label=text(move || (texts.remove_territory)(&name()))
                on:click=click(move || store.filters.update(|filters| filters.territory = None))
            >
                <span aria-hidden="true">"×"</span>
            </button>
        </p>
    }
}
