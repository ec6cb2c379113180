//! The list of territories: by région and département, then by name.

use super::parts::item;
use super::{Known, Source, known};
use crate::pages::root_of;
use crate::territory_path::{ABROAD, FOLDER, territory_path};
use crate::text::territories as words;
use content::fold::fold;
use leptos::prelude::*;
use model::domain::{Territory, TerritoryKind};
use std::collections::BTreeMap;

/// The list.
pub fn list(source: &Source<'_>) -> AnyView {
    let known = known(source);
    let root = root_of(&format!("{FOLDER}/"));
    let regions: Vec<&Known> = of_kind(known, TerritoryKind::Region).collect();
    let ways = regions.iter().map(|one| {
        let href = format!("#{}", one.territory.slug());
        view! { <li><a href=href>{one.name.clone()}</a></li> }
    });
    let ways = ways.collect_view();
    let sections = regions.iter().map(|one| region(source, known, one, &root));
    let sections = sections.collect_view();
    view! {
        <p>{words::HOW_TO_FIND}</p>
        <nav aria-label=words::REGIONS><ul class="ways">{ways}</ul></nav>
        {sections}
        <p><a href=format!("{root}{ABROAD}")>{words::ABROAD.0}</a></p>
        {by_name(known, &root)}
    }
    .into_any()
}

/// Name and address of each territory.
pub fn items(source: &Source<'_>) -> Vec<(String, String)> {
    let url = &source.site().url;
    let known = known(source).iter();
    known
        .map(|one| {
            let address = format!("{url}{}", territory_path(&one.territory));
            (words::title(&one.name, one.territory.kind), address)
        })
        .collect()
}

fn of_kind(known: &[Known], kind: TerritoryKind) -> impl Iterator<Item = &Known> {
    known.iter().filter(move |one| one.territory.kind == kind)
}

/// The départements of a région, and in each its intercommunalités and communes.
fn region(source: &Source<'_>, known: &[Known], region: &Known, root: &str) -> AnyView {
    let is_in = |one: &Known, around: &Territory| {
        let touched = source.gazetteer.touched(&one.territory, around.kind);
        one.territory != *around && touched.contains(around)
    };
    let departements = of_kind(known, TerritoryKind::Departement);
    let departements = departements.filter(|one| is_in(one, &region.territory));
    let departements = departements.map(|departement| {
        let inside = known
            .iter()
            .filter(|one| is_in(one, &departement.territory));
        let inside = inside.map(|one| item(source, &one.territory, &one.name));
        let items: Vec<_> = inside.collect();
        let href = format!("{root}{}", territory_path(&departement.territory));
        let list = (!items.is_empty()).then(|| view! { <ul class="names">{items}</ul> });
        view! { <h4><a href=href>{departement.name.clone()}</a></h4> {list} }
    });
    let href = format!("{root}{}", territory_path(&region.territory));
    view! {
        <section>
            <h3 id=region.territory.slug()><a href=href>{region.name.clone()}</a></h3>
            {departements.collect_view()}
        </section>
    }
    .into_any()
}

/// Every territory under its first letter.
fn by_name(known: &[Known], root: &str) -> AnyView {
    let mut letters: BTreeMap<char, Vec<&Known>> = BTreeMap::new();
    for one in known {
        let letter = fold(&one.name).chars().next().unwrap_or('?');
        letters
            .entry(letter.to_ascii_uppercase())
            .or_default()
            .push(one);
    }
    let ways = letters.keys().map(|letter| {
        view! { <li><a href=format!("#lettre-{letter}")>{letter.to_string()}</a></li> }
    });
    let lists = letters.iter().map(|(letter, known)| {
        let items = known.iter().map(|one| {
            let href = format!("{root}{}", territory_path(&one.territory));
            view! { <li><a href=href>{words::title(&one.name, one.territory.kind)}</a></li> }
        });
        view! { <h4 id=format!("lettre-{letter}")>{letter.to_string()}</h4> <ul class="names">{items.collect_view()}</ul> }
    });
    view! {
        <section>
            <h3>{words::BY_NAME}</h3>
            <nav aria-label=words::LETTERS><ul class="ways letters">{ways.collect_view()}</ul></nav>
            {lists.collect_view()}
        </section>
    }
    .into_any()
}
