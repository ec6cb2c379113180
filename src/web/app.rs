//! Starts the app: reads the address, mounts the page, loads the content.

use super::map::Map;
use super::react;
use super::{dom, fetch, focus, links, listing, loading, sheet_height, sheet_tree, url};
use crate::view::{Notice, Shell, Store};
use js_sys::Map;
use leptos::prelude::*;

/// A map that is not on screen, as an embed further down its page, is not drawn, and its column waits for that: no longer than this.
const COLUMN_AT_LATEST_MS: u64 = 1000;

/// Starts the app in the page. Without an element `#app` there is nothing to start in. `begun`: see [`fetch::begun`].
pub fn run(begun: Map) {
    let Some(host) = dom::by_id("app") else {
        return;
    };
    fetch::begun(begun);
    let (start, problems) = url::read();
    let store = Store::new(&start, is_framed());
    for problem in &problems {
        store.tell(Notice::hint(url::problem_words(problem, store.texts)));
    }
    set_language(store);
    set_accent(store);
    host.set_text_content(None);
    mount_to(host, move || {
        let view = RwSignal::new(start.view);
        let stage = StoredValue::new_local(None);
        let map_start = start.clone();
        follow(store, view, stage);
        react::spawn(loading::load_catalogue(store));
        react::later(COLUMN_AT_LATEST_MS, move || store.build_column());
        let map = move || view! { <Map store view start=map_start.clone() shared=stage /> };
        view! { <Shell store map=ToChildren::to_children(map) fill=sheet_tree::fill /> }
    })
    .forget();
}

fn follow(
    store: Store,
    view: RwSignal<Option<crate::address::View>>,
    stage: StoredValue<Option<super::map::SharedStage>, LocalStorage>,
) {
    loading::follow_panel(store);
    listing::follow(store);
    focus::follow(store);
    links::follow(store);
    sheet_height::follow(store);
    url::follow(store, view, move |view| {
        if let Some(stage) = stage.get_value() {
            super::map::Stage::show_view(&stage, view);
        }
    });
    follow_title(store);
}

/// Whether the page stands in a frame of another page.
fn is_framed() -> bool {
    dom::window().is_some_and(|window| {
        window
            .parent()
            .ok()
            .flatten()
            .is_some_and(|parent| parent != window)
    })
}

fn set_language(store: Store) {
    if let Some(root) = dom::root() {
        let _ = root.set_attribute("lang", store.texts.lang.id());
    }
}

/// The accent colour of an embed, with a text colour that can be read on it.
fn set_accent(store: Store) {
    let Some((root, accent)) = dom::root().zip(store.options.with_value(|options| options.accent))
    else {
        return;
    };
    let ink = if accent.takes_white_text() {
        "#fff"
    } else {
        "#000"
    };
    for (name, value) in [
        ("--accent-surface", accent.to_string().as_str()),
        ("--accent-surface-ink", ink),
    ] {
        let _ = root.style().set_property(name, value);
    }
}

/// The title of the document names what is open.
fn follow_title(store: Store) {
    react::effect(move || {
        let texts = store.texts;
        let is_open = store.panel.read().is_some();
        let sheet = store.sheet.read();
        let open = sheet.ready().filter(|_| is_open);
        let open = open.map(|tree| tree.name.clone());
        let site = store
            .options
            .with_value(|options| options.title.clone())
            .unwrap_or_else(|| texts.title.to_owned());
        let title = open.map_or(site.clone(), |open| format!("{open} · {site}"));
        if let Some(document) = dom::document() {
            document.set_title(&title);
        }
    });
}
