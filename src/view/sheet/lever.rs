//! The sheet of a lever.

use super::super::icons::CategoryIcon;
use super::super::prose::{external_link, sections};
use super::super::reactive::{click, text};
use super::super::store::store;
use super::HEADING_ID;
use super::evidence::{EvidenceNote, Sources};
use super::figures::Figures;
use crate::address::Panel;
use crate::domain::{Category, CategorySet, Filters, LegalPoint, Lever, LeverSheet, Resource};
use leptos::prelude::*;
use std::sync::Arc;

/// What the lever is, who used it, points of law, figures, resources.
#[component]
pub fn LeverSheetView(
    /// Which one.
    sheet: Arc<LeverSheet>,
) -> impl IntoView {
    let texts = store().texts;
    let lever = sheet.lever;
    view! {
        <header class="sheet-head" data-lever=lever.id()>
            <p class="kind">{texts.kind_lever}</p>
            <h2 id=HEADING_ID tabindex="-1">
                <CategoryIcon category=Category::Lever(lever) />
                <span>{(texts.lever)(lever)}</span>
            </h2>
            <p class="lead" lang="fr">{sheet.definition.clone()}</p>
        </header>
        <InitiativesUsing lever />
        {sections(texts, &sheet.sections)}
        <LegalPoints points=sheet.legal.clone() />
        <Figures figures=sheet.figures.clone() />
        <Resources resources=sheet.resources.clone() />
        <Sources sources=sheet.definition_sources.clone() />
    }
}

/// The initiatives for which an authority used the lever, each a link to its sheet.
#[component]
fn InitiativesUsing(lever: Lever) -> impl IntoView {
    let store = store();
    let texts = store.texts;
    let using = move || {
        let of_lever = |catalogue: &crate::domain::Catalogue| {
            let used = catalogue
                .initiatives
                .iter()
                .filter(|initiative| initiative.levers.contains(&lever));
            used.map(|initiative| (initiative.id.clone(), initiative.name.clone()))
                .collect::<Vec<_>>()
        };
        store.with_catalogue(of_lever).unwrap_or_default()
    };
    let only_this = move || {
        let categories = CategorySet::EMPTY.with(Category::Lever(lever));
        store.filters.set(Filters {
            categories,
            ..Filters::default()
        });
    };
    let item = move |(id, name): (String, String)| {
        view! { <li><a lang="fr" href=text(move || store.href(Panel::Initiative(id.clone())))>{name}</a></li> }
    };
    view! {
        <section class="using">
            <h3>{text(move || (texts.initiatives_using)(using().len()))}</h3>
            <ul>{move || using().into_iter().map(item).collect_view()}</ul>
            <button type="button" class="button" on:click=click(only_this)>{texts.filter_on_lever}</button>
        </section>
    }
}

#[component]
fn LegalPoints(points: Vec<LegalPoint>) -> impl IntoView {
    let texts = store().texts;
    let item = |point: &LegalPoint| {
        let texts = store().texts;
        let changed = point.changed_since.clone();
        view! {
            <li>
                <p lang="fr">{point.text.clone()}</p>
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
        view! { <li><p lang="fr">{name}</p><p lang="fr">{resource.what.clone()}</p><EvidenceNote evidence=resource.source.clone() /></li> }
    };
    let items = resources.iter().map(item).collect_view();
    (!resources.is_empty()).then(|| view! { <section class="resources"><h3>{texts.resources}</h3><ul>{items}</ul></section> })
}
