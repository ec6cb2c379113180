//! How a territory is named to a reader.

use super::{Commune, Gazetteer};
use crate::fold::fold;
use model::domain::{AuthorityKind, Territory, TerritoryKind, departement_of};

impl Gazetteer {
    /// « Nanterre (92) », « Plaine Commune », « Seine-Saint-Denis ».
    pub fn name(&self, territory: &Territory) -> Option<String> {
        let code = territory.code.as_str();
        match territory.kind {
            TerritoryKind::Commune => {
                let commune = self.communes.get(code)?;
                Some(format!("{} ({})", commune.name, departement_of(code)))
            }
            TerritoryKind::Ept | TerritoryKind::Epci => {
                self.groups.get(code).map(|group| in_full(&group.name))
            }
            TerritoryKind::Departement => self.departements.get(code).map(|area| area.name.clone()),
            TerritoryKind::Region => self.regions.get(code).map(|area| area.name.clone()),
        }
    }

    /// « Nanterre », from its INSEE code; of a commune that has merged, the name of the new one.
    pub fn commune_name(&self, code: &str) -> Option<&str> {
        let current = self.former.get(code).map_or(code, String::as_str);
        Some(self.communes.get(current)?.name.as_str())
    }

    /// The commune whose code this would be with the zero that spreadsheets take away from its start: « 1001 » for « 01001 ».
    pub fn with_its_zero(&self, code: &str) -> Option<(String, &str)> {
        let is_cut = code.len() == 4 && code.bytes().all(|byte| byte.is_ascii_digit());
        let whole = format!("0{code}");
        let name = is_cut.then(|| self.commune_name(&whole))??;
        Some((whole, name))
    }

    /// A commune or an arrondissement, by its code of today.
    pub fn commune(&self, code: &str) -> Option<&Commune> {
        self.communes.get(code)
    }

    /// Every commune and arrondissement, by code.
    pub fn communes(&self) -> impl Iterator<Item = (&str, &Commune)> {
        let communes = self.communes.iter();
        communes.map(|(code, commune)| (code.as_str(), commune))
    }

    /// The code of today's commune for that of one that has merged.
    pub fn merged_into(&self, code: &str) -> Option<&str> {
        self.former.get(code).map(String::as_str)
    }

    /// Every département, by code, with its name.
    pub fn departements(&self) -> impl Iterator<Item = (&str, &str)> {
        let areas = self.departements.iter();
        areas.map(|(code, area)| (code.as_str(), area.name.as_str()))
    }

    /// Every région with its name, by name.
    pub fn regions(&self) -> Vec<(Territory, String)> {
        let named = self.regions.iter().map(|(code, area)| {
            let region = Territory {
                kind: TerritoryKind::Region,
                code: code.clone(),
            };
            (region, area.name.clone())
        });
        let mut regions: Vec<_> = named.collect();
        regions.sort_by_cached_key(|(_, name)| fold(name));
        regions
    }

    /// Every territory larger than a commune, with its name, by kind then by name.
    pub fn large_territories(&self) -> Vec<(Territory, String)> {
        let groups = self.groups.iter().map(|(code, group)| {
            let kind = match group.kind {
                AuthorityKind::Ept => TerritoryKind::Ept,
                _ => TerritoryKind::Epci,
            };
            (kind, code)
        });
        let areas = self.departements.keys();
        let areas = areas.map(|code| (TerritoryKind::Departement, code));
        let regions = self.regions.keys();
        let regions = regions.map(|code| (TerritoryKind::Region, code));
        let all = regions
            .chain(areas)
            .chain(groups)
            .map(|(kind, code)| Territory {
                kind,
                code: code.clone(),
            });
        let mut named: Vec<_> = all
            .filter_map(|territory| Some((self.name(&territory)?, territory)))
            .map(|(name, territory)| (territory, name))
            .collect();
        named.sort_by_cached_key(|(territory, name)| (territory.kind, fold(name)));
        named
    }

    /// Inhabitants of the territory.
    pub fn population(&self, territory: &Territory) -> Option<u64> {
        let code = territory.code.as_str();
        match territory.kind {
            TerritoryKind::Commune => self.communes.get(code).map(|commune| commune.population),
            TerritoryKind::Ept | TerritoryKind::Epci => {
                self.groups.get(code).map(|group| group.population)
            }
            TerritoryKind::Departement => self.departements.get(code).map(|area| area.population),
            TerritoryKind::Region => self.regions.get(code).map(|area| area.population),
        }
    }
}

/// The official list abbreviates « CC », « CA » and « CU »; a reader should not have to know.
pub(super) fn in_full(name: &str) -> String {
    [
        ("CC ", "Communauté de communes "),
        ("CA ", "Communauté d'agglomération "),
        ("CU ", "Communauté urbaine "),
    ]
    .iter()
    .find_map(|(short, long)| name.strip_prefix(short).map(|rest| format!("{long}{rest}")))
    .unwrap_or_else(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_without_its_zero_is_recognised() {
        let communes = "type\tinsee\tnom\tcodes_postaux\tcommune_parente\tepci\tlon\tlat\tpop\n\
            C\t01001\tL'Abergement-Clémenciat\t01400\t\t\t4.92\t46.15\t800\n";
        let territories =
            r#"{"regions":[],"departements":[],"epci":[],"ept":[],"mergers":{"01002":"01001"}}"#;
        let gazetteer = Gazetteer::read(communes.as_bytes(), territories.as_bytes()).unwrap();
        let found = |code| gazetteer.with_its_zero(code).map(|(code, _)| code);
        assert_eq!(found("1001"), Some("01001".to_owned()));
        assert_eq!(found("1002"), Some("01002".to_owned()), "it has merged");
        for code in ["1003", "01001", "100", "é01", "1O01"] {
            assert_eq!(found(code), None, "{code}");
        }
    }
}
