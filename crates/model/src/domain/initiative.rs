//! A concrete project, structure or public action tied to a place.

use super::{
    Category, Evidence, FacetValues, Figure, LegalForm, Lever, LeverUse, Place, Section, Standing,
    State, Status, Territory, TerritoryKind, Theme, ValueSet, departement_of,
};
use serde::{Deserialize, Serialize};

closed_list! {
    /// What part an authority takes in an initiative.
    Role {
        /// It leads.
        Lead = "pilote",
        /// It funds.
        Funder = "financeur",
        /// It takes part.
        Partner = "partenaire",
    }
}

/// An authority's part in an initiative.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Participation {
    /// Id of the authority's sheet.
    pub authority: String,
    /// Its part.
    pub role: Role,
}

/// An organisation that takes part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Partner {
    /// Its name.
    pub name: String,
    /// What it does there.
    pub role: Option<String>,
}

/// An organisation's site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// What is read.
    pub label: String,
    /// `https://…`
    pub url: String,
}

/// What lists show of an initiative, and what the catalogue keeps of it for the map.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Summary {
    /// Public id, in addresses.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Themes, the main one first. The catalogue has them in [`Summary::values`] only.
    #[serde(skip)]
    pub themes: Vec<Theme>,
    /// Where it is; at least one place.
    pub places: Vec<Place>,
    /// Ids of the authorities that take part, the main one first. Not in the catalogue.
    #[serde(skip)]
    pub authorities: Vec<String>,
    /// Levers that an authority used, the main one first, each once.
    pub levers: Vec<Lever>,
    /// What the documents establish of public action.
    pub standing: Standing,
    /// The lever shown where none counts: another actor's, or one considered.
    pub other_lever: Option<Lever>,
    /// Levers considered or declined by an authority, or used by another actor: shown on the sheet, never counted. Not in the
    /// catalogue.
    #[serde(skip)]
    pub other_levers: Vec<Lever>,
    /// The values under which each facet finds it. The tool works them out for the catalogue; until then there are none.
    pub values: FacetValues,
    /// Words with a space between two, among which the codes of the territories inside those that it covers: communes,
    /// intercommunalités, départements, which all begin with a digit. Of the communes of a département or of a région there is only the
    /// département. They come with the facets.
    #[serde(skip)]
    pub over: String,
}

impl Summary {
    /// Whether it has a place in the territory.
    pub fn is_in(&self, territory: &Territory) -> bool {
        self.places.iter().any(|place| place.is_in(territory))
    }

    /// Whether it covers more than the territory, all of it included: what a métropole does for its communes. Not known before the
    /// facets are there.
    pub fn is_over(&self, territory: &Territory) -> bool {
        let code = territory.code.as_str();
        let larger = match territory.kind {
            // Nothing covers more; and its code may be that of a département.
            TerritoryKind::Region => return false,
            TerritoryKind::Commune => departement_of(code),
            _ => code,
        };
        let mut over = self.over.as_bytes().split(|&byte| byte == b' ');
        over.any(|inside| inside == code.as_bytes() || inside == larger.as_bytes())
    }

    /// Its categories, the main one first: only levers that count. Filters, counts and rings are of these.
    pub fn categories(&self) -> impl Iterator<Item = Category> {
        let none = self.levers.is_empty().then_some(Category::NoLever);
        let levers = self.levers.iter().copied().map(Category::Lever);
        levers.chain(none)
    }

    /// What its own marker and its row show of a category: where no lever counts, the hollow shape of another actor's, or of the one
    /// considered.
    pub fn drawn(&self, category: Category) -> Category {
        match (category, self.other_lever) {
            (Category::NoLever, Some(lever)) => Category::Lever(lever),
            _ => category,
        }
    }

    /// The category its marker shows: its first among those asked for, values of [`Facet::Lever`](super::Facet), or its first when
    /// none is asked for.
    pub fn shown_category(&self, asked: ValueSet) -> Category {
        self.categories()
            .find(|category| asked.contains(category.index()))
            .or_else(|| self.categories().next())
            .unwrap_or(Category::NoLever)
    }
}

