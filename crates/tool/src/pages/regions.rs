//! One page a région: its initiatives, the levers of its authorities, those authorities.

use super::shared::Shared;
use super::territories::Level;
use super::{Located, Page, Section, Source, json_ld, lists, territories, texts};
use crate::sheet::links;
use crate::territory_path::territory_path;
use crate::text::PageTexts;
use crate::text::pages::kind_of;
use leptos::prelude::*;
use model::address::Address;
use model::domain::{
    Authority, Filters, Initiative, LinkGroup, LinkKind, SheetLink, Target, Territory,
    TerritoryKind,
};
use std::collections::BTreeSet;

/// A région.
pub struct Region<'a> {
    /// Its code.
    pub territory: Territory,
    /// « Hauts-de-France ».
    pub name: String,
    /// Its initiatives, by name. There may be none.
    pub initiatives: Vec<&'a Initiative>,
}

impl Region<'_> {
    /// Its folder.
    pub fn path(&self) -> String {
        territory_path(&self.territory)
    }
}

/// The régions, by name.
pub fn regions<'a>(source: &Source<'a>) -> Vec<Region<'a>> {
    let initiatives_of = |territory: &Territory| {
        let all = source.links.initiatives.iter().copied();
        all.filter(|sheet| regions_of(sheet).any(|region| region == territory))
            .collect()
    };
    let regions = source.gazetteer.regions().into_iter();
    regions
        .map(|(territory, name)| Region {
            initiatives: initiatives_of(&territory),
            territory,
            name,
        })
        .collect()
}

/// The régions that have initiatives, by name.
pub fn with_initiatives<'a>(source: &Source<'a>) -> Vec<Region<'a>> {
    let mut regions = regions(source);
    regions.retain(|region| !region.initiatives.is_empty());
    regions
}

/// The initiatives that are in no région: abroad.
pub fn abroad<'a>(source: &Source<'a>) -> Vec<&'a Initiative> {
    let all = source.links.initiatives.iter().copied();
    all.filter(|sheet| regions_of(sheet).next().is_none())
        .collect()
}

fn regions_of(sheet: &Initiative) -> impl Iterator<Item = &Territory> {
    let territories = sheet
        .summary
        .places
        .iter()
        .flat_map(|place| &place.territories);
    territories.filter(|territory| territory.kind == TerritoryKind::Region)
}

/// The pages.
pub fn pages(source: &Source<'_>) -> Vec<Page> {
    regions(source)
        .iter()
        .map(|region| page(source, region))
        .collect()
}

fn page(source: &Source<'_>, region: &Region<'_>) -> Page {
    let path = region.path();
    let description = (PageTexts::get().about_region)(&region.name, region.initiatives.len());
    let address = Address {
        filters: Filters::within(region.territory.clone()),
        ..Address::default()
    };
    let items: Vec<_> = region
        .initiatives
        .iter()
        .map(|sheet| {
            let target = Target::initiative(&sheet.summary.id);
            let url = format!("{}{}/", source.site().url, target.path());
            (sheet.summary.name.clone(), url)
        })
        .collect();
    let url = format!("{}{path}", source.site().url);
    Page {
        json_ld: json_ld::list(&region.name, &description, &url, &items),
        main: source.html(&path, || main(source, region)),
        title: region.name.clone(),
        description,
        shared: Some(Shared::of(kind_of(Section::Regions), &region.initiatives)),
        on_paper: false,
        above: Some(Section::Regions),
        on_map: Some(address.query()),
        locator: source.locator(&Located {
            label: region.name.clone(),
            territories: vec![region.territory.clone()],
            ..Located::default()
        }),
        path,
    }
}

fn main(source: &Source<'_>, region: &Region<'_>) -> AnyView {
    let is_here = |sheet: &Initiative| {
        let mut here = region.initiatives.iter();
        here.any(|known| known.summary.id == sheet.summary.id)
    };
    let groups = [
        (LinkKind::Levers, source.links.levers(is_here)),
        (LinkKind::Authorities, authorities(source, region)),
    ];
    let groups: Vec<_> = groups
        .into_iter()
        .filter(|(_, links)| !links.is_empty())
        .map(|(kind, links)| LinkGroup { kind, links })
        .collect();
    view! {
        <header class="sheet-head"><p class="kind">{PageTexts::get().kind_region}</p><h2>{region.name.clone()}</h2></header>
        {links(&groups)}
        {whole(source, region)}
        {initiatives(region)}
        {territories::parts(source, &region.territory)}
        {territories::nearest(source, &region.territory).filter(|_| region.initiatives.is_empty())}
        {territories::how_to_add(source.site())}
    }
    .into_any()
}

/// The région itself: its authority, and the initiatives that cover all of it. Of a région without initiatives there is nothing to tell apart.
fn whole(source: &Source<'_>, region: &Region<'_>) -> Option<AnyView> {
    (!region.initiatives.is_empty()).then(|| {
        territories::level(
            source,
            &Level {
                here: &region.territory,
                territory: &region.territory,
                name: &region.name,
                inside: &region.initiatives,
            },
        )
    })
}

/// The initiatives, or a word on there being none: a région without any is not one where nothing is done.
fn initiatives(region: &Region<'_>) -> AnyView {
    let texts = PageTexts::get();
    if region.initiatives.is_empty() {
        return view! {
            <p>{texts.empty_region}</p>
        }
        .into_any();
    }
    view! {
        <section>
            <h3>{(texts.initiatives_of_region)(region.initiatives.len())}</h3>
            {lists::initiatives(&region.initiatives)}
        </section>
    }
    .into_any()
}

/// The authorities that are in the région, and those that take part in its initiatives.
fn authorities(source: &Source<'_>, region: &Region<'_>) -> Vec<SheetLink> {
    let acting: BTreeSet<&String> = region
        .initiatives
        .iter()
        .flat_map(|sheet| &sheet.summary.authorities)
        .collect();
    let known = source.links.authorities.iter();
    let is_there = |sheet: &Authority| {
        let mut regions = sheet.regions.iter();
        regions.any(|one| one.territory == region.territory)
    };
    known
        .filter(|sheet| is_there(sheet) || acting.contains(&sheet.reference.id))
        .map(|sheet| SheetLink {
            target: Target::authority(&sheet.reference.id),
            name: sheet.reference.name.clone(),
            note: sheet
                .population()
                .map_or_else(String::new, |one| (texts().size)(one.value)),
        })
        .collect()
}
