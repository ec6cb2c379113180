//! The uses of levers: the heart of the map. One card a lever; in it, who used it, how, how sure, and where it is written.

use super::evidence::EvidenceNote;
use super::terms::explained;
use super::{authority_link, context, french, sheet_link};
use leptos::prelude::*;
use model::domain::{Actor, Category, Certainty, Lever, LeverUse, Linked, Target};
use ui::CategoryIcon;

/// The uses of an initiative, by lever: the levers that count as an authority's first, then the others.
pub fn lever_uses(uses: &[LeverUse], linked: &Linked) -> AnyView {
    let texts = context().texts;
    let counted = uses.iter().any(LeverUse::counts_for_authority);
    let none = match (uses.is_empty(), counted) {
        (true, _) => Some(texts.no_lever_use),
        (false, false) => Some(texts.no_authority_lever),
        (false, true) => None,
    };
    let cards = by_lever(uses);
    let cards = cards.iter().map(|(lever, uses)| card(*lever, uses, linked));
    view! {
        <section class="uses">
            <h3>{texts.levers_of}</h3>
            {none.map(|sentence| view! { <p class="none">{sentence}</p> })}
            {cards.collect_view()}
        </section>
    }
    .into_any()
}

/// The uses of each lever, those that count first, in levers and in each.
fn by_lever(uses: &[LeverUse]) -> Vec<(Option<Lever>, Vec<&LeverUse>)> {
    let mut cards: Vec<(Option<Lever>, Vec<&LeverUse>)> = Vec::new();
    for one in counted_first(uses) {
        match cards.iter_mut().find(|(lever, _)| *lever == one.lever) {
            Some((_, uses)) => uses.push(one),
            None => cards.push((one.lever, vec![one])),
        }
    }
    cards
}

/// The uses that count as an authority's, then the others.
pub fn counted_first(uses: &[LeverUse]) -> impl Iterator<Item = &LeverUse> {
    let counted = uses.iter().filter(|one| one.counts_for_authority());
    counted.chain(uses.iter().filter(|one| !one.counts_for_authority()))
}

fn card(lever: Option<Lever>, uses: &[&LeverUse], linked: &Linked) -> AnyView {
    let category = lever.map_or(Category::NoLever, Category::Lever);
    let first = uses.first().map(|one| one.standing());
    let standing = first.unwrap_or_default();
    let lines = uses.iter().map(|one| line(one, linked)).collect_view();
    view! {
        <section class="use" data-lever=category.id() data-standing=standing.id()>
            <h4 class="use-head">
                <CategoryIcon category standing />
                {lever_name(lever)}
            </h4>
            <ul class="use-list">{lines}</ul>
        </section>
    }
    .into_any()
}

/// What one actor did with the lever.
fn line(lever_use: &LeverUse, linked: &Linked) -> AnyView {
    let texts = context().texts;
    let standing = lever_use.standing();
    let facts: Vec<_> = [
        lever_use.amount.map(texts.euros),
        lever_use.year.map(|year| year.to_string()),
    ]
    .into_iter()
    .flatten()
    .map(|fact| view! { <span class="use-fact">{fact}</span> " " })
    .collect();
    let certainty = (texts.certainty)(lever_use.certainty);
    view! {
        <li class="use-line" data-standing=standing.id() data-state=lever_use.state.id()>
            <p class="use-who">
                {who(&lever_use.actor, linked)}
                {if matches!(lever_use.actor, Actor::Arm { .. }) { ", " } else { " " }}
                <span class="state">{state(lever_use)}</span>
            </p>
            <p class="use-how"><span lang="fr">{explained(&lever_use.how)}</span> " " <EvidenceNote evidence=lever_use.evidence.clone() /></p>
            <p class="use-details">
                {facts}
                <span class="certainty" class:inferred=lever_use.certainty == Certainty::Inferred>{certainty}</span>
            </p>
        </li>
    }
    .into_any()
}

/// The lever, a link to its sheet; or that the document does not say which.
pub fn lever_name(lever: Option<Lever>) -> AnyView {
    let texts = context().texts;
    match lever {
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

/// An authority is a link to its sheet; another actor is named, after the authorities it acts for.
pub fn who(actor: &Actor, linked: &Linked) -> AnyView {
    let texts = context().texts;
    let authority = |id: &String| authority_link(id, linked);
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
            view! { {of} ", " <span class="arm">{texts.by_arm} " " {french(name)}</span> }
                .into_any()
        }
        Actor::Landlord(name) | Actor::State(name) | Actor::Europe(name) | Actor::Other(name) => {
            french(name)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::domain::{Evidence, State};

    fn of(lever: Option<Lever>, state: State) -> LeverUse {
        LeverUse {
            lever,
            actor: Actor::Authority("lyon".into()),
            state,
            certainty: Certainty::Explicit,
            how: String::new(),
            amount: None,
            year: None,
            evidence: Evidence {
                document: "001".into(),
                place: "p. 1".into(),
            },
        }
    }

    #[test]
    fn each_lever_has_one_card_and_what_counts_comes_first() {
        let (grant, property) = (Some(Lever::Grant), Some(Lever::Property));
        let uses = [
            of(grant, State::Considered),
            of(None, State::Used),
            of(property, State::Used),
            of(grant, State::Used),
        ];
        let cards: Vec<_> = by_lever(&uses)
            .into_iter()
            .map(|(lever, uses)| (lever, uses.iter().map(|one| one.state).collect::<Vec<_>>()))
            .collect();
        assert_eq!(
            cards,
            [
                (property, vec![State::Used]),
                (grant, vec![State::Used, State::Considered]),
                (None, vec![State::Used]),
            ]
        );
    }
}
