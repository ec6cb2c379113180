//! One use of a lever: the heart of the map. Who, which lever, how, how sure, and where it is written.

use super::super::icons::CategoryIcon;
use super::super::reactive::text;
use super::super::store::store;
use super::evidence::EvidenceNote;
use crate::address::Panel;
use crate::domain::{Actor, Category, Certainty, LeverUse};
use leptos::prelude::*;

/// The uses of an initiative: those that count as the authority's first, the others apart.
#[component]
pub fn LeverUses(
    /// The main one first.
    uses: Vec<LeverUse>,
) -> impl IntoView {
    let texts = store().texts;
    let (counted, others): (Vec<_>, Vec<_>) =
        uses.into_iter().partition(LeverUse::counts_for_authority);
    let none = match (counted.is_empty(), others.is_empty()) {
        (true, true) => Some(texts.no_lever_use),
        (true, false) => Some(texts.no_authority_lever),
        (false, _) => None,
    };
    let has_others = !others.is_empty();
    view! {
        <section class="uses">
            <h3>{texts.levers_of}</h3>
            {none.map(|sentence| view! { <p class="none">{sentence}</p> })}
            <UseList uses=counted />
            {has_others.then(|| view! { <h4>{texts.other_uses}</h4> <UseList uses=others /> })}
        </section>
    }
}

#[component]
fn UseList(uses: Vec<LeverUse>) -> impl IntoView {
    let items = uses
        .into_iter()
        .map(|lever_use| view! { <UseItem lever_use /> })
        .collect_view();
    view! { <ul class="use-list">{items}</ul> }
}

#[component]
fn UseItem(lever_use: LeverUse) -> impl IntoView {
    let store = store();
    let texts = store.texts;
    let lever = lever_use.lever;
    let inferred = lever_use.certainty == Certainty::Inferred;
    let details: Vec<_> = [
        lever_use.amount.map(texts.euros),
        lever_use.year.map(|year| year.to_string()),
        Some((texts.certainty)(lever_use.certainty).to_owned()),
    ]
    .into_iter()
    .flatten()
    .collect();
    view! {
        <li class="use" data-lever=lever.id() data-state=lever_use.state.id() class:inferred=inferred>
            <p class="use-head">
                <CategoryIcon category=Category::Lever(lever) />
                <a href=text(move || store.href(Panel::Lever(lever)))>{(texts.lever)(lever)}</a>
            </p>
            <p class="use-who">
                <span lang="fr">{actor_name(&lever_use.actor)}</span>
                " "
                <span class="state">{(texts.state)(lever_use.state)}</span>
            </p>
            <p class="use-how" lang="fr">{lever_use.how.clone()}</p>
            <p class="use-details">{details.join(" · ")}</p>
            <EvidenceNote evidence=lever_use.evidence.clone() />
        </li>
    }
}

/// The actor's name: an authority's from its sheet, another's as written.
pub fn actor_name(actor: &Actor) -> String {
    match actor {
        Actor::Authority(id) => store()
            .with_catalogue(|catalogue| {
                catalogue
                    .authority(id)
                    .map(|authority| authority.name.clone())
            })
            .flatten()
            .unwrap_or_else(|| id.clone()),
        Actor::Landlord(name) | Actor::State(name) | Actor::Other(name) => name.clone(),
    }
}
