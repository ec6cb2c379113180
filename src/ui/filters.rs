//! The filter bar. It is also the legend: each lever with its shape, its colour, its word and its count.

use super::reactive::{click, flag, text, when};
use crate::state::store;
use leptos::prelude::*;
use model::domain::{Category, Theme};
use ui::{CategoryIcon, ids};

/// Id of what explains the one acronym of the filters.
const ACRONYM_ID: &str = "sigle-levier";

/// Filters by lever, by theme, and the territory asked for; then the legend of the layers of points.
#[component]
pub fn FilterBar() -> impl IntoView {
    let store = store();
    let texts = store.texts;
    let narrowed = move || !store.filters.read().is_empty();
    let clear = move || {
        view! {
            <button type="button" class="link-button" on:click=click(move || store.filters.set(Default::default()))>
                {texts.clear_filters}
            </button>
        }
        .into_any()
    };
    view! {
        <div class="filters" role="search" aria-label=texts.filters>
            <fieldset class="facet">
                <legend>{texts.filter_by_lever}</legend>
                <div class="chips">{Category::all().map(|category| view! { <CategoryChip category /> }).collect_view()}</div>
            </fieldset>
            <details class="facet">
                <summary>{texts.filter_by_theme}</summary>
                <div class="chips" role="group" aria-label=texts.filter_by_theme>
                    {Theme::ALL.iter().map(|&theme| view! { <ThemeChip theme /> }).collect_view()}
                </div>
            </details>
            {when(flag(move || store.filters.read().territory.is_some()), || view! { <TerritoryChip /> }.into_any())}
            {when(flag(narrowed), clear)}
            <div class="legend" id=ids::LAYER_LEGEND></div>
        </div>
    }
}

#[component]
fn CategoryChip(category: Category) -> impl IntoView {
    let store = store();
    let pressed = Memo::new(move |_| store.filters.read().categories.contains(category));
    let count = Memo::new(move |_| {
        store
            .facets
            .read()
            .categories
            .get(usize::from(category.index()))
            .copied()
            .unwrap_or(0)
    });
    let acronym = (store.texts.acronym_in)(category);
    view! {
        <span class="term">
            <button
                type="button"
                class="chip"
                data-lever=category.id()
                aria-pressed=text(move || pressed.get().to_string())
                aria-describedby=acronym.map(|_| ACRONYM_ID)
                class:none=flag(move || count.get() == 0)
                on:click=click(move || store.toggle_category(category))
            >
                <CategoryIcon category />
                <span>{store.texts.category(category)}</span>
                " "
                <span class="count">{count}</span>
            </button>
            {acronym.map(|words| view! { <span class="term-tip" role="tooltip" id=ACRONYM_ID>{words}</span> })}
        </span>
    }
}

#[component]
fn ThemeChip(theme: Theme) -> impl IntoView {
    let store = store();
    let pressed = Memo::new(move |_| store.filters.read().themes.contains(&theme));
    let count = Memo::new(move |_| {
        let facets = store.facets.read();
        facets
            .themes
            .iter()
            .find(|(other, _)| *other == theme)
            .map_or(0, |&(_, count)| count)
    });
    view! {
        <button
            type="button"
            class="chip"
            aria-pressed=text(move || pressed.get().to_string())
            hidden=flag(move || count.get() == 0 && !pressed.get())
            on:click=click(move || store.toggle_theme(theme))
        >
            <span>{(store.texts.theme)(theme)}</span>
            " "
            <span class="count">{count}</span>
        </button>
    }
}

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
            .unwrap_or_else(|| (texts.unnamed_territory)(&code()))
    };
    view! {
        <p class="territory">
            <span>{text(move || (texts.territory_shown)(&name()))}</span>
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
