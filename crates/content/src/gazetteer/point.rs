//! Where the marker of a territory stands.

use super::{Commune, Gazetteer, distance::kilometres};
use model::domain::{Territory, TerritoryKind, departement_of};

impl Gazetteer {
    /// Longitude and latitude of the territory's marker: a commune's own point; elsewhere the point of the commune nearest to
    /// the centre of its population, so that the marker is always in an inhabited place of the territory.
    pub fn point(&self, territory: &Territory) -> Option<(f64, f64)> {
        let communes = self.communes_of(territory);
        let centre = centre(&communes)?;
        communes
            .into_iter()
            .map(|commune| (commune.lon, commune.lat))
            .min_by(|&a, &b| kilometres(a, centre).total_cmp(&kilometres(b, centre)))
    }

    fn communes_of(&self, territory: &Territory) -> Vec<&Commune> {
        let code = territory.code.as_str();
        let whole = || {
            self.communes
                .iter()
                .filter(|(_, commune)| commune.parent.is_none())
        };
        match territory.kind {
            TerritoryKind::Commune => self.communes.get(code).into_iter().collect(),
            TerritoryKind::Ept | TerritoryKind::Epci => {
                let members = self
                    .groups
                    .get(code)
                    .map_or(&[][..], |group| &group.members);
                members
                    .iter()
                    .filter_map(|member| self.communes.get(member))
                    .collect()
            }
            TerritoryKind::Departement => whole()
                .filter(|(commune, _)| departement_of(commune) == code)
                .map(|(_, commune)| commune)
                .collect(),
            TerritoryKind::Region => whole()
                .filter(|(commune, _)| {
                    let departement = self.departements.get(departement_of(commune));
                    departement.and_then(|area| area.region.as_deref()) == Some(code)
                })
                .map(|(_, commune)| commune)
                .collect(),
        }
    }
}

/// The mean of the communes' points, each weighing as much as its population.
fn centre(communes: &[&Commune]) -> Option<(f64, f64)> {
    let weight = |commune: &Commune| commune.population.max(1) as f64;
    let total: f64 = communes.iter().map(|commune| weight(commune)).sum();
    let mean = |of: fn(&Commune) -> f64| {
        communes
            .iter()
            .map(|commune| of(commune) * weight(commune))
            .sum::<f64>()
            / total
    };
    (total > 0.0).then(|| (mean(|commune| commune.lon), mean(|commune| commune.lat)))
}
