//! The list stands where the visitor left it when the sheet over it closes. Its rows move with the map, and the focus that comes back
//! scrolls to its row: the place is taken again once both are done.

use crate::browser::{dom, react};
use crate::state::Store;
use leptos::prelude::*;
use web_sys::Event;

/// What scrolls.
const LIST: &str = ".browse";
/// Its rows are in their places by then, in milliseconds.
const SETTLED_MS: u64 = 500;

/// Keeps the place of the list for as long as the app lives.
pub fn follow(store: Store) {
    let Some(list) = dom::find(LIST) else { return };
    // Where it stands under no sheet, in pixels; and where it is to stand, until its rows are in their places. Asked when a sheet is
    // opening, it may have lost its place already.
    let left = StoredValue::new(None::<i32>);
    let due = StoredValue::new(None::<i32>);
    let scrolled = list.clone();
    react::listen(&list, "scroll", move |_: Event| {
        if store.panel.read_untracked().is_none() {
            left.set_value(Some(scrolled.scroll_top()));
        }
    });
    let mut was_open = store.panel.read_untracked().is_some();
    react::effect(move || {
        let is_open = store.panel.read().is_some();
        match (std::mem::replace(&mut was_open, is_open), is_open) {
            // It was never scrolled; of a list that nobody has seen, the row of the sheet is shown.
            (false, true) => left.update_value(|left| *left = left.or(Some(0))),
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

fn take(due: StoredValue<Option<i32>>) {
    if let Some((list, place)) = dom::find(LIST).zip(due.get_value()) {
        list.set_scroll_top(place);
    }
}
