//! « Ce que montre la carte »: what it says in sentences, a table, charts, small maps; and what it does not know.

mod bars;
mod charts;
mod crossed;
mod figure;
mod lever_maps;
mod shading;
mod unknown;
mod years;

use super::{Page, Source, text_pages, texts};
use crate::build::catalogue;
use crate::text::understand as words;
use leptos::prelude::*;
use model::Lang;
use model::domain::{Catalogue, Filters, Overview};
use model::text::overview::{Asked, sentences};

/// The folder of the page.
const PATH: &str = "comprendre/";
/// The way from it to the root of the site.
const ROOT: &str = "../";

/// The page.
pub fn page(source: &Source<'_>) -> Page {
    let (title, description) = words::PAGE;
    let catalogue = catalogue(source.content);
    text_pages::page(source, PATH, title, description, || {
        view! {
            {text(&catalogue)}
            {crossed::table(&catalogue)}
            {charts::charts(source, &catalogue)}
            {lever_maps::maps(source, &catalogue)}
            {unknown::unknown(source)}
        }
        .into_any()
    })
}

fn text(catalogue: &Catalogue) -> AnyView {
    let filters = Filters::default();
    let facts = Overview::of(catalogue, &filters, None);
    let asked = Asked {
        filters: &filters,
        territory: None,
        in_view: false,
    };
    let said = sentences(Lang::Fr, &facts, &asked).into_iter();
    let said = said.map(|sentence| view! { <li>{sentence}</li> });
    view! { <ul class="told">{said.collect_view()}</ul> }.into_any()
}

/// The map, limited to what these filters let through.
fn map_link(filters: &Filters, words: String, label: String) -> AnyView {
    let address = model::address::Address {
        filters: filters.clone(),
        ..model::address::Address::default()
    };
    view! { <a href=format!("{ROOT}?{}", address.query()) aria-label=label>{words}</a> }.into_any()
}
