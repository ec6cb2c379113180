//! The pages that are neither sheets nor lists of sheets: the glossary, and those that editors write.

use super::{Page, Source, audit, json_ld};
use crate::sheet::free_sections;
use crate::text::PageTexts;
use content::sheets::{FreePage as Text, SiteInfo};
use leptos::prelude::*;
use model::domain::Term;

/// The page that gives the open data.
const OPEN_DATA: &str = "donnees-ouvertes";

/// The pages.
pub fn pages(source: &Source<'_>) -> Vec<Page> {
    let written = source
        .content
        .pages
        .iter()
        .filter_map(|read| read.sheet.as_ref());
    let mut pages: Vec<Page> = written.map(|text| written_page(source, text)).collect();
    pages.push(glossary(source));
    pages
}

/// A page of text under its title, with what `more` makes.
pub fn page(
    source: &Source<'_>,
    path: &str,
    title: &str,
    description: &str,
    more: impl FnOnce() -> AnyView,
) -> Page {
    let heading = title.to_owned();
    let main = source.html(path, || {
        let more = more();
        view! { <header class="sheet-head"><h2>{heading}</h2></header> {more} }.into_any()
    });
    let url = format!("{}{path}", source.site().url);
    Page {
        json_ld: json_ld::web_page(title, description, &url),
        main,
        path: path.to_owned(),
        title: title.to_owned(),
        description: description.to_owned(),
        above: None,
        on_map: None,
        locator: None,
        shared: None,
        on_paper: false,
    }
}

fn written_page(source: &Source<'_>, text: &Text) -> Page {
    let path = format!("{}/", text.id);
    let mut page = page(source, &path, &text.title, &text.description, || {
        let before = match text.id.as_str() {
            "mentions-legales" => publisher(source.site()),
            OPEN_DATA => downloads(),
            "accessibilite" => return statement(source, text),
            _ => ().into_any(),
        };
        view! { {before}{free_sections(&text.sections)} }.into_any()
    });
    if text.id == OPEN_DATA {
        let site = source.site();
        page.json_ld = json_ld::dataset(site, &format!("{}{path}", site.url));
    }
    page
}

/// The accessibility statement: what its editor engages to, what the audit found, and the ways to complain.
fn statement(source: &Source<'_>, text: &Text) -> AnyView {
    let audited = source.content.audit.as_ref();
    let audited = audited.map(audit::found);
    let (first, others) = text.sections.split_at(text.sections.len().min(1));
    view! { {free_sections(first)}{audited}{free_sections(others)} }.into_any()
}

/// Who publishes the site: what `site.toml` says, and what it does not say yet. Then the licences of others (scripts/notices.mjs).
fn publisher(site: &SiteInfo) -> AnyView {
    let texts = PageTexts::get();
    let said = |value: &str| match value {
        "" => texts.not_filled.into_any(),
        value => value.to_owned().into_any(),
    };
    let contact = match site.contact.as_str() {
        "" => said(""),
        url => view! { <a href=url.to_owned() rel="external">{url.to_owned()}</a> }.into_any(),
    };
    view! {
        <dl class="publisher">
            <div><dt>{texts.publisher}</dt> <dd>{said(&site.publisher)}</dd></div>
            <div><dt>{texts.host}</dt> <dd>{said(&site.host)}</dd></div>
            <div><dt>{texts.contact}</dt> <dd>{contact}</dd></div>
            <div><dt>{texts.components}</dt> <dd><a href="../NOTICES.txt">{texts.notices}</a></dd></div>
        </dl>
    }
    .into_any()
}

/// The files that anyone may take.
fn downloads() -> AnyView {
    let items = PageTexts::get().downloads.iter().map(|(file, name)| {
        view! { <li><a href=format!("../data/{file}") download="">{*name}</a></li> }
    });
    view! { <ul class="names">{items.collect_view()}</ul> }.into_any()
}

fn glossary(source: &Source<'_>) -> Page {
    let (title, description) = PageTexts::get().glossary;
    let glossary = source.content.glossary.sheet.as_ref();
    let terms = glossary.map_or(&[][..], |glossary| &glossary.terms);
    let item = |term: &Term| {
        view! { <div><dt>{term.word.clone()}</dt> <dd><strong>{term.expansion.clone()}</strong> " " {term.definition.clone()}</dd></div> }
    };
    page(source, "glossaire/", title, description, || {
        view! { <dl class="glossary">{terms.iter().map(item).collect_view()}</dl> }.into_any()
    })
}