/// The whole sheet of an initiative.
#[derive(Clone, Debug, PartialEq)]
pub struct Initiative {
    /// What lists show.
    pub summary: Summary,
    /// The initiative in one sentence.
    pub lead: String,
    /// Where it stands.
    pub status: Status,
    /// The year of which the status is said: the sheet's, or that of its documents. `None` when nobody knows the status.
    pub status_year: Option<u16>,
    /// Whether the documents say little of it: the sheet is short because they are.
    pub thin: bool,
    /// Its legal form, when known.
    pub legal_form: Option<LegalForm>,
    /// Year it began, when known.
    pub since: Option<u16>,
    /// Authorities and their part.
    pub participations: Vec<Participation>,
    /// Organisations that take part.
    pub partners: Vec<Partner>,
    /// Figures, each with its year and source.
    pub figures: Vec<Figure>,
    /// Lever uses, the main one first.
    pub lever_uses: Vec<LeverUse>,
    /// The sheet's text.
    pub sections: Vec<Section>,
    /// Where the initiative is told.
    pub sources: Vec<Evidence>,
    /// Sites of organisations.
    pub links: Vec<Link>,
}

/// The levers that count as an authority's, in order of first use, each once.
pub fn authority_levers(uses: &[LeverUse]) -> Vec<Lever> {
    unique(
        uses.iter()
            .filter(|lever_use| lever_use.counts_for_authority()),
    )
}

/// The levers that do not count: considered, declined, or another actor's. A lever that counts is not among them.
pub fn other_levers(uses: &[LeverUse]) -> Vec<Lever> {
    let counted = authority_levers(uses);
    unique(
        uses.iter()
            .filter(|one| one.lever.is_some_and(|lever| !counted.contains(&lever))),
    )
}

fn unique<'a>(uses: impl Iterator<Item = &'a LeverUse>) -> Vec<Lever> {
    let levers = uses.filter_map(|lever_use| lever_use.lever);
    levers.fold(Vec::new(), |mut levers, lever| {
        if !levers.contains(&lever) {
            levers.push(lever);
        }
        levers
    })
}

/// The lever shown where none counts: the first that another actor used, otherwise the first considered or declined.
fn other_lever(uses: &[LeverUse]) -> Option<Lever> {
    let used = uses.iter().filter(|one| one.state == State::Used);
    let mut levers = used.chain(uses).filter_map(|one| one.lever);
    levers.next()
}

impl Initiative {
    /// Sets the summary's levers from the lever uses: they are derived, never written twice.
    pub fn with_levers_of_uses(mut self) -> Self {
        self.summary.levers = authority_levers(&self.lever_uses);
        self.summary.other_levers = other_levers(&self.lever_uses);
        self.summary.standing = Standing::of(&self.lever_uses);
        let none = self.summary.levers.is_empty();
        self.summary.other_lever = none.then(|| other_lever(&self.lever_uses)).flatten();
        self
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Actor, Certainty};
    use super::*;

    fn lever_use(lever: Lever, actor: Actor, state: State) -> LeverUse {
        let evidence = Evidence {
            document: "001".into(),
            place: "p. 1".into(),
        };
        LeverUse {
            lever: Some(lever),
            actor,
            state,
            certainty: Certainty::Explicit,
            how: String::new(),
            amount: None,
            year: None,
            evidence,
        }
    }

    #[test]
    fn only_what_an_authority_used_counts() {
        let nanterre = || Actor::Authority("nanterre".into());
        let uses = [
            lever_use(
                Lever::Property,
                Actor::Landlord("Un bailleur".into()),
                State::Used,
            ),
            lever_use(Lever::ScicShare, nanterre(), State::Considered),
            lever_use(Lever::Grant, nanterre(), State::Declined),
            lever_use(Lever::Support, nanterre(), State::Used),
            lever_use(Lever::Support, nanterre(), State::Used),
        ];
        assert_eq!(authority_levers(&uses), [Lever::Support]);
        assert_eq!(
            other_levers(&uses),
            [Lever::Property, Lever::ScicShare, Lever::Grant]
        );
    }

    #[test]
    fn a_marker_shows_the_lever_asked_for() {
        let category = Category::Lever;
        let asked = |lever| ValueSet::EMPTY.with(category(lever).index());
        let two = Summary {
            levers: vec![Lever::Grant, Lever::Property],
            ..Summary::default()
        };
        for (asked, shown) in [
            (ValueSet::EMPTY, Lever::Grant),
            (asked(Lever::Property), Lever::Property),
            (asked(Lever::Support), Lever::Grant),
        ] {
            assert_eq!(two.shown_category(asked), category(shown));
        }
        let none = Summary::default().shown_category(asked(Lever::Property));
        assert_eq!(none, Category::NoLever);
    }

    #[test]
    fn a_lever_both_used_and_refused_is_shown_once_as_used() {
        let ville = || Actor::Authority("lille".into());
        let uses = [
            lever_use(Lever::Grant, ville(), State::Declined),
            lever_use(Lever::Grant, ville(), State::Used),
        ];
        assert_eq!(
            (authority_levers(&uses), other_levers(&uses)),
            (vec![Lever::Grant], vec![])
        );
    }
}
