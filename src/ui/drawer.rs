//! The drawer of a narrow layout, by finger: a tap on its bar, a drag of the bar, or of the whole drawer where only its first lines are
//! seen and nothing scrolls. The buttons of the bar do the same.

use crate::browser::{dom, react};
use crate::state::Store;
use leptos::prelude::*;
use model::DrawerHeight;
use std::cell::Cell;
use std::rc::Rc;
use ui::ids;
use web_sys::{Event, PointerEvent};

/// A drag shorter than this, in pixels, is none: on the bar it is a tap.
const SLOP: f64 = 24.0;

/// What a pointer went down on, and where.
#[derive(Clone, Copy)]
struct Start {
    y: f64,
    on_bar: bool,
}

/// Listens to taps and drags.
pub fn follow(store: Store) {
    let Some(document) = dom::document() else {
        return;
    };
    let started: Rc<Cell<Option<Start>>> = Rc::default();
    let (down, cancelled) = (started.clone(), started.clone());
    react::listen(&document, "pointerdown", move |event: PointerEvent| {
        let within = |selector| is_within(&event, selector);
        let on_bar = within("[data-drag=height]");
        // A mouse has its wheel, and drags links.
        let on_peek = event.pointer_type() != "mouse"
            && store.drawer.get_untracked() == DrawerHeight::Peek
            && within(".browse, .sheet")
            && is_drawer();
        let y = f64::from(event.client_y());
        down.set((on_bar || on_peek).then_some(Start { y, on_bar }));
    });
    react::listen(&document, "pointercancel", move |_: Event| {
        cancelled.set(None)
    });
    react::listen(&document, "pointerup", move |event: PointerEvent| {
        let Some(Start { y, on_bar }) = started.take() else {
            return;
        };
        let moved = f64::from(event.client_y()) - y;
        let page = dom::by_id(ids::PAGE).map_or(600.0, |page| f64::from(page.client_height()));
        if moved.abs() > SLOP {
            store
                .drawer
                .update(|height| *height = height.dragged(moved / page));
        } else if on_bar && !is_within(&event, "button") {
            store.drawer.update(|height| *height = height.tapped());
        }
    });
}

/// Whether an event began on what a selector matches, or in it.
fn is_within(event: &PointerEvent, selector: &str) -> bool {
    let found = dom::target(event).and_then(|target| target.closest(selector).ok()?);
    found.is_some()
}

/// Whether the column lies over the lower part of the map.
fn is_drawer() -> bool {
    let parts = dom::by_id(ids::PAGE).zip(dom::by_id(ids::COLUMN));
    parts.is_some_and(|(page, column)| column.client_height() < page.client_height())
}
