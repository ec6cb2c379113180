//! The territories that contain a territory, innermost first.

use super::{Gazetteer, Group};
use model::domain::{Territory, TerritoryKind, departement_of};

impl Gazetteer {
    /// The territory itself, then those that contain all of it: commune, EPT, intercommunalité, département, région.
    pub fn chain(&self, territory: &Territory) -> Vec<Territory> {
        let code = territory.code.as_str();
        let around = match territory.kind {
            TerritoryKind::Commune => self.around_commune(code),
            TerritoryKind::Ept | TerritoryKind::Epci => self.around_group(territory.kind, code),
            TerritoryKind::Departement => self.region_of(code).into_iter().collect(),
            TerritoryKind::Region => Vec::new(),
        };
        core::iter::once(territory.clone()).chain(around).collect()
    }

    /// The territories of this kind that the territory is, is in, or (for an intercommunalité) is partly in.
    pub fn touched(&self, territory: &Territory, kind: TerritoryKind) -> Vec<Territory> {
        let group = match territory.kind {
            TerritoryKind::Ept | TerritoryKind::Epci => self.groups.get(&territory.code),
            _ => None,
        };
        let codes = group.and_then(|group| match kind {
            TerritoryKind::Departement => Some(&group.departements),
            TerritoryKind::Region => Some(&group.regions),
            _ => None,
        });
        let named = |code: &String| self::territory(kind, code);
        codes.map_or_else(
            || {
                let mut chain = self.chain(territory);
                chain.retain(|around| around.kind == kind);
                chain
            },
            |codes| codes.iter().map(named).collect(),
        )
    }

    /// The territories of each kind that the territory is, is in, or is partly in, the smallest first.
    pub fn around(&self, territory: &Territory) -> Vec<Territory> {
        let kinds = TerritoryKind::ALL.iter().rev();
        kinds
            .flat_map(|&kind| self.touched(territory, kind))
            .collect()
    }

    fn around_commune(&self, code: &str) -> Vec<Territory> {
        let Some(commune) = self.communes.get(code) else {
            return Vec::new();
        };
        let parent = commune.parent.as_deref();
        let departement = departement_of(parent.unwrap_or(code));
        let ept = self.ept_of.get(parent.unwrap_or(code));
        [
            parent.map(|code| territory(TerritoryKind::Commune, code)),
            ept.map(|code| territory(TerritoryKind::Ept, code)),
            commune
                .epci
                .as_ref()
                .map(|code| territory(TerritoryKind::Epci, code)),
            Some(territory(TerritoryKind::Departement, departement)),
            self.region_of(departement),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    fn around_group(&self, kind: TerritoryKind, code: &str) -> Vec<Territory> {
        let Some(group) = self.groups.get(code) else {
            return Vec::new();
        };
        [
            self.epci_around(group)
                .filter(|_| kind == TerritoryKind::Ept),
            only(&group.departements).map(|code| territory(TerritoryKind::Departement, code)),
            only(&group.regions).map(|code| territory(TerritoryKind::Region, code)),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    /// The métropole that contains every commune of an EPT.
    fn epci_around(&self, ept: &Group) -> Option<Territory> {
        let mut around: Vec<&String> = ept
            .members
            .iter()
            .filter_map(|code| self.communes.get(code)?.epci.as_ref())
            .collect();
        around.dedup();
        only(&around).map(|code| territory(TerritoryKind::Epci, code))
    }

    fn region_of(&self, departement: &str) -> Option<Territory> {
        let region = self.departements.get(departement)?.region.as_ref()?;
        Some(territory(TerritoryKind::Region, region))
    }
}

fn territory(kind: TerritoryKind, code: &str) -> Territory {
    Territory {
        kind,
        code: code.to_owned(),
    }
}

fn only<T>(values: &[T]) -> Option<&T> {
    match values {
        [value] => Some(value),
        _ => None,
    }
}
