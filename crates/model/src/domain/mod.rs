//! The words of the map: initiatives, levers, authorities, places. No I/O, no browser.

#[macro_use]
mod closed_list;
mod authority;
mod case;
mod catalogue;
mod criteria;
mod evidence;
mod facet;
mod facet_values;
mod faceted;
mod filters;
mod glossary;
mod initiative;
mod lever;
mod lever_use;
mod links;
mod listed;
mod nearest;
mod overview;
mod place;
mod prose;
mod recommendation;
mod region;
mod subject;
mod theme;

pub use authority::{Authority, AuthorityKind, AuthorityRef, NamedTerritory, Population};
pub use case::{Act, Case, Told};
pub use catalogue::Catalogue;
pub use criteria::{LegalForm, Status};
pub use evidence::{Comparison, Document, Evidence, Figure};
pub use facet::{Facet, FacetValues, ValueSet};
pub use facet_values::{AuthoritySize, Extra, Period, Progress};
pub use filters::{Counts, Filters};
pub use glossary::{Run, Term, runs};
pub use initiative::{Initiative, Link, Participation, Partner, Role, Summary};
pub use lever::{Category, Lever};
pub use lever_use::{
    Actor, ActorKind, Certainty, LegalPoint, LeverSheet, LeverUse, Resource, Standing, State,
};
pub use links::{LinkGroup, LinkKind, Linked, Sheet, SheetLink, Target, TargetKind};
pub use listed::{Listed, ViewBounds};
pub use nearest::{Near, nearest};
pub use overview::{Alone, Group, Overview, Side};
pub use place::{
    Extent, Place, Precision, Shared, Territory, TerritoryKind, commune_of, departement_of,
};
pub use prose::{Block, Heading, Inline, Section};
pub use recommendation::{Recommendation, RecommendationGroup};
pub use region::Region;
pub use subject::Subject;
pub use theme::Theme;
