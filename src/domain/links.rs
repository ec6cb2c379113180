//! What a sheet is linked with, both ways: worked out once by the tool, the same in panels and in static pages.

use super::{AuthorityRef, Lever, Theme};
use serde::{Deserialize, Serialize};

/// What a link leads to.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Target {
    /// An initiative, by its id.
    Initiative(String),
    /// An authority, by its id.
    Authority(String),
    /// A lever.
    Lever(Lever),
    /// The initiatives of a theme.
    Theme(Theme),
    /// A recommendation, by its id.
    Recommendation(String),
}

closed_list! {
    /// Why things are linked: the heading of their list.
    LinkKind {
        /// Initiatives for which an authority used the lever.
        Used = "used",
        /// Initiatives for which an authority considered it.
        Considered = "considered",
        /// Initiatives for which an authority refused it.
        Declined = "declined",
        /// Initiatives for which another actor used it.
        ByOthers = "by-others",
        /// Initiatives that illustrate a recommendation.
        Examples = "examples",
        /// Initiatives in which an authority takes part, or of a theme.
        Initiatives = "initiatives",
        /// Authorities.
        Authorities = "authorities",
        /// Levers.
        Levers = "levers",
        /// Themes.
        Themes = "themes",
        /// Recommendations.
        Recommendations = "recommendations",
        /// Initiatives that are near, or alike.
        Similar = "similar",
    }
}

/// A link to another sheet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetLink {
    /// Where it leads.
    pub target: Target,
    /// Its name; empty for a lever and for a theme, which have one in each language.
    pub name: String,
    /// What is worth knowing before following it, in French; may be empty.
    pub note: String,
}

/// Links that are there for the same reason. Never empty.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LinkGroup {
    /// The reason.
    pub kind: LinkKind,
    /// In order of interest.
    pub links: Vec<SheetLink>,
}

/// A sheet as the browser gets it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Linked<T> {
    /// The sheet.
    pub sheet: T,
    /// The authorities that it names by their id.
    pub authorities: Vec<AuthorityRef>,
    /// What it is linked with.
    pub groups: Vec<LinkGroup>,
}

impl<T> Linked<T> {
    /// The authority with this id.
    pub fn authority(&self, id: &str) -> Option<&AuthorityRef> {
        self.authorities.iter().find(|authority| authority.id == id)
    }
}
