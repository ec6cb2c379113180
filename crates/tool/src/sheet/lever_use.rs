//! One use of a lever: the heart of the map. Who, which lever, how, how sure, and where it is written.

use super::evidence::EvidenceNote;
use super::terms::explained;
use super::{context, french, sheet_link};
use leptos::prelude::*;
use model::domain::{Actor, Category, Certainty, LeverUse, Linked, Target};
use ui::CategoryIcon;

/// The uses of an initiative, the main one first: those that count as the authority's, then the others apart.
pub fn lever_uses(uses: &[LeverUse], linked: &Linked) -> AnyView {
    let texts = context().texts;
    let (counted, others): (Vec<_>, Vec<_>) = uses
        .iter()
        .partition(|lever_use| lever_use.counts_for_authority());
    let none = match (counted.is_empty(), others.is_empty()) {
        (true, true) => Some(texts.no_lever_use),
        (true, false) => Some(texts.no_authority_lever),
        (false, _) => None,
    };
    let others =
        (!others.is_empty()).then(|| view! { <h4>{texts.other_uses}</h4> {list(&others, linked)} });
    view! {
        <section class="uses">
            <h3>{texts.levers_of}</h3>
            {none.map(|sentence| view! { <p class="none">{sentence}</p> })}
            {list(&counted, linked)}
            {others}
        </section>
    }
    .into_any()
}

fn list(uses: &[&LeverUse], linked: &Linked) -> Option<AnyView> {
    let items = uses.iter().map(|lever_use| item(lever_use, linked));
    let items = items.collect_view();
    (!uses.is_empty()).then(|| view! { <ul class="use-list">{items}</ul> }.into_any())
}

fn item(lever_use: &LeverUse, linked: &Linked) -> AnyView {
    let texts = context().texts;
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
                {sheet_link(&Target::lever(lever), (texts.screen.lever)(lever).into_any())}
            </p>
            <p class="use-who">
                {actor(&lever_use.actor, linked)}
                " "
                <span class="state">{(texts.state)(lever_use.state)}</span>
            </p>
            <p class="use-how" lang="fr">{explained(&lever_use.how)}</p>
            <p class="use-details">{details.join(" · ")}</p>
            <EvidenceNote evidence=lever_use.evidence.clone() />
        </li>
    }
    .into_any()
}

/// An authority is a link to its sheet; another actor is named.
fn actor(actor: &Actor, linked: &Linked) -> AnyView {
    match actor {
        Actor::Authority(id) => {
            let name = linked.authority(id).map_or(id, |known| &known.name);
            sheet_link(&Target::authority(id), french(name))
        }
        Actor::Landlord(name) | Actor::State(name) | Actor::Other(name) => french(name),
    }
}
