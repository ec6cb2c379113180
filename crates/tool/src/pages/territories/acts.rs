//! What authorities did, in a line each: who, how large, as what, by which levers.

use super::Source;
use crate::build::{levers_in, role_in};
use crate::pages::texts;
use crate::sheet::{lever_icon, page_link};
use crate::text::territories as words;
use leptos::prelude::*;
use model::domain::{Authority, Initiative, Lever, Target};

/// More authorities are folded.
const MOST: usize = 4;

/// The authorities of an initiative, each with its size, its part and its levers.
pub fn of_initiative(source: &Source<'_>, sheet: &Initiative) -> Option<AnyView> {
    let authorities = sheet.participations.iter();
    let authorities = authorities.filter_map(|one| source.links.authority(&one.authority));
    let items: Vec<_> = authorities
        .map(|authority| {
            let id = &authority.reference.id;
            let levers = levers_in(sheet, id);
            let role = (texts().role)(role_in(sheet, id)).to_lowercase();
            let said = [role, levers];
            let said: Vec<_> = said.into_iter().filter(|text| !text.is_empty()).collect();
            view! { <li>{named(authority)} {format!("\u{a0}: {}", said.join(", "))}</li> }
        })
        .collect();
    let count = items.len();
    let list = (count > 0).then(|| view! { <ul class="acts">{items}</ul> })?;
    Some(match count > MOST {
        true => view! { <details class="folded"><summary>{words::acting(count)}</summary>{list}</details> }.into_any(),
        false => list.into_any(),
    })
}

/// An authority with its size and the levers that it used, wherever that was.
pub fn of_authority(source: &Source<'_>, authority: &Authority) -> AnyView {
    let levers = source.links.levers_used_by(&authority.reference.id);
    let items = levers.iter().map(|&(lever, count)| used(lever, count));
    let levers = match levers.is_empty() {
        true => view! { <p class="note">{words::NO_LEVER}</p> }.into_any(),
        false => view! { <ul class="levers">{items.collect_view()}</ul> }.into_any(),
    };
    view! { <div class="authority"><p>{named(authority)}</p> {levers}</div> }.into_any()
}

fn used(lever: Lever, count: usize) -> AnyView {
    let name = (texts().screen.lever)(lever);
    view! { <li>{lever_icon(lever)} {format!("{name} ({count})")}</li> }.into_any()
}

/// « Ville de Nanterre, 98 120 habitants ».
pub fn named(authority: &Authority) -> AnyView {
    let reference = &authority.reference;
    let link = page_link(&Target::authority(&reference.id), reference.name.clone());
    let size = authority.population();
    let size = size.map(|population| format!(", {}", (texts().size)(population.value)));
    view! { {link} <span class="note">{size}</span> }.into_any()
}
