//! Puts the frame of the page in place: the column, still empty, and the map, which is drawn before anything of Leptos runs.

use super::first::First;
use crate::browser::react;
use crate::map::Elements;
use crate::state::Store;
use leptos::prelude::{Get, Read, untrack};
use model::address::Layout;
use page::{Template, dom};
use ui::{ids, page as frame};
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
    /// The names of all initiatives, which the page held before.
    names: Option<HtmlElement>,
    /// The first view, which the page held before.
    first: First,
}

impl Page {
    /// The frame, in place of what this element holds; `None` where the browser makes no canvas.
    pub fn build(host: &HtmlElement, store: Store) -> Option<Self> {
        let texts = store.texts;
        let parts = Template::find(frame::TEMPLATE)?.copy()?;
        parts.write(frame::HELP, texts.map_help);
        for (slot, name) in [
            (frame::MAIN, texts.map),
            (frame::CANVAS, texts.map),
            (frame::MARKERS, texts.markers),
            (frame::TAGS, texts.tags),
        ] {
            parts.set(slot, "aria-label", name);
        }
        let root: HtmlElement = parts.slot(frame::PAGE)?;
        let _ = root.class_list().toggle_with_force("framed", store.framed);
        untrack(|| show(&root, store));
        let slots = [
            frame::COLUMN,
            frame::MESSAGES,
            frame::MAIN,
            frame::STAGE,
            frame::MARKERS,
            frame::TAGS,
            frame::BOX,
        ];
        let [
            Some(column),
            Some(messages),
            Some(main),
            Some(stage),
            Some(markers),
            Some(tags),
            Some(box_outline),
        ] = slots.map(|slot| parts.slot::<HtmlElement>(slot))
        else {
            return None;
        };
        let map = Elements {
            root: stage,
            canvas: parts.slot(frame::CANVAS)?,
            markers,
            tags,
            column: column.clone(),
            box_outline,
        };
        // A copy: the crash page has the others.
        let names = dom::by_id(ids::NAMES);
        let names = names.and_then(|names| names.clone_node_with_deep(true).ok());
        let names: Option<HtmlElement> = names.map(JsCast::unchecked_into);
        if let Some(names) = &names {
            names.set_class_name("names");
        }
        let first = First::of(host);
        let find = dom::find(".find");
        let typing = dom::focused().filter(|focused| {
            let find = find.as_ref();
            find.is_some_and(|find| find.contains(Some(focused)))
        });
        if let Some(find) = &find {
            let _ = root.insert_before(find, Some(&column));
        }
        let page = Self {
            root,
            column,
            messages,
            main,
            map,
            names,
            first,
        };
        parts.pour_into(host);
        page.first.settle(&page.map.root, &page.column);
        // An element that was moved has lost the focus.
        if let Some(typing) = &typing {
            dom::focus_in_place(typing);
        }
        Some(page)
    }

    /// The markers are there: the one whose link had the focus gets it.
    pub fn focus_marker(&self) {
        self.first.focus_marker([&self.map.markers, &self.map.tags]);
    }

    /// Makes what stands in the column, in place of what stood there before any script.
    pub fn fill_column(&self, make: impl FnOnce()) {
        self.first.replace(&self.column, make);
    }

    /// Says how tall the drawer is, and whether a sheet is open, for the style. The names of all initiatives stand in for a catalogue
    /// that does not come.
    pub fn follow(&self, store: Store) {
        if let Some(names) = self.names.clone() {
            react::effect(move || {
                let list = dom::by_id(ids::LIST);
                match list.filter(|_| store.catalogue.read().has_failed()) {
                    Some(list) => drop(list.append_child(&names)),
                    None => names.remove(),
                }
            });
        }
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
