//! Links of the page to itself: a plain click changes the state; a click that opens a new tab stays the browser's.

use super::dom;
use super::react;
use super::url;
use crate::state::Store;
use leptos::prelude::*;
use model::address::Address;
use web_sys::{MouseEvent, UrlSearchParams};

/// Turns clicks on links such as `./?initiative=…` into changes of state.
pub fn follow(store: Store) {
    let Some(document) = dom::document() else {
        return;
    };
    react::listen(&document, "click", move |event: MouseEvent| {
        let plain = event.button() == 0
            && !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key());
        if !plain || event.default_prevented() {
            return;
        }
        let Some((query, keeps)) = own_query(&event) else {
            return;
        };
        event.prevent_default();
        let pairs = UrlSearchParams::new_with_str(&query)
            .map(|params| url::pairs(&params))
            .unwrap_or_default();
        let (address, _) = Address::parse(&pairs, "");
        match keeps {
            Keeps::Nothing => store.filters.set(address.filters),
            Keeps::OtherFilters => {
                let territory = address.filters.territory;
                store
                    .filters
                    .update(|filters| filters.territory = territory);
            }
            Keeps::Filters => {}
        }
        store.panel.set(address.panel);
    });
}

/// What a link leaves as it is.
enum Keeps {
    Nothing,
    /// All filters but the territory.
    OtherFilters,
    Filters,
}

/// The query of the link clicked, when it leads to this page and need not reload it; and what it leaves as it is.
fn own_query(event: &MouseEvent) -> Option<(String, Keeps)> {
    let link = dom::target(event)?.closest("a[href]").ok()??;
    let href = link.get_attribute("href")?;
    let ours = !link.has_attribute("data-reload") && !link.has_attribute("target");
    let query = href.strip_prefix("./")?;
    let within = query.is_empty() || query.starts_with('?');
    let keeps = if link.has_attribute("data-sheet") {
        Keeps::Filters
    } else if link.has_attribute("data-within") {
        Keeps::OtherFilters
    } else {
        Keeps::Nothing
    };
    (ours && within).then(|| (query.to_owned(), keeps))
}
