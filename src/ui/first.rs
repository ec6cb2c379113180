//! The first view that the page held before any script, on its way out: the app draws the same in the same places. What the app makes
//! later stays until then, and the keyboard stays where it is.

use leptos::prelude::request_animation_frame;
use page::dom;
use std::iter::successors;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// What tells that an element of the app says the same as one of the first view.
const KEYS: [&str; 3] = ["data-initiative", "data-lever", "href"];

/// The parts that stay for a while.
#[derive(Default)]
pub struct First {
    land: Option<Element>,
    browse: Option<HtmlElement>,
    /// Which of the marks in view had the focus.
    mark: Option<usize>,
    /// What had the focus in the column.
    focused: Option<HtmlElement>,
}

impl First {
    /// Those that this element shows; none when the address asks for something else.
    pub fn of(host: &HtmlElement) -> Self {
        let find = |selector: &str| host.query_selector(selector).ok().flatten();
        if find(".first").is_none_or(|first| first.client_width() == 0) {
            return Self::default();
        }
        let active = dom::document().and_then(|document| document.active_element());
        let mark = active.filter(|element| {
            element
                .closest(".first-marks")
                .is_ok_and(|set| set.is_some())
        });
        Self {
            land: find(".first-land"),
            browse: find(".browse").and_then(|browse| browse.dyn_into().ok()),
            mark: mark.map(|mark| {
                successors(
                    mark.previous_element_sibling(),
                    Element::previous_element_sibling,
                )
                .count()
            }),
            focused: dom::focused().filter(|element| host.contains(Some(element))),
        }
    }

    /// Puts them into the frame of the app: France under the canvas, until that is painted; the rest in the column.
    pub fn settle(&self, stage: &HtmlElement, column: &HtmlElement) {
        if let Some(land) = &self.land {
            let frame = dom::detached("div", "first-frame");
            let _ = frame.append_child(land);
            let _ = stage.insert_before(&frame, stage.first_child().as_ref());
        }
        if let Some(browse) = &self.browse {
            let _ = column.append_child(browse);
        }
        // An element that was moved has lost the focus.
        if let Some(focused) = self
            .focused
            .as_ref()
            .filter(|element| element.is_connected())
        {
            dom::focus_in_place(focused);
        }
    }

    /// Puts the keyboard on the marker whose link had it.
    pub fn focus_marker(&self, hosts: [&HtmlElement; 2]) {
        let Some(position) = self.mark else { return };
        let children = |host: &HtmlElement| {
            successors(host.first_element_child(), Element::next_element_sibling)
        };
        let marker = hosts.into_iter().flat_map(children).nth(position);
        if let Some(marker) = marker.and_then(|marker| marker.dyn_into().ok()) {
            dom::focus_in_place(&marker);
        }
    }

    /// Makes the column, in place of what was there: as far scrolled, and the keyboard on what says the same.
    pub fn replace(&self, column: &HtmlElement, make: impl FnOnce()) {
        let Some(browse) = &self.browse else {
            return make();
        };
        let scrolled = browse.scroll_top();
        let focused = dom::focused().filter(|element| browse.contains(Some(element)));
        browse.remove();
        make();
        let column = column.clone();
        // The list is filled by then, and nothing is painted yet.
        request_animation_frame(move || {
            let find = |selector: &str| column.query_selector(selector).ok().flatten();
            if let Some(made) = find(".browse") {
                made.set_scroll_top(scrolled);
            }
            let same = focused.as_ref().and_then(key).and_then(|key| find(&key));
            if let Some(same) = same.and_then(|same| same.dyn_into().ok()) {
                dom::focus_in_place(&same);
            }
        });
    }
}

/// A selector of what says the same as an element.
fn key(element: &HtmlElement) -> Option<String> {
    let mut keys = KEYS.iter();
    keys.find_map(|key| Some(["[", key, "=\"", &element.get_attribute(key)?, "\"]"].concat()))
}
