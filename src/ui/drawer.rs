//! Drags the drawer of a narrow layout between its heights. The buttons of its bar do the same.

use crate::browser::{dom, react};
use crate::state::Store;
use leptos::prelude::*;
use ui::ids;
use web_sys::PointerEvent;

/// A drag shorter than this, in pixels, changes nothing.
const SLOP: f64 = 24.0;

/// Listens to drags of the bar.
pub fn follow(store: Store) {
    let Some(document) = dom::document() else {
        return;
    };
    let started = StoredValue::new(None::<f64>);
    react::listen(&document, "pointerdown", move |event: PointerEvent| {
        let on_bar = dom::target(&event)
            .and_then(|target| target.closest("[data-drag=height]").ok().flatten());
        started.set_value(on_bar.map(|_| f64::from(event.client_y())));
    });
    react::listen(&document, "pointerup", move |event: PointerEvent| {
        let Some(start) = started.get_value() else {
            return;
        };
        started.set_value(None);
        let moved = f64::from(event.client_y()) - start;
        let page = dom::by_id(ids::PAGE).map_or(600.0, |page| f64::from(page.client_height()));
        if moved.abs() > SLOP {
            store
                .drawer
                .update(|height| *height = height.dragged(moved / page));
        }
    });
}
