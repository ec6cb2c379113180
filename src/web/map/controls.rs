//! Buttons beside the map: zoom, whole of France, overseas, full page; below it, the scale and the credits.

use super::stage::{SharedStage, Stage};
use crate::address::{Address, View};
use crate::map::Intent;
use crate::map::views::VIEWS;
use crate::view::Store;
use crate::view::reactive::{click, text};
use leptos::html;
use leptos::prelude::*;

/// The map, once it is there.
type Shared = StoredValue<Option<SharedStage>, LocalStorage>;

fn with_stage(shared: Shared, act: impl FnOnce(&SharedStage)) {
    if let Some(stage) = shared.get_value() {
        act(&stage);
    }
}

/// The buttons.
#[component]
pub fn Controls(
    /// The state.
    store: Store,
    /// Where the map stands.
    view: RwSignal<Option<View>>,
    /// The map.
    shared: Shared,
) -> impl IntoView {
    let texts = store.texts;
    let ask = move |intent: Intent| with_stage(shared, |stage| Stage::apply(stage, intent));
    let whole_page = text(move || {
        Address {
            view: view.get(),
            layout: None,
            title: None,
            ..store.address()
        }
        .href()
    });
    view! {
        <div class="controls">
            <div class="control-group">
                <button type="button" class="control" aria-label=texts.zoom_in on:click=click(move || ask(Intent::Zoom { delta: 1.0 }))>
                    <Icon path="M12 5v14M5 12h14" />
                </button>
                <button type="button" class="control" aria-label=texts.zoom_out on:click=click(move || ask(Intent::Zoom { delta: -1.0 }))>
                    <Icon path="M5 12h14" />
                </button>
                <button type="button" class="control" aria-label=texts.whole_france title=texts.whole_france on:click=click(move || ask(Intent::Home))>
                    <Icon path="M12 3l8 5-2 9-6 4-6-4-2-9z" />
                </button>
            </div>
            <Overseas store shared />
            {store.framed.then(|| view! {
                <a class="control control-group" href=whole_page target="_blank" rel="noopener" aria-label=texts.full_page title=texts.full_page>
                    <Icon path="M14 4h6v6M20 4l-8 8M10 5H4v15h15v-6" />
                </a>
            })}
        </div>
    }
}

/// A menu of the overseas départements: one click away, never hidden in the ocean.
#[component]
fn Overseas(store: Store, shared: Shared) -> impl IntoView {
    let texts = store.texts;
    let menu = NodeRef::<html::Details>::new();
    let go = move |id: &'static str| {
        with_stage(shared, |stage| Stage::show_named(stage, id));
        if let Some(menu) = menu.get_untracked() {
            menu.set_open(false);
        }
    };
    let item = |view: &'static crate::map::views::View| {
        view! { <li><button type="button" on:click=click(move || go(view.id))>{(texts.shortcut)(view.id)}</button></li> }
    };
    view! {
        <details class="go-to" node_ref=menu>
            <summary class="control" aria-label=texts.go_to title=texts.go_to>
                <Icon path="M3 12a9 9 0 1 0 18 0a9 9 0 1 0-18 0M3 12h18M12 3c3 3 3 15 0 18M12 3c-3 3-3 15 0 18" />
            </summary>
            <ul>{VIEWS.iter().map(item).collect_view()}</ul>
        </details>
    }
}

#[component]
fn Icon(path: &'static str) -> impl IntoView {
    view! { <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d=path /></svg> }
}

/// The scale bar and the credits.
#[component]
pub fn MapFoot(
    /// The state.
    store: Store,
    /// The scale bar, which the map keeps right.
    scale: NodeRef<html::P>,
) -> impl IntoView {
    let texts = store.texts;
    view! {
        <div class="map-foot">
            <p class="scale" aria-hidden="true" node_ref=scale></p>
            <details class="attribution">
                <summary>{texts.attribution_label}</summary>
                <p lang="fr">{texts.attribution}</p>
            </details>
        </div>
    }
}
