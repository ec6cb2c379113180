//! Where the page of a territory is.

use content::fold::fold;
use model::domain::{Region, Territory, TerritoryKind, commune_of};

/// The folder of the pages of territories.
pub const FOLDER: &str = "territoires";

/// The page of what is in no territory of France.
pub const ABROAD: &str = "territoires/hors-de-france/";

/// The folder of the page of a territory. It stays for ever: a région has its name, the others their kind and official code, which
/// survive a new name. An arrondissement is told of on the page of its city.
pub fn territory_path(territory: &Territory) -> String {
    let region = Region::of(&territory.code).filter(|_| territory.kind == TerritoryKind::Region);
    match region {
        Some(region) => format!("regions/{}/", fold(region.name).replace(' ', "-")),
        None => {
            let city = Territory {
                kind: territory.kind,
                code: commune_of(&territory.code).to_owned(),
            };
            format!("{FOLDER}/{}/", city.slug())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_territory_keeps_its_address_whatever_its_name() {
        for (territory, path) in [
            ("commune:92050", "territoires/commune-92050/"),
            ("commune:69388", "territoires/commune-69123/"),
            ("ept:200057867", "territoires/ept-200057867/"),
            ("departement:2A", "territoires/departement-2a/"),
            ("region:93", "regions/provence-alpes-cote-d-azur/"),
            ("region:99", "territoires/region-99/"),
        ] {
            let territory = Territory::parse(territory).unwrap();
            assert_eq!(territory_path(&territory), path);
        }
    }
}
