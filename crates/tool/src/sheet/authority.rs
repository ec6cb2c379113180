//! The sheet of a local authority.

use super::evidence::{EvidenceNote, Sources};
use super::figures::Figures;
use super::prose::{external_link, sections};
use super::{context, fact, french, head, links::links, page_out, sheet_link, territory_link};
use crate::territory_path::ABROAD;
use leptos::prelude::*;
use model::domain::{
    Authority, AuthorityKind, Category, LinkGroup, LinkKind, Linked, NamedTerritory, Population,
    SheetLink,
};
use ui::CategoryIcon;

/// What it is, its levers, its initiatives by the part it takes in them, then its policy, means and actions.
pub fn view(sheet: &Authority, linked: &Linked) -> AnyView {
    let texts = context().texts;
    let reference = &sheet.reference;
    let kind = texts.screen.authority_kind(reference.kind).to_owned();
    let mut levers = linked.groups.iter();
    let levers = levers.find(|group| group.kind == LinkKind::Levers);
    let of_kinds = |kinds: &[LinkKind]| -> Vec<LinkGroup> {
        let all = linked.groups.iter();
        all.filter(|group| kinds.contains(&group.kind))
            .cloned()
            .collect()
    };
    let initiatives = of_kinds(&[LinkKind::Led, LinkKind::Funded, LinkKind::Joined]);
    let more = of_kinds(&[LinkKind::Themes, LinkKind::Recommendations]);
    let code = match reference.kind {
        AuthorityKind::Commune | AuthorityKind::Departement | AuthorityKind::Region => {
            texts.insee_code
        }
        _ => texts.siren,
    };
    // A département does not say that it is in itself.
    let departements = match reference.kind {
        AuthorityKind::Departement => &[][..],
        _ => &sheet.departements,
    };
    let regions = match reference.kind {
        AuthorityKind::Region => &[][..],
        _ => &sheet.regions,
    };
    let website = sheet.website.as_ref();
    view! {
        {head(kind, french(&reference.name), ().into_any())}
        <section class="facts">
            <h3>{texts.facts}</h3>
            <dl>
                {fact(texts.former_name, sheet.former_name.as_deref().map(french))}
                {fact(texts.departements, names(departements))}
                {fact(texts.region, names(regions))}
                {fact(texts.territory, own_territory(sheet))}
                {fact(code, Some(reference.code.clone().into_any()))}
                {fact(texts.population, sheet.population().map(population))}
                {fact(texts.member_since, sheet.member_since.map(|year| year.to_string().into_any()))}
                {fact(texts.address, sheet.address.as_deref().map(french))}
                {fact(texts.website, website.map(|url| external_link(url, url).into_any()))}
            </dl>
        </section>
        {levers.map(levers_used)}
        {links(&initiatives)}
        {sections(texts, &sheet.sections)}
        <Figures figures=sheet.figures.clone() />
        {links(&more)}
        <Sources />
    }
    .into_any()
}

/// « Isère, Savoie », each a link to its page; `None` of none.
fn names(territories: &[NamedTerritory]) -> Option<AnyView> {
    let links: Vec<_> = territories
        .iter()
        .map(|one| {
            let link = territory_link(&one.territory, &one.name);
            view! { <li>{link}</li> }
        })
        .collect();
    (!links.is_empty()).then(|| view! { <ul class="inline">{links}</ul> }.into_any())
}

/// The link to what is done in the territory of the authority; `None` abroad, and of a body that is several.
fn own_territory(sheet: &Authority) -> Option<AnyView> {
    let words = context().texts.own_territory;
    match sheet.territories.as_slice() {
        [territory] => {
            let href = context().site.territory(territory);
            Some(view! { <a href=href data-sheet="">{words}</a> }.into_any())
        }
        [] if sheet.country.is_some() => Some(page_out(ABROAD, words)),
        _ => None,
    }
}

/// The levers it used, each with the number of its initiatives.
fn levers_used(group: &LinkGroup) -> AnyView {
    let texts = context().texts;
    let item = |link: &SheetLink| {
        let lever = link.target.as_lever()?;
        let name = (texts.screen.lever)(lever);
        let name = view! { <CategoryIcon category=Category::Lever(lever) /> <span>{name}</span> };
        let link_to = sheet_link(&link.target, name.into_any());
        Some(
            view! { <li>{link_to} " " <span class="note" lang="fr">{link.note.clone()}</span></li> },
        )
    };
    let items = group.links.iter().filter_map(item).collect_view();
    view! {
        <section class="levers-used">
            <h3>{texts.levers_used}</h3>
            <ul>{items}</ul>
        </section>
    }
    .into_any()
}

/// The latest population, with its year and where it was read: sources disagree.
fn population(population: &Population) -> AnyView {
    let texts = context().texts;
    let source = match &population.source {
        Some(source) => view! { <EvidenceNote evidence=source.clone() /> }.into_any(),
        None => view! { <span class="note">{texts.official_population}</span> }.into_any(),
    };
    view! { {(texts.inhabitants)(population.value, population.year)} " " {source} }.into_any()
}
