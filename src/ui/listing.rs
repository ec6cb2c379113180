//! Fills the list. It follows the filters and the map once the map itself has been painted.
//!
//! A row is made once and then moved, by hand: made anew by the framework at each change, a hundred rows took longer than the map,
//! and each left subscriptions behind.

use super::row::Row;
use crate::browser::dom;
use crate::browser::react;
use crate::state::Store;
use leptos::prelude::*;
use model::domain::{Facet, Listed};
use page::Template;
use std::cell::RefCell;
use std::rc::Rc;
use ui::{ids, row};
use web_sys::HtmlElement;

/// Keeps the list right for as long as the page lives.
pub fn follow(store: Store) {
    let rows: Rc<RefCell<Vec<Row>>> = Rc::default();
    let (waiting, filled) = (StoredValue::new(false), rows.clone());
    react::effect(move || {
        // The levers asked for too: rows show them, though the same rows be shown.
        store.filters.track();
        store.shown.track();
        store.view_bounds.track();
        if store.catalogue.read().ready().is_none() || waiting.get_value() {
            return;
        }
        waiting.set_value(true);
        let rows = filled.clone();
        let refill = move || {
            waiting.set_value(false);
            let listed = untrack(|| store.listing());
            fill(store, &mut rows.borrow_mut(), &listed);
            store.listed.set(listed);
        };
        // The first rows stood in the page already, and are not seen to come and go.
        if filled.borrow().is_empty() {
            refill();
        } else {
            react::after_paint(refill);
        }
    });
    react::effect(move || {
        let hovered = store.hovered.get();
        for row in rows.borrow_mut().iter_mut() {
            let this_one = hovered.as_deref() == Some(row.id());
            row.highlight(this_one);
        }
    });
}

/// Puts each row in its list, at its place.
fn fill(store: Store, rows: &mut Vec<Row>, listed: &Listed) {
    make(store, rows);
    let lists = dom::by_id(ids::IN_VIEW).zip(dom::by_id(ids::OUT_OF_VIEW));
    let Some((in_view, out_of_view)) = lists else {
        return;
    };
    let parts = [
        (in_view, listed.in_view.as_slice()),
        (out_of_view, listed.out_of_view.as_slice()),
    ];
    let focused = dom::focused();
    // First those that leave a list, so that the others stay where they are.
    for (position, row) in rows.iter().enumerate() {
        let stays = |(list, positions): &(HtmlElement, &[usize])| {
            let is_there = row.element().parent_element().as_ref() == Some(list);
            is_there && positions.binary_search(&position).is_ok()
        };
        if !parts.iter().any(stays) {
            row.element().remove();
        }
    }
    for (list, positions) in &parts {
        let own = positions.iter().filter_map(|&position| rows.get(position));
        dom::arrange(list, list.first_element_child(), own.map(Row::element));
    }
    // A row that was moved has lost the focus.
    if let Some(element) = focused.filter(|focused| dom::focused().as_ref() != Some(focused)) {
        dom::focus_in_place(&element);
    }
}

/// A row for each initiative, shown by the lever that the filters ask for.
fn make(store: Store, rows: &mut Vec<Row>) {
    let asked = store.filters.read_untracked().asked(Facet::Lever);
    let catalogue = store.catalogue.read_untracked();
    let initiatives = catalogue
        .ready()
        .map_or(&[][..], |catalogue| &catalogue.initiatives);
    if rows.len() < initiatives.len()
        && let Some(template) = Template::find(row::TEMPLATE)
    {
        let new = initiatives.iter().skip(rows.len());
        rows.extend(new.filter_map(|summary| Row::new(&template, store, summary)));
    }
    for (row, summary) in rows.iter_mut().zip(initiatives) {
        row.show(summary.drawn(summary.shown_category(asked)));
    }
}
