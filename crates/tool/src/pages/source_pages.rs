//! The documents: their list, and a page for each with what the map has from it.

use super::{Page, Source, json_ld, text_pages, texts};
use crate::sheet::{evidence, explained, external_link, page_link, sheet_name};
use crate::text::PageTexts;
use crate::text::count::initiatives_counted;
use content::fold::fold;
use content::sheets::SourceDocument;
use leptos::prelude::*;
use model::domain::{Document, Linked, TargetKind};

/// The kinds of sheet, in the order in which a document's page lists them.
const KINDS: [TargetKind; 4] = [
    TargetKind::Initiative,
    TargetKind::Authority,
    TargetKind::Lever,
    TargetKind::Recommendation,
];

/// The list and the pages.
pub fn pages(source: &Source<'_>) -> Vec<Page> {
    let sheets = source.links.all();
    let documents = source.content.documents.iter();
    let mut pages: Vec<Page> = documents
        .map(|document| page(source, document, &sheets))
        .collect();
    pages.push(list(source, &sheets));
    pages
}

fn list(source: &Source<'_>, sheets: &[Linked]) -> Page {
    let page_texts = PageTexts::get();
    let (title, description) = page_texts.sources;
    let item = |source: &SourceDocument| {
        let document = &source.document;
        let count = citing(sheets, document, TargetKind::Initiative).count();
        view! {
            <li class="entry">
                <p class="entry-name"><a href=format!("{}/", document.id)>{document.title.clone()}</a></p>
                <p class="entry-place">{explained(&published(document))}</p>
                <p>{initiatives_counted(count)}</p>
            </li>
        }
    };
    let documents = source.content.documents.iter();
    text_pages::page(source, "sources/", title, description, || {
        view! {
            <p class="lead">{page_texts.sources_lead}</p>
            <ul class="entries">{documents.map(item).collect_view()}</ul>
        }
        .into_any()
    })
}

fn page(source: &Source<'_>, document: &SourceDocument, sheets: &[Linked]) -> Page {
    let page_texts = PageTexts::get();
    let Document { id, title, .. } = &document.document;
    let path = format!("sources/{id}/");
    let description = (page_texts.about_document)(title);
    let url = format!("{}{path}", source.site().url);
    Page {
        json_ld: json_ld::web_page(title, &description, &url),
        main: source.html(&path, || main(document, sheets)),
        above: None,
        on_map: None,
        locator: None,
        shared: None,
        on_paper: false,
        title: title.clone(),
        path,
        description,
    }
}

fn main(source: &SourceDocument, sheets: &[Linked]) -> AnyView {
    let page_texts = PageTexts::get();
    let document = &source.document;
    let address = match &source.url {
        Some(url) => external_link(page_texts.read_document, url).into_any(),
        None => page_texts.no_address.into_any(),
    };
    let groups = KINDS.map(|kind| {
        let items: Vec<_> = citing(sheets, document, kind)
            .map(|linked| item(linked, document))
            .collect();
        (!items.is_empty()).then(|| {
            view! {
                <section>
                    <h3>{(page_texts.told_of)(kind)} " " <span class="note">{items.len()}</span></h3>
                    <ul class="cited">{items}</ul>
                </section>
            }
        })
    });
    view! {
        <header class="sheet-head">
            <p class="kind">{page_texts.kind_document}</p>
            <h2>{document.title.clone()}</h2>
            <p class="lead">{explained(&published(document))}</p>
            <p>{address}</p>
        </header>
        <p><a href="../">{page_texts.all_sources}</a></p>
        {groups.into_iter().collect_view()}
    }
    .into_any()
}

/// « RTES, juillet 2016 ».
fn published(document: &Document) -> String {
    format!("{}, {}", document.publisher, (texts().date)(&document.date))
}

/// The sheets of a kind that cite the document, each once.
fn citing<'a>(
    sheets: &'a [Linked],
    document: &'a Document,
    kind: TargetKind,
) -> impl Iterator<Item = &'a Linked> {
    let of_kind = sheets
        .iter()
        .filter(move |linked| linked.sheet.target().kind == kind);
    of_kind.filter(|linked| {
        let mut cited = evidence(&linked.sheet).into_iter().flatten();
        cited.any(|evidence| evidence.document == document.id)
    })
}

/// A sheet, and where in the document it was read, each place once.
fn item(linked: &Linked, document: &Document) -> AnyView {
    // What the sheet is told by comes first.
    let mut parts = evidence(&linked.sheet);
    parts.rotate_right(1);
    let all = parts.into_iter().flatten();
    let of_document = all.filter(|evidence| evidence.document == document.id);
    let places = unique(of_document.map(|evidence| evidence.place.as_str()));
    let name = sheet_name(texts().screen, &linked.sheet);
    view! {
        <li>
            <p>{page_link(&linked.sheet.target(), name)}</p>
            <p class="note">{places.join(" · ")}</p>
        </li>
    }
    .into_any()
}

/// Each place once: one that is inside another, « p. 92, encadré » after « p. 92 », says nothing more.
fn unique<'a>(places: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut all: Vec<&str> = places.collect();
    all.sort_by_key(|place| place.len());
    let mut kept: Vec<(String, &str)> = Vec::new();
    for place in all {
        let folded = fold(place);
        if !kept.iter().any(|(known, _)| is_within(&folded, known)) {
            kept.push((folded, place));
        }
    }
    kept.into_iter().map(|(_, place)| place).collect()
}

/// Whether a place begins with the words of another.
fn is_within(place: &str, other: &str) -> bool {
    let rest = place.strip_prefix(other);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_named_once() {
        let places = [
            "p.\u{a0}92, encadré",
            "p. 92",
            "p. 3",
            "p.\u{202f}92",
            "p. 921",
        ];
        assert_eq!(unique(places.into_iter()), ["p. 3", "p. 92", "p. 921"]);
    }
}
