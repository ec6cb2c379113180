//! The box of the map, without a browser: the files that it reads, what it answers, and how well.

mod names;
mod quality;
mod session;
mod show;

pub use names::{FOLDER, files, named};
pub use quality::{Cases, Quality};
pub use session::Session;
pub use show::shown;

use anyhow::{Context, Result};
use content::Gazetteer;
use find::{Directory, split};
use flate2::read::GzDecoder;
use model::data::directory::{Entry, NameKind};
use model::domain::{TerritoryKind, commune_of};
use std::fs::File;
use std::path::Path;

/// Communes of this size and more are in the first shard: 15,000 inhabitants.
const FIRST_COMMUNE: u8 = 111;
/// The same of intercommunalités: 200,000 inhabitants. Their long names weigh more.
const FIRST_GROUP: u8 = 141;

/// The names of `former-names.tsv.gz` and `other-names.tsv` of a folder, and those of the gazetteer, in shards.
///
/// # Errors
/// When a table is missing or is not what it should be.
pub fn directory(gazetteer: &Gazetteer, geodata: &Path) -> Result<Directory> {
    let open = |name: &str| {
        let path = geodata.join(name);
        File::open(&path).with_context(|| format!("Impossible d'ouvrir {}", path.display()))
    };
    let former = GzDecoder::new(open("former-names.tsv.gz")?);
    let entries = gazetteer.directory(former, open("other-names.tsv")?);
    let entries =
        entries.with_context(|| format!("Impossible de lire les noms de {}", geodata.display()))?;
    Ok(split(entries, is_first))
}

/// What a visitor looks for most, and what few letters must find.
fn is_first(entry: &Entry) -> bool {
    let code = entry.territory.code.as_str();
    let is_arrondissement = commune_of(code) != code;
    match (entry.territory.kind, entry.kind) {
        (_, NameKind::Usual | NameKind::District) => true,
        (TerritoryKind::Commune, NameKind::Former) => false,
        (TerritoryKind::Commune, _) => entry.size >= FIRST_COMMUNE || is_arrondissement,
        (TerritoryKind::Epci, _) => entry.size >= FIRST_GROUP,
        (TerritoryKind::Ept | TerritoryKind::Departement | TerritoryKind::Region, _) => true,
    }
}
