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
        /// The European Union.
        Europe = "europe",
        /// Another organisation.
        Other = "autre",
    }
}

/// Who used the lever. Only an authority's use, or that of its arm, counts as the authority's lever.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Actor {
    /// A local authority, by the id of its sheet.
    Authority(String),
    /// A local authority that the document does not name, in its words: « la communauté de communes ».
    Unnamed(String),
    /// A social landlord, by its name.
    Landlord(String),
    /// The State or one of its services, by its name.
    State(String),
    /// The European Union or one of its funds, by its name.
    Europe(String),
    /// An arm of authorities, as a mixed-economy company or an association that they founded and run.
    Arm {
        /// Its name.
        name: String,
        /// Ids of the sheets of these authorities; at least one.
        of: Vec<String>,
    },
    /// Another organisation, by its name.
    Other(String),
}

impl Actor {
    /// Which kind of actor.
    pub fn kind(&self) -> ActorKind {
        match self {
            Self::Authority(_) | Self::Unnamed(_) => ActorKind::Authority,
            Self::Landlord(_) => ActorKind::Landlord,
            Self::State(_) => ActorKind::State,
            Self::Europe(_) => ActorKind::Europe,
            Self::Arm { .. } | Self::Other(_) => ActorKind::Other,
        }
    }

    /// Whether what it does is an authority's doing.
    pub fn is_of_authority(&self) -> bool {
        matches!(
            self,
            Self::Authority(_) | Self::Unnamed(_) | Self::Arm { .. }
        )
    }

    /// The ids of the authorities that act, themselves or through it.
    pub fn authorities(&self) -> &[String] {
        match self {
            Self::Authority(id) => std::slice::from_ref(id),
            Self::Arm { of, .. } => of,
            _ => &[],
        }
    }

    /// Its name, unless a sheet has it.
    pub fn name(&self) -> Option<&str> {
        match self {
            Self::Authority(_) => None,
            Self::Unnamed(name)
            | Self::Landlord(name)
            | Self::State(name)
            | Self::Europe(name)
            | Self::Arm { name, .. }
            | Self::Other(name) => Some(name),
        }
    }
}

/// One lever, used (or not) by one actor, for one initiative.
#[derive(Clone, Debug, PartialEq)]
pub struct LeverUse {
    /// Which lever; `None` when the document says that the actor supported the initiative, and not how.
    pub lever: Option<Lever>,
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
    /// The public id of support that no lever names.
    pub const UNSPECIFIED_ID: &'static str = "non-precise";

    /// Whether this use counts as an authority's lever: an authority, or its arm, did use it.
    pub fn counts_for_authority(&self) -> bool {
        self.lever.is_some() && self.state == State::Used && self.actor.is_of_authority()
    }

    /// What this use alone establishes.
    pub fn standing(&self) -> Standing {
        Standing::of(core::slice::from_ref(self))
    }
}

closed_list! {
    /// What the documents establish of public action in an initiative, the best first. It decides how its marker looks.
    Standing {
        /// An authority used a lever: a document says so.
        Stated = "dit",
        /// An authority used a lever: a document implies it.
        Inferred = "deduit",
        /// Only others used a lever: the State, a landlord, an organisation.
        Others = "autres",
        /// A lever was only considered or declined.
        Considered = "envisage",
        /// Somebody supported it, and the document does not say how.
        Unspecified = "non-precise",
        /// Nothing public.
        Nothing = "rien",
    }
}

#[allow(
    clippy::derivable_impls,
    reason = "closed lists have no default of their own"
)]
impl Default for Standing {
    fn default() -> Self {
        Self::Nothing
    }
}

impl Standing {
    /// That of these uses.
    pub fn of(uses: &[LeverUse]) -> Self {
        let any = |kept: fn(&LeverUse) -> bool| uses.iter().any(kept);
        let stated =
            |one: &LeverUse| one.counts_for_authority() && one.certainty == Certainty::Explicit;
        if any(stated) {
            Self::Stated
        } else if any(LeverUse::counts_for_authority) {
            Self::Inferred
        } else if any(|one| one.lever.is_some() && one.state == State::Used) {
            Self::Others
        } else if any(|one| one.lever.is_some()) {
            Self::Considered
        } else if any(|_| true) {
            Self::Unspecified
        } else {
            Self::Nothing
        }
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
