//! Copies of the page's `<template>` elements, and the slots in them that a filler writes to.

use crate::dom;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlTemplateElement};

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
    /// The outermost element; `None` when it is of another type.
    pub fn root<E: JsCast>(&self) -> Option<E> {
        self.0.clone().dyn_into().ok()
    }

    /// The element of a slot; `None` when there is none, or one of another type.
    pub fn slot<E: JsCast>(&self, slot: Slot) -> Option<E> {
        self.element(slot)?.dyn_into().ok()
    }

    fn element(&self, slot: Slot) -> Option<Element> {
        let selector = ["[data-slot=", slot.name(), "]"].concat();
        self.0.query_selector(&selector).ok()?
    }
}
