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
    let inferred = lever_use.certainty == Certainty::Inferred;
    let details: Vec<_> = [
        lever_use.amount.map(texts.euros),
        lever_use.year.map(|year| year.to_string()),
        Some((texts.certainty)(lever_use.certainty).to_owned()),
    ]
    .into_iter()
    .flatten()
    .collect();
    let category = lever_use.lever.map_or(Category::NoLever, Category::Lever);
    view! {
        <li class="use" data-lever=category.id() data-state=lever_use.state.id() class:inferred=inferred>
            <p class="use-head">
                <CategoryIcon category />
                {lever_name(lever_use)}
            </p>
            <p class="use-who">
                {actor(&lever_use.actor, linked)}
                " "
                <span class="state">{state(lever_use)}</span>
            </p>
            <p class="use-how" lang="fr">{explained(&lever_use.how)}</p>
            <p class="use-details">{details.join(" · ")}</p>
            <EvidenceNote evidence=lever_use.evidence.clone() />
        </li>
    }
    .into_any()
}

/// The lever, a link to its sheet; or that the document does not say which.
fn lever_name(lever_use: &LeverUse) -> AnyView {
    let texts = context().texts;
    match lever_use.lever {
        Some(lever) => sheet_link(
            &Target::lever(lever),
            (texts.screen.lever)(lever).into_any(),
        ),
        None => view! { <span>{texts.unspecified}</span> }.into_any(),
    }
}

fn state(lever_use: &LeverUse) -> &'static str {
    let texts = context().texts;
    match lever_use.lever {
        Some(_) => (texts.state)(lever_use.state),
        None => texts.supported,
    }
}

/// An authority is a link to its sheet; another actor is named, with the authorities it acts for.
fn actor(actor: &Actor, linked: &Linked) -> AnyView {
    let texts = context().texts;
    let authority = |id: &String| {
        let name = linked.authority(id).map_or(id, |known| &known.name);
        sheet_link(&Target::authority(id), french(name))
    };
    match actor {
        Actor::Authority(id) => authority(id),
        Actor::Unnamed(name) => {
            view! { {french(name)} " " <span class="hint">{texts.unnamed}</span> }.into_any()
        }
        Actor::Arm { name, of } => {
            let of = of.iter().enumerate().map(|(position, id)| {
                let comma = (position > 0).then_some(", ");
                view! { {comma} {authority(id)} }
            });
            let of = of.collect_view();
            view! { {french(name)} ", " {texts.arm_of} " " {of} ", " }.into_any()
        }
        Actor::Landlord(name) | Actor::State(name) | Actor::Europe(name) | Actor::Other(name) => {
            french(name)
        }
    }
}
