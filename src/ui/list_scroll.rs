//! The list stands where the visitor left it when the sheet over it closes. Its rows move with the map, and the focus that comes back
//! scrolls to its row: the place is taken again once both are done.

use crate::browser::{dom, react};
use crate::state::Store;
use leptos::prelude::*;
use std::cell::Cell;
use std::rc::Rc;
use web_sys::Event;

/// What scrolls.
const LIST: &str = ".browse";
/// Its rows are in their places by then, in milliseconds.
const SETTLED_MS: u64 = 500;

/// How far it is scrolled, in pixels.
type Place = Rc<Cell<Option<i32>>>;

/// Keeps the place of the list for as long as the app lives.
pub fn follow(store: Store) {
    let Some(list) = dom::find(LIST) else { return };
    // Where it stands under no sheet, in pixels; and where it is to stand, until its rows are in their places. Asked when a sheet is
    // opening, it may have lost its place already.
    let left: Place = Rc::default();
    let due: Place = Rc::default();
    let (scrolled, stands) = (list.clone(), left.clone());
    react::listen(&list, "scroll", move |_: Event| {
        if store.panel.read_untracked().is_none() {
            stands.set(Some(scrolled.scroll_top()));
        }
    });
    let to_take = due.clone();
    let mut was_open = store.panel.read_untracked().is_some();
    react::effect(move || {
        let is_open = store.panel.read().is_some();
        match (std::mem::replace(&mut was_open, is_open), is_open) {
            // It was never scrolled; of a list that nobody has seen, the row of the sheet is shown.
            (false, true) => left.set(left.get().or(Some(0))),
            (true, false) => {
                to_take.set(left.get());
                let (first, last) = (to_take.clone(), to_take.clone());
                react::after_paint(move || take(&first));
                react::later(SETTLED_MS, move || last.set(None));
            }
            _ => {}
        }
    });
    react::effect(move || {
        store.listed.track();
        take(&due);
    });
}

fn take(due: &Place) {
    if let Some((list, place)) = dom::find(LIST).zip(due.get()) {
        list.set_scroll_top(place);
    }
}
