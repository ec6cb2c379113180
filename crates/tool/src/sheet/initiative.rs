//! The sheet of an initiative.

use super::prose::{external_link, sections};

use super::evidence::Sources;
use super::figures::Figures;
use super::lever_use::lever_uses;
use super::terms::explained;
use super::{context, fact, french, head, links::links, sheet_link};
use leptos::prelude::*;
use model::domain::{Initiative, Linked, Place, Target};

/// Summary, levers, facts, text, figures, partners, links, sources.
pub fn view(sheet: &Initiative, linked: &Linked) -> AnyView {
    let texts = context().texts;
    let lead = view! { <p class="lead" lang="fr">{explained(&sheet.lead)}</p> }.into_any();
    let kind = texts.kind_initiative.to_owned();
    view! {
        {head(kind, french(&sheet.summary.name), lead)}
        {sheet.thin.then(|| view! { <p class="hint">{texts.thin}</p> })}
        {lever_uses(&sheet.lever_uses, linked)}
        {facts(sheet, linked)}
        {sections(texts, &sheet.sections)}
        <Figures figures=sheet.figures.clone() />
        {partners(sheet)}
        {links(&linked.groups)}
        {sites(sheet)}
        <Sources sources=sheet.sources.clone() />
    }
    .into_any()
}

fn facts(sheet: &Initiative, linked: &Linked) -> AnyView {
    let texts = context().texts;
    let places: Vec<_> = sheet.summary.places.iter().map(place_words).collect();
    let themes = sheet.summary.themes.iter().map(|&theme| {
        let name = (texts.screen.theme)(theme).into_any();
        view! { <li>{sheet_link(&Target::theme(theme), name)}</li> }
    });
    view! {
        <section class="facts">
            <h3>{texts.facts}</h3>
            <dl>
                {fact(texts.place, Some(french(&places.join(" · "))))}
                {fact(texts.authorities, authorities(sheet, linked))}
                {fact(texts.status_label, Some((texts.status)(sheet.status).into_any()))}
                {fact(texts.since, sheet.since.map(|year| year.to_string().into_any()))}
                {fact(texts.legal_form_label, sheet.legal_form.map(|form| explained((texts.legal_form)(form))))}
                {fact(texts.themes, Some(view! { <ul class="inline">{themes.collect_view()}</ul> }.into_any()))}
            </dl>
        </section>
    }
    .into_any()
}

fn place_words(place: &Place) -> String {
    format!(
        "{} ({})",
        place.label,
        (context().texts.precision)(place.precision)
    )
}

/// Each authority is a link to its sheet, with its part.
fn authorities(sheet: &Initiative, linked: &Linked) -> Option<AnyView> {
    let texts = context().texts;
    let items = sheet.participations.iter().map(|part| {
        let id = part.authority.as_str();
        let name = linked.authority(id).map_or(id, |known| &known.name);
        let link = sheet_link(&Target::authority(id), french(name));
        view! { <li>{link} " (" {(texts.role)(part.role)} ")"</li> }
    });
    let items = items.collect_view();
    (!sheet.participations.is_empty()).then(|| view! { <ul class="inline">{items}</ul> }.into_any())
}

fn partners(sheet: &Initiative) -> Option<AnyView> {
    let items = sheet.partners.iter().map(|partner| {
        let role = partner.role.as_ref().map(|role| format!(" : {role}"));
        view! { <li>{explained(&partner.name)}{role.map(|role| explained(&role))}</li> }
    });
    let items = items.collect_view();
    (!sheet.partners.is_empty()).then(|| {
        view! { <section class="partners"><h3>{context().texts.partners}</h3><ul lang="fr">{items}</ul></section> }
            .into_any()
    })
}

fn sites(sheet: &Initiative) -> Option<AnyView> {
    let items = sheet
        .links
        .iter()
        .map(|link| view! { <li>{external_link(&link.label, &link.url)}</li> });
    let items = items.collect_view();
    (!sheet.links.is_empty()).then(|| {
        view! { <section class="links"><h3>{context().texts.links}</h3><ul lang="fr">{items}</ul></section> }
            .into_any()
    })
}
