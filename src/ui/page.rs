//! The frame of the page: the column, still empty, and the map. Built element by element, as the map is drawn in it before anything of
//! Leptos runs.

use crate::browser::dom;
use crate::browser::react;
use crate::map::Elements;
use crate::state::Store;
use leptos::prelude::{Get, Read, untrack};
use model::address::Layout;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// The attribute that tells the height of the drawer.
const HEIGHT: &str = "data-height";

/// The elements that stay as long as the page lives.
pub struct Page {
    /// Column and map.
    pub root: HtmlElement,
    /// Beside the map; over its lower part in a narrow layout.
    pub column: HtmlElement,
    /// Where messages stand, before the map.
    pub messages: HtmlElement,
    /// The map and what lies on it.
    pub main: HtmlElement,
    /// What the map is drawn in.
    pub map: Elements,
}

impl Page {
    /// The frame, in place of what this element holds; `None` where the browser makes no canvas.
    pub fn build(host: &HtmlElement, store: Store) -> Option<Self> {
        let texts = store.texts;
        host.set_text_content(None);
        for (href, words) in [
            ("#liste", texts.skip_to_list),
            ("#carte", texts.skip_to_map),
        ] {
            dom::set(&dom::add(host, "a", "skip", words), &[("href", href)]);
        }
        let root = dom::add(
            host,
            "div",
            if store.framed { "page framed" } else { "page" },
            "",
        );
        untrack(|| show(&root, store));
        let column = dom::add(&root, "div", "column", "");
        let main = dom::add(&root, "main", "map", "");
        dom::set(&main, &[("aria-label", texts.map)]);
        let messages = dom::add(&main, "div", "", "");
        let stage = dom::add(&main, "div", "stage", "");
        let canvas = dom::add(&stage, "canvas", "", "");
        dom::set(
            &canvas,
            &[
                ("id", "carte"),
                ("tabindex", "0"),
                ("role", "application"),
                ("aria-label", texts.map),
                ("aria-describedby", "carte-aide"),
            ],
        );
        // Described by it, though it is not laid out.
        let help = dom::add(&stage, "p", "", texts.map_help);
        dom::set(&help, &[("id", "carte-aide"), ("hidden", "")]);
        let group = |class, name| {
            let group = dom::add(&stage, "div", class, "");
            dom::set(&group, &[("role", "group"), ("aria-label", name)]);
            group
        };
        let markers = group("markers", texts.markers);
        let box_outline = dom::add(&stage, "div", "box-outline", "");
        box_outline.set_hidden(true);
        Some(Self {
            map: Elements {
                root: stage,
                canvas: canvas.dyn_into().ok()?,
                markers,
                column: column.clone(),
                box_outline,
            },
            root,
            column,
            messages,
            main,
        })
    }

    /// Says how tall the drawer is, and whether a sheet is open, for the style.
    pub fn follow(&self, store: Store) {
        let root = self.root.clone();
        react::effect(move || {
            let is_open = store.panel.read().is_some();
            let _ = root.class_list().toggle_with_force("sheet-open", is_open);
            show(&root, store);
        });
    }
}

/// What of the page is shown, and how tall the drawer is.
fn show(root: &HtmlElement, store: Store) {
    let layout = store.options.read().layout.unwrap_or(Layout::Both);
    let height = store.drawer.get();
    dom::set(root, &[("data-layout", layout.id()), (HEIGHT, height.id())]);
}
