//! « Des collectivités comme elle »: on the page of an authority, what those like it did.

use super::Source;
use crate::build::{cases_by, peers};
use crate::sheet::table_of_acts;
use crate::text::peers as words;
use leptos::prelude::*;
use model::domain::{Authority, Case, Linked, Sheet};

/// So many authorities are compared at most.
pub const COMPARED: usize = 4;

/// The section, or nothing for an authority like no other. `cases`: those of all levers.
pub fn section(source: &Source<'_>, sheet: &Authority, cases: &[Case]) -> Option<AnyView> {
    let acted = |one: &Authority| !cases_by(&one.reference.id, cases).is_empty();
    let alike = peers(sheet, &source.links.authorities, acted);
    let acts: Vec<Case> = alike
        .iter()
        .flat_map(|one| {
            cases_by(&one.reference.id, cases)
                .into_iter()
                .map(|case| of(one, case))
        })
        .collect();
    if acts.is_empty() {
        return None;
    }
    let linked = Linked {
        sheet: Sheet::Authority(sheet.clone()),
        authorities: source
            .links
            .authorities
            .iter()
            .map(|one| one.reference.clone())
            .collect(),
        cases: Vec::new(),
        groups: Vec::new(),
    };
    let ids = std::iter::once(sheet).chain(alike.iter().copied());
    let ids: Vec<_> = ids
        .take(COMPARED)
        .map(|one| one.reference.id.as_str())
        .collect();
    let href = format!("../../comparer/?avec={}", ids.join(","));
    Some(
        view! {
            <section class="cases">
                <h3>{words::HEADING}</h3>
                {table_of_acts(&acts, words::ORDER, &linked)}
                <p><a href=href>{words::COMPARE}</a></p>
            </section>
        }
        .into_any(),
    )
}

/// A case as that of one of its authorities, with its size.
fn of(authority: &Authority, case: &Case) -> Case {
    Case {
        population: authority.population().cloned(),
        ..case.clone()
    }
}
