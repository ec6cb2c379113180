//! What the tables are made from: the sheets in order, the documents they cite, and the address of the map.

use super::super::links::Links;
use content::Content;
use model::domain::{
    Authority, Document, Evidence, Initiative, Lever, LeverSheet, LeverUse, Target,
};
use std::collections::BTreeMap;

/// The sheets and what it takes to speak of them.
pub struct Sheets<'a> {
    /// By name.
    pub initiatives: &'a [&'a Initiative],
    /// By name.
    pub authorities: &'a [&'a Authority],
    /// In screen order.
    pub levers: &'a [&'a LeverSheet],
    documents: BTreeMap<&'a str, &'a Document>,
    names: BTreeMap<&'a str, &'a str>,
    base_url: &'a str,
}

impl<'a> Sheets<'a> {
    /// The sheets of this content.
    pub fn of(content: &'a Content, links: &'a Links<'_>, base_url: &'a str) -> Self {
        let documents = content.documents.iter().map(|source| &source.document);
        let names = links.authorities.iter().map(|sheet| &sheet.reference);
        Self {
            initiatives: &links.initiatives,
            authorities: &links.authorities,
            levers: &links.levers,
            documents: documents
                .map(|document| (document.id.as_str(), document))
                .collect(),
            names: names
                .map(|authority| (authority.id.as_str(), authority.name.as_str()))
                .collect(),
            base_url,
        }
    }

    /// The address of a sheet on the map; relative when that of the map is not known.
    pub fn url(&self, target: &Target) -> String {
        format!("{}?{}={}", self.base_url, target.kind.id(), target.id)
    }

    /// The document with this id.
    pub fn document(&self, id: &str) -> Option<&Document> {
        self.documents.get(id).copied()
    }

    /// « Titre du document, Chapitre 2 ».
    pub fn citation(&self, source: &Evidence) -> String {
        let document = self.document(&source.document);
        let title = document.map_or(source.document.as_str(), |document| &document.title);
        format!("{title}, {}", source.place)
    }

    /// The name of an authority.
    pub fn authority_name(&self, id: &str) -> String {
        self.names.get(id).copied().unwrap_or(id).to_owned()
    }

    /// Whether this authority used this lever, for any initiative.
    pub fn has_used(&self, authority: &str, lever: Lever) -> bool {
        let mut initiatives = self.initiatives.iter();
        initiatives.any(|initiative| {
            let mut uses = initiative.lever_uses.iter();
            uses.any(|lever_use| lever_use.lever == Some(lever) && is_used_by(lever_use, authority))
        })
    }
}

fn is_used_by(lever_use: &LeverUse, authority: &str) -> bool {
    lever_use.counts_for_authority()
        && lever_use
            .actor
            .authorities()
            .iter()
            .any(|id| id == authority)
}
