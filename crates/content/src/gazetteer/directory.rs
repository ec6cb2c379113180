//! Every name that a territory answers to, for the box of the map.

use super::{Gazetteer, names::in_full};
use anyhow::{Context, Result, bail};
use model::data::directory::{Entry, NameKind, size_of};
use model::domain::{Territory, TerritoryKind};
use serde::Deserialize;
use std::io::Read;

/// A commune that has merged: its code, its name where a source gives one, and the commune of today.
#[derive(Deserialize)]
struct FormerRow {
    insee: String,
    nom: String,
    commune: String,
}

/// A name that is no official one.
#[derive(Deserialize)]
struct OtherRow {
    kind: String,
    code: String,
    how: String,
    name: String,
}

impl Gazetteer {
    /// Official names, then those of `former-names.tsv` and of `other-names.tsv` (see `geodata/README.md`).
    ///
    /// # Errors
    /// When a table is not what it should be, or names a territory that does not exist.
    pub fn directory(&self, former: impl Read, other: impl Read) -> Result<Vec<Entry>> {
        let mut entries: Vec<Entry> = self.official().collect();
        for row in rows(former) {
            let row: FormerRow = row?;
            let code = row.insee;
            let today = self.today(TerritoryKind::Commune, &row.commune)?;
            let named = |name: String| Entry {
                kind: NameKind::Former,
                name,
                ..today.clone()
            };
            if !row.nom.is_empty() {
                entries.push(named(row.nom));
            }
            // A code that is a commune's today leads to that one.
            if !self.communes.contains_key(&code) {
                entries.push(named(code));
            }
        }
        for row in rows(other) {
            let row: OtherRow = row?;
            let kind =
                TerritoryKind::from_id(&row.kind).context("une sorte de territoire inconnue")?;
            entries.push(Entry {
                kind: NameKind::from_id(&row.how).context("une sorte de nom inconnue")?,
                name: row.name,
                ..self.today(kind, &row.code)?
            });
        }
        Ok(entries)
    }

    fn official(&self) -> impl Iterator<Item = Entry> {
        let all = self.territories();
        all.filter_map(|territory| self.today(territory.kind, &territory.code).ok())
    }

    /// Every territory: communes with the arrondissements of three cities, intercommunalités, départements, régions.
    pub fn territories(&self) -> impl Iterator<Item = Territory> {
        let communes = self
            .communes
            .keys()
            .map(|code| (TerritoryKind::Commune, code));
        let groups = self.groups.iter().map(|(code, group)| {
            let is_ept = group.kind == model::domain::AuthorityKind::Ept;
            (
                if is_ept {
                    TerritoryKind::Ept
                } else {
                    TerritoryKind::Epci
                },
                code,
            )
        });
        let departements = self
            .departements
            .keys()
            .map(|code| (TerritoryKind::Departement, code));
        let regions = self
            .regions
            .keys()
            .map(|code| (TerritoryKind::Region, code));
        let all = communes.chain(groups).chain(departements).chain(regions);
        all.map(|(kind, code)| Territory {
            kind,
            code: code.clone(),
        })
    }

    /// The official entry of a territory.
    fn today(&self, kind: TerritoryKind, code: &str) -> Result<Entry> {
        let territory = Territory {
            kind,
            code: code.to_owned(),
        };
        let commune = self
            .communes
            .get(code)
            .filter(|_| kind == TerritoryKind::Commune);
        let name = match (kind, commune) {
            (TerritoryKind::Commune, Some(commune)) => Some(commune.name.clone()),
            (TerritoryKind::Epci | TerritoryKind::Ept, _) => {
                self.groups.get(code).map(|group| in_full(&group.name))
            }
            _ => self.name(&territory),
        };
        let Some(name) = name else {
            bail!("aucun territoire n'est {territory}");
        };
        let postcodes = commune.map_or(&[][..], |commune| &commune.postcodes);
        Ok(Entry {
            size: size_of(self.population(&territory).unwrap_or_default()),
            territory,
            kind: NameKind::Official,
            official: name.clone(),
            name,
            postcodes: postcodes
                .iter()
                .filter_map(|code| code.parse().ok())
                .collect(),
        })
    }
}

fn rows<T: serde::de::DeserializeOwned>(table: impl Read) -> impl Iterator<Item = csv::Result<T>> {
    let reader = csv::ReaderBuilder::new()
        .delimiter(b'\t')
        .quoting(false)
        .from_reader(table);
    reader.into_deserialize()
}

#[cfg(test)]
mod tests {
    use super::*;

    const COMMUNES: &str = "type\tinsee\tnom\tcodes_postaux\tcommune_parente\tepci\tlon\tlat\tpop\n\
        C\t93066\tSaint-Denis\t93200,93380\t\t\t2.36\t48.93\t150000\n";
    const TERRITORIES: &str = r#"{"regions":[],"departements":[],"epci":[],"ept":[],"mergers":{}}"#;

    fn directory(former: &str, other: &str) -> Result<Vec<Entry>> {
        let gazetteer = Gazetteer::read(COMMUNES.as_bytes(), TERRITORIES.as_bytes())?;
        let former = format!("insee\tnom\tcommune\n{former}");
        let other = format!("kind\tcode\thow\tname\n{other}");
        gazetteer.directory(former.as_bytes(), other.as_bytes())
    }

    #[test]
    fn a_former_name_and_its_code_lead_to_the_commune_of_today() {
        let entries =
            directory("93059\tPierrefitte-sur-Seine\t93066\n75059\t\t93066\n", "").unwrap();
        let names: Vec<&str> = entries.iter().map(|entry| entry.name.as_str()).collect();
        assert_eq!(
            names,
            ["Saint-Denis", "Pierrefitte-sur-Seine", "93059", "75059"]
        );
        assert!(
            entries
                .iter()
                .all(|entry| entry.official == "Saint-Denis" && entry.postcodes == [93200, 93380])
        );
    }

    #[test]
    fn a_name_of_nowhere_is_refused() {
        assert!(directory("93059\tPierrefitte\t93999\n", "").is_err());
        assert!(directory("", "commune\t93066\tnickname\tSaint-D\n").is_err());
        assert!(directory("", "commune\t93066\tusual\tSaint-D\n").is_ok());
    }
}
