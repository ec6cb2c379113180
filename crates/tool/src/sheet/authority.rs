//! The sheet of a local authority.

use super::evidence::{EvidenceNote, Sources};
use super::figures::Figures;
use super::prose::{external_link, sections};
use super::{context, fact, french, head, links::links};
use leptos::prelude::*;
use model::domain::{Authority, AuthorityKind, Linked, NamedTerritory, Population};

/// The sheet: what it is, its policy, means and actions, its initiatives and levers.
pub fn view(sheet: &Authority, linked: &Linked) -> AnyView {
    let texts = context().texts;
    let reference = &sheet.reference;
    let kind = (texts.screen.authority_kind)(reference.kind).to_owned();
    let populations = (!sheet.populations.is_empty()).then(|| {
        let items = sheet.populations.iter().map(population).collect_view();
        view! { <ul class="populations">{items}</ul> }.into_any()
    });
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
                {fact(code, Some(reference.code.clone().into_any()))}
                {fact(texts.population, populations)}
                {fact(texts.member_since, sheet.member_since.map(|year| year.to_string().into_any()))}
                {fact(texts.address, sheet.address.as_deref().map(french))}
                {fact(texts.website, website.map(|url| external_link(url, url).into_any()))}
            </dl>
        </section>
        {links(&linked.groups)}
        {sections(texts, &sheet.sections)}
        <Figures figures=sheet.figures.clone() />
        <Sources />
    }
    .into_any()
}

/// « Isère, Savoie »; `None` of none.
fn names(territories: &[NamedTerritory]) -> Option<AnyView> {
    let names: Vec<_> = territories.iter().map(|one| one.name.as_str()).collect();
    (!names.is_empty()).then(|| french(&names.join(", ")))
}

/// Sources disagree: each population has its year and where it was read.
fn population(population: &Population) -> AnyView {
    let texts = context().texts;
    let source = match &population.source {
        Some(source) => view! { <EvidenceNote evidence=source.clone() /> }.into_any(),
        None => view! { <span class="note">{texts.official_population}</span> }.into_any(),
    };
    view! { <li>{(texts.inhabitants)(population.value, population.year)} " " {source}</li> }
        .into_any()
}
