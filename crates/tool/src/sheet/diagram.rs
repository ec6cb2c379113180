//! The signature of this map: who, by which lever, how much, for which initiative. One line a use, and all of them flow into the
//! initiative. It is a list of words: the lines between them are drawings that nobody needs to hear
//! (docs/adr/0023-the-diagram-is-a-list.md).

use super::lever_use::{counted_first, lever_name, who};
use super::{context, french};
use crate::text::SheetTexts;
use leptos::prelude::*;
use model::domain::{Actor, Category, Lever, LeverUse, Linked, Standing, State};
use ui::CategoryIcon;

/// What one actor did with one lever, told once however many times it did it.
#[derive(Debug, PartialEq)]
struct Flow<'a> {
    lever: Option<Lever>,
    actor: &'a Actor,
    state: State,
    standing: Standing,
    /// Euros and year of each use that has one of them.
    sums: Vec<(Option<u64>, Option<u16>)>,
}

/// The flows of these uses, in their order: those that count as an authority's first.
fn flows(uses: &[LeverUse]) -> Vec<Flow<'_>> {
    let mut flows: Vec<Flow<'_>> = Vec::new();
    for one in counted_first(uses) {
        let standing = one.standing();
        let sum = (one.amount.is_some() || one.year.is_some()).then_some((one.amount, one.year));
        let same = |flow: &&mut Flow<'_>| {
            (flow.lever, flow.actor, flow.state, flow.standing)
                == (one.lever, &one.actor, one.state, standing)
        };
        match flows.iter_mut().find(same) {
            Some(flow) => flow.sums.extend(sum),
            None => flows.push(Flow {
                lever: one.lever,
                actor: &one.actor,
                state: one.state,
                standing,
                sums: sum.into_iter().collect(),
            }),
        }
    }
    flows
}

/// The diagram; nothing without uses.
pub fn diagram(name: &str, uses: &[LeverUse], linked: &Linked) -> Option<AnyView> {
    let texts = context().texts;
    let flows = flows(uses);
    let rows = flows.iter().map(|flow| row(flow, linked)).collect_view();
    (!flows.is_empty()).then(|| {
        view! {
            <section class="diagram">
                <h3>{texts.diagram}</h3>
                <ul class="flows">{rows}</ul>
                <p class="flow-end">{french(name)}</p>
            </section>
        }
        .into_any()
    })
}

fn row(flow: &Flow<'_>, linked: &Linked) -> AnyView {
    let texts = context().texts;
    let category = flow.lever.map_or(Category::NoLever, Category::Lever);
    let details = details(texts, flow).into_iter();
    let details = details.map(|words| view! { " " <span class="flow-sum">{words}</span> });
    view! {
        <li class="flow" data-lever=category.id() data-standing=flow.standing.id()>
            <span class="flow-who">{who(flow.actor, linked)}</span>
            " "
            <svg class="flow-line" viewBox="0 0 24 24" preserveAspectRatio="none" aria-hidden="true" focusable="false">
                <path d="M0 12H24" />
            </svg>
            <CategoryIcon category standing=flow.standing />
            <span class="flow-name">{lever_name(flow.lever)}</span>
            <span class="flow-sums">{details.collect_view()}</span>
            <svg class="flow-join" viewBox="0 0 24 100" preserveAspectRatio="none" aria-hidden="true" focusable="false">
                <path class="stem" d="M12 0V100" />
                <path d="M0 50C9 50 12 64 12 100" />
            </svg>
        </li>
    }
    .into_any()
}

/// « 15 000 € (2014) », « déduit du texte ».
fn details(texts: &SheetTexts, flow: &Flow<'_>) -> Vec<String> {
    let sums = flow.sums.iter().map(|&sum| match sum {
        (Some(euros), Some(year)) => format!("{}\u{a0}({year})", (texts.euros)(euros)),
        (Some(euros), None) => (texts.euros)(euros),
        (None, year) => year.map(|year| year.to_string()).unwrap_or_default(),
    });
    let words = (texts.flow)(flow.standing, flow.state);
    let words = (!words.is_empty()).then(|| words.to_owned());
    sums.chain(words).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::domain::{Certainty, Evidence};

    fn of(
        lever: Option<Lever>,
        actor: &str,
        amount: Option<u64>,
        certainty: Certainty,
    ) -> LeverUse {
        LeverUse {
            lever,
            actor: Actor::Authority(actor.into()),
            state: State::Used,
            certainty,
            how: String::new(),
            amount,
            year: amount.map(|_| 2014),
            evidence: Evidence {
                document: "001".into(),
                place: "p. 1".into(),
            },
        }
    }

    #[test]
    fn the_same_lever_of_the_same_actor_is_one_flow_with_each_sum() {
        let grant = Some(Lever::Grant);
        let uses = [
            of(None, "lyon", None, Certainty::Explicit),
            of(grant, "lyon", Some(10), Certainty::Explicit),
            of(grant, "lille", None, Certainty::Explicit),
            of(grant, "lyon", Some(20), Certainty::Explicit),
            of(grant, "lyon", Some(30), Certainty::Inferred),
        ];
        let told: Vec<_> = flows(&uses)
            .into_iter()
            .map(|flow| (flow.lever, flow.standing, flow.sums.len()))
            .collect();
        assert_eq!(
            told,
            [
                (grant, Standing::Stated, 2),
                (grant, Standing::Stated, 0),
                (grant, Standing::Inferred, 1),
                (None, Standing::Unspecified, 0),
            ]
        );
        assert!(flows(&[]).is_empty());
    }

    #[test]
    fn what_is_not_plainly_said_is_said_in_words() {
        let texts = SheetTexts::of(model::Lang::Fr);
        let inferred = of(Some(Lever::Grant), "lyon", Some(1500), Certainty::Inferred);
        let uses = [inferred];
        let flow = flows(&uses).remove(0);
        assert_eq!(
            details(texts, &flow),
            ["1\u{202f}500\u{a0}€\u{a0}(2014)", "déduit du texte"]
        );
        let stated = [of(Some(Lever::Grant), "lyon", None, Certainty::Explicit)];
        assert!(details(texts, &flows(&stated).remove(0)).is_empty());
    }
}
