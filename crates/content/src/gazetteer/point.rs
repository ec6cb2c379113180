//! Where a territory is on the map.

use super::{Gazetteer, Spot};
use model::domain::{Extent, Territory, TerritoryKind};

impl Gazetteer {
    /// Longitude and latitude of what stands for the territory: of a commune, its town hall; of a larger one, its label point.
    pub fn point(&self, territory: &Territory) -> Option<(f64, f64)> {
        let spot = self.spot(territory).map(|spot| (spot.lon, spot.lat));
        let commune = || self.communes.get(&territory.code);
        spot.or_else(|| commune().map(|commune| (commune.lon, commune.lat)))
    }

    /// The bounds of a territory larger than a commune.
    pub fn extent(&self, territory: &Territory) -> Option<Extent> {
        self.spot(territory).map(|spot| spot.extent)
    }

    fn spot(&self, territory: &Territory) -> Option<Spot> {
        let code = territory.code.as_str();
        match territory.kind {
            TerritoryKind::Commune => None,
            TerritoryKind::Ept | TerritoryKind::Epci => {
                self.groups.get(code).map(|group| group.spot)
            }
            TerritoryKind::Departement => self.departements.get(code).map(|area| area.spot),
            TerritoryKind::Region => self.regions.get(code).map(|area| area.spot),
        }
    }
}
