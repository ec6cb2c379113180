//! Where a sheet was read, as numbered notes: each document once, each place in it once, each with a citation to copy.

use super::{context, sheet_name, terms::explained};
use crate::text::{Cited, SheetTexts};
use leptos::prelude::*;
use model::domain::{Document, Evidence, Figure, Linked, Sheet};
use std::sync::Arc;

/// A document and the places in it, in order of first mention.
#[derive(Debug, PartialEq, Eq)]
struct Noted {
    document: String,
    places: Vec<String>,
}

/// The notes of a sheet. A part of the sheet that stands on a place refers to it by its number.
#[derive(Clone)]
pub struct Notes {
    documents: Arc<[Noted]>,
    /// The sheet's name and the path of its page, which a citation gives.
    sheet: Arc<(String, String)>,
}

impl Notes {
    /// The notes of a sheet; `None` of a theme, which stands on nothing.
    pub fn of(texts: &SheetTexts, linked: &Linked) -> Option<Self> {
        if matches!(linked.sheet, Sheet::Theme(_)) {
            return None;
        }
        let documents = by_document(evidence(&linked.sheet).concat());
        let name = sheet_name(texts.screen, &linked.sheet);
        let page = format!("{}/", linked.sheet.target().path());
        Some(Self {
            documents: documents.into(),
            sheet: Arc::new((name, page)),
        })
    }

    /// The number of the note that tells of this place, from 1 on.
    fn number(&self, evidence: &Evidence) -> Option<usize> {
        let places = self.documents.iter().flat_map(|noted| {
            let place = |place| (&noted.document, place);
            noted.places.iter().map(place)
        });
        let mut numbered = places.zip(1..);
        numbered
            .find(|&((document, place), _)| {
                *document == evidence.document && *place == evidence.place
            })
            .map(|(_, number)| number)
    }

    /// The mark that leads to the note of this place.
    pub fn mark(&self, evidence: &Evidence) -> Option<AnyView> {
        let number = self.number(evidence)?;
        let name = format!("{}\u{a0}{number}", context().texts.evidence);
        let href = format!("#note-{number}");
        Some(view! { <a class="note-mark" href=href aria-label=name>{number}</a> }.into_any())
    }

    /// The notes, at the end of the sheet.
    pub fn list(&self) -> AnyView {
        let texts = context().texts;
        let mut number = 0;
        let documents = self.documents.iter().map(|noted| {
            let first = number + 1;
            number += noted.places.len();
            self.document(noted, first)
        });
        let documents = documents.collect_view();
        view! {
            <section class="sources">
                <h3>{texts.sources}</h3>
                <ul class="documents">{documents}</ul>
                <p hidden="" class="copied">{texts.copied}</p>
                <p hidden="" class="selected">{texts.selected}</p>
            </section>
        }
        .into_any()
    }

    fn document(&self, noted: &Noted, first: usize) -> AnyView {
        let context = context();
        let mut known = context.documents.iter();
        let document = known.find(|document| document.id == noted.document);
        let head = document.map(|document| {
            let date = (context.texts.date)(&document.date);
            let href = context.site.source(&document.id);
            view! {
                <p class="document" lang="fr">
                    <a href=href target="_top">{document.title.clone()}</a>
                    ", "
                    {explained(&document.publisher)}
                    {format!(", {date}")}
                </p>
            }
        });
        let places = noted.places.iter().zip(first..);
        let places = places.map(|(place, number)| {
            let citation = document.map(|document| self.citation(document, place));
            note(number, place, citation)
        });
        view! { <li>{head}<ul class="notes">{places.collect_view()}</ul></li> }.into_any()
    }

    fn citation(&self, document: &Document, place: &str) -> String {
        let context = context();
        let (name, page) = &*self.sheet;
        (context.texts.citation)(&Cited {
            title: &document.title,
            publisher: &document.publisher,
            date: &(context.texts.date)(&document.date),
            place,
            map: &context.edition.name,
            sheet: name,
            url: &format!("{}{page}", context.edition.url),
        })
    }
}

