//! A level of the stack: its authority, the initiatives that cover it, and what its authority did in the territory of the page.

use super::{Source, acts, authorities_of, covers};
use crate::build::levers_in;
use crate::pages::{lists, texts};
use crate::sheet::{page_link, territory_link};
use crate::text::territories as words;
use leptos::prelude::*;
use model::domain::{Authority, Initiative, Target, Territory, TerritoryKind};

/// A level, seen from the territory of a page.
pub struct Level<'a> {
    /// The territory of the page.
    pub here: &'a Territory,
    /// That of the level: the same, or one around it.
    pub territory: &'a Territory,
    /// Its name.
    pub name: &'a str,
    /// The initiatives of the territory of the page.
    pub inside: &'a [&'a Initiative],
}

/// The levels around a territory, by what the documents say of them.
pub struct Levels<'a> {
    /// Those that are told of, one by one.
    pub told: Vec<&'a Territory>,
    /// The kinds of those among them whose authority they name, and no initiative over them.
    pub uncovered: Vec<TerritoryKind>,
    /// Those of which they name neither.
    pub silent: Vec<&'a Territory>,
}

impl<'a> Levels<'a> {
    /// Parts the levels `around`, in their order. `here`, if it is among them, is told of: it has its initiatives.
    pub fn of(
        source: &Source<'_>,
        here: &Territory,
        around: impl Iterator<Item = &'a Territory>,
    ) -> Self {
        let mut levels = Self {
            told: Vec::new(),
            uncovered: Vec::new(),
            silent: Vec::new(),
        };
        for territory in around {
            let is_uncovered = territory != here && covering(source, territory).is_empty();
            if is_uncovered && authorities_of(source, territory).is_empty() {
                levels.silent.push(territory);
                continue;
            }
            levels.told.push(territory);
            if is_uncovered {
                levels.uncovered.push(territory.kind);
            }
        }
        levels.uncovered.dedup();
        levels
    }
}

fn covering<'a>(source: &Source<'a>, territory: &Territory) -> Vec<&'a Initiative> {
    let all = source.links.initiatives.iter().copied();
    all.filter(|sheet| covers(sheet, territory)).collect()
}

/// A level of which nothing is said: a link to it.
pub fn silent(territory: &Territory, name: &str) -> AnyView {
    let heading = words::level(territory.kind, name, false);
    view! { <li data-level=territory.kind.id()>{territory_link(territory, &heading)}</li> }
        .into_any()
}

/// The levels of which nothing is said, told once for all.
pub fn silent_of(items: Vec<AnyView>) -> AnyView {
    view! { <section class="silent"><p>{words::SILENT}</p><ul class="short">{items}</ul></section> }
        .into_any()
}

/// That no initiative is over these levels, told once for all.
pub fn uncovered(source: &Source<'_>, kinds: &[TerritoryKind]) -> AnyView {
    view! { <p>{words::nothing_over(&documents(source), kinds)}</p> }.into_any()
}

/// « Aucun des cinq documents (2016–2021) ».
pub fn documents(source: &Source<'_>) -> String {
    words::none_of(source.content.documents.iter().map(|one| &one.document))
}

/// The section of a level.
pub fn level(source: &Source<'_>, level: &Level<'_>) -> AnyView {
    let kind = level.territory.kind;
    let is_here = level.here == level.territory;
    let heading = words::level(kind, level.name, is_here);
    let heading = match is_here {
        true => heading.into_any(),
        false => territory_link(level.territory, &heading),
    };
    let authorities = authorities_of(source, level.territory);
    let own = authorities
        .iter()
        .map(|one| acts::of_authority(source, one));
    let own = match authorities.is_empty() {
        true => view! { <p class="note">{words::NO_AUTHORITY}</p> }.into_any(),
        false => own.collect_view().into_any(),
    };
    let here = (!is_here)
        .then(|| acted_here(&authorities, level))
        .flatten();
    view! {
        <section class="storey" data-level=kind.id()>
            <h3>{heading}</h3>
            {own}
            {here}
            {initiatives(source, level)}
        </section>
    }
    .into_any()
}

/// Those of a commune are the initiatives in it; those of a larger territory cover all of it.
fn initiatives(source: &Source<'_>, level: &Level<'_>) -> AnyView {
    let kind = level.territory.kind;
    if kind == TerritoryKind::Commune {
        let own: Vec<_> = level.inside.to_vec();
        return match own.is_empty() {
            true => {
                let commune = source.gazetteer.commune_name(&level.territory.code);
                let words = words::nothing_in(&documents(source), commune.unwrap_or(level.name));
                view! { <p>{words}</p> }.into_any()
            }
            false => lists::with_acts(source, &own),
        };
    }
    match covering(source, level.territory).as_slice() {
        // Of the levels around, it is told once below them.
        [] if level.here != level.territory => ().into_any(),
        [] => uncovered(source, &[kind]),
        some if level.here == level.territory => lists::with_acts(source, some),
        some => {
            view! { <p>{words::covering(kind, some.len())}</p> {short(source, some)} }.into_any()
        }
    }
}

/// Names, with what authorities did.
fn short(source: &Source<'_>, sheets: &[&Initiative]) -> AnyView {
    let items = sheets.iter().map(|sheet| {
        let summary = &sheet.summary;
        let link = page_link(&Target::initiative(&summary.id), summary.name.clone());
        view! { <li>{link} {acts::of_initiative(source, sheet)}</li> }
    });
    view! { <ul class="short">{items.collect_view()}</ul> }.into_any()
}

/// The initiatives of the page's territory in which the authorities of the level take part.
fn acted_here(authorities: &[&Authority], level: &Level<'_>) -> Option<AnyView> {
    let items: Vec<_> = level
        .inside
        .iter()
        .filter(|sheet| !covers(sheet, level.territory))
        .filter_map(|sheet| {
            let mut acting = authorities.iter().map(|one| &one.reference.id);
            let id = acting.find(|id| sheet.summary.authorities.contains(id))?;
            let levers = levers_in(sheet, id);
            let note = match levers.as_str() {
                "" => words::NO_LEVER.to_owned(),
                _ => levers,
            };
            let link = page_link(
                &Target::initiative(&sheet.summary.id),
                sheet.summary.name.clone(),
            );
            Some(view! { <li>{link} <span class="note">{format!("\u{a0}: {note}")}</span></li> })
        })
        .collect();
    (!items.is_empty())
        .then(|| view! { <p>{words::ACTED_HERE}</p> <ul class="short">{items}</ul> }.into_any())
}

/// A number of inhabitants, with the year and who counted.
pub fn inhabitants(source: &Source<'_>, territory: &Territory) -> Option<AnyView> {
    let population = source.gazetteer.population(territory)?;
    let said = (texts().inhabitants)(population, content::gazetteer::POPULATION_YEAR);
    Some(inhabitants_said(said))
}

/// « 98 120 habitants (2023) », and who counted.
pub fn inhabitants_said(said: String) -> AnyView {
    view! { <p class="lead"><span>{said}</span> " " <span class="note">{texts().official_population}</span></p> }
        .into_any()
}
