//! What an initiative has of each facet. The tool alone asks, with the whole sheet and its authorities at hand.

use super::facet::NO_LEGAL_FORM;
use super::{
    Authority, AuthoritySize, Category, Extra, Facet, FacetValues, Heading, Initiative, Period,
    Progress, State, ValueSet,
};

impl Facet {
    /// What an initiative has of it. `authorities`: those that take part.
    pub fn of(self, initiative: &Initiative, authorities: &[&Authority]) -> ValueSet {
        let summary = &initiative.summary;
        match self {
            Self::Lever => summary.categories().map(Category::index).collect(),
            Self::Theme => summary.themes.iter().map(|&theme| theme as u8).collect(),
            Self::AuthorityKind => {
                let kinds = authorities.iter().map(|authority| authority.reference.kind);
                kinds.map(|kind| kind as u8).collect()
            }
            Self::Standing => ValueSet::EMPTY.with(summary.standing as u8),
            Self::AuthoritySize => sizes(authorities),
            Self::LegalForm => {
                let form = initiative
                    .legal_form
                    .map_or(NO_LEGAL_FORM, |form| form as u8);
                ValueSet::EMPTY.with(form)
            }
            Self::Progress => ValueSet::EMPTY.with(Progress::from(initiative.status) as u8),
            Self::Period => periods(initiative),
            Self::Document => {
                let told = initiative.sources.iter();
                let used = initiative.lever_uses.iter().map(|used| &used.evidence);
                let ids = told.chain(used).map(|evidence| evidence.document.as_str());
                ids.filter_map(|id| self.value(id)).collect()
            }
            Self::Extra => extras(initiative),
        }
    }
}

/// The sizes of the authorities; unknown where none has a population.
fn sizes(authorities: &[&Authority]) -> ValueSet {
    let known = authorities
        .iter()
        .filter_map(|authority| authority.population());
    let sizes: ValueSet = known
        .map(|population| AuthoritySize::of(population.value) as u8)
        .collect();
    or(sizes, AuthoritySize::Unknown as u8)
}

/// The periods in which the initiative began or a lever was used; unknown where no year is told.
fn periods(initiative: &Initiative) -> ValueSet {
    let used = initiative.lever_uses.iter().filter_map(|used| used.year);
    let years = initiative.since.into_iter().chain(used);
    let periods: ValueSet = years.map(|year| Period::of(year) as u8).collect();
    or(periods, Period::Unknown as u8)
}

fn extras(initiative: &Initiative) -> ValueSet {
    let uses = &initiative.lever_uses;
    let in_euros = initiative
        .figures
        .iter()
        .any(|figure| figure.unit.starts_with("euro"));
    let obstacles = initiative
        .sections
        .iter()
        .any(|section| section.heading == Heading::Obstacles);
    let refused = uses.iter().any(|used| used.state == State::Declined);
    let told = [
        (Extra::Figures, !initiative.figures.is_empty()),
        (
            Extra::Amount,
            in_euros || uses.iter().any(|used| used.amount.is_some()),
        ),
        (Extra::Trouble, obstacles || refused),
    ];
    let told = told.into_iter().filter(|(_, is_told)| *is_told);
    told.map(|(extra, _)| extra as u8).collect()
}

/// The values, or this one where there are none.
fn or(values: ValueSet, none: u8) -> ValueSet {
    if values.is_empty() {
        ValueSet::EMPTY.with(none)
    } else {
        values
    }
}

impl FacetValues {
    /// What an initiative has of each facet. `authorities`: those that take part.
    pub fn of(initiative: &Initiative, authorities: &[&Authority]) -> Self {
        let facets = Facet::ALL.iter();
        Self(
            facets
                .map(|facet| facet.of(initiative, authorities))
                .collect(),
        )
    }
}
