//! The side panel: the sheet that is open, on its way, or not coming.

use super::reactive::{click, flag, parts, text, when};
use crate::state::Loadable;
use crate::state::{Store, store};
use leptos::prelude::*;
use leptos::web_sys::Element;
use model::data::SheetTree;
use model::domain::TargetKind;
use std::sync::Arc;
use ui::ids::SHEET_HEADING as HEADING_ID;

/// Builds the elements of a sheet inside an element. It needs the browser, so it comes from outside.
pub type Fill = fn(Element, Arc<SheetTree>);

/// The open sheet, or nothing.
#[component]
pub fn SheetPanel(
    /// How a sheet is built.
    fill: Fill,
) -> impl IntoView {
    let store = store();
    when(flag(move || store.panel.read().is_some()), move || {
        view! {
            <section class="sheet" aria-labelledby=HEADING_ID>
                <SheetBar />
                {parts(move || vec![content(fill)])}
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
            <a class="back" href=text(move || store.list_href())>{texts.back_to_list}</a>
            <button type="button" class="icon-button" aria-label=texts.close on:click=click(move || store.panel.set(None))>
                <span aria-hidden="true">"×"</span>
            </button>
        </div>
    }
}

fn content(fill: Fill) -> AnyView {
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
            <button type="button" class="button" on:click=click(move || store.retry.notify())>{texts.retry}</button>
        }
        .into_any(),
        Loadable::Ready(tree) => view! { <div class="sheet-content" use:fill=tree.clone()></div> }.into_any(),
    }
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
        _ => target.id.clone(),
    }
}
