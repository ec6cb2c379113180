//! From a code that an editor wrote to a territory.

use super::Gazetteer;
use model::domain::{AuthorityKind, Precision, Territory, TerritoryKind};

/// What a code should be the code of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// A commune, or an arrondissement of Paris, Lyon or Marseille.
    Commune,
    /// An intercommunalité or an EPT.
    Group,
    /// A département.
    Departement,
    /// A région.
    Region,
}

/// Why a code is not the code of a territory of this level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CodeError {
    /// No territory has it.
    Unknown,
    /// It is a postcode: of these communes, by code and name.
    Postcode(Vec<(String, String)>),
    /// The commune has merged into this one, by code and name.
    Former(String, String),
    /// It is the code of a territory of another level.
    OtherLevel(Level),
}

impl Level {
    const ALL: [Self; 4] = [Self::Commune, Self::Group, Self::Departement, Self::Region];

    /// The level of a place.
    pub fn of_precision(precision: Precision) -> Self {
        match precision {
            Precision::Address | Precision::District | Precision::Commune => Self::Commune,
            Precision::Epci => Self::Group,
            Precision::Departement => Self::Departement,
            Precision::Region => Self::Region,
        }
    }

    /// The level of an authority; none for those that have no official code.
    pub fn of_kind(kind: AuthorityKind) -> Option<Self> {
        match kind {
            AuthorityKind::Commune => Some(Self::Commune),
            AuthorityKind::Departement => Some(Self::Departement),
            AuthorityKind::Region => Some(Self::Region),
            AuthorityKind::Cc
            | AuthorityKind::Ca
            | AuthorityKind::Cu
            | AuthorityKind::Metropole
            | AuthorityKind::Ept => Some(Self::Group),
            AuthorityKind::Mixed | AuthorityKind::Foreign => None,
        }
    }

    /// « d'une commune ».
    pub fn of_a(self) -> &'static str {
        match self {
            Self::Commune => "d'une commune",
            Self::Group => "d'une intercommunalité ou d'un EPT",
            Self::Departement => "d'un département",
            Self::Region => "d'une région",
        }
    }
}

impl Gazetteer {
    /// The territory of this level with this code.
    ///
    /// # Errors
    /// When there is none; the error says what the code is, if anything.
    pub fn resolve(&self, level: Level, code: &str) -> Result<Territory, CodeError> {
        if let Some(kind) = self.kind_at(level, code) {
            return Ok(Territory {
                kind,
                code: code.to_owned(),
            });
        }
        if let Some((new, commune)) = self
            .former
            .get(code)
            .and_then(|new| self.communes.get_key_value(new))
        {
            return Err(CodeError::Former(new.clone(), commune.name.clone()));
        }
        if let Some(other) = Level::ALL
            .into_iter()
            .find(|&other| self.kind_at(other, code).is_some())
        {
            return Err(CodeError::OtherLevel(other));
        }
        match self.with_postcode(code) {
            communes if communes.is_empty() => Err(CodeError::Unknown),
            communes => Err(CodeError::Postcode(communes)),
        }
    }

    /// The kind of the intercommunalité or EPT with this code.
    pub fn group_kind(&self, code: &str) -> Option<AuthorityKind> {
        self.groups.get(code).map(|group| group.kind)
    }

    fn kind_at(&self, level: Level, code: &str) -> Option<TerritoryKind> {
        match level {
            Level::Commune => self
                .communes
                .contains_key(code)
                .then_some(TerritoryKind::Commune),
            Level::Departement => self
                .departements
                .contains_key(code)
                .then_some(TerritoryKind::Departement),
            Level::Region => self
                .regions
                .contains_key(code)
                .then_some(TerritoryKind::Region),
            Level::Group => self.groups.get(code).map(|group| match group.kind {
                AuthorityKind::Ept => TerritoryKind::Ept,
                _ => TerritoryKind::Epci,
            }),
        }
    }

    fn with_postcode(&self, code: &str) -> Vec<(String, String)> {
        self.communes
            .iter()
            .filter(|(_, commune)| commune.postcodes.iter().any(|postcode| postcode == code))
            .map(|(code, commune)| (code.clone(), commune.name.clone()))
            .collect()
    }
}
