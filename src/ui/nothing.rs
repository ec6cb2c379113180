//! What the list says when the view holds nothing: what the documents do not tell, and what is nearest. Never that a filter is wrong.

use super::reactive::{flag, parts, text, when};
use crate::state::{Store, store};
use leptos::prelude::*;
use model::data::sentence;
use model::domain::{Catalogue, Near, Target, nearest};
use model::text::later;

/// So many of the nearest are named.
const NEAREST: usize = 3;

/// The sentence and the nearest initiatives, as long as the view holds none.
#[component]
pub fn NothingHere() -> impl IntoView {
    let store = store();
    when(flag(move || is_empty(store)), move || message(store))
}

/// Whether the view is known to hold nothing: the list has been filled, and nothing is in view.
fn is_empty(store: Store) -> bool {
    let (listed, shown) = (store.listed.read(), store.shown.read());
    let is_filled = shown.is_empty() || !listed.out_of_view.is_empty();
    let [seen @ .., _] = listed.parts();
    let is_empty = seen.iter().all(|part| part.is_empty());
    store.catalogue.read().ready().is_some() && is_empty && is_filled
}

fn message(store: Store) -> AnyView {
    let texts = store.texts;
    let said = move || {
        let position = match store.shown.read().is_empty() {
            true => later::NOTHING_SHOWN,
            false => later::NOTHING_HERE,
        };
        sentence(&store.names.read(), position)
    };
    store.wants_facets.set(true);
    let near = Memo::new(move |_| nearby(store));
    let items = move || {
        let near = near.get().into_iter();
        near.map(|(name, words, href)| {
            let href = text(move || href.clone());
            view! { <li><a href=href data-sheet=""><span lang="fr">{name}</span></a>" "{words}</li> }
                .into_any()
        })
        .collect()
    };
    view! {
        <div class="empty">
            <p prop:textContent=text(said)></p>
            <p hidden=flag(move || near.read().is_empty())>{texts.nearest}</p>
            <ul>{parts(items)}</ul>
        </div>
    }
    .into_any()
}

/// Name, distance in words and address of the initiatives nearest to the middle of the view, wherever they are.
fn nearby(store: Store) -> Vec<(String, String, String)> {
    let Some([west, south, east, north]) = store.view_bounds.get() else {
        return Vec::new();
    };
    let mut filters = store.filters.get();
    filters.territory = None;
    let middle = ((west + east) / 2.0, (south + north) / 2.0);
    let words = |catalogue: &Catalogue, near: &Near| {
        let summary = catalogue.initiatives.get(near.position)?;
        let href = store.sheet_href(Target::initiative(&summary.id));
        Some((summary.name.clone(), (store.texts.away)(near.km), href))
    };
    store
        .with_catalogue(|catalogue| {
            let near = nearest(catalogue, &filters, middle, NEAREST);
            near.iter()
                .filter_map(|near| words(catalogue, near))
                .collect()
        })
        .unwrap_or_default()
}
