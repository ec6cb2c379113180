//! The nearest initiatives that are elsewhere, with their distance in words.

use super::Source;
use crate::pages::texts;
use crate::sheet::page_link;
use crate::text::territories as words;
use content::gazetteer::kilometres;
use leptos::prelude::*;
use model::domain::{Initiative, Place, Precision, Target, Territory};

/// So many.
const MOST: usize = 5;
/// What is farther is near nothing: as far as from one région to the next but one, in kilometres.
pub const FARTHEST_KM: f64 = 300.0;

/// The nearest initiatives that are not in the territory, or nothing where it has no place.
pub fn nearest(source: &Source<'_>, territory: &Territory) -> Option<AnyView> {
    let from = source.gazetteer.point(territory)?;
    let around = source.gazetteer.around(territory);
    let found = found(
        source.links.initiatives.iter().copied(),
        territory,
        &around,
        from,
    );
    let items = found.into_iter();
    let items: Vec<_> = items
        .map(|(sheet, place, km)| near(sheet, note(place, km)))
        .collect();
    Some(match items.is_empty() {
        true => none_near(),
        false => nearest_of(items),
    })
}

/// The section where all initiatives are far away.
pub fn none_near() -> AnyView {
    view! {
        <section class="nearest">
            <h3>{words::NEAREST}</h3>
            <p>{words::none_within(FARTHEST_KM)}</p>
        </section>
    }
    .into_any()
}

/// The section of the nearest initiatives.
pub fn nearest_of(items: Vec<AnyView>) -> AnyView {
    view! {
        <section class="nearest">
            <h3>{words::NEAREST}</h3>
            <p class="note">{words::FROM}</p>
            <ul class="short">{items}</ul>
        </section>
    }
    .into_any()
}

/// One of them. `note`: how far, and where.
pub fn near(sheet: &Initiative, note: String) -> AnyView {
    let summary = &sheet.summary;
    let link = page_link(&Target::initiative(&summary.id), summary.name.clone());
    view! { <li>{link} " " <span class="note">{note}</span></li> }.into_any()
}

/// « à 12 km, Nanterre ».
pub fn note(place: &Place, km: f64) -> String {
    format!("{}, {}", (texts().screen.away)(km), place.town())
}

/// The initiatives nearest to a territory, none farther than [`FARTHEST_KM`], each with its nearest place and how far that is. What covers
/// one of the levels `around` it is
/// not elsewhere, and what covers a département or more is at no distance.
pub fn found<'a>(
    all: impl Iterator<Item = &'a Initiative>,
    territory: &Territory,
    around: &[Territory],
    from: (f64, f64),
) -> Vec<(&'a Initiative, &'a Place, f64)> {
    let is_here = |place: &Place| {
        place.is_in(territory)
            || place
                .covered()
                .is_some_and(|covered| around.contains(covered))
    };
    let elsewhere = all.filter(|sheet| !sheet.summary.places.iter().any(is_here));
    let nearest = elsewhere.filter_map(|sheet| {
        let places = sheet.summary.places.iter();
        let located = places.filter(|place| place.precision < Precision::Departement);
        let far = located.map(|place| (place, kilometres(from, (place.lon, place.lat))));
        let (place, km) = far.min_by(|a, b| a.1.total_cmp(&b.1))?;
        (km <= FARTHEST_KM).then_some((sheet, place, km))
    });
    let mut found: Vec<_> = nearest.collect();
    found.sort_by(|a, b| {
        a.2.total_cmp(&b.2)
            .then_with(|| a.0.summary.id.cmp(&b.0.summary.id))
    });
    found.truncate(MOST);
    found
}
