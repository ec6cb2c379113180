//! The sheet of a lever.

use super::super::icons::CategoryIcon;
use super::super::prose::{external_link, sections};
use super::super::reactive::click;
use super::super::store::store;
use super::super::terms::explained;
use super::evidence::{EvidenceNote, Sources};
use super::figures::Figures;
use super::{head, links::links};
use crate::domain::{Category, CategorySet, Filters, LegalPoint, LeverSheet, Linked, Resource};
use leptos::prelude::*;

/// What the lever is, how to use it, points of law, figures, resources, who used it.
pub fn view(sheet: &LeverSheet, linked: &Linked) -> AnyView {
    let store = store();
    let texts = store.texts;
    let category = Category::Lever(sheet.lever);
    let name = view! { <CategoryIcon category /> <span>{(texts.lever)(sheet.lever)}</span> };
    let lead = view! { <p class="lead" lang="fr">{explained(&sheet.definition)}</p> };
    let only_this = move || {
        store.filters.set(Filters {
            categories: CategorySet::EMPTY.with(category),
            ..Filters::default()
        });
    };
    view! {
        {head(texts.kind_lever.to_owned(), name.into_any(), lead.into_any())}
        {store.pages.is_none().then(|| view! {
            <button type="button" class="button" on:click=click(only_this)>{texts.filter_on_lever}</button>
        })}
        {sections(texts, &sheet.sections)}
        <LegalPoints points=sheet.legal.clone() />
        <Figures figures=sheet.figures.clone() />
        {links(&linked.groups)}
        <Resources resources=sheet.resources.clone() />
        <Sources sources=sheet.definition_sources.clone() />
    }
    .into_any()
}

#[component]
fn LegalPoints(points: Vec<LegalPoint>) -> impl IntoView {
    let texts = store().texts;
    let item = |point: &LegalPoint| {
        let texts = store().texts;
        let changed = point.changed_since.clone();
        view! {
            <li>
                <p lang="fr">{explained(&point.text)}</p>
                <p class="law"><span lang="fr">{point.law.clone()}</span> ", " {(texts.law_dated)(point.dated)}</p>
                {changed.map(|what| view! { <p class="changed"><strong>{texts.law_changed}</strong> " " <span lang="fr">{what}</span></p> })}
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
    let texts = store().texts;
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
