//! The column beside the map: filters, list, and the sheet over them.

use super::filters::FilterBar;
use super::list::InitiativeList;
use super::panel::{Fill, SheetPanel};
use super::reactive::{click, flag, text};
use crate::state::{edition, store};
use leptos::prelude::*;
use model::{DrawerHeight, Lang};
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
    view! {
        <section class="head" aria-label=texts.doors_label>
            <h1 prop:textContent=text(move || store.title())></h1>
            <p class="tagline">{edition::said(texts.lang, "data-tagline")}</p>
            <ul class="doors">{texts.doors.into_iter().map(door).collect::<Vec<_>>()}</ul>
        </section>
    }
}

/// A way in. It leaves the frame of an embed.
fn door((href, words): (&'static str, &'static str)) -> AnyView {
    view! { <li><a class="door" href=href target="_top">{words}</a></li> }.into_any()
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
        let mut address = store.address();
        address.options.lang = Some(other);
        address.href()
    });
    let switch = edition::is_offered(other).then(|| {
        view! { <a href=in_other lang=other.id() data-reload>{texts.other_language}</a> " · " }
    });
    let accessibility = edition::said(texts.lang, "data-access");
    view! {
        <footer class="foot">
            <p>
                {switch}
                {links([("donnees-ouvertes/", texts.download.into()), ("glossaire/", texts.glossary.into())])}
            </p>
            <p>
                {links([
                    ("plan-du-site/", texts.site_map.into()),
                    ("accessibilite/", accessibility),
                    ("mentions-legales/", texts.legal_notice.into()),
                ])}
            </p>
        </footer>
    }
}

/// Links in a row.
fn links<const N: usize>(all: [(&'static str, String); N]) -> Vec<AnyView> {
    let link = |(at, (href, words)): (usize, (&'static str, String))| {
        let before = if at == 0 { "" } else { " · " };
        view! { {before} <a href=href>{words}</a> }.into_any()
    };
    all.into_iter().enumerate().map(link).collect()
}

/// The bar of the drawer, in a narrow layout: drag it, or use its buttons.
#[component]
fn HeightBar() -> impl IntoView {
    let store = store();
    let texts = store.texts;
    view! {
        <div class="height-bar" data-drag="height">
            <button
                type="button"
                class="show-list"
                prop:textContent=text(move || (texts.show_list)(store.shown.read().len()))
                on:click=click(move || store.drawer.set(DrawerHeight::Full))
            ></button>
            <HeightButton name=texts.taller sign="▴" next=DrawerHeight::taller />
            <span class="grip" aria-hidden="true"></span>
            <HeightButton name=texts.shorter sign="▾" next=DrawerHeight::shorter />
        </div>
    }
}

/// Makes the drawer as tall as `next` says; disabled where it is that tall already.
#[component]
fn HeightButton(
    /// What it does, in words.
    name: &'static str,
    /// What it shows.
    sign: &'static str,
    /// The height it leads to.
    next: fn(DrawerHeight) -> DrawerHeight,
) -> impl IntoView {
    let height = store().drawer;
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
