//! The app: reads the address, draws the map, mounts the interface; dropped, leaves nothing of it in the page.

use crate::browser::react::{self, Scope};
use crate::browser::{dom, fetch, focus, links, pointing, url};
use crate::map::MapHandle;
use crate::overlays::initiatives::{self, Initiatives, SharedInitiatives};
use crate::overlays::{layers, subject};
use crate::state::loading;
use crate::state::{Notice, Store};
use crate::ui::controls::{self, Controls, MapFoot, WheelHint};
use crate::ui::page::Page;
use crate::ui::{Column, Notices};
use crate::ui::{drawer, list_scroll, listing, sheet_tree, streets};
use js_sys::Function;
use leptos::prelude::*;
use model::address::Layout;
use std::rc::Rc;
use ui::ids;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{Event, HtmlElement};

/// The app in the page. `free()` it, and nothing is left: no element, no listener, no task.
#[wasm_bindgen]
pub struct App {
    host: HtmlElement,
    store: Store,
    map: Option<MapHandle>,
    _scope: Scope,
}

/// What scripts that help to explore the map may know of it (public/explore).
#[wasm_bindgen]
impl App {
    /// The edges of the view, in degrees: west, south, east, north. Empty before the map is drawn.
    pub fn seen(&self) -> Vec<f64> {
        let bounds = self.store.view_bounds.get_untracked();
        bounds.map_or_else(Vec::new, |bounds| bounds.to_vec())
    }

    /// The large town nearest to the middle of the view.
    pub fn town(&self) -> Option<String> {
        let map = self.map.as_ref()?;
        map.towns().near(map.camera().centre())
    }
}

impl Drop for App {
    fn drop(&mut self) {
        self.host.set_text_content(None);
    }
}

/// The map and what lies over it, where the browser draws one.
#[derive(Clone)]
struct Drawn {
    map: MapHandle,
    initiatives: SharedInitiatives,
    layers: Option<layers::Asked>,
}

impl App {
    /// Starts the app in the page: first the map, by hand; once it is painted, the interface. `None` without an element `#app` to start
    /// in. `read`: see [`fetch::read_with`]. `layers`: asks for the extension of layers, when the address asks for one.
    /// `streets`: asks for what draws streets.
    pub fn start(read: Function, layers: Option<Function>, streets: Function) -> Option<Self> {
        let host = dom::by_id(ids::APP)?;
        fetch::read_with(read);
        let scope = Scope::open();
        let (store, map) = scope.enter(|| open(&host, layers, streets));
        Some(Self {
            host,
            store,
            map,
            _scope: scope,
        })
    }
}

/// The state, and the map where the browser draws one.
fn open(
    host: &HtmlElement,
    layers: Option<Function>,
    ask_streets: Function,
) -> (Store, Option<MapHandle>) {
    let (start, problems) = url::read();
    let store = Store::new(&start, is_framed());
    for problem in &problems {
        store.tell(Notice::hint(url::problem_words(problem, store.texts)));
    }
    set_language(store);
    set_accent(store);
    let Some(page) = Page::build(host, store) else {
        return (store, None);
    };
    let page = Rc::new(page);
    let drawn = draw(&page, store, layers);
    let (content, held) = (drawn.clone(), page.clone());
    react::spawn(async move {
        loading::load_catalogue(store).await;
        if let Some(Drawn {
            map, initiatives, ..
        }) = content
        {
            initiatives::show_first(&map, &initiatives, store);
            held.focus_marker();
        }
    });
    let map = drawn.as_ref().map(|drawn| drawn.map.clone());
    let build = move || interface(&page, store, drawn, ask_streets);
    match &map {
        // Beside a list alone there is no map to wait for.
        Some(map) if start.options.layout != Some(Layout::List) => map.once_painted(build),
        Some(_) => build(),
        None => {
            store.tell(Notice::error(store.texts.basemap_failed.to_owned()));
            build();
        }
    }
    (store, map)
}

/// The map with its overlays.
fn draw(page: &Page, store: Store, layers: Option<Function>) -> Option<Drawn> {
    let map = MapHandle::start(store, page.map.clone())?;
    let initiatives = Initiatives::new(
        [page.map.markers.clone(), page.map.tags.clone()],
        store.texts,
    );
    map.add(initiatives.clone());
    let layers = layers.map(|asked| layers::start(&map, store, asked, &page.map.markers));
    Some(Drawn {
        map,
        initiatives,
        layers,
    })
}

/// What stands beside the map and on it, and what makes all of it follow the visitor.
fn interface(page: &Page, store: Store, drawn: Option<Drawn>, ask_streets: Function) {
    let map = drawn.as_ref().map(|drawn| drawn.map.clone());
    let shared = StoredValue::new_local(map.clone());
    mount(&page.messages, store, || view! { <Notices /> }.into_any());
    mount(&page.map.root, store, move || {
        view! { <WheelHint store /> }.into_any()
    });
    page.fill_column(|| {
        mount(&page.column, store, || {
            view! { <Column fill=sheet_tree::fill /> }.into_any()
        });
        listing::follow(store);
    });
    mount(&page.main, store, move || {
        view! { <Controls store shared /> <MapFoot store shared /> }.into_any()
    });
    page.follow(store);
    loading::follow_catalogue(store);
    loading::follow_panel(store);
    focus::follow(store);
    list_scroll::follow(store);
    links::follow(store);
    pointing::follow(store);
    drawer::follow(store);
    follow_title(store);
    follow_network(store);
    url::follow(store, move |view| {
        if let Some(map) = &map {
            map.show_again(view);
        }
    });
    if let Some(Drawn {
        map,
        initiatives,
        layers,
    }) = &drawn
    {
        let hosts = [&page.map.markers, &page.map.tags];
        initiatives::attend(map, initiatives, hosts, store);
        subject::follow(map, initiatives, store);
        if let Some(asked) = layers {
            layers::mount(&asked.layers, store);
            layers::follow(asked, store);
        }
        map.attend();
        if let Some(foot) = dom::find(".map-foot") {
            controls::follow_scale(store, &foot);
            streets::offer(store, map, ask_streets, &foot);
        }
    }
}

/// Puts a part of the interface at the end of an element, for as long as the app lives.
fn mount(host: &HtmlElement, store: Store, part: impl FnOnce() -> AnyView + 'static) {
    let part: Box<dyn FnOnce() -> AnyView> = Box::new(part);
    react::keep(mount_to(host.clone(), move || {
        provide_context(store);
        part()
    }));
}

/// Asks again for what did not come, once the network is back.
fn follow_network(store: Store) {
    if let Some(window) = dom::window() {
        react::listen(&window, "online", move |_: Event| store.retry.notify());
    }
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
    let Some((root, accent)) = dom::root().zip(store.options.read_untracked().accent) else {
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
        let is_open = store.panel.read().is_some();
        let sheet = store.sheet.read();
        let open = sheet.ready().filter(|_| is_open);
        let open = open.map(|tree| tree.name.clone());
        let site = store.title();
        let title = open.map_or(site.clone(), |open| format!("{open} · {site}"));
        if let Some(document) = dom::document() {
            document.set_title(&title);
        }
    });
}
