//! The list: everything the map shows, as text. What the map has in view comes first.

use super::icons::CategoryIcon;
use super::loadable::Loadable;
use super::reactive::{flag, text, when};
use super::store::store;
use crate::domain::{Category, Summary, Target};
use leptos::prelude::*;

/// The list of what is shown, in two parts: in the map's view, and out of it. `.points-list` is for the points of layers, built by `web`.
#[component]
pub fn InitiativeList() -> impl IntoView {
    let store = store();
    let texts = store.texts;
    let in_view = Memo::new(move |_| store.listed.read().in_view.clone());
    let out_of_view = Memo::new(move |_| store.listed.read().out_of_view.clone());
    let nothing = move || store.catalogue.read().ready().is_some() && store.shown.read().is_empty();
    view! {
        <section class="list" aria-labelledby="liste">
            <h2 id="liste" tabindex="-1">{texts.list}</h2>
            <p class="shown" role="status">{text(shown_sentence)}</p>
            {texts.content_in_french.map(|sentence| view! { <p class="hint">{sentence}</p> })}
            {when(flag(nothing), move || view! { <p class="empty">{texts.nothing_shown}</p> }.into_any())}
            <div class="points-list"></div>
            <Part indices=in_view heading=texts.in_view />
            <Part indices=out_of_view heading=texts.out_of_view />
        </section>
    }
}

fn shown_sentence() -> String {
    let store = store();
    match &*store.catalogue.read() {
        Loadable::Ready(catalogue) => {
            (store.texts.shown_of)(store.shown.read().len(), catalogue.initiatives.len())
        }
        Loadable::Loading => String::new(),
        Loadable::Failed(why) => why.clone(),
    }
}

/// A part of the list under its heading, or nothing when it is empty.
#[component]
fn Part(indices: Memo<Vec<usize>>, heading: fn(usize) -> String) -> impl IntoView {
    let store = store();
    let row = move |index| {
        store
            .summary(index)
            .map(|initiative| view! { <Row initiative /> })
    };
    when(flag(move || !indices.read().is_empty()), move || {
        view! {
            <h3>{text(move || heading(indices.read().len()))}</h3>
            <ul class="rows">
                <For each=move || indices.get() key=|&index| index children=row />
            </ul>
        }
        .into_any()
    })
}

#[component]
fn Row(initiative: Summary) -> impl IntoView {
    let store = store();
    let id = StoredValue::new(initiative.id.clone());
    let target = Target::initiative(&initiative.id);
    let hovered = flag(move || store.hovered.read().as_deref() == Some(id.read_value().as_str()));
    let enter = move || store.hovered.set(Some(id.get_value()));
    let leave = move || store.hovered.set(None);
    let place = initiative
        .places
        .iter()
        .map(|place| place.label.clone())
        .collect::<Vec<_>>()
        .join(" · ");
    view! {
        <li>
            <a
                class="row"
                class:hovered=hovered
                href=text(move || store.href(Some(&target)))
                data-initiative=initiative.id.clone()
                on:pointerenter=move |_| enter()
                on:pointerleave=move |_| leave()
                on:focus=move |_| enter()
                on:blur=move |_| leave()
            >
                <span class="row-levers"><LeverIcons initiative=initiative.clone() /></span>
                <span class="row-name" lang="fr">{initiative.name.clone()}</span>
                <span class="row-place" lang="fr">{place}</span>
                <span class="row-words">{lever_words(&initiative)}</span>
            </a>
        </li>
    }
}

#[component]
fn LeverIcons(initiative: Summary) -> impl IntoView {
    let store = store();
    move || {
        let shown = initiative.shown_category(store.filters.read().categories);
        view! { <CategoryIcon category=shown /> }
    }
}

fn lever_words(initiative: &Summary) -> String {
    let texts = store().texts;
    let words: Vec<_> = initiative
        .levers
        .iter()
        .map(|&lever| texts.category(Category::Lever(lever)))
        .collect();
    if words.is_empty() {
        texts.no_lever.to_owned()
    } else {
        words.join(", ")
    }
}
