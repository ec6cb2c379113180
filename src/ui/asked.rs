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
        let mut chips: Vec<AnyView> = Vec::new();
        for &facet in Facet::ALL {
            let [or, and] = texts.or_and;
            let mut before = and;
            let values = 0..facet.values().len() as u8;
            for value in values.filter(|&value| filters.asked(facet).contains(value)) {
                // « Subvention ou Foncier et Alimentation »
                if !chips.is_empty() {
                    chips.push(before.into_any());
                }
                chips.push(chip(store, facet, value));
                before = or;
            }
        }
        chips
    };
    let clear = move || {
        leave();
        store.filters.set(Default::default());
    };
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
    let name = store.name(facet, value);
    let said = (store.texts.remove_filter)(&name);
    let act = move || {
        leave();
        store.toggle(facet, value);
    };
    view! {
        <button type="button" class="chip" data-facet=facet.id() aria-label=text(move || said.clone()) on:click=click(act)>
            <span prop:textContent=text(move || name.clone())></span>
            <span aria-hidden="true">"×"</span>
        </button>
    }
    .into_any()
}

/// Brings the keyboard to the heading of the list: what has it goes, or can no longer be pressed.
pub fn leave() {
    if let Some(heading) = dom::by_id(ids::LIST_HEADING) {
        dom::focus_in_place(&heading);
    }
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
    let remove = move || {
        leave();
        store.filters.update(|filters| filters.territory = None);
    };
    view! {
        <p class="territory">
            <span prop:textContent=text(move || (texts.territory_shown)(&name()))></span>
            <button
                type="button"
                class="icon-button"
                aria-label=text(move || (texts.remove_territory)(&name()))
                on:click=click(remove)
            >
                <span aria-hidden="true">"×"</span>
            </button>
        </p>
    }
}
