//! Starts the app: reads the address, draws the map, mounts the interface.

use crate::browser::react;
use crate::browser::{dom, fetch, focus, links, url};
use crate::map::{self, SharedStage, Stage, WheelHint};
use crate::state::loading;
use crate::state::{Notice, Store};
use crate::ui::controls::{Controls, MapFoot};
use crate::ui::page::Page;
use crate::ui::{Column, Notices};
use crate::ui::{listing, sheet_height, sheet_tree};
use js_sys::Function;
use leptos::prelude::*;
use model::address::{Layout, View};
use web_sys::HtmlElement;

/// A map that is not on screen, as an embed further down its page, is not drawn, and what stands beside it waits for that: no longer
/// than this. Beside a list alone there is no map to wait for.
const AT_LATEST_MS: u64 = 1000;

/// Starts the app in the page: first the map, by hand; once it is painted, the interface. Without an element `#app` there is nothing to
/// start in. `read`: see [`fetch::read_with`].
pub fn run(read: Function) {
    let Some(host) = dom::by_id("app") else {
        return;
    };
    fetch::read_with(read);
    let (start, problems) = url::read();
    let store = Store::new(&start, is_framed());
    for problem in &problems {
        store.tell(Notice::hint(url::problem_words(problem, store.texts)));
    }
    set_language(store);
    set_accent(store);
    let Some(page) = Page::build(&host, store) else {
        return;
    };
    let view = RwSignal::new(start.view);
    let hint = RwSignal::new(false);
    let stage = map::start(store, page.map.clone(), view, hint);
    let content = stage.clone();
    react::spawn(async move {
        loading::load_catalogue(store).await;
        if let Some(stage) = content {
            map::show_first(&stage, store);
        }
    });
    let drawn = stage.clone();
    let has_view = start.view.is_some();
    let build = move || interface(&page, store, stage, view, hint, has_view);
    match drawn {
        Some(stage) if start.layout != Some(Layout::List) => {
            Stage::once_painted(&stage, AT_LATEST_MS, build);
        }
        Some(_) => build(),
        None => {
            store.tell(Notice::error(store.texts.basemap_failed.to_owned()));
            build();
        }
    }
}

/// What stands beside the map and on it, and what makes all of it follow the visitor.
fn interface(
    page: &Page,
    store: Store,
    stage: Option<SharedStage>,
    view: RwSignal<Option<View>>,
    hint: RwSignal<bool>,
    has_view: bool,
) {
    let shared = StoredValue::new_local(stage.clone());
    mount(&page.messages, store, || view! { <Notices /> }.into_any());
    mount(&page.map.root, store, move || {
        view! { <WheelHint store hint /> }.into_any()
    });
    mount(&page.column, store, || {
        view! { <Column fill=sheet_tree::fill /> }.into_any()
    });
    mount(&page.main, store, move || {
        view! { <Controls store view shared /> <MapFoot store shared /> }.into_any()
    });
    page.follow(store);
    loading::follow_panel(store);
    listing::follow(store);
    focus::follow(store);
    links::follow(store);
    sheet_height::follow(store);
    follow_title(store);
    let moved = stage.clone();
    url::follow(store, view, move |view| {
        if let Some(stage) = &moved {
            Stage::show_view(stage, view);
        }
    });
    if let Some(stage) = stage {
        map::attend(&stage, &page.map, store, has_view);
    }
}

/// Puts a part of the interface at the end of an element, for as long as the page lives.
fn mount(host: &HtmlElement, store: Store, part: impl FnOnce() -> AnyView + 'static) {
    let part: Box<dyn FnOnce() -> AnyView> = Box::new(part);
    mount_to(host.clone(), move || {
        provide_context(store);
        part()
    })
    .forget();
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
