//! What the parts of a sheet need to know of where it is shown.

use crate::text::SheetTexts;
use leptos::prelude::*;
use model::address::{Address, Lang};
use model::domain::{Document, Filters, Target, Term};
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
            lang,
            panel: Some(target.clone()),
            ..Address::default()
        };
        address.href()
    }
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

/// What the parts of a sheet need.
#[derive(Clone)]
pub struct SheetContext {
    /// Its sentences.
    pub texts: &'static SheetTexts,
    /// The documents that it cites.
    pub documents: Arc<[Document]>,
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
        glossary: Arc<[Term]>,
        site: Site,
    ) -> Self {
        Self {
            texts,
            documents,
            site,
            terms: Terms::new(glossary),
        }
    }
}

/// The context, from any part of a sheet.
pub fn context() -> SheetContext {
    expect_context::<SheetContext>()
}
