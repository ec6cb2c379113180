//! From the fields of a sheet to the domain, kind by kind.

mod audit;
mod authority;
mod conformity;
mod documents;
mod edition;
mod evidence;
mod figure;
mod glossary;
mod initiative;
mod lever;
mod lever_use;
mod page;
mod place;
mod recommendation;
mod site;

pub use audit::{Audit, Criterion, read_audit};
pub use authority::read_authority;
pub use conformity::{Conformity, Verdict};
pub use documents::{SourceDocument, read_documents};
pub use edition::{Look, Picture};
pub use glossary::{Glossary, read_glossary};
pub use initiative::{SHORT, SUMMARY_LIMIT, read_initiative};
pub use lever::read_lever;
pub use page::{FreePage, read_page};
pub use recommendation::read_recommendation;
pub use site::{Background, SiteInfo, read_site};

use crate::gazetteer::Gazetteer;
use std::collections::{BTreeMap, BTreeSet};

/// What a sheet may refer to.
pub struct References<'a> {
    /// The official territories.
    pub gazetteer: &'a Gazetteer,
    /// Ids of the documents of `sources.toml`, with their years; `None` when that file is broken, for then no id can be called unknown.
    pub documents: Option<BTreeMap<String, u16>>,
    /// Ids of the authorities that have a sheet.
    pub authorities: BTreeSet<String>,
    /// Ids of the initiatives that have a sheet.
    pub initiatives: BTreeSet<String>,
}
