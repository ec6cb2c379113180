//! The official territories: communes, intercommunalités, départements, régions, with their names, points and populations.

mod chain;
mod directory;
mod distance;
mod names;
mod point;
mod read;
mod resolve;

pub use distance::kilometres;
pub use resolve::{CodeError, Level};

use model::domain::{AuthorityKind, Extent};
use serde::Deserialize;
use std::collections::BTreeMap;

/// Year of the official geographic code that the gazetteer follows.
pub const COG_YEAR: u16 = 2026;
/// Year of the populations in the gazetteer.
pub const POPULATION_YEAR: u16 = 2023;

/// A commune, or an arrondissement of Paris, Lyon or Marseille.
#[derive(Clone, Debug, PartialEq)]
pub struct Commune {
    /// « Nanterre ».
    pub name: String,
    /// Postcodes.
    pub postcodes: Vec<String>,
    /// The commune of an arrondissement.
    pub parent: Option<String>,
    /// Its intercommunalité's SIREN, when it has one.
    pub epci: Option<String>,
    /// Longitude of the town hall or of a point inside.
    pub lon: f64,
    /// Latitude.
    pub lat: f64,
    /// Inhabitants.
    pub population: u64,
}

/// An intercommunalité or an établissement public territorial.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// « CA Plaine Vallée », as in the official list.
    pub name: String,
    /// CC, CA, CU, métropole or EPT.
    pub kind: AuthorityKind,
    /// Départements of its communes.
    pub departements: Vec<String>,
    /// Régions of its communes.
    pub regions: Vec<String>,
    /// Codes of its communes.
    pub members: Vec<String>,
    /// Inhabitants.
    pub population: u64,
    /// Where it is.
    pub spot: Spot,
}

/// A département or a région.
#[derive(Clone, Debug, PartialEq)]
pub struct Area {
    /// « Seine-Saint-Denis ».
    pub name: String,
    /// Région of a département.
    pub region: Option<String>,
    /// Inhabitants.
    pub population: u64,
    /// Where it is.
    pub spot: Spot,
}

/// Where a territory larger than a commune is, degrees.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
pub struct Spot {
    /// Longitude of its label point: inside it, as far from its boundary as can be.
    pub lon: f64,
    /// Latitude of its label point.
    pub lat: f64,
    /// West, south, east, north.
    #[serde(rename = "bbox")]
    pub extent: Extent,
}

/// Every territory, by its code.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Gazetteer {
    communes: BTreeMap<String, Commune>,
    /// Code of a commune that has merged → that of the commune it is part of.
    former: BTreeMap<String, String>,
    groups: BTreeMap<String, Group>,
    /// Commune → its établissement public territorial.
    ept_of: BTreeMap<String, String>,
    departements: BTreeMap<String, Area>,
    regions: BTreeMap<String, Area>,
}
