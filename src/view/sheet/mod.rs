//! The side panel: the sheet of an initiative or of a lever.

mod evidence;
mod figures;
mod initiative;
mod lever;
mod lever_use;

use super::loadable::Loadable;
use super::reactive::{click, flag, text, when};
use super::store::{Sheet, store};
use crate::address::Panel;
use initiative::InitiativeSheet;
use leptos::prelude::*;
use lever::LeverSheetView;

/// Id of the heading of the open sheet; focus goes there when it opens.
pub const HEADING_ID: &str = "fiche";

/// The open sheet, or nothing.
#[component]
pub fn SheetPanel() -> impl IntoView {
    let store = store();
    when(
        flag(move || *store.panel.read() != Panel::List),
        move || {
            view! {
                <section class="sheet" aria-labelledby=HEADING_ID>
                    <SheetBar />
                    {move || sheet_content()}
                </section>
            }
            .into_any()
        },
    )
}

#[component]
fn SheetBar() -> impl IntoView {
    let store = store();
    let texts = store.texts;
    view! {
        <div class="sheet-bar">
            <a class="back" href=text(move || store.href(Panel::List))>{texts.back_to_list}</a>
            <button type="button" class="icon-button" aria-label=texts.close on:click=click(move || store.panel.set(Panel::List))>
                <span aria-hidden="true">"×"</span>
            </button>
        </div>
    }
}

fn sheet_content() -> AnyView {
    let store = store();
    let texts = store.texts;
    match store.sheet.get() {
        Loadable::Loading => view! {
            <h2 id=HEADING_ID tabindex="-1" class="loading" role="status">{texts.loading}</h2>
        }
        .into_any(),
        Loadable::Failed(why) => view! {
            <h2 id=HEADING_ID tabindex="-1">{fallback_heading()}</h2>
            <p class="notice serious" role="alert">{why}</p>
            <button type="button" class="button" on:click=click(move || store.reload.notify())>{texts.retry}</button>
        }
        .into_any(),
        Loadable::Ready(Sheet::Initiative(initiative)) => view! { <InitiativeSheet initiative /> }.into_any(),
        Loadable::Ready(Sheet::Lever(sheet)) => view! { <LeverSheetView sheet /> }.into_any(),
    }
}

/// What is known of a sheet that could not be loaded: its name, from the list.
fn fallback_heading() -> String {
    let store = store();
    match &*store.panel.read() {
        Panel::Initiative(id) => store
            .with_catalogue(|catalogue| {
                catalogue
                    .initiative(id)
                    .map(|initiative| initiative.name.clone())
            })
            .flatten()
            .unwrap_or_else(|| store.texts.kind_initiative.to_owned()),
        Panel::Lever(lever) => (store.texts.lever)(*lever).to_owned(),
        Panel::List => String::new(),
    }
}
