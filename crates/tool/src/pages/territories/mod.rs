//! The territories that the map has something to say of, and their pages: for each level, from the commune to the région, what is done
//! there and what its authority did.

mod abroad;
pub mod acts;
mod index;
mod level;
mod near;
mod page;
pub mod panels;
mod parts;

pub use index::{items, list};
pub use level::{Level, level};
pub use near::nearest;
pub use page::how_to_add;
pub use parts::parts;

use super::{Page, Source};
use content::fold::fold;
use model::domain::{Authority, AuthorityKind, Initiative, Territory, TerritoryKind, commune_of};
use std::collections::BTreeSet;

/// A territory with initiatives or an authority, its own or inside it.
pub struct Known {
    /// Kind and code.
    pub territory: Territory,
    /// « Nanterre (92) ».
    pub name: String,
}

/// The pages: those of régions are elsewhere, where they have always been.
pub fn pages(source: &Source<'_>) -> Vec<Page> {
    let known = known(source);
    let own = known
        .iter()
        .filter(|one| one.territory.kind != TerritoryKind::Region);
    let pages = own.map(|one| page::page(source, one));
    pages.chain(abroad::page(source)).collect()
}

/// The territories that have a page, by name. Found once for a source.
pub fn known<'a>(source: &'a Source<'_>) -> &'a [Known] {
    source.territories.get_or_init(|| find_known(source))
}

fn find_known(source: &Source<'_>) -> Vec<Known> {
    let initiatives = source.links.initiatives.iter();
    let places = initiatives.flat_map(|sheet| &sheet.summary.places);
    let of_places = places.flat_map(|place| place.territories.first());
    let authorities = source.links.authorities.iter();
    let of_authorities = authorities.flat_map(|sheet| &sheet.territories);
    let own: BTreeSet<Territory> = of_places.chain(of_authorities).map(city).collect();
    let around = own.iter().flat_map(|one| source.gazetteer.around(one));
    let all: BTreeSet<Territory> = around.map(|one| city(&one)).collect();
    let named = all.into_iter().filter_map(|territory| {
        let name = source.gazetteer.name(&territory)?;
        Some(Known { territory, name })
    });
    let mut known: Vec<Known> = named.collect();
    known.sort_by_cached_key(|one| (fold(&one.name), one.territory.kind));
    known
}

/// An arrondissement of Paris, Lyon or Marseille is told of with its city.
fn city(territory: &Territory) -> Territory {
    let code = match territory.kind {
        TerritoryKind::Commune => commune_of(&territory.code),
        _ => &territory.code,
    };
    Territory {
        kind: territory.kind,
        code: code.to_owned(),
    }
}

/// The initiatives with a place in the territory, or that cover it.
pub fn inside<'a>(source: &Source<'a>, territory: &Territory) -> Vec<&'a Initiative> {
    let all = source.links.initiatives.iter().copied();
    all.filter(|sheet| sheet.summary.is_in(territory)).collect()
}

/// Whether the initiative covers the whole of the territory.
fn covers(sheet: &Initiative, territory: &Territory) -> bool {
    let mut places = sheet.summary.places.iter();
    places.any(|place| place.covered() == Some(territory))
}

/// The authorities of a territory: its own first, then the bodies that it is a part of, or is made of.
fn authorities_of<'a>(source: &Source<'a>, territory: &Territory) -> Vec<&'a Authority> {
    let all = source.links.authorities.iter().copied();
    let mut there: Vec<_> = all
        .filter(|sheet| sheet.territories.contains(territory))
        .collect();
    there.sort_by_key(|sheet| sheet.reference.kind == AuthorityKind::Mixed);
    there
}
