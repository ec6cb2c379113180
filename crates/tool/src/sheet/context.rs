//! What the parts of a sheet need to know of where it is shown.

use crate::territory_path::territory_path;
use crate::text::SheetTexts;
use content::fold::fold;
use leptos::prelude::*;
use model::Lang;
use model::address::{Address, Options};
use model::domain::{Document, Filters, Heading, Target, Term, Territory};
use std::sync::Arc;

/// Where a sheet is shown: what its links lead to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Site {
    /// The side panel of the map, in this language.
    Map(Lang),
    /// A static page; the way from it to the root of the site (`../../`).
    Page(String),
}

impl Site {
    /// The address of another sheet.
    pub fn href(&self, target: &Target) -> String {
        match self {
            Self::Map(_) => self.map_href(Filters::default(), target),
            Self::Page(root) => format!("{root}{}/", target.path()),
        }
    }

    /// The address of what is said of a territory.
    pub fn territory(&self, territory: &Territory) -> String {
        match self {
            Self::Map(_) => self.href(&Target::territory(territory)),
            Self::Page(root) => format!("{root}{}", territory_path(territory)),
        }
    }

    /// A page, by its folder.
    pub fn page(&self, path: &str) -> String {
        match self {
            Self::Map(_) => path.to_owned(),
            Self::Page(root) => format!("{root}{path}"),
        }
    }

    /// The page of a document, by its id.
    pub fn source(&self, id: &str) -> String {
        self.page(&format!("sources/{id}/"))
    }

    /// The address of a section of a sheet; on the map, whose sheets open at their top, that of the sheet.
    pub fn section_href(&self, target: &Target, heading: Heading) -> String {
        let href = self.href(target);
        match self {
            Self::Map(_) => href,
            Self::Page(_) => format!("{href}#{}", section_id(heading)),
        }
    }

    /// On the map, the address of a sheet under these filters.
    pub fn filtered(&self, filters: Filters, target: &Target) -> Option<String> {
        matches!(self, Self::Map(_)).then(|| self.map_href(filters, target))
    }

    fn map_href(&self, filters: Filters, target: &Target) -> String {
        let lang = match self {
            Self::Map(Lang::En) => Some(Lang::En),
            _ => None,
        };
        let address = Address {
            filters,
            options: Options {
                lang,
                ..Options::default()
            },
            panel: Some(target.clone()),
            ..Address::default()
        };
        address.href()
    }
}

/// Id of the section of this heading: `resultats-et-benefices`.
pub fn section_id(heading: Heading) -> String {
    fold(heading.id()).replace(' ', "-")
}

/// The glossary of a sheet, and which of its words the sheet has explained already: each is explained once.
#[derive(Clone, Copy)]
pub struct Terms {
    pub(super) glossary: StoredValue<Arc<[Term]>>,
    pub(super) explained: StoredValue<Vec<usize>>,
}

impl Terms {
    /// A sheet that has explained nothing yet.
    fn new(glossary: Arc<[Term]>) -> Self {
        Self {
            glossary: StoredValue::new(glossary),
            explained: StoredValue::new(Vec::new()),
        }
    }
}

/// The edition of the map, as citations name it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edition {
    /// Name of the map.
    pub name: String,
    /// Where it is published, with a final slash.
    pub url: String,
}

/// What the parts of a sheet need.
#[derive(Clone)]
pub struct SheetContext {
    /// Its sentences.
    pub texts: &'static SheetTexts,
    /// The documents that it cites.
    pub documents: Arc<[Document]>,
    /// The edition that a citation names.
    pub edition: Arc<Edition>,
    /// Where it is shown.
    pub site: Site,
    /// The glossary, and which of its words the sheet has explained already.
    pub(super) terms: Terms,
}

impl SheetContext {
    /// The context of one sheet.
    pub fn new(
        texts: &'static SheetTexts,
        documents: Arc<[Document]>,
        edition: Arc<Edition>,
        glossary: Arc<[Term]>,
        site: Site,
    ) -> Self {
        Self {
            texts,
            documents,
            edition,
            site,
            terms: Terms::new(glossary),
        }
    }
}

/// The context, from any part of a sheet.
pub fn context() -> SheetContext {
    expect_context::<SheetContext>()
}
