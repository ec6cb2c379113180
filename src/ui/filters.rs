//! The filter bar. It is also the legend: each lever with its shape, its colour, its word and its count. The values of the other facets
//! come once one of them is opened.

use super::asked::leave;
use super::folded::folded;
use super::key::Key;
use super::reactive::{click, flag, parts, text};
use crate::state::{Store, store};
use leptos::prelude::*;
use model::DrawerHeight;
use model::data::name_of;
use model::domain::{Category, Facet};
use ui::{CategoryIcon, ids};

/// Id of what explains the one acronym of the filters.
const ACRONYM_ID: &str = "sigle-levier";
/// The class of a facet.
const FACET: &str = "facet";

/// The facets; then the legend of the layers of points.
#[component]
pub fn FilterBar() -> impl IntoView {
    let store = store();
    let texts = store.texts;
    let groups = |facets: &[Facet]| facets.iter().map(|&facet| group(store, facet)).collect();
    let usual: Vec<_> = groups(&Facet::USUAL);
    let more: Vec<_> = groups(&Facet::MORE);
    let more = view! { <div class="chips">{more}</div> };
    view! {
        <div class="filters" role="search" aria-label=texts.filters>
            {filter_button(store)}
            {usual}
            {folded(store, FACET, "", texts.more_filters, more.into_any())}
            <Key />
            <div class="legend" id=ids::LAYER_LEGEND></div>
        </div>
    }
}

/// Shows all filters, which a phone folds away unless its drawer is full; says how many are in force.
fn filter_button(store: Store) -> AnyView {
    let words = move || match store.filters.read().count() {
        0 => store.texts.filter.to_owned(),
        count => [store.texts.filter, " (", &count.to_string(), ")"].concat(),
    };
    let is_full = move || store.drawer.get() == DrawerHeight::Full;
    let act = move || {
        store.drawer.set(match is_full() {
            true => DrawerHeight::Half,
            false => DrawerHeight::Full,
        });
    };
    view! {
        <button
            type="button"
            class="chip filter-button"
            aria-expanded=text(move || is_full().to_string())
            prop:textContent=text(words)
            on:click=click(act)
        ></button>
    }
    .into_any()
}

/// The values of a facet under its heading.
fn group(store: Store, facet: Facet) -> AnyView {
    let heading = (store.texts.facet)(facet);
    let values = 0..facet.values().len() as u8;
    if facet.is_folded() {
        let chips = parts(move || {
            let names = store.names.read();
            let offered = |value: &u8| name_of(&names, facet, *value).is_some();
            let offered = values.clone().filter(offered);
            offered.map(|value| chip(store, facet, value)).collect()
        });
        let chips = view! { <div class="chips" role="group" aria-label=heading>{chips}</div> };
        folded(store, FACET, facet.id(), heading, chips.into_any())
    } else {
        let chips: Vec<_> = values.map(|value| chip(store, facet, value)).collect();
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
fn chip(store: Store, facet: Facet, value: u8) -> AnyView {
    let texts = store.texts;
    let pressed = Memo::new(move |_| store.filters.read().asked(facet).contains(value));
    let count = Memo::new(move |_| store.counts.read().get(facet, value));
    let is_vain = move || count.get() == 0 && !pressed.get();
    let category = (facet == Facet::Lever).then(|| Category::from_index(value));
    let acronym = category.and_then(texts.acronym_in);
    let name = store.name(facet, value);
    // « Subvention, 45 initiatives »: a number alone is one of anything.
    let label = move || {
        let count = (texts.cluster)(count.get() as usize, None, &[]);
        [&store.name(facet, value), ", ", &count].concat()
    };
    let toggle = move || {
        if count.get_untracked() == 0 {
            leave();
        }
        store.toggle(facet, value);
    };
    let button = view! {
        <button
            type="button"
            class="chip"
            data-lever=category.map(Category::id)
            aria-label=text(label)
            aria-pressed=text(move || pressed.get().to_string())
            aria-describedby=acronym.map(|_| ACRONYM_ID)
            disabled=flag(is_vain)
            on:click=click(toggle)
        >
            {category.map(|category| view! { <CategoryIcon category /> }.into_any())}
            <span prop:textContent=text(move || name.clone())></span>
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
