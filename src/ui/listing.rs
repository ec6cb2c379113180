//! Fills the list. It follows the filters and the map once the map itself has been painted.
//!
//! A row is made once and then moved, by hand: made anew by the framework at each change, a hundred rows took longer than the map,
//! and each left subscriptions behind.

use super::row::Row;
use crate::browser::{dom, fetch, react};
use crate::state::Store;
use leptos::prelude::*;
use model::data::{FileKind, decode_one};
use model::domain::{Facet, Listed};
use page::Template;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use ui::{ids, row};
use web_sys::HtmlElement;

/// The file of the sentences of the initiatives, which are in French in both languages.
const LEADS: &str = "data/fr/leads.bin";
/// How long after the list is there they are asked for: after all that the first view needs.
const LEADS_MS: u64 = 500;

/// The lists, in the order of [`Listed::parts`].
const LISTS: [&str; 4] = [
    ids::OPENED,
    ids::IN_VIEW,
    ids::ON_TERRITORIES,
    ids::OUT_OF_VIEW,
];

/// Keeps the list right for as long as the page lives.
pub fn follow(store: Store) {
    let rows: Rc<RefCell<Vec<Row>>> = Rc::default();
    let filled = rows.clone();
    let [waiting, asked]: [Rc<Cell<bool>>; 2] = Default::default();
    react::effect(move || {
        // The levers asked for too: rows show them, though the same rows be shown.
        store.filters.track();
        store.shown.track();
        store.view_bounds.track();
        store.opened.track();
        if store.catalogue.read().ready().is_none() || waiting.get() {
            return;
        }
        waiting.set(true);
        let (rows, asked, waiting) = (filled.clone(), asked.clone(), waiting.clone());
        let refill = move || {
            waiting.set(false);
            let listed = untrack(|| store.listing());
            fill(store, &mut rows.borrow_mut(), &listed);
            store.listed.set(listed);
            if !rows.borrow().is_empty() && !asked.replace(true) {
                react::later(LEADS_MS, move || react::spawn(tell_leads(rows)));
            }
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

/// Asks for the sentences of the initiatives, and tells each in its row. Without them the list is whole, only shorter: nothing is said.
async fn tell_leads(rows: Rc<RefCell<Vec<Row>>>) {
    let Ok(bytes) = fetch::bytes(LEADS).await else {
        return;
    };
    let leads: Vec<(String, String)> = decode_one(FileKind::Leads, &bytes).unwrap_or_default();
    for row in rows.borrow().iter() {
        if let Some((_, lead)) = leads.iter().find(|(id, _)| id == row.id()) {
            row.tell(lead);
        }
    }
}

/// Puts each row in its list, at its place.
#[inline(never)]
fn fill(store: Store, rows: &mut Vec<Row>, listed: &Listed) {
    make(store, rows);
    let lists = LISTS.map(dom::by_id);
    let parts: Vec<(HtmlElement, &[usize])> = std::iter::zip(lists, listed.parts())
        .filter_map(|(list, positions)| Some((list?, positions)))
        .collect();
    let focused = dom::focused();
    // First those that leave a list, so that the others stay where they are.
    let mut homes: Vec<Option<&HtmlElement>> = vec![None; rows.len()];
    for (list, positions) in &parts {
        for &position in *positions {
            if let Some(home) = homes.get_mut(position) {
                *home = Some(list);
            }
        }
    }
    for (row, home) in std::iter::zip(rows.iter(), homes) {
        let parent = row.element().parent_element();
        if parent.is_some() && parent.as_ref() != home.map(AsRef::as_ref) {
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
