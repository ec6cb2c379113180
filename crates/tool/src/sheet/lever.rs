//! The sheet of a lever.

use super::cases::cases;
use super::evidence::{EvidenceNote, Sources};
use super::figures::Figures;
use super::prose::{external_link, sections};
use super::terms::explained;
use super::{context, head, links::links, show_only};
use leptos::prelude::*;
use model::domain::{Category, Facet, Filters, LegalPoint, LeverSheet, Linked, Resource};
use ui::CategoryIcon;

/// What the lever is, who used it and what came of it, then how to use it, points of law, figures, resources.
pub fn view(sheet: &LeverSheet, linked: &Linked) -> AnyView {
    let texts = context().texts;
    let category = Category::Lever(sheet.lever);
    let name = view! { <CategoryIcon category /> <span>{(texts.screen.lever)(sheet.lever)}</span> };
    let lead = view! { <p class="lead" lang="fr">{explained(&sheet.definition)}</p> };
    let only_this = Filters::only(Facet::Lever, category.index());
    view! {
        {head(texts.kind_lever.to_owned(), name.into_any(), lead.into_any())}
        {show_only(only_this, &linked.sheet.target(), texts.filter_on_lever)}
        {cases(linked)}
        {sections(texts, &sheet.sections)}
        <LegalPoints points=sheet.legal.clone() />
        <Figures figures=sheet.figures.clone() />
        {links(&linked.groups)}
        <Resources resources=sheet.resources.clone() />
        <Sources />
    }
    .into_any()
}

#[component]
fn LegalPoints(points: Vec<LegalPoint>) -> impl IntoView {
    let texts = context().texts;
    let item = |point: &LegalPoint| {
        let texts = context().texts;
        let changed = point.changed_since.clone();
        view! {
            <li>
                <p lang="fr">{explained(&point.text)}</p>
                <p class="law"><span lang="fr">{explained(&point.law)}</span> ", " {(texts.law_dated)(point.dated)}</p>
                {changed.map(|what| view! { <p class="changed"><strong>{texts.law_changed}</strong> " " <span lang="fr">{explained(&what)}</span></p> })}
                <EvidenceNote evidence=point.source.clone() />
            </li>
        }
    };
    let items = points.iter().map(item).collect_view();
    (!points.is_empty())
        .then(|| view! { <section class="legal"><h3>{texts.legal}</h3><ul>{items}</ul></section> })
}

#[component]
fn Resources(resources: Vec<Resource>) -> impl IntoView {
    let texts = context().texts;
    let item = |resource: &Resource| {
        let name = match &resource.url {
            Some(url) => external_link(&resource.name, url).into_any(),
            None => view! { <strong>{resource.name.clone()}</strong> }.into_any(),
        };
        view! { <li><p lang="fr">{name}</p><p lang="fr">{explained(&resource.what)}</p><EvidenceNote evidence=resource.source.clone() /></li> }
    };
    let items = resources.iter().map(item).collect_view();
    (!resources.is_empty()).then(|| view! { <section class="resources"><h3>{texts.resources}</h3><ul>{items}</ul></section> })
}