/// A place in a document, and the button that copies its citation: the script of the page (notes.js) gives the day of reading.
fn note(number: usize, place: &str, citation: Option<String>) -> AnyView {
    let texts = context().texts;
    let cite = citation.map(|citation| {
        let name = format!("{} {number}", texts.cite);
        view! {
            " "
            <button type="button" class="cite" aria-label=name>{texts.cite}</button>
            " "
            <span class="cite-status" role="status"></span>
            <span hidden="" class="citation">{citation}<span class="day"></span>"."</span>
        }
    });
    view! {
        <li id=format!("note-{number}") class="note-entry" tabindex="-1">
            <span class="note-number">{number}</span>
            " "
            <span lang="fr">{explained(place)}</span>
            {cite}
        </li>
    }
    .into_any()
}

/// The mark of the note that tells of this place, where the sheet has notes.
pub fn mark(evidence: &Evidence) -> Option<AnyView> {
    use_context::<Notes>()?.mark(evidence)
}

/// Everything that a sheet stands on, in the order in which it shows it: claims, figures, resources, then what it is told by.
pub fn evidence(sheet: &Sheet) -> [Vec<&Evidence>; 4] {
    let none = Vec::new;
    match sheet {
        Sheet::Initiative(sheet) => {
            let uses = sheet.lever_uses.iter().map(|one| &one.evidence);
            let sources = sheet.sources.iter().collect();
            [uses.collect(), of_figures(&sheet.figures), none(), sources]
        }
        Sheet::Authority(sheet) => {
            let populations = sheet.populations.iter();
            let populations = populations.filter_map(|one| one.source.as_ref()).collect();
            let sources = sheet.sources.iter().collect();
            [populations, of_figures(&sheet.figures), none(), sources]
        }
        Sheet::Lever(sheet) => {
            let legal = sheet.legal.iter().map(|one| &one.source).collect();
            let resources = sheet.resources.iter().map(|one| &one.source).collect();
            let definition = sheet.definition_sources.iter().collect();
            [legal, of_figures(&sheet.figures), resources, definition]
        }
        Sheet::Recommendation(sheet) => [none(), none(), none(), sheet.sources.iter().collect()],
        Sheet::Theme(_) => Default::default(),
    }
}

fn of_figures(figures: &[Figure]) -> Vec<&Evidence> {
    figures.iter().map(|figure| &figure.source).collect()
}

/// Each document once, each of its places once, in order of first mention.
fn by_document<'a>(all: impl IntoIterator<Item = &'a Evidence>) -> Vec<Noted> {
    let mut noted: Vec<Noted> = Vec::new();
    for Evidence { document, place } in all {
        match noted.iter_mut().find(|known| known.document == *document) {
            Some(known) if known.places.contains(place) => {}
            Some(known) => known.places.push(place.clone()),
            None => noted.push(Noted {
                document: document.clone(),
                places: vec![place.clone()],
            }),
        }
    }
    noted
}

#[cfg(test)]
mod tests {
    use super::*;

    fn evidence(document: &str, place: &str) -> Evidence {
        Evidence {
            document: document.into(),
            place: place.into(),
        }
    }

    #[test]
    fn each_document_and_each_place_is_noted_once() {
        let all = [
            evidence("002", "p. 4"),
            evidence("001", "p. 1"),
            evidence("002", "p. 2"),
            evidence("002", "p. 4"),
        ];
        let noted = by_document(&all);
        let places: Vec<_> = noted
            .iter()
            .map(|one| (one.document.as_str(), one.places.join(" ")))
            .collect();
        assert_eq!(
            places,
            [("002", "p. 4 p. 2".to_owned()), ("001", "p. 1".to_owned())]
        );
        let notes = Notes {
            documents: noted.into(),
            sheet: Arc::default(),
        };
        let numbers: Vec<_> = all.iter().map(|one| notes.number(one)).collect();
        assert_eq!(numbers, [Some(1), Some(3), Some(2), Some(1)]);
        assert_eq!(notes.number(&evidence("003", "p. 4")), None);
    }
}
