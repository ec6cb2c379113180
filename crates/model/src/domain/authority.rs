//! Local authorities.

use super::{Evidence, Figure, Section, Territory};

closed_list! {
    /// A kind of local authority.
    AuthorityKind {
        /// Commune.
        Commune = "commune",
        /// Communauté de communes.
        Cc = "cc",
        /// Communauté d'agglomération.
        Ca = "ca",
        /// Communauté urbaine.
        Cu = "cu",
        /// Métropole.
        Metropole = "metropole",
        /// Établissement public territorial.
        Ept = "ept",
        /// Département.
        Departement = "departement",
        /// Région.
        Region = "region",
        /// Pays, pôle d'équilibre, syndicat mixte, parc naturel régional.
        Mixed = "pays-ou-syndicat-mixte",
        /// An authority of another country.
        Foreign = "collectivite-etrangere",
    }
}

/// What lists and sheets need to name an authority.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuthorityRef {
    /// Id of its sheet.
    pub id: String,
    /// « Ville de Nanterre ».
    pub name: String,
    /// Commune, métropole…
    pub kind: AuthorityKind,
    /// INSEE code, or SIREN; none for mixed bodies and abroad.
    pub code: Option<String>,
}

/// A population with its year and source. Sources disagree: all are kept, never averaged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Population {
    /// Inhabitants.
    pub value: u64,
    /// Year it speaks of.
    pub year: u16,
    /// Where it was read; `None` for the INSEE gazetteer.
    pub source: Option<Evidence>,
}

/// A territory with the name that readers know it by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedTerritory {
    /// Kind and code.
    pub territory: Territory,
    /// « Seine-Saint-Denis ».
    pub name: String,
}

/// The sheet of an authority.
#[derive(Clone, Debug, PartialEq)]
pub struct Authority {
    /// Its name, kind and code.
    pub reference: AuthorityRef,
    /// The territory that it is; of a mixed body, those that it is made of or within. None abroad.
    pub territories: Vec<Territory>,
    /// The départements it is in, or is: an intercommunalité can be in several. None for a région.
    pub departements: Vec<NamedTerritory>,
    /// The régions it is in, or is. None abroad.
    pub regions: Vec<NamedTerritory>,
    /// Its country, abroad.
    pub country: Option<String>,
    /// The name a source gives, when the authority has merged since.
    pub former_name: Option<String>,
    /// Year it joined RTES.
    pub member_since: Option<u16>,
    /// Official site.
    pub website: Option<String>,
    /// Postal address of the institution.
    pub address: Option<String>,
    /// Populations, each with its year.
    pub populations: Vec<Population>,
    /// Budgets, staff, weight of the ESS: each with its year and source.
    pub figures: Vec<Figure>,
    /// The sheet's text.
    pub sections: Vec<Section>,
    /// Where it was read.
    pub sources: Vec<Evidence>,
}

impl Authority {
    /// The latest population; the official one before another of the same year.
    pub fn population(&self) -> Option<&Population> {
        let all = self.populations.iter();
        all.max_by_key(|population| (population.year, population.source.is_none()))
    }
}
