//! The address bar: read at the start and on « back », written when the state changes.

use super::dom;
use super::react;
use crate::state::{Notice, Store};
use model::address::{Address, AddressProblem, View, is_place};
use model::text::Texts;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsValue;
use web_sys::{Event, Location, UrlSearchParams};

/// What the address bar says, and what it says wrong.
pub fn read() -> (Address, Vec<AddressProblem>) {
    let pairs = UrlSearchParams::new_with_str(&part(Location::search))
        .map(|params| pairs(&params))
        .unwrap_or_default();
    Address::parse(&pairs, &part(Location::hash))
}

/// A part of what the address bar says; empty when it has none.
fn part(read: fn(&Location) -> Result<String, JsValue>) -> String {
    dom::window()
        .and_then(|window| read(&window.location()).ok())
        .unwrap_or_default()
}

/// The pairs of a query, decoded.
pub fn pairs(params: &UrlSearchParams) -> Vec<(String, String)> {
    let pair = |entry: JsValue| {
        let entry = js_sys::Array::from(&entry);
        Some((entry.get(0).as_string()?, entry.get(1).as_string()?))
    };
    params
        .entries()
        .into_iter()
        .filter_map(|entry| pair(entry.ok()?))
        .collect()
}

/// The sentence that tells of a problem.
pub fn problem_words(problem: &AddressProblem, texts: &Texts) -> String {
    match problem {
        AddressProblem::Value { parameter, value } => (texts.ignored_parameter)(parameter, value),
        AddressProblem::View(value) => (texts.ignored_view)(value),
    }
}

/// Keeps the address bar and the state together, both ways. A choice is pushed, a movement of the map replaces: « back » undoes a
/// choice, not each step of a walk. In a frame nothing is pushed: its entries would be those of the page around it. `show` moves the map when the visitor goes back to a view.
pub fn follow(store: Store, show: impl Fn(Option<View>) + 'static) {
    let written = Rc::new(RefCell::new(read().0));
    let gone_to = written.clone();
    react::effect(move || {
        let address = store.address();
        let before = written.replace(address.clone());
        if address == before {
            return;
        }
        let chosen = (&address.filters, &address.panel) != (&before.filters, &before.panel);
        write(&address, chosen && !store.framed);
    });
    let Some(window) = dom::window() else { return };
    react::listen(&window, "popstate", move |_: Event| {
        // A skip link has moved the focus: the view stays, and so does its address.
        if is_place(&part(Location::hash)) {
            write(&gone_to.borrow(), false);
            return;
        }
        let (address, problems) = read();
        let view = address.view;
        gone_to.replace(address.clone());
        store.go_to(address);
        show(view);
        for problem in &problems {
            store.tell(Notice::hint(problem_words(problem, store.texts)));
        }
    });
}

fn write(address: &Address, push: bool) {
    let Some(history) = dom::window().and_then(|window| window.history().ok()) else {
        return;
    };
    let href = address.href();
    // A browser may refuse when the state changes very often: the map goes on, the next change writes again.
    let _ = if push {
        history.push_state_with_url(&JsValue::NULL, "", Some(&href))
    } else {
        history.replace_state_with_url(&JsValue::NULL, "", Some(&href))
    };
}
