//! The territories inside a territory that have a page of their own, each kind in a list.

use super::{Source, inside, known};
use crate::pages::texts;
use crate::sheet::territory_link;
use crate::text::count::initiatives_counted;
use crate::text::territories as words;
use leptos::prelude::*;
use model::domain::{Territory, TerritoryKind};

/// The lists, or nothing where there is none.
pub fn parts(source: &Source<'_>, territory: &Territory) -> Option<AnyView> {
    let known = known(source);
    let parts = known.iter().filter(|one| {
        let around = source.gazetteer.touched(&one.territory, territory.kind);
        one.territory != *territory && around.contains(territory)
    });
    let parts: Vec<_> = parts.collect();
    let of_kind = |&kind: &TerritoryKind| {
        let items: Vec<_> = parts
            .iter()
            .filter(|one| one.territory.kind == kind)
            .map(|one| item(source, &one.territory, &one.name))
            .collect();
        (!items.is_empty()).then(|| {
            view! { <h4>{words::several(kind)}</h4> <ul class="names">{items}</ul> }
        })
    };
    // The largest first.
    let lists: Vec<_> = TerritoryKind::ALL.iter().filter_map(of_kind).collect();
    (!lists.is_empty()).then(|| {
        view! { <section class="parts"><h3>{words::PARTS}</h3> {lists}</section> }.into_any()
    })
}

/// A territory, its size, its initiatives.
pub fn item(source: &Source<'_>, territory: &Territory, name: &str) -> AnyView {
    let population = source.gazetteer.population(territory).map(texts().size);
    let count = inside(source, territory).len();
    let count = (count > 0).then(|| initiatives_counted(count));
    let note: Vec<String> = population.into_iter().chain(count).collect();
    let link = territory_link(territory, name);
    view! { <li>{link} " " <span class="note">{note.join(", ")}</span></li> }.into_any()
}
