//! Focus follows the sheet: to its heading when it opens, back to where the visitor was when it closes.

use super::dom;
use super::react;
use crate::state::{Loadable, Store};
use leptos::prelude::*;
use model::domain::{Target, TargetKind};
use ui::ids;
use web_sys::{HtmlElement, KeyboardEvent};

/// Moves the focus when a sheet opens, is ready, or closes. The first sheet of a page does not steal it.
pub fn follow(store: Store) {
    let (mut before, mut opener) = (None, None);
    react::effect(move || {
        let panel = store.panel.get();
        match (before.replace(panel.clone()), &panel) {
            (Some(None), Some(_)) => {
                opener = dom::focused();
                store.raise_drawer();
            }
            (Some(Some(old)), None) => {
                let back = opener.clone();
                after_render(move || return_focus(back.as_ref(), &old));
            }
            _ => {}
        }
    });
    close_on_escape(store);
    follow_opened(store);
    // Nothing has focus to lose while the page itself is opening.
    let mut first = store.panel.get_untracked();
    react::effect(move || {
        let loading = matches!(*store.sheet.read(), Loadable::Loading);
        let panel = store.panel.get();
        if panel.is_none() || (!loading && first == panel) {
            first = None;
            return;
        }
        after_render(|| focus(dom::by_id(ids::SHEET_HEADING).as_ref()));
    });
}

/// To the heading of the initiatives that the visitor opens together, once their rows are there.
fn follow_opened(store: Store) {
    let mut before = None;
    react::effect(move || {
        store.listed.track();
        let opened = store.opened.read_untracked();
        let heading = opened.as_ref().map(|group| group.heading.clone());
        if std::mem::replace(&mut before, heading.clone()) != heading && heading.is_some() {
            after_render(|| focus(dom::by_id(ids::OPENED_HEADING).as_ref()));
        }
    });
}

/// Escape closes the sheet, wherever in it the focus is.
fn close_on_escape(store: Store) {
    let Some(document) = dom::document() else {
        return;
    };
    react::listen(&document, "keydown", move |event: KeyboardEvent| {
        if event.key() == "Escape" && store.panel.read_untracked().is_some() {
            store.panel.set(None);
        }
    });
}

/// To the element that opened the sheet, or to its row in the list, or to the list.
fn return_focus(opener: Option<&HtmlElement>, closed: &Target) {
    let row = || match closed.kind {
        TargetKind::Initiative => dom::find(&format!("[data-initiative=\"{}\"]", closed.id)),
        _ => None,
    };
    let still_here = opener
        .filter(|element| element.is_connected() && element.tag_name() != "BODY")
        .cloned();
    focus(
        still_here
            .or_else(row)
            .or_else(|| dom::by_id(ids::LIST_HEADING))
            .as_ref(),
    );
}

fn focus(element: Option<&HtmlElement>) {
    if let Some(element) = element {
        let _ = element.focus();
    }
}

/// Once the components have rendered what the state asks for.
fn after_render(act: impl FnOnce() + 'static) {
    request_animation_frame(act);
}
