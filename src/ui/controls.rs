//! Buttons beside the map: zoom, whole of France, full page; below it, overseas, the scale and the credits.

use crate::map::{SharedStage, Stage};
use crate::state::Store;
use crate::ui::reactive::{click, text};
use engine::Intent;
use engine::views::VIEWS;
use leptos::prelude::*;
use model::address::{Address, View};
use ui::ids;

/// The map, if there is one.
pub type Shared = StoredValue<Option<SharedStage>, LocalStorage>;

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
            {store.framed.then(|| view! {
                <a class="control control-group" href=whole_page target="_blank" rel="noopener" aria-label=texts.full_page title=texts.full_page>
                    <Icon path="M14 4h6v6M20 4l-8 8M10 5H4v15h15v-6" />
                </a>
            })}
        </div>
    }
}

/// The overseas départements and the métropole: one click away, never hidden in the ocean.
#[component]
fn Shortcuts(store: Store, shared: Shared) -> impl IntoView {
    let texts = store.texts;
    let go = move |id: &'static str| with_stage(shared, |stage| Stage::show_named(stage, id));
    let item = |view: &'static engine::views::View| {
        view! { <button type="button" on:click=click(move || go(view.id))>{(texts.shortcut)(view.id)}</button> }
    };
    view! {
        <div class="shortcuts" role="group" aria-label=texts.go_to>
            {VIEWS.iter().map(item).collect_view()}
        </div>
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
    /// The map.
    shared: Shared,
) -> impl IntoView {
    let texts = store.texts;
    view! {
        <div class="map-foot">
            <Shortcuts store shared />
            <p class="scale" id=ids::SCALE aria-hidden="true"></p>
            <details class="attribution">
                <summary>{texts.attribution_label}</summary>
                <p lang="fr">{texts.attribution} " · " <a href="glossaire/" target="_top">"Sigles"</a></p>
            </details>
        </div>
    }
}
