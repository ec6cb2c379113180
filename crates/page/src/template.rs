//! Copies of the page's `<template>` elements, and the slots in them that a filler writes to.

use crate::dom;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlTemplateElement};

/// A place in a template that code fills. The markup names it by [`Slot::ATTRIBUTE`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slot(pub &'static str);

impl Slot {
    /// The attribute whose value is the name of a slot.
    pub const ATTRIBUTE: &str = "data-slot";

    /// The name of the slot.
    pub const fn name(self) -> &'static str {
        self.0
    }
}

/// Declares the slots of a template, and `SLOTS`, the list of them, which a test compares with the markup.
#[macro_export]
macro_rules! slots {
    ($($(#[$doc:meta])* $slot:ident = $name:literal;)*) => {
        $($(#[$doc])* pub const $slot: $crate::Slot = $crate::Slot($name);)*

        /// Every slot of the template.
        pub const SLOTS: &[$crate::Slot] = &[$($slot),*];
    };
}

/// A template of the page: one element, with all that is in it.
#[derive(Debug)]
pub struct Template(Element);

impl Template {
    /// The template with this id.
    pub fn find(id: &str) -> Option<Self> {
        let template: HtmlTemplateElement = dom::by_id(id)?.dyn_into().ok()?;
        let root = template.content().first_element_child()?;
        // Elements of a template belong to a document of their own. Imported once, copies need not change documents.
        let imported = dom::document()?.import_node_with_deep(&root, true).ok()?;
        Some(Self(imported.unchecked_into()))
    }

    /// A copy to fill, in no page yet.
    pub fn copy(&self) -> Option<Parts> {
        let copy = self.0.clone_node_with_deep(true).ok()?;
        Some(Parts(copy.unchecked_into()))
    }
}

/// A copy of a template.
#[derive(Debug)]
pub struct Parts(Element);

impl Parts {
    /// The parts of a copy that is in the page already, by its outermost element.
    pub fn of(root: Element) -> Self {
        Self(root)
    }

    /// The outermost element; `None` when it is of another type.
    pub fn root<E: JsCast>(&self) -> Option<E> {
        self.0.clone().dyn_into().ok()
    }

    /// The element of a slot; `None` when there is none, or one of another type.
    pub fn slot<E: JsCast>(&self, slot: Slot) -> Option<E> {
        self.element(slot)?.dyn_into().ok()
    }

    /// Writes the text of a slot.
    pub fn write(&self, slot: Slot, text: &str) {
        if let Some(element) = self.element(slot) {
            element.set_text_content(Some(text));
        }
    }

    /// Sets an attribute of a slot.
    pub fn set(&self, slot: Slot, name: &str, value: &str) {
        if let Some(element) = self.element(slot) {
            dom::set(&element, &[(name, value)]);
        }
    }

    /// Shows a slot, or hides it.
    pub fn show(&self, slot: Slot, shown: bool) {
        if let Some(element) = self.slot::<HtmlElement>(slot) {
            element.set_hidden(!shown);
        }
    }

    /// Moves what the outermost element holds into another, in place of what was there.
    pub fn pour_into(&self, host: &Element) {
        host.set_text_content(None);
        while let Some(child) = self.0.first_child() {
            let _ = host.append_child(&child);
        }
    }

    fn element(&self, slot: Slot) -> Option<Element> {
        let selector = ["[", Slot::ATTRIBUTE, "=", slot.name(), "]"].concat();
        self.0.query_selector(&selector).ok()?
    }
}
