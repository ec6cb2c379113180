//! The filter bar. It is also the legend: each lever with its shape, its colour, its word and its count.

use super::key::Key;
use super::reactive::{click, flag, text};
use crate::state::store;
use leptos::prelude::*;
use model::domain::{Category, Facet};
use ui::{CategoryIcon, ids};

/// Id of what explains the one acronym of the filters.
const ACRONYM_ID: &str = "sigle-levier";

/// The facets; then the legend of the layers of points.
#[component]
pub fn FilterBar() -> impl IntoView {
    let store = store();
    let texts = store.texts;
    view! {
        <div class="filters" role="search" aria-label=texts.filters>
            {Facet::ALL.iter().map(|&facet| group(facet)).collect::<Vec<_>>()}
            <Key />
            <div class="legend" id=ids::LAYER_LEGEND></div>
        </div>
    }
}

/// The values of a facet under its heading.
fn group(facet: Facet) -> AnyView {
    let heading = (store().texts.facet)(facet);
    let values = 0..facet.values().len() as u8;
    let chips: Vec<_> = values.map(|value| chip(facet, value)).collect();
    if facet.is_folded() {
        view! {
            <details class="facet" data-facet=facet.id()>
                <summary>{heading}</summary>
                <div class="chips" role="group" aria-label=heading>{chips}</div>
            </details>
        }
        .into_any()
    } else {
        view! {
            <fieldset class="facet" data-facet=facet.id()>
                <legend>{heading}</legend>
                <div class="chips">{chips}</div>
            </fieldset>
        }
        .into_any()
    }
}

/// A value of a facet: its name, and how many initiatives it would show. A lever has its icon too.
fn chip(facet: Facet, value: u8) -> AnyView {
    let store = store();
    let texts = store.texts;
    let pressed = Memo::new(move |_| store.filters.read().asked(facet).contains(value));
    let count = Memo::new(move |_| store.counts.read().get(facet, value));
    let left_out = move || facet.is_folded() && count.get() == 0 && !pressed.get();
    let category = (facet == Facet::Lever).then(|| Category::from_index(value));
    let acronym = category.and_then(texts.acronym_in);
    let button = view! {
        <button
            type="button"
            class="chip"
            data-lever=category.map(Category::id)
            aria-pressed=text(move || pressed.get().to_string())
            aria-describedby=acronym.map(|_| ACRONYM_ID)
            class:none=flag(move || count.get() == 0)
            hidden=flag(left_out)
            on:click=click(move || store.toggle(facet, value))
        >
            {category.map(|category| view! { <CategoryIcon category /> }.into_any())}
            <span>{texts.value(facet, value)}</span>
            " "
            <span class="count" prop:textContent=text(move || count.get().to_string())></span>
        </button>
    };
    if category.is_none() {
        return button.into_any();
    }
    view! {
        <span class="term">
            {button}
            {acronym.map(|words| view! { <span class="term-tip" role="tooltip" id=ACRONYM_ID>{words}</span> }.into_any())}
        </span>
    }
    .into_any()
}
