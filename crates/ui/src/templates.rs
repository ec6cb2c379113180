//! The templates of the page: what the app makes without Leptos, rendered once by the tool.

use crate::layer_entry::{self, LayerEntry, chip};
use crate::layer_list::{self, LayerList, row as layer_row};
use crate::marker::{point, ring, tag};
use crate::page::{self as frame, PageFrame};
use crate::point_panel::{self, PointPanel};
use crate::row::{self, Row};
use ::page::Slot;
use chip::LayerChip;
use layer_row::LayerRow;
use leptos::prelude::*;
use point::PointFace;
use ring::RingFace;
use tag::TagFace;

/// A template: its id, the slots that a filler may name, and its markup.
pub struct Definition {
    /// The id of the `<template>`.
    pub id: &'static str,
    /// The slots in it.
    pub slots: &'static [Slot],
    /// The element it holds.
    pub markup: fn() -> AnyView,
}

fn define(id: &'static str, slots: &'static [Slot], markup: fn() -> AnyView) -> Definition {
    Definition { id, slots, markup }
}

/// What the first view is made of.
pub fn definitions() -> [Definition; 5] {
    [
        define(frame::TEMPLATE, frame::SLOTS, || {
            view! { <PageFrame /> }.into_any()
        }),
        define(point::TEMPLATE, point::SLOTS, || {
            view! { <PointFace /> }.into_any()
        }),
        define(ring::TEMPLATE, ring::SLOTS, || {
            view! { <RingFace /> }.into_any()
        }),
        define(tag::TEMPLATE, tag::SLOTS, || {
            view! { <TagFace /> }.into_any()
        }),
        define(row::TEMPLATE, row::SLOTS, || view! { <Row /> }.into_any()),
    ]
}

/// What layers are made of, which few visitors ask for.
pub fn layer_definitions() -> [Definition; 5] {
    [
        define(layer_entry::TEMPLATE, layer_entry::SLOTS, || {
            view! { <LayerEntry /> }.into_any()
        }),
        define(chip::TEMPLATE, chip::SLOTS, || {
            view! { <LayerChip /> }.into_any()
        }),
        define(layer_list::TEMPLATE, layer_list::SLOTS, || {
            view! { <LayerList /> }.into_any()
        }),
        define(layer_row::TEMPLATE, layer_row::SLOTS, || {
            view! { <LayerRow /> }.into_any()
        }),
        define(point_panel::TEMPLATE, point_panel::SLOTS, || {
            view! { <PointPanel /> }.into_any()
        }),
    ]
}

/// The templates of the first view. The tool writes them in the map's own page.
#[component]
pub fn Templates() -> impl IntoView {
    definitions().map(written).collect_view()
}

/// The templates of layers.
#[component]
pub fn LayerTemplates() -> impl IntoView {
    layer_definitions().map(written).collect_view()
}

fn written(template: Definition) -> impl IntoView {
    view! { <template id=template.id>{(template.markup)()}</template> }
}
