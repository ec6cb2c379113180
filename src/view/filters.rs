//! The filter bar. It is also the legend: each lever with its shape, its colour, its word and its count.

use super::icons::CategoryIcon;
use super::store::store;
use crate::domain::{Category, Theme};
use leptos::prelude::*;

/// Filters by lever, by theme, and the territory asked for.
#[component]
pub fn FilterBar() -> impl IntoView {
    let store = store();
    let texts = store.texts;
    let narrowed = move || !store.filters.read().is_empty();
    view! {
        <div class="filters">
            <fieldset class="facet">
                <legend>{texts.filter_by_lever}</legend>
                <div class="chips">{Category::all().map(|category| view! { <CategoryChip category /> }).collect_view()}</div>
            </fieldset>
            <details class="facet">
                <summary>{texts.filter_by_theme}</summary>
                <div class="chips" role="group" aria-label=texts.filter_by_theme>
                    <For each=move || themes_in_order(&store.facets.read().themes) key=|&theme| theme let(theme)>
                        <ThemeChip theme />
                    </For>
                </div>
            </details>
            <Show when=move || store.filters.read().territory.is_some()>
                <TerritoryChip />
            </Show>
            <Show when=narrowed>
                <button type="button" class="link-button" on:click=move |_| store.filters.set(Default::default())>
                    {texts.clear_filters}
                </button>
            </Show>
        </div>
    }
}

/// Themes keep the order of the list, whatever their counts: chips do not move under the pointer.
fn themes_in_order(counted: &[(Theme, usize)]) -> Vec<Theme> {
    Theme::ALL.iter().copied().filter(|theme| counted.iter().any(|(other, _)| other == theme)).collect()
}

#[component]
fn CategoryChip(category: Category) -> impl IntoView {
    let store = store();
    let pressed = Memo::new(move |_| store.filters.read().categories.contains(category));
    let count = Memo::new(move |_| store.facets.read().categories.get(usize::from(category.index())).copied().unwrap_or(0));
    view! {
        <button
            type="button"
            class="chip"
            data-lever=category.id()
            aria-pressed=move || pressed.get().to_string()
            class:none=move || count.get() == 0
            on:click=move |_| store.toggle_category(category)
        >
            <CategoryIcon category />
            <span>{store.texts.category(category)}</span>
            " "
            <span class="count">{count}</span>
        </button>
    }
}

#[component]
fn ThemeChip(theme: Theme) -> impl IntoView {
    let store = store();
    let pressed = Memo::new(move |_| store.filters.read().themes.contains(&theme));
    let count = Memo::new(move |_| {
        let facets = store.facets.read();
        facets.themes.iter().find(|(other, _)| *other == theme).map_or(0, |&(_, count)| count)
    });
    view! {
        <button type="button" class="chip" aria-pressed=move || pressed.get().to_string() on:click=move |_| store.toggle_theme(theme)>
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
        let code = || store.filters.read().territory.as_ref().map(|territory| territory.code.clone()).unwrap_or_default();
        store.territory_name.get().unwrap_or_else(|| (texts.unnamed_territory)(&code()))
    };
    view! {
        <p class="territory">
            <span>{move || (texts.territory_shown)(&name())}</span>
            <button
                type="button"
                class="icon-button"
                aria-label=move || (texts.remove_territory)(&name())
                on:click=move |_| store.filters.update(|filters| filters.territory = None)
            >
                <span aria-hidden="true">"×"</span>
            </button>
        </p>
    }
}
