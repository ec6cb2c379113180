//! The list follows the filters and the map once the map itself has been painted: its many rows take longer than the markers.

use super::react;
use crate::view::Store;
use leptos::prelude::*;
use std::time::Duration;

/// Keeps the list right for as long as the page lives.
pub fn follow(store: Store) {
    let waiting = StoredValue::new(false);
    react::effect(move || {
        store.shown.track();
        store.view_bounds.track();
        if waiting.get_value() {
            return;
        }
        waiting.set_value(true);
        after_paint(move || {
            waiting.set_value(false);
            let listing = untrack(|| store.listing());
            if *store.listed.read_untracked() != listing {
                store.listed.set(listing);
            }
        });
    });
}

/// A task of the next frame runs before it is painted; one that this task leaves behind runs after.
fn after_paint(act: impl FnOnce() + 'static) {
    request_animation_frame(move || set_timeout(act, Duration::ZERO));
}
