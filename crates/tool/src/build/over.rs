//! What stands inside the territories that initiatives cover, so that a commune is shown what its métropole does for it.

use content::gazetteer::Gazetteer;
use model::domain::{Catalogue, Summary, Territory, TerritoryKind, departement_of};
use std::collections::{BTreeMap, BTreeSet};

/// Gives each initiative the codes of the territories inside those that it covers (see [`Summary::over`]).
pub fn tell(catalogue: &mut Catalogue, gazetteer: &Gazetteer) {
    let inside = inside(&catalogue.initiatives, gazetteer);
    for initiative in &mut catalogue.initiatives {
        let covered = initiative.places.iter().filter_map(|place| place.covered());
        let codes: BTreeSet<&str> = covered
            .filter_map(|territory| inside.get(territory))
            .flatten()
            .map(String::as_str)
            .collect();
        initiative.over = codes.into_iter().collect::<Vec<_>>().join(" ");
    }
}

/// The codes inside each territory that an initiative covers.
fn inside(initiatives: &[Summary], gazetteer: &Gazetteer) -> BTreeMap<Territory, BTreeSet<String>> {
    let places = initiatives.iter().flat_map(|initiative| &initiative.places);
    let covered = places.filter_map(|place| place.covered());
    let mut inside: BTreeMap<Territory, BTreeSet<String>> = covered
        .map(|territory| (territory.clone(), BTreeSet::new()))
        .collect();
    for territory in gazetteer.territories() {
        for larger in gazetteer.around(&territory) {
            if larger != territory
                && let Some(codes) = inside.get_mut(&larger)
            {
                codes.insert(code_in(&larger, &territory).to_owned());
            }
        }
    }
    inside
}

/// What stands for a territory among those of a larger one: a commune's département stands for all of its communes.
fn code_in<'a>(larger: &Territory, territory: &'a Territory) -> &'a str {
    let is_wide = matches!(
        larger.kind,
        TerritoryKind::Departement | TerritoryKind::Region
    );
    match territory.kind {
        TerritoryKind::Commune if is_wide => departement_of(&territory.code),
        _ => &territory.code,
    }
}
