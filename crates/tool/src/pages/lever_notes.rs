//! The note of a lever: what an elected member needs to know of it, on a page of paper.

use super::{Page, Section, Source, json_ld, texts};
use crate::sheet::{explained, lever_icon, page_link};
use crate::text::links;
use crate::text::notes as words;
use leptos::prelude::*;
use model::domain::{Block, Case, Heading, Inline, LeverSheet, State, Target};
use std::collections::BTreeSet;

/// The parts of the sheet that a note has, each with the most of its points.
const PARTS: [(Heading, usize); 3] = [
    (Heading::WhenToUse, 4),
    (Heading::HowTo, 5),
    (Heading::Limits, 3),
];
/// So many cases and points of law.
const CASES: usize = 4;
const LAWS: usize = 2;
/// A longer point is left to the sheet, in characters.
const LONGEST: usize = 240;

/// The notes.
pub fn pages(source: &Source<'_>) -> Vec<Page> {
    let cases = source.links.cases();
    let levers = source.links.levers.iter();
    levers.map(|sheet| page(source, sheet, &cases)).collect()
}

/// The folder of the note of a lever.
fn path(sheet: &LeverSheet) -> String {
    format!("{}/note/", Target::lever(sheet.lever).path())
}

fn page(source: &Source<'_>, sheet: &LeverSheet, cases: &[Case]) -> Page {
    let name = (texts().screen.lever)(sheet.lever);
    let (path, title, description) = (path(sheet), words::title(name), words::about(name));
    let url = format!("{}{path}", source.site().url);
    Page {
        json_ld: json_ld::web_page(&title, &description, &url),
        main: source.html(&path, || main(source, sheet, cases)),
        above: Some(Section::Levers),
        on_map: None,
        locator: None,
        shared: None,
        on_paper: true,
        path,
        title,
        description,
    }
}

fn main(source: &Source<'_>, sheet: &LeverSheet, cases: &[Case]) -> AnyView {
    let name = (texts().screen.lever)(sheet.lever);
    let used = cases
        .iter()
        .filter(|case| case.lever == sheet.lever && case.state == State::Used);
    let used: Vec<&Case> = used.collect();
    let initiatives: BTreeSet<_> = used.iter().map(|case| &case.initiative).collect();
    let authorities: BTreeSet<_> = used
        .iter()
        .flat_map(|case| case.actor.authorities())
        .collect();
    let parts = PARTS.map(|(heading, most)| part(sheet, heading, most));
    view! {
        <div class="one-page">
            <header class="sheet-head">
                <p class="kind">{words::KIND}</p>
                <h2>{lever_icon(sheet.lever)} <span>{name}</span></h2>
                <p class="lead">{explained(&sheet.definition)}</p>
            </header>
            <p>{words::used(initiatives.len(), authorities.len())}</p>
            <div class="halves">
                {parts.into_iter().collect_view()}
                {examples(source, &used)}
                {law(sheet)}
            </div>
            <p class="note">{words::foot(&years(source))}</p>
            <p class="on-screen"><a href="../">{words::WHOLE}</a></p>
        </div>
    }
    .into_any()
}

/// The first points of a section that are short enough.
fn part(sheet: &LeverSheet, heading: Heading, most: usize) -> Option<AnyView> {
    let section = sheet
        .sections
        .iter()
        .find(|section| section.heading == heading)?;
    let texts_of = section.blocks.iter().flat_map(Block::texts);
    let points = texts_of.map(|runs| Inline::plain(runs));
    let short = points.filter(|point| point.chars().count() <= LONGEST && !point.ends_with(':'));
    let items: Vec<_> = short
        .take(most)
        .map(|point| view! { <li>{explained(&point)}</li> })
        .collect();
    let heading = (texts().heading)(heading);
    (!items.is_empty()).then(|| {
        view! { <section class="prose"><h3>{heading}</h3><ul>{items}</ul></section> }.into_any()
    })
}

/// The cases that say most: with an amount and a result, one an initiative.
fn examples(source: &Source<'_>, used: &[&Case]) -> Option<AnyView> {
    let mut all = used.to_vec();
    all.sort_by_key(|case| {
        let has_amount = case.acts.iter().any(|act| act.amount.is_some());
        (case.certainty, case.result.first.is_none(), !has_amount)
    });
    let mut told = BTreeSet::new();
    let one_each = all
        .into_iter()
        .filter(|case| told.insert(case.initiative.clone()));
    let items: Vec<_> = one_each
        .filter_map(|case| example(source, case))
        .take(CASES)
        .collect();
    (!items.is_empty()).then(|| {
        view! { <section class="prose"><h3>{words::EXAMPLES}</h3><ul>{items}</ul></section> }
            .into_any()
    })
}

fn example(source: &Source<'_>, case: &Case) -> Option<AnyView> {
    let authority = source.links.authority(case.actor.authorities().first()?)?;
    let size = authority.population();
    let size = size.map(|one| format!(" ({})", (texts().size)(one.value)));
    let act = case.acts.first()?;
    let amount = act
        .amount
        .map(|amount| format!(" {}.", (texts().euros)(amount)));
    let result = case.result.first.as_ref();
    let result = result.map(|result| view! { " " <em>{explained(result)}</em> });
    let link = page_link(&Target::initiative(&case.initiative), case.name.clone());
    Some(
        view! { <li><strong>{authority.reference.name.clone()}</strong>{size}", " {link} "\u{a0}: " {explained(&act.how)} {amount} {result}</li> }
            .into_any(),
    )
}

fn law(sheet: &LeverSheet) -> Option<AnyView> {
    let short = sheet
        .legal
        .iter()
        .filter(|point| point.text.chars().count() <= LONGEST);
    let items: Vec<_> = short
        .take(LAWS)
        .map(|point| view! { <li>{explained(&point.text)} " " <span class="note">{(texts().law_dated)(point.dated)}</span></li> })
        .collect();
    (!items.is_empty()).then(|| {
        view! { <section class="prose"><h3>{words::LAW}</h3><ul>{items}</ul><p class="note">{words::LAW_NOTE}</p></section> }.into_any()
    })
}

/// « 2016 à 2021 ».
fn years(source: &Source<'_>) -> String {
    let documents = source.content.documents.iter();
    let years: BTreeSet<&str> = documents
        .filter_map(|one| one.document.date.get(..4))
        .collect();
    match (years.first(), years.last()) {
        (Some(first), Some(last)) => links::years(first, last),
        _ => String::new(),
    }
}
