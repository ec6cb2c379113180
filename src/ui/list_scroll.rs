//! The list stands where the visitor left it when the sheet over it closes. Its rows move with the map, and the focus that comes back
//! scrolls to its row: the place is taken again once both are done.

use crate::browser::{dom, react};
use crate::state::Store;
use leptos::prelude::*;
use web_sys::HtmlElement;

/// What scrolls.
const LIST: &str = ".browse";
/// Its rows are in their places by then, in milliseconds.
const SETTLED_MS: u64 = 500;

/// Keeps the place of the list for as long as the app lives.
pub fn follow(store: Store) {
    // Where it stood when a sheet opened, in pixels; and where it is to stand, until its rows are in their places.
    let left = StoredValue::new(None::<i32>);
    let due = StoredValue::new(None::<i32>);
    let mut was_open = store.panel.read_untracked().is_some();
    react::effect(move || {
        let is_open = store.panel.read().is_some();
        match (std::mem::replace(&mut was_open, is_open), is_open) {
            (false, true) => left.set_value(list().map(|list| list.scroll_top())),
            (true, false) => {
                due.set_value(left.get_value());
                react::after_paint(move || take(due));
                react::later(SETTLED_MS, move || due.set_value(None));
            }
            _ => {}
        }
    });
    react::effect(move || {
        store.listed.track();
        take(due);
    });
}

fn list() -> Option<HtmlElement> {
    dom::find(LIST)
}

fn take(due: StoredValue<Option<i32>>) {
    if let Some((list, place)) = list().zip(due.get_value()) {
        list.set_scroll_top(place);
    }
}
