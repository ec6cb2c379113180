//! The list of the authorities: by kind, each under its own word, with its size, its initiatives and the levers it used.

use super::{Source, texts};
use crate::particle::significant;
use crate::sheet::{lever_icon, page_link_of};
use crate::text::count::initiatives_counted;
use crate::text::{PageTexts, atelier};
use leptos::prelude::*;
use model::domain::{Authority, AuthorityKind, Lever, Target};

/// What the icons mean, the ways to each kind, then the kinds.
pub fn list(source: &Source<'_>) -> AnyView {
    let page_texts = PageTexts::get();
    let kinds: Vec<_> = AuthorityKind::ALL
        .iter()
        .map(|&kind| (kind, of_kind(source, kind)))
        .filter(|(_, authorities)| !authorities.is_empty())
        .collect();
    let ways = kinds.iter().map(|(kind, authorities)| {
        let name = (page_texts.authorities_of_kind)(*kind);
        view! { <li><a href=format!("#{}", kind.id())>{name}</a> " " <span class="note">{authorities.len()}</span></li> }
    });
    let legend = Lever::ALL
        .iter()
        .map(|&lever| view! { <li>{lever_icon(lever)} {(texts().screen.lever)(lever)}</li> });
    let sections = kinds.iter().map(|(kind, authorities)| {
        let items = authorities.iter().map(|sheet| item(source, sheet));
        view! {
            <section>
                <h3 id=kind.id()>{(page_texts.authorities_of_kind)(*kind)}</h3>
                <ul class="roll">{items.collect_view()}</ul>
            </section>
        }
    });
    view! {
        <p>{atelier::BRING.0} " " <a href="../atelier/">{atelier::BRING.1}</a></p>
        <nav aria-label=page_texts.kinds><ul class="ways">{ways.collect_view()}</ul></nav>
        <p class="note">{page_texts.lever_icons}</p>
        <ul class="levers">{legend.collect_view()}</ul>
        {sections.collect_view()}
    }
    .into_any()
}

fn of_kind<'a>(source: &Source<'a>, kind: AuthorityKind) -> Vec<&'a Authority> {
    let all = source.links.authorities.iter().copied();
    all.filter(|sheet| sheet.reference.kind == kind).collect()
}

fn item(source: &Source<'_>, sheet: &Authority) -> AnyView {
    let reference = &sheet.reference;
    let size = sheet.population();
    let size = size.map(|population| (texts().size)(population.value));
    let levers = source.links.levers_used_by(&reference.id).into_iter();
    let levers = levers.map(|(lever, count)| {
        let name = (texts().screen.lever)(lever);
        view! { <li title=name>{lever_icon(lever)} <span class="unseen">{format!("{name}\u{a0}: ")}</span> {count}</li> }
    });
    view! {
        <li>
            <span class="roll-name">{name(&reference.name, &Target::authority(&reference.id))}</span>
            " "
            <span>{size}</span>
            " "
            <span>{initiatives_counted(source.links.initiatives_of(&reference.id))}</span>
            <ul class="levers">{levers.collect_view()}</ul>
        </li>
    }
    .into_any()
}

/// The name as a link, the word that it is sorted by in bold.
fn name(name: &str, target: &Target) -> AnyView {
    let own = significant(name);
    let before = name.strip_suffix(own).unwrap_or_default().to_owned();
    let words = view! { {before} <strong>{own.to_owned()}</strong> };
    page_link_of(target, words.into_any())
}
