//! The page of a commune, an intercommunalité or a département.

use super::level::{Level, Levels, inhabitants, level, silent, silent_of, uncovered};
use super::{Known, Source, covers, inside, nearest, parts};
use crate::pages::shared::Shared;
use crate::pages::{Located, Page, Section, json_ld, lists, texts};
use crate::sheet::{on_map, page_out};
use crate::territory_path::territory_path;
use crate::text::territories as words;
use content::sheets::SiteInfo;
use leptos::prelude::*;
use model::address::Address;
use model::domain::{Filters, Initiative, Target, Territory, TerritoryKind};
use ui::ids::SHEET_HEADING;

/// The page.
pub fn page(source: &Source<'_>, known: &Known) -> Page {
    let territory = &known.territory;
    let path = territory_path(territory);
    let title = words::title(&known.name, territory.kind);
    let inside = inside(source, territory);
    let description = words::about(&title, inside.len());
    let address = Address {
        filters: Filters::within(territory.clone()),
        ..Address::default()
    };
    let url = format!("{}{path}", source.site().url);
    Page {
        json_ld: json_ld::list(&title, &description, &url, &items(source, &inside)),
        main: source.html(&path, || main(source, known)),
        shared: Some(Shared::of(words::kind_heading(territory.kind), &inside)),
        on_paper: false,
        above: Some(Section::Territories),
        on_map: Some(address.query()),
        locator: source.locator(&Located::territory(
            source.gazetteer,
            territory,
            &known.name,
        )),
        path,
        title,
        description,
    }
}

/// Name and address of initiatives.
pub fn items(source: &Source<'_>, sheets: &[&Initiative]) -> Vec<(String, String)> {
    let item = |sheet: &&Initiative| {
        let target = Target::initiative(&sheet.summary.id);
        let url = format!("{}{}/", source.site().url, target.path());
        (sheet.summary.name.clone(), url)
    };
    sheets.iter().map(item).collect()
}

/// What the page shows, and the sheet on the map.
pub fn main(source: &Source<'_>, known: &Known) -> AnyView {
    let here = &known.territory;
    let inside = &inside(source, here);
    let around = source.gazetteer.around(here);
    // A métropole may reach into a département that the map knows nothing of.
    let all = super::known(source);
    let is_known = |territory: &&Territory| all.iter().any(|one| one.territory == **territory);
    let levels = Levels::of(source, here, around.iter().filter(is_known));
    let quiet = levels.silent.into_iter().filter_map(|territory| {
        let name = source.gazetteer.name(territory)?;
        Some(silent(territory, &name))
    });
    let quiet: Vec<_> = quiet.collect();
    let over = levels.uncovered;
    let storeys = levels.told.into_iter().filter_map(|territory| {
        let name = source.gazetteer.name(territory)?;
        Some(level(
            source,
            &Level {
                here,
                territory,
                name: &name,
                inside,
            },
        ))
    });
    view! {
        {head(here.kind, known.name.clone(), inhabitants(source, here), on_map().then(|| within(here)))}
        <p>{words::STACK_LEAD}</p>
        <div class="stack">{storeys.collect_view()}</div>
        {(!over.is_empty()).then(|| uncovered(source, &over))}
        {(!quiet.is_empty()).then(|| silent_of(quiet))}
        {contents(source, known, inside)}
        {parts(source, here)}
        {nearest(source, here)}
        {how_to_add(source.site())}
        {on_map().then(|| page_out(&territory_path(here), texts().own_page))}
    }
    .into_any()
}

/// The address of the map limited to a territory, with its sheet open.
pub fn within(territory: &Territory) -> String {
    let address = Address {
        filters: Filters::within(territory.clone()),
        panel: Some(Target::territory(territory)),
        ..Address::default()
    };
    address.href()
}

/// The initiatives inside a territory larger than a commune, without those that cover it.
fn contents(source: &Source<'_>, known: &Known, inside: &[&Initiative]) -> Option<AnyView> {
    let there = inside.iter().copied();
    let there: Vec<_> = there
        .filter(|sheet| !covers(sheet, &known.territory))
        .collect();
    let is_commune = known.territory.kind == TerritoryKind::Commune;
    (!is_commune && !there.is_empty()).then(|| {
        view! { <section><h3>{words::inside(there.len())}</h3>{lists::with_acts(source, &there)}</section> }.into_any()
    })
}

/// The head: what kind of territory it is, its name, its inhabitants; on the map, the link that limits it to the territory.
pub fn head(
    kind: TerritoryKind,
    name: String,
    inhabitants: Option<AnyView>,
    within: Option<String>,
) -> AnyView {
    let within = within.map(|href| {
        view! { <p><a class="button" href=href data-within="">{words::WITHIN}</a></p> }
    });
    view! {
        <header class="sheet-head">
            <p class="kind">{words::kind_heading(kind)}</p>
            <h2 id=SHEET_HEADING tabindex="-1">{name}</h2>
            {inhabitants}
        </header>
        {within}
    }
    .into_any()
}

/// How to propose an initiative.
pub fn how_to_add(site: &SiteInfo) -> AnyView {
    let write = (!site.contact.is_empty()).then(|| {
        view! { " · " <a href=site.contact.clone() rel="external">{words::WRITE}</a> }
    });
    view! {
        <section class="add">
            <h3>{words::ADD}</h3>
            <p>{words::HOW_TO_ADD}</p>
            <p>{page_out("contribuer/?pour=proposition", words::ADD_LINK)} {write}</p>
        </section>
    }
    .into_any()
}
