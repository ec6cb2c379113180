//! The table of the cases of a lever: who did what for which initiative, with how much, what came of it, how sure that is.
//!
//! Where there is no room for columns, the style stacks the cells of a row under the name of the authority. It stays a table for
//! assistive technology.

use super::context::Site;
use super::terms::explained;
use super::{authority_link, context, french, lever_icon, sheet_link};
use leptos::prelude::*;
use model::domain::{Actor, Case, Heading, Linked, State, Target, Told};
use std::collections::BTreeSet;

/// In the panel, further cases are folded: the rest of the sheet stays near.
const FIRST: usize = 8;

/// The table, or nothing for a lever that nobody used.
pub fn cases(linked: &Linked) -> Option<AnyView> {
    let texts = context().texts;
    let cases = linked.cases.as_slice();
    let first = match context().site {
        Site::Map(_) => cases.len().min(FIRST),
        Site::Page(_) => cases.len(),
    };
    let (first, others) = cases.split_at_checked(first)?;
    let [used, considered, declined] =
        [State::Used, State::Considered, State::Declined].map(|state| initiatives(cases, state));
    let columns = columns(cases);
    let others = (!others.is_empty()).then(|| {
        view! {
            <details class="more-cases">
                <summary>{(texts.more_cases)(others.len())}</summary>
                {table(others, texts.cases_order, &columns, linked)}
            </details>
        }
    });
    (!cases.is_empty()).then(|| {
        view! {
            <section class="cases">
                <h3>{texts.cases}</h3>
                <p>{(texts.cases_counted)(used, considered, declined)}</p>
                {table(first, texts.cases_order, &columns, linked)}
                {others}
            </section>
        }
        .into_any()
    })
}

/// The table of what several authorities did, each with its lever. `linked`: names them.
pub fn table_of_acts(cases: &[Case], order: &'static str, linked: &Linked) -> AnyView {
    let lever = Column {
        name: context().texts.lever,
        says: |_| true,
        view: |case| {
            Some(view! { <p>{lever_icon(case.lever)} " " {(context().texts.screen.lever)(case.lever)}</p> }.into_any())
        },
    };
    let mut columns = columns(cases);
    columns.insert(columns.len().min(1), lever);
    table(cases, order, &columns, linked)
}

/// How many initiatives there are in this state.
fn initiatives(cases: &[Case], state: State) -> usize {
    let of_state = cases.iter().filter(|case| case.state == state);
    let ids: BTreeSet<_> = of_state.map(|case| &case.initiative).collect();
    ids.len()
}

/// A column.
struct Column {
    /// Its heading.
    name: &'static str,
    /// Whether it has something to say of a case.
    says: fn(&Case) -> bool,
    /// What it says.
    view: fn(&Case) -> Option<AnyView>,
}

/// The columns after that of the authority, without those that would be empty.
fn columns(cases: &[Case]) -> Vec<Column> {
    let names = &context().texts.case_columns;
    let column = |name, says, view| Column { name, says, view };
    let all = [
        column(names.what, |_| true, what),
        column(
            names.amount,
            |case| case.acts.iter().any(|act| act.amount.is_some()),
            |case| {
                let amounts = case.acts.iter().filter_map(|act| act.amount);
                lines(amounts.map(context().texts.euros))
            },
        ),
        column(
            names.year,
            |case| case.acts.iter().any(|act| act.year.is_some()),
            |case| {
                let years: BTreeSet<u16> = case.acts.iter().filter_map(|act| act.year).collect();
                lines(years.iter().map(u16::to_string))
            },
        ),
        column(
            names.result,
            |case| case.result != Told::default(),
            |case| told(&case.result, case, Heading::Results),
        ),
        column(
            names.obstacle,
            |case| case.obstacle != Told::default(),
            |case| told(&case.obstacle, case, Heading::Obstacles),
        ),
        column(
            names.state,
            |_| true,
            |case| {
                let state = (context().texts.case_state)(case.state, case.certainty);
                Some(state.into_any())
            },
        ),
    ];
    let is_filled = |column: &Column| cases.iter().any(column.says);
    all.into_iter().filter(is_filled).collect()
}

