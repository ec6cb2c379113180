//! The column beside the map: filters, list, and the sheet over them.

use super::filters::FilterBar;
use super::list::InitiativeList;
use super::panel::{Fill, SheetPanel};
use super::reactive::{click, flag, text};
use crate::state::{SheetHeight, store};
use leptos::prelude::*;
use model::address::{Address, Lang};
use ui::ids;

/// Filters and list, and the sheet over them.
#[component]
pub fn Column(
    /// How a sheet is built.
    fill: Fill,
) -> impl IntoView {
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
        <div class="point-host" id=ids::POINT_HOST></div>
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
    view! {
        <div class="height-bar" data-drag="height">
            <button type="button" class="show-list" on:click=click(move || store.height.set(SheetHeight::Full))>
                {text(move || (texts.show_list)(store.shown.read().len()))}
            </button>
            <HeightButton name=texts.taller sign="▴" next=SheetHeight::taller />
            <span class="grip" aria-hidden="true"></span>
            <HeightButton name=texts.shorter sign="▾" next=SheetHeight::shorter />
        </div>
    }
}

/// Makes the bottom sheet as tall as `next` says; disabled where that is how tall it is.
#[component]
fn HeightButton(
    /// What it does, in words.
    name: &'static str,
    /// What it shows.
    sign: &'static str,
    /// The height it leads to.
    next: fn(SheetHeight) -> SheetHeight,
) -> impl IntoView {
    let height = store().height;
    view! {
        <button
            type="button"
            class="height-button"
            aria-label=name
            disabled=flag(move || next(height.get()) == height.get())
            on:click=click(move || height.update(|height| *height = next(*height)))
        >
            <span aria-hidden="true">{sign}</span>
        </button>
    }
}
