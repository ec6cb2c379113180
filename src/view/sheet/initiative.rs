//! The sheet of an initiative.

use super::super::prose::{external_link, sections};
use super::super::store::{Store, store};
use super::HEADING_ID;
use super::evidence::Sources;
use super::figures::Figures;
use super::lever_use::LeverUses;
use crate::domain::{Initiative, Place};
use leptos::prelude::*;
use std::sync::Arc;

/// Summary, levers, facts, text, figures, partners, links, sources.
#[component]
pub fn InitiativeSheet(
    /// Which one.
    initiative: Arc<Initiative>,
) -> impl IntoView {
    let store = store();
    let texts = store.texts;
    view! {
        <header class="sheet-head">
            <p class="kind">{texts.kind_initiative}</p>
            <h2 id=HEADING_ID tabindex="-1" lang="fr">{initiative.summary.name.clone()}</h2>
            <p class="lead" lang="fr">{initiative.lead.clone()}</p>
        </header>
        <LeverUses uses=initiative.lever_uses.clone() />
        <Facts initiative=initiative.clone() />
        {sections(texts, &initiative.sections)}
        <Figures figures=initiative.figures.clone() />
        <Partners initiative=initiative.clone() />
        <Links initiative=initiative.clone() />
        <Sources sources=initiative.sources.clone() />
    }
}

/// One line of the facts: a label and what it says, left out when there is nothing to say.
fn fact(label: &'static str, value: String) -> Option<impl IntoView> {
    (!value.is_empty()).then(|| view! { <div><dt>{label}</dt> <dd lang="fr">{value}</dd></div> })
}

#[component]
fn Facts(initiative: Arc<Initiative>) -> impl IntoView {
    let store = store();
    let texts = store.texts;
    let places: Vec<_> = initiative
        .summary
        .places
        .iter()
        .map(|place| place_words(store, place))
        .collect();
    let themes: Vec<_> = initiative
        .summary
        .themes
        .iter()
        .map(|&theme| (texts.theme)(theme))
        .collect();
    view! {
        <section class="facts">
            <h3>{texts.facts}</h3>
            <dl>
                {fact(texts.place, places.join(" · "))}
                {fact(texts.authorities, authorities(store, &initiative))}
                {fact(texts.status_label, (texts.status)(initiative.status).to_owned())}
                {fact(texts.since, initiative.since.map(|year| year.to_string()).unwrap_or_default())}
                {fact(texts.legal_form_label, initiative.legal_form.map(texts.legal_form).unwrap_or_default().to_owned())}
                {fact(texts.themes, themes.join(", "))}
            </dl>
        </section>
    }
}

fn place_words(store: Store, place: &Place) -> String {
    format!(
        "{} ({})",
        place.label,
        (store.texts.precision)(place.precision)
    )
}

fn authorities(store: Store, initiative: &Initiative) -> String {
    let name = |id: &str| {
        store
            .with_catalogue(|catalogue| {
                catalogue
                    .authority(id)
                    .map(|authority| authority.name.clone())
            })
            .flatten()
    };
    let words = initiative.participations.iter().map(|participation| {
        let name =
            name(&participation.authority).unwrap_or_else(|| participation.authority.clone());
        format!("{name} ({})", (store.texts.role)(participation.role))
    });
    words.collect::<Vec<_>>().join(", ")
}

#[component]
fn Partners(initiative: Arc<Initiative>) -> impl IntoView {
    let texts = store().texts;
    let items = initiative.partners.iter().map(|partner| {
        let role = partner
            .role
            .as_ref()
            .map(|role| format!(" : {role}"))
            .unwrap_or_default();
        view! { <li>{partner.name.clone()}{role}</li> }
    });
    (!initiative.partners.is_empty()).then(|| {
        view! { <section class="partners"><h3>{texts.partners}</h3><ul lang="fr">{items.collect_view()}</ul></section> }
    })
}

#[component]
fn Links(initiative: Arc<Initiative>) -> impl IntoView {
    let texts = store().texts;
    let items = initiative
        .links
        .iter()
        .map(|link| view! { <li>{external_link(&link.label, &link.url)}</li> });
    (!initiative.links.is_empty()).then(|| {
        view! { <section class="links"><h3>{texts.links}</h3><ul lang="fr">{items.collect_view()}</ul></section> }
    })
}
