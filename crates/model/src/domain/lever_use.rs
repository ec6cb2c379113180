//! One lever, used by one actor, for one initiative; and the sheet of a lever.

use super::{Evidence, Figure, Lever, Section};

closed_list! {
    /// What the actor did with the lever.
    State {
        /// It used it.
        Used = "used",
        /// It studied it or wished it.
        Considered = "considered",
        /// It refused it.
        Declined = "declined",
    }
}

closed_list! {
    /// How the source supports the claim.
    Certainty {
        /// The text says it.
        Explicit = "explicit",
        /// The text only implies it.
        Inferred = "inferred",
    }
}

closed_list! {
    /// A kind of actor.
    ActorKind {
        /// A local authority.
        Authority = "collectivite",
        /// A social landlord.
        Landlord = "bailleur",
        /// The State.
        State = "etat",
        /// Another organisation.
        Other = "autre",
    }
}

/// Who used the lever. Only an authority's use counts as the authority's lever.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Actor {
    /// A local authority, by the id of its sheet.
    Authority(String),
    /// A social landlord, by its name.
    Landlord(String),
    /// The State or one of its services, by its name.
    State(String),
    /// Another organisation, by its name.
    Other(String),
}

impl Actor {
    /// Which kind of actor.
    pub fn kind(&self) -> ActorKind {
        match self {
            Self::Authority(_) => ActorKind::Authority,
            Self::Landlord(_) => ActorKind::Landlord,
            Self::State(_) => ActorKind::State,
            Self::Other(_) => ActorKind::Other,
        }
    }
}

/// One lever, used (or not) by one actor, for one initiative.
#[derive(Clone, Debug, PartialEq)]
pub struct LeverUse {
    /// Which lever.
    pub lever: Lever,
    /// Who.
    pub actor: Actor,
    /// Used, considered or declined.
    pub state: State,
    /// Said or implied by the source.
    pub certainty: Certainty,
    /// One sentence: what the actor did.
    pub how: String,
    /// Euros.
    pub amount: Option<u64>,
    /// Year it was done.
    pub year: Option<u16>,
    /// Where it was read.
    pub evidence: Evidence,
}

impl LeverUse {
    /// Whether this use counts as an authority's lever: an authority did use it.
    pub fn counts_for_authority(&self) -> bool {
        self.state == State::Used && matches!(self.actor, Actor::Authority(_))
    }
}

/// The sheet of a lever.
#[derive(Clone, Debug, PartialEq)]
pub struct LeverSheet {
    /// Which lever.
    pub lever: Lever,
    /// The lever in a few words: « Mettre du foncier à disposition ».
    pub long_name: String,
    /// One or two sentences.
    pub definition: String,
    /// Where the definition was read.
    pub definition_sources: Vec<Evidence>,
    /// The sheet's text.
    pub sections: Vec<Section>,
    /// Key figures.
    pub figures: Vec<Figure>,
    /// Points of law.
    pub legal: Vec<LegalPoint>,
    /// Organisations and guides.
    pub resources: Vec<Resource>,
}

/// A point of law, with the law that a source cites and what changed since.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LegalPoint {
    /// What the law says, in one sentence.
    pub text: String,
    /// The law cited.
    pub law: String,
    /// Year of the document that cites it.
    pub dated: u16,
    /// What replaced it since, when something did.
    pub changed_since: Option<String>,
    /// Where it was read.
    pub source: Evidence,
}

/// An organisation or a guide that helps an authority use the lever.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resource {
    /// Its name.
    pub name: String,
    /// What it offers, in one sentence.
    pub what: String,
    /// Its address, when a source gives it.
    pub url: Option<String>,
    /// Where it was read.
    pub source: Evidence,
}
