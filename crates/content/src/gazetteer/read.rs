//! Reads the gazetteer's two files (see `geodata/README.md`).

use super::{Area, Commune, Gazetteer, Group, Spot};
use anyhow::Result;
use model::domain::AuthorityKind;
use serde::Deserialize;
use std::{collections::BTreeMap, io::Read};

#[derive(Deserialize)]
struct Row {
    #[serde(rename = "type")]
    kind: String,
    insee: String,
    nom: String,
    codes_postaux: String,
    commune_parente: String,
    epci: String,
    lon: f64,
    lat: f64,
    pop: u64,
}

#[derive(Deserialize)]
struct Territories {
    regions: Vec<AreaRow>,
    departements: Vec<AreaRow>,
    epci: Vec<GroupRow>,
    ept: Vec<GroupRow>,
    mergers: BTreeMap<String, String>,
}

#[derive(Deserialize)]
struct AreaRow {
    code: String,
    name: String,
    region: Option<String>,
    population: u64,
    #[serde(flatten)]
    spot: Spot,
}

#[derive(Deserialize)]
struct GroupRow {
    siren: String,
    name: String,
    kind: String,
    regions: Vec<String>,
    departements: Vec<String>,
    population: u64,
    members: Vec<String>,
    #[serde(flatten)]
    spot: Spot,
}

impl Gazetteer {
    /// Reads the communes (tab-separated) and the other territories (JSON).
    ///
    /// # Errors
    /// When a file is not what it should be.
    pub fn read(communes: impl Read, territories: impl Read) -> Result<Self> {
        let territories: Territories = serde_json::from_reader(territories)?;
        let mut gazetteer = Self {
            former: territories.mergers,
            ept_of: membership(&territories.ept),
            departements: areas(territories.departements),
            regions: areas(territories.regions),
            ..Self::default()
        };
        for row in territories.epci.into_iter().chain(territories.ept) {
            let (siren, group) = group(row)?;
            gazetteer.groups.insert(siren, group);
        }
        gazetteer.add_communes(communes)?;
        Ok(gazetteer)
    }

    fn add_communes(&mut self, tsv: impl Read) -> Result<()> {
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(b'\t')
            .quoting(false)
            .from_reader(tsv);
        for row in reader.deserialize() {
            let row: Row = row?;
            match row.kind.as_str() {
                "C" | "A" => {
                    self.communes.insert(row.insee.clone(), commune(row));
                }
                _ => {
                    self.former.entry(row.insee).or_insert(row.commune_parente);
                }
            }
        }
        let communes = &self.communes;
        self.former.retain(|code, _| !communes.contains_key(code));
        Ok(())
    }
}

fn membership(groups: &[GroupRow]) -> BTreeMap<String, String> {
    groups
        .iter()
        .flat_map(|group| {
            group
                .members
                .iter()
                .map(|member| (member.clone(), group.siren.clone()))
        })
        .collect()
}

fn areas(rows: Vec<AreaRow>) -> BTreeMap<String, Area> {
    rows.into_iter()
        .map(|row| {
            let area = Area {
                name: row.name,
                region: row.region,
                population: row.population,
                spot: row.spot,
            };
            (row.code, area)
        })
        .collect()
}

fn group(row: GroupRow) -> Result<(String, Group)> {
    let kind = match row.kind.as_str() {
        "CC" => AuthorityKind::Cc,
        "CA" => AuthorityKind::Ca,
        "CU" => AuthorityKind::Cu,
        "METRO" => AuthorityKind::Metropole,
        "EPT" => AuthorityKind::Ept,
        other => anyhow::bail!(
            "nature d'intercommunalité inconnue : {other} ({})",
            row.name
        ),
    };
    let group = Group {
        name: row.name,
        kind,
        departements: row.departements,
        regions: row.regions,
        members: row.members,
        population: row.population,
        spot: row.spot,
    };
    Ok((row.siren, group))
}

fn commune(row: Row) -> Commune {
    let some = |text: String| (!text.is_empty()).then_some(text);
    Commune {
        name: row.nom,
        postcodes: row.codes_postaux.split(',').map(str::to_owned).collect(),
        parent: some(row.commune_parente).filter(|_| row.kind == "A"),
        epci: some(row.epci),
        lon: row.lon,
        lat: row.lat,
        population: row.pop,
    }
}
