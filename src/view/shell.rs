//! The page: a column (filters, list, and the sheet over them) and the map beside it.

use super::filters::FilterBar;
use super::list::InitiativeList;
use super::notices::Notices;
use super::panel::{Fill, SheetPanel};
use super::reactive::{click, flag, text, when};
use super::store::{SheetHeight, Store, store};
use crate::address::{Address, Lang, Layout};
use leptos::prelude::*;

/// The whole page. `map` is what draws the map; it needs the browser, so it comes from outside.
#[component]
pub fn Shell(
    /// The state.
    store: Store,
    /// The map.
    map: Children,
    /// How a sheet is built.
    fill: Fill,
) -> impl IntoView {
    provide_context(store);
    let texts = store.texts;
    let layout = store
        .options
        .with_value(|options| options.layout)
        .unwrap_or(Layout::Both);
    let open = flag(move || store.panel.read().is_some());
    view! {
        <a class="skip" href="#liste">{texts.skip_to_list}</a>
        <a class="skip" href="#carte">{texts.skip_to_map}</a>
        <div
            class="page"
            class:framed=store.framed
            class:sheet-open=open
            data-layout=layout.id()
            data-height=text(move || store.height.get().id().to_owned())
        >
            <div class="column">
                {when(store.column.into(), move || view! { <Column fill /> }.into_any())}
                <div class="point-host"></div>
            </div>
            <main class="map" aria-label=texts.map>
                <Notices />
                {map()}
            </main>
        </div>
    }
}

/// Filters and list, and the sheet over them.
#[component]
fn Column(fill: Fill) -> impl IntoView {
    view! {
        <HeightBar />
        <div class="browse">
            <Head />
            <div class="under-sheet">
                <FilterBar />
                <InitiativeList />
                <Foot />
            </div>
        </div>
        <SheetPanel fill />
    }
}

#[component]
fn Head() -> impl IntoView {
    let store = store();
    let texts = store.texts;
    let title = store.options.with_value(|options| options.title.clone());
    view! {
        <header class="head">
            <h1>{title.unwrap_or_else(|| texts.title.to_owned())}</h1>
            <p class="tagline">{texts.tagline}</p>
        </header>
    }
}

#[component]
fn Foot() -> impl IntoView {
    let store = store();
    let texts = store.texts;
    let other = if texts.lang == Lang::Fr {
        Lang::En
    } else {
        Lang::Fr
    };
    let in_other = text(move || {
        Address {
            lang: Some(other),
            ..store.address()
        }
        .href()
    });
    view! {
        <footer class="foot">
            <p class="hint">{texts.filter_hint}</p>
            <p>
                <a href=in_other lang=other.id() data-reload>{texts.other_language}</a>
                " · "
                <a href="donnees-ouvertes/">{texts.download}</a>
                " · "
                <a href="glossaire/">{texts.glossary}</a>
            </p>
            <p>
                <a href="a-propos/">{texts.about}</a>
                " · "
                <a href="accessibilite/">{texts.accessibility}</a>
                " · "
                <a href="mentions-legales/">{texts.legal_notice}</a>
            </p>
        </footer>
    }
}

/// The bar of the bottom sheet, in a narrow layout: drag it, or use its buttons.
#[component]
fn HeightBar() -> impl IntoView {
    let store = store();
    let texts = store.texts;
    let at = move |height| store.height.get() == height;
    view! {
        <div class="height-bar" data-drag="height">
            <button type="button" class="show-list" on:click=click(move || store.height.set(SheetHeight::Full))>
                {text(move || (texts.show_list)(store.shown.read().len()))}
            </button>
            <button
                type="button"
                class="height-button"
                aria-label=texts.taller
                disabled=flag(move || at(SheetHeight::Full))
                on:click=click(move || store.height.update(|height| *height = height.taller()))
            >
                <span aria-hidden="true">"▴"</span>
            </button>
            <span class="grip" aria-hidden="true"></span>
            <button
                type="button"
                class="height-button"
                aria-label=texts.shorter
                disabled=flag(move || at(SheetHeight::Peek))
                on:click=click(move || store.height.update(|height| *height = height.shorter()))
            >
                <span aria-hidden="true">"▾"</span>
            </button>
        </div>
    }
}
