//! The initiatives nearest to a place: what an empty view shows instead of nothing.

use super::{Catalogue, Filters, Summary};
use engine::sine::cos;

/// Kilometres in a degree of a great circle, on a sphere of 6,371 km.
const KM_A_DEGREE: f64 = 111.195;

/// An initiative, and how far its nearest place is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Near {
    /// Its position in the catalogue.
    pub position: usize,
    /// Kilometres, as the crow flies.
    pub km: f64,
}

/// The initiatives that these filters let through, the nearest first, `most` of them. `at`: longitude and latitude, degrees.
pub fn nearest(catalogue: &Catalogue, filters: &Filters, at: (f64, f64), most: usize) -> Vec<Near> {
    let mut found: Vec<Near> = Vec::new();
    let matching = catalogue.matching(filters).into_iter();
    for (position, km) in matching
        .filter_map(|position| Some((position, km_to(catalogue.initiatives.get(position)?, at)?)))
    {
        let rank = found.iter().take_while(|near| near.km <= km).count();
        if rank < most {
            found.insert(rank, Near { position, km });
            found.truncate(most);
        }
    }
    found
}

/// Kilometres to the nearest place of an initiative.
fn km_to(initiative: &Summary, (lon, lat): (f64, f64)) -> Option<f64> {
    let places = initiative.places.iter();
    let distances = places.map(|place| km_between((place.lon, place.lat), (lon, lat)));
    distances.min_by(f64::total_cmp)
}

/// Kilometres between two points, longitude and latitude in degrees. Equirectangular: 3 % off at 7,000 km, less than what words round.
pub fn km_between(a: (f64, f64), b: (f64, f64)) -> f64 {
    let shrink = cos(((a.1 + b.1) / 2.0).to_radians());
    let (east, north) = ((a.0 - b.0) * shrink, a.1 - b.1);
    (east * east + north * north).sqrt() * KM_A_DEGREE
}

#[cfg(test)]
mod tests {
    use super::super::{Facet, Place, Precision, Territory, ValueSet};
    use super::*;

    fn initiative(id: &str, places: &[(f64, f64)], code: &str) -> Summary {
        let place = |&(lon, lat): &(f64, f64)| Place {
            lon,
            lat,
            extent: None,
            precision: Precision::Commune,
            label: String::new(),
            territories: Territory::parse(code).into_iter().collect(),
        };
        let mut summary = Summary {
            id: id.to_owned(),
            places: places.iter().map(place).collect(),
            ..Summary::default()
        };
        summary
            .values
            .set(Facet::Lever, ValueSet::EMPTY.with(u8::from(id == "lyon")));
        summary
    }

    #[test]
    fn the_nearest_come_first_and_filters_hold() {
        let catalogue = Catalogue {
            initiatives: vec![
                initiative("marseille", &[(5.37, 43.30)], "departement:13"),
                initiative("lille", &[(3.06, 50.63), (2.35, 48.86)], "departement:59"),
                initiative("lyon", &[(4.83, 45.76)], "departement:69"),
                initiative("nowhere", &[], "departement:01"),
            ],
        };
        let near = |filters: &Filters, most| {
            let found = nearest(&catalogue, filters, (2.35, 48.86), most);
            found
                .iter()
                .map(|near| (near.position, near.km.round()))
                .collect::<Vec<_>>()
        };
        let all = Filters::default();
        assert_eq!(near(&all, 5), [(1, 0.0), (2, 392.0), (0, 661.0)]);
        assert_eq!(near(&all, 2), [(1, 0.0), (2, 392.0)]);
        assert_eq!(near(&all, 0), []);
        assert_eq!(near(&Filters::only(Facet::Lever, 1), 5), [(2, 392.0)]);
    }
}
