//! The page of what is in no territory of France: Brussels.

use super::page::{how_to_add, items};
use super::{Source, acts};
use crate::pages::{Page, Section, json_ld, lists, regions};
use crate::territory_path::ABROAD;
use crate::text::territories as words;
use leptos::prelude::*;
use model::domain::AuthorityKind;

/// The page, when there is anything abroad.
pub fn page(source: &Source<'_>) -> Option<Page> {
    let sheets = regions::abroad(source);
    let all = source.links.authorities.iter();
    let foreign = all.filter(|sheet| sheet.reference.kind == AuthorityKind::Foreign);
    let authorities: Vec<_> = foreign.collect();
    if sheets.is_empty() && authorities.is_empty() {
        return None;
    }
    let (title, description) = words::ABROAD;
    let url = format!("{}{ABROAD}", source.site().url);
    Some(Page {
        json_ld: json_ld::list(title, description, &url, &items(source, &sheets)),
        main: source.html(ABROAD, || {
            let authorities = authorities.iter().map(|one| acts::of_authority(source, one));
            view! {
                <header class="sheet-head"><h2>{title}</h2><p class="lead">{description}</p></header>
                {authorities.collect_view()}
                <section><h3>{words::inside_abroad(sheets.len())}</h3>{lists::with_acts(source, &sheets)}</section>
                {how_to_add(source.site())}
            }
            .into_any()
        }),
        path: ABROAD.to_owned(),
        title: title.to_owned(),
        description: description.to_owned(),
        above: Some(Section::Territories),
        on_map: None,
        locator: None,
        shared: None,
        on_paper: false,
    })
}
