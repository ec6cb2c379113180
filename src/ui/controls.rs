//! Buttons beside the map: zoom, whole of France, full page; below it, overseas, the scale and the credits.

use crate::browser::react;
use crate::map::MapHandle;
use crate::state::Store;
use crate::ui::reactive::{click, text, when};
use engine::Intent;
use engine::decimal::decimal;
use engine::views::VIEWS;
use leptos::prelude::*;
use model::text::{CREDITS, CREDITS_IN_FULL};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// The map, if there is one.
pub type Shared = StoredValue<Option<MapHandle>, LocalStorage>;

fn with_map(shared: Shared, act: impl FnOnce(&MapHandle)) {
    if let Some(map) = shared.get_value() {
        act(&map);
    }
}

/// The buttons.
#[component]
pub fn Controls(
    /// The state.
    store: Store,
    /// The map.
    shared: Shared,
) -> impl IntoView {
    let texts = store.texts;
    let ask = move |intent: Intent| with_map(shared, |map| map.apply(intent));
    let buttons = [
        (
            texts.zoom_in,
            None,
            Intent::Zoom { delta: 1.0 },
            "M12 5v14M5 12h14",
        ),
        (
            texts.zoom_out,
            None,
            Intent::Zoom { delta: -1.0 },
            "M5 12h14",
        ),
        (
            texts.whole_france,
            Some(texts.whole_france),
            Intent::Home,
            "M12 3l8 5-2 9-6 4-6-4-2-9z",
        ),
    ];
    let button = move |(name, title, intent, path): (
        &'static str,
        Option<&'static str>,
        Intent,
        &'static str,
    )| {
        view! {
            <button type="button" class="control" aria-label=name title=title on:click=click(move || ask(intent))>
                <Icon path />
            </button>
        }
        .into_any()
    };
    let whole_page = text(move || {
        let mut address = store.address();
        address.options.layout = None;
        address.options.title = None;
        address.href()
    });
    view! {
        <div class="controls">
            <div class="control-group">
                {buttons.into_iter().map(button).collect::<Vec<_>>()}
                <button type="button" class="control" aria-label=texts.explore data-explore="">
                    <Icon path="M9 9a3 3 0 1 1 4.5 2.6c-1 .6-1.5 1.2-1.5 2.4M12 18v.5" />
                </button>
            </div>
            {store.framed.then(|| view! {
                <a class="control control-group" href=whole_page target="_blank" rel="noopener" aria-label=texts.full_page title=Some(texts.full_page)>
                    <Icon path="M14 4h6v6M20 4l-8 8M10 5H4v15h15v-6" />
                </a>
            }.into_any())}
        </div>
    }
}

/// The overseas départements and the métropole: one click away, never hidden in the ocean.
#[component]
fn Shortcuts(store: Store, shared: Shared) -> impl IntoView {
    let texts = store.texts;
    let go = move |id: &'static str| with_map(shared, |map| map.show_named(id));
    let item = |view: &'static engine::views::NamedView| {
        view! { <button type="button" on:click=click(move || go(view.id))>{(texts.shortcut)(view.id)}</button> }.into_any()
    };
    view! {
        <div class="shortcuts" role="group" aria-label=texts.go_to>
            {VIEWS.iter().map(item).collect::<Vec<_>>()}
        </div>
    }
}

#[component]
fn Icon(path: &'static str) -> impl IntoView {
    view! { <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d=path /></svg> }
}

/// The scale bar. A screen reader has no use for its length.
#[component]
fn Scale(store: Store) -> impl IntoView {
    let words = move || match store.scale.get() {
        Some(bar) if bar.metres < 1000.0 => format!("{} m", bar.metres as u32),
        Some(bar) => format!("{} km", (bar.metres / 1000.0) as u32),
        None => String::new(),
    };
    view! { <p class="scale" aria-hidden="true" prop:textContent=text(words)></p> }
}

/// Keeps the scale bar as wide as it says.
pub fn follow_scale(store: Store, foot: &HtmlElement) {
    let Ok(Some(bar)) = foot.query_selector(".scale") else {
        return;
    };
    let bar: HtmlElement = bar.unchecked_into();
    react::effect(move || {
        let width = store.scale.get();
        let width = width.map_or(String::new(), |bar| format!("{}px", decimal(bar.px, 1)));
        let _ = bar.style().set_property("width", &width);
    });
}

/// What is said over the map while the wheel scrolls the page around it.
#[component]
pub fn WheelHint(
    /// The state.
    store: Store,
) -> impl IntoView {
    let words = store.texts.click_first;
    when(store.hint.into(), move || {
        view! { <p class="wheel-hint" role="status"><span>{words}</span></p> }.into_any()
    })
}

/// The scale bar and the credits.
#[component]
pub fn MapFoot(
    /// The state.
    store: Store,
    /// The map.
    shared: Shared,
) -> impl IntoView {
    view! {
        <div class="map-foot">
            <Shortcuts store shared />
            <Scale store />
            <details class="attribution">
                <summary>{CREDITS}</summary>
                <p lang="fr">{CREDITS_IN_FULL} " · " <a href="glossaire/" target="_top">"Sigles"</a></p>
            </details>
        </div>
    }
}
