//! The side panel: the sheet that is open.

mod authority;
mod evidence;
mod figures;
mod initiative;
mod lever;
mod lever_use;
mod links;
mod recommendation;
mod theme;

use super::loadable::Loadable;
use super::reactive::{click, flag, text, when};
use super::store::{Store, page_href, store};
use super::terms::Terms;
use crate::domain::{Linked, Sheet, Target, TargetKind};
use crate::text::Texts;
use leptos::prelude::*;

pub use links::target_name;

/// Id of the heading of the open sheet; focus goes there when it opens.
pub const HEADING_ID: &str = "fiche";

/// The open sheet, or nothing.
#[component]
pub fn SheetPanel() -> impl IntoView {
    let store = store();
    when(flag(move || store.panel.read().is_some()), move || {
        view! {
            <section class="sheet" aria-labelledby=HEADING_ID>
                <SheetBar />
                {move || panel_content()}
            </section>
        }
        .into_any()
    })
}

#[component]
fn SheetBar() -> impl IntoView {
    let store = store();
    let texts = store.texts;
    view! {
        <div class="sheet-bar">
            <a class="back" href=text(move || store.href(None))>{texts.back_to_list}</a>
            <button type="button" class="icon-button" aria-label=texts.close on:click=click(move || store.panel.set(None))>
                <span aria-hidden="true">"×"</span>
            </button>
        </div>
    }
}

fn panel_content() -> AnyView {
    let store = store();
    let texts = store.texts;
    match &*store.sheet.read() {
        Loadable::Loading => view! {
            <h2 id=HEADING_ID tabindex="-1" class="loading" role="status">{texts.loading}</h2>
        }
        .into_any(),
        Loadable::Failed(why) => view! {
            <h2 id=HEADING_ID tabindex="-1">{fallback_heading(store)}</h2>
            <p class="notice serious" role="alert">{why.clone()}</p>
            <button type="button" class="button" on:click=click(move || store.reload.notify())>{texts.retry}</button>
        }
        .into_any(),
        Loadable::Ready(linked) => view! {
            {sheet_view(linked)}
            <p class="own-page"><a href=page_href("", Some(&linked.sheet.target())) data-reload>{texts.own_page}</a></p>
        }
        .into_any(),
    }
}

/// A sheet of any kind, wherever it is shown.
pub fn sheet_view(linked: &Linked) -> AnyView {
    provide_context(Terms::new(store().glossary.get_value()));
    match &linked.sheet {
        Sheet::Initiative(sheet) => initiative::view(sheet, linked),
        Sheet::Authority(sheet) => authority::view(sheet, linked),
        Sheet::Lever(sheet) => lever::view(sheet, linked),
        Sheet::Theme(theme) => theme::view(*theme, linked),
        Sheet::Recommendation(sheet) => recommendation::view(sheet, linked),
    }
}

/// The heading of a sheet: what kind it is, its name, what it says in a sentence.
fn head(kind: String, name: AnyView, lead: AnyView) -> AnyView {
    view! {
        <header class="sheet-head">
            <p class="kind">{kind}</p>
            <h2 id=HEADING_ID tabindex="-1">{name}</h2>
            {lead}
        </header>
    }
    .into_any()
}

/// One line of the facts: a label and what it says, left out when there is nothing to say.
fn fact(label: &'static str, value: Option<AnyView>) -> AnyView {
    value
        .map(|value| view! { <div><dt>{label}</dt> <dd>{value}</dd></div> })
        .into_any()
}

/// A name in the language of the sheets.
fn french(name: &str) -> AnyView {
    view! { <span lang="fr">{name.to_owned()}</span> }.into_any()
}

/// What is known of a sheet that could not be loaded: its name, from the list.
fn fallback_heading(store: Store) -> String {
    let panel = store.panel.read();
    let Some(target) = panel.as_ref() else {
        return String::new();
    };
    let of_list = store.with_catalogue(|catalogue| {
        let initiative = catalogue.initiative(&target.id)?;
        Some(initiative.name.clone())
    });
    match of_list.flatten() {
        Some(name) if target.kind == TargetKind::Initiative => name,
        _ => target_name(store.texts, target),
    }
}

/// The name of a sheet.
pub fn sheet_name(texts: &Texts, sheet: &Sheet) -> String {
    match sheet {
        Sheet::Initiative(sheet) => sheet.summary.name.clone(),
        Sheet::Authority(sheet) => sheet.reference.name.clone(),
        Sheet::Recommendation(sheet) => sheet.name.clone(),
        Sheet::Lever(_) | Sheet::Theme(_) => target_name(texts, &sheet.target()),
    }
}

/// A link to a sheet.
fn sheet_link(target: &Target, name: AnyView) -> AnyView {
    let store = store();
    let target = target.clone();
    view! { <a href=text(move || store.href(Some(&target)))>{name}</a> }.into_any()
}