fn table(cases: &[Case], order: &'static str, columns: &[Column], linked: &Linked) -> AnyView {
    let texts = context().texts;
    let names = [texts.case_columns.who].into_iter();
    let names = names.chain(columns.iter().map(|column| column.name));
    let headings = names.map(|name| view! { <th scope="col">{name}</th> });
    let rows = cases.iter().map(|case| row(case, columns, linked));
    view! {
        <table>
            <caption>{order}</caption>
            <thead><tr>{headings.collect_view()}</tr></thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
    .into_any()
}

fn row(case: &Case, columns: &[Column], linked: &Linked) -> AnyView {
    let cells = columns
        .iter()
        .map(|column| cell(column.name, (column.view)(case)));
    view! {
        <tr data-state=case.state.id()>
            <th scope="row">{who(case, linked)}</th>
            {cells.collect_view()}
        </tr>
    }
    .into_any()
}

/// The initiative, and what the authority did.
fn what(case: &Case) -> Option<AnyView> {
    let acts = case.acts.iter();
    let acts = acts.map(|act| view! { <p lang="fr">{explained(&act.how)}</p> });
    let acts = acts.collect_view();
    let link = sheet_link(&Target::initiative(&case.initiative), french(&case.name));
    Some(view! { <p><strong>{link}</strong></p> {acts} }.into_any())
}

/// A cell, with the name of its column where cells are stacked. It stays where there is nothing to say: columns must line up.
fn cell(column: &'static str, said: Option<AnyView>) -> AnyView {
    match said {
        Some(said) => view! {
            <td><span class="column-name" aria-hidden="true">{column}</span> <div>{said}</div></td>
        }
        .into_any(),
        None => view! { <td class="nothing"></td> }.into_any(),
    }
}

/// One line for each; `None` without any.
fn lines(texts: impl Iterator<Item = String>) -> Option<AnyView> {
    let lines: Vec<_> = texts.map(|text| view! { <p>{text}</p> }).collect();
    (!lines.is_empty()).then(|| lines.into_any())
}

/// The authority, a link to its sheet, with its kind and size; and its arm when that acted; or the words of the document.
fn who(case: &Case, linked: &Linked) -> AnyView {
    let texts = context().texts;
    let authorities = case.actor.authorities().iter();
    let links = authorities.map(|id| view! { <p>{authority_link(id, linked)}</p> });
    let links = links.collect_view();
    let named = match &case.actor {
        Actor::Arm { name, .. } => view! { <p>{texts.by_arm} " " {french(name)}</p> }.into_any(),
        Actor::Unnamed(name) => {
            view! { <p>{french(name)} " " <span class="note">{texts.unnamed}</span></p> }.into_any()
        }
        _ => ().into_any(),
    };
    let known = case.actor.authorities().first();
    let known = known.and_then(|id| linked.authority(id));
    let kind = known.map(|known| texts.screen.authority_kind(known.kind).to_owned());
    let size = case.population.as_ref();
    let size = size.map(|population| (texts.size)(population.value));
    let facts: Vec<String> = kind.into_iter().chain(size).collect();
    let facts = (!facts.is_empty()).then(|| view! { <p class="note">{facts.join(", ")}</p> });
    view! { {links} {named} {facts} }.into_any()
}

/// The words of the sheet, and the way to the others.
fn told(told: &Told, case: &Case, heading: Heading) -> Option<AnyView> {
    let context = context();
    let texts = context.texts;
    let first = told.first.as_deref();
    let words = first.map_or(texts.see, |_| texts.more);
    let href = context
        .site
        .section_href(&Target::initiative(&case.initiative), heading);
    let more = told.more.then(|| {
        let name = format!("{words}, {}", case.name);
        view! { <p class="on-screen"><a href=href data-sheet="" aria-label=name>{words}</a></p> }
    });
    let first = first.map(|first| view! { <p lang="fr">{explained(first)}</p> });
    (first.is_some() || more.is_some()).then(|| view! { {first} {more} }.into_any())
}
