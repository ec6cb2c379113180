//! Lists of initiatives as pages show them: more than a name, since there is no map beside them.

use super::territories::acts;
use super::{Source, texts};
use crate::sheet::{explained, lever_icon, page_link};
use leptos::prelude::*;
use model::domain::{Initiative, Target};

/// Initiatives, each with what it is, where, and by which levers.
pub fn initiatives(sheets: &[&Initiative]) -> AnyView {
    let items = sheets.iter().map(|sheet| item(sheet, None)).collect_view();
    view! { <ul class="entries">{items}</ul> }.into_any()
}

/// The same, with what each authority did.
pub fn with_acts(source: &Source<'_>, sheets: &[&Initiative]) -> AnyView {
    let items = sheets
        .iter()
        .map(|sheet| item(sheet, acts::of_initiative(source, sheet)));
    view! { <ul class="entries">{items.collect_view()}</ul> }.into_any()
}

fn item(sheet: &Initiative, acts: Option<AnyView>) -> AnyView {
    let summary = &sheet.summary;
    let places: Vec<_> = summary
        .places
        .iter()
        .map(|place| place.label.as_str())
        .collect();
    let levers = summary.levers.iter().map(|&lever| {
        view! { <li>{lever_icon(lever)} {(texts().screen.lever)(lever)}</li> }
    });
    let levers = match summary.levers.is_empty() {
        true => view! { <p class="none">{texts().screen.no_lever}</p> }.into_any(),
        false => view! { <ul class="levers">{levers.collect_view()}</ul> }.into_any(),
    };
    view! {
        <li class="entry">
            <p class="entry-name">{page_link(&Target::initiative(&summary.id), summary.name.clone())}</p>
            <p class="entry-place">{places.join(" · ")}</p>
            <p>{explained(&sheet.lead)}</p>
            {levers}
            {acts}
        </li>
    }
    .into_any()
}
