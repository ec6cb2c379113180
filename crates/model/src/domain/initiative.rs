//! A concrete project, structure or public action tied to a place.

use super::{Category, CategorySet, Evidence, Figure, Lever, LeverUse, Place, Section, Theme};
use serde::{Deserialize, Serialize};

closed_list! {
    /// Where an initiative stands.
    Status {
        /// En projet.
        Planned = "en projet",
        /// En cours.
        Ongoing = "en cours",
        /// Terminée.
        Ended = "terminée",
        /// Inconnu.
        Unknown = "inconnu",
    }
}

closed_list! {
    /// The legal form of the organisation that carries the initiative.
    LegalForm {
        /// Association.
        Association = "association",
        /// Société coopérative et participative.
        Scop = "scop",
        /// Société coopérative d'intérêt collectif. A form, not the lever of the same name.
        Scic = "scic",
        /// Another cooperative.
        Cooperative = "cooperative",
        /// Fondation.
        Foundation = "fondation",
        /// Mutuelle.
        Mutual = "mutuelle",
        /// Entreprise sociale or commercial company of social utility.
        SocialEnterprise = "entreprise-sociale",
        /// Commercial company.
        Company = "societe",
        /// Collective without a legal form.
        Collective = "collectif",
        /// Public body.
        Public = "public",
        /// Another form.
        Other = "autre",
    }
}

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

/// What the map, the list and the filters need of an initiative.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Summary {
    /// Public id, in addresses.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Themes, the main one first.
    pub themes: Vec<Theme>,
    /// Where it is; at least one place.
    pub places: Vec<Place>,
    /// Ids of the authorities that take part, the main one first.
    pub authorities: Vec<String>,
    /// Levers that an authority used, the main one first, each once.
    pub levers: Vec<Lever>,
    /// Levers considered or declined by an authority, or used by another actor: shown on the sheet, never counted.
    pub other_levers: Vec<Lever>,
}

impl Summary {
    /// The categories under which a filter finds this initiative.
    pub fn categories(&self) -> CategorySet {
        if self.levers.is_empty() {
            return CategorySet::EMPTY.with(Category::NoLever);
        }
        self.levers.iter().copied().map(Category::Lever).collect()
    }

    /// The category its marker shows: its first lever among those asked for, or its first lever when none is asked for.
    pub fn shown_category(&self, asked: CategorySet) -> Category {
        let levers = || self.levers.iter().copied().map(Category::Lever);
        levers()
            .find(|&category| asked.contains(category))
            .or_else(|| levers().next())
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
            .filter(|lever_use| !counted.contains(&lever_use.lever)),
    )
}

fn unique<'a>(uses: impl Iterator<Item = &'a LeverUse>) -> Vec<Lever> {
    uses.fold(Vec::new(), |mut levers, lever_use| {
        if !levers.contains(&lever_use.lever) {
            levers.push(lever_use.lever);
        }
        levers
    })
}

impl Initiative {
    /// Sets the summary's levers from the lever uses: they are derived, never written twice.
    pub fn with_levers_of_uses(mut self) -> Self {
        self.summary.levers = authority_levers(&self.lever_uses);
        self.summary.other_levers = other_levers(&self.lever_uses);
        self
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Actor, Certainty, State};
    use super::*;

    fn lever_use(lever: Lever, actor: Actor, state: State) -> LeverUse {
        let evidence = Evidence {
            document: "001".into(),
            place: "p. 1".into(),
        };
        LeverUse {
            lever,
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
