//! Elements, focus, style, listeners and measures.

use std::fmt::{Arguments, Write};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, Event, EventTarget, HtmlElement, Window};

/// The window, which a page always has.
pub fn window() -> Option<Window> {
    web_sys::window()
}

/// The document.
pub fn document() -> Option<Document> {
    window()?.document()
}

/// The root element, `<html>`.
pub fn root() -> Option<HtmlElement> {
    document()?.document_element()?.dyn_into().ok()
}

/// The element with this id.
pub fn by_id(id: &str) -> Option<HtmlElement> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// The first element that a selector finds.
pub fn find(selector: &str) -> Option<HtmlElement> {
    document()?.query_selector(selector).ok()??.dyn_into().ok()
}

/// The element that has the focus.
pub fn focused() -> Option<HtmlElement> {
    document()?.active_element()?.dyn_into().ok()
}

/// A new element.
pub fn create(name: &str) -> Option<HtmlElement> {
    document()?.create_element(name).ok()?.dyn_into().ok()
}

/// A new element at the end of another, of a class, with a text. Where the page makes none, it is that other.
pub fn add(parent: &Element, name: &str, class: &str, text: &str) -> HtmlElement {
    let made = create(name);
    if let Some(element) = &made {
        element.set_class_name(class);
        element.set_text_content(Some(text));
        let _ = parent.append_child(element);
    }
    made.unwrap_or_else(|| parent.clone().unchecked_into())
}

/// A new element of a class, in no page yet. Where the page makes none, it is the root element, which nothing then shows.
pub fn detached(name: &str, class: &str) -> HtmlElement {
    let made = create(name);
    if let Some(element) = &made {
        element.set_class_name(class);
    }
    made.or_else(root)
        .unwrap_or_else(|| JsValue::NULL.unchecked_into())
}

/// Sets attributes of an element.
pub fn set(element: &Element, attributes: &[(&str, &str)]) {
    for (name, value) in attributes {
        // It fails only on a name that is none.
        let _ = element.set_attribute(name, value);
    }
}

/// Puts elements in this order from `first` on, and moves those only that are not there yet.
pub fn arrange<'a>(
    parent: &Element,
    first: Option<Element>,
    elements: impl Iterator<Item = &'a HtmlElement>,
) {
    let mut next = first;
    for element in elements {
        let element: &Element = element;
        if next.as_ref() == Some(element) {
            next = element.next_element_sibling();
        } else {
            let _ = parent.insert_before(element, next.as_deref());
        }
    }
}

/// Milliseconds since the page began.
pub fn now() -> f64 {
    window()
        .and_then(|window| window.performance())
        .map_or(0.0, |performance| performance.now())
}

/// Something begins whose length tools that measure may want to know…
pub fn begin(name: &str) {
    if let Some(performance) = window().and_then(|window| window.performance()) {
        let _ = performance.mark(name);
    }
}

/// … and ends. The last time is kept, not those before: the browser would keep them all for as long as the page lives.
pub fn end(name: &str) {
    if let Some(performance) = window().and_then(|window| window.performance()) {
        performance.clear_measures_with_measure_name(name);
        let _ = performance.measure_with_start_mark(name, name);
        performance.clear_marks_with_mark_name(name);
    }
}

/// Whether a media query holds.
pub fn media(query: &str) -> bool {
    window()
        .and_then(|window| window.match_media(query).ok().flatten())
        .is_some_and(|list| list.matches())
}

/// Whether the visitor asked for less motion.
pub fn reduced_motion() -> bool {
    media("(prefers-reduced-motion: reduce)")
}

/// The element that an event began on.
pub fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

/// Puts the keyboard on an element, without scrolling to it.
pub fn focus_in_place(element: &HtmlElement) {
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = element.focus_with_options(&options);
}

/// Writes properties of style into memory that is kept from one to the next: a frame, which writes many, asks for none.
#[derive(Default)]
pub struct StyleWriter(String);

impl StyleWriter {
    /// Sets a property of an element's style.
    pub fn set(&mut self, element: &HtmlElement, name: &str, value: Arguments) {
        self.0.clear();
        // Neither fails: memory is all that a text needs, and the page leaves out what it does not understand.
        let _ = self.0.write_fmt(value);
        let _ = element.style().set_property(name, &self.0);
    }
}

/// A listener that stays as long as this value lives.
pub struct Listener {
    target: EventTarget,
    name: &'static str,
    callback: Closure<dyn FnMut(Event)>,
}

impl Listener {
    /// Listens to an event. The listener may cancel it: it is never passive.
    pub fn new<E: JsCast>(
        target: &EventTarget,
        name: &'static str,
        mut heard: impl FnMut(E) + 'static,
    ) -> Self {
        Self::boxed(
            target,
            name,
            Box::new(move |event: Event| heard(event.unchecked_into())),
        )
    }

    fn boxed(target: &EventTarget, name: &'static str, heard: Box<dyn FnMut(Event)>) -> Self {
        let callback = Closure::wrap(heard);
        let options = web_sys::AddEventListenerOptions::new();
        options.set_passive(false);
        let function = callback.as_ref().unchecked_ref();
        // It fails only on an object that is no event target.
        let _ = target.add_event_listener_with_callback_and_add_event_listener_options(
            name, function, &options,
        );
        Self {
            target: target.clone(),
            name,
            callback,
        }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let _ = self
            .target
            .remove_event_listener_with_callback(self.name, self.callback.as_ref().unchecked_ref());
    }
}
