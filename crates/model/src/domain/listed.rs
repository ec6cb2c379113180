//! The list beside the map: what the map has in view comes first.

use super::{Catalogue, Summary};
use engine::order;

/// The bounds of the map's view, degrees: west, south, east, north.
pub type ViewBounds = [f64; 4];

/// What the list shows: positions in the catalogue, what is best worth opening first. An initiative is in one part.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Listed {
    /// Those that the visitor opened together on the map.
    pub opened: Vec<usize>,
    /// In the map's view; before the map is drawn, all of them.
    pub in_view: Vec<usize>,
    /// At no place in view, and on a territory that is.
    pub on_territories: Vec<usize>,
    /// Out of it.
    pub out_of_view: Vec<usize>,
}

impl Listed {
    /// Parts the initiatives at these positions. A position that the catalogue lacks is out of view.
    pub fn of(
        catalogue: &Catalogue,
        shown: &[usize],
        bounds: Option<ViewBounds>,
        opened: &[u32],
    ) -> Self {
        let mut listed = Self::default();
        let centre = bounds.and_then(near_centre);
        let rank = |&position: &usize| {
            let summary = catalogue.initiatives.get(position);
            summary.map_or(u64::MAX, |summary| rank(summary, centre))
        };
        for position in order::by_key(shown.to_vec(), rank) {
            let is_opened = opened.iter().any(|&item| item as usize == position);
            let seen = catalogue.initiatives.get(position);
            let seen = seen.map_or(Seen::Not, |summary| Seen::of(summary, bounds));
            let part = match seen {
                _ if is_opened => &mut listed.opened,
                Seen::AtPlace => &mut listed.in_view,
                Seen::OnTerritory => &mut listed.on_territories,
                Seen::Not => &mut listed.out_of_view,
            };
            part.push(position);
        }
        listed
    }

    /// Its parts, in the order of the screen.
    pub fn parts(&self) -> [&[usize]; 4] {
        [
            &self.opened,
            &self.in_view,
            &self.on_territories,
            &self.out_of_view,
        ]
    }
}

/// A view higher than this, in degrees of latitude, is of France rather than of a place: nothing is near its middle.
const FAR_DEGREES: f64 = 5.0;

/// The middle of a view that is near enough.
fn near_centre([west, south, east, north]: ViewBounds) -> Option<(f64, f64)> {
    let middle = ((west + east) / 2.0, (south + north) / 2.0);
    (north - south < FAR_DEGREES).then_some(middle)
}

/// Lever and proof first, then what is near the middle of the view, in thousandths of a degree; then the order of the catalogue.
fn rank(summary: &Summary, centre: Option<(f64, f64)>) -> u64 {
    let from = |(lon, lat): (f64, f64)| {
        let distances = summary.places.iter().map(|place| {
            // A degree of longitude is about two thirds of one of latitude, in France.
            let (across, up) = ((place.lon - lon) * 0.68, place.lat - lat);
            across * across + up * up
        });
        distances.fold(f64::INFINITY, f64::min).sqrt()
    };
    let distance = centre.map_or(0.0, from);
    order::pair(summary.standing as u32, (distance * 1000.0) as u32)
}

/// What of an initiative is in view.
enum Seen {
    AtPlace,
    OnTerritory,
    Not,
}

impl Seen {
    fn of(summary: &Summary, bounds: Option<ViewBounds>) -> Self {
        let mut seen = Self::Not;
        for place in &summary.places {
            if bounds.is_none_or(|bounds| place.meets(bounds)) {
                if place.covered().is_none() {
                    return Self::AtPlace;
                }
                seen = Self::OnTerritory;
            }
        }
        seen
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Place, Precision, Standing, Territory};
    use super::*;
    use proptest::prelude::*;

    fn catalogue(places: &[Vec<(f64, f64)>]) -> Catalogue {
        let place = |&(lon, lat): &(f64, f64)| Place {
            lon,
            lat,
            extent: None,
            precision: Precision::Address,
            label: String::new(),
            territories: vec![],
        };
        let initiatives = places.iter().map(|places| Summary {
            places: places.iter().map(place).collect(),
            ..Summary::default()
        });
        Catalogue {
            initiatives: initiatives.collect(),
        }
    }

    const NORD: ViewBounds = [2.0, 50.0, 4.0, 51.5];

    #[test]
    fn one_place_in_view_is_enough() {
        let catalogue = catalogue(&[
            vec![(3.06, 50.63)],
            vec![(2.35, 48.86)],
            vec![(2.35, 48.86), (3.06, 50.63)],
            vec![],
        ]);
        let listed = Listed::of(&catalogue, &[0, 1, 2, 3, 9], Some(NORD), &[]);
        assert_eq!(listed.in_view, [0, 2]);
        assert_eq!(listed.out_of_view, [1, 3, 9]);
    }

    #[test]
    fn before_the_map_is_drawn_everything_is_in_view() {
        let catalogue = catalogue(&[vec![(55.5, -21.1)], vec![(2.0, 50.0)]]);
        let listed = Listed::of(&catalogue, &[0, 1], None, &[]);
        assert_eq!((listed.in_view, listed.out_of_view), (vec![0, 1], vec![]));
    }

    #[test]
    fn lever_and_proof_come_first_then_what_is_near_the_middle() {
        let mut catalogue = catalogue(&[
            vec![(3.0, 50.8)],
            vec![(3.9, 51.4)],
            vec![(3.1, 50.8)],
            vec![(2.1, 50.1)],
        ]);
        for (position, standing) in [
            Standing::Nothing,
            Standing::Stated,
            Standing::Stated,
            Standing::Others,
        ]
        .into_iter()
        .enumerate()
        {
            catalogue.initiatives[position].standing = standing;
        }
        let listed = Listed::of(&catalogue, &[0, 1, 2, 3], Some(NORD), &[]);
        assert_eq!(listed.in_view, [2, 1, 3, 0]);
    }

    #[test]
    fn what_covers_the_view_is_on_a_territory_wherever_its_label_stands() {
        let mut catalogue = catalogue(&[vec![(6.0, 44.0)], vec![(3.0, 50.5)]]);
        let place = &mut catalogue.initiatives[0].places[0];
        place.precision = Precision::Region;
        place.extent = Some([1.0, 43.0, 7.0, 51.0]);
        place.territories = vec![Territory::parse("region:32").unwrap()];
        let listed = Listed::of(&catalogue, &[0, 1], Some(NORD), &[]);
        assert_eq!((listed.in_view, listed.on_territories), (vec![1], vec![0]));
    }

    #[test]
    fn what_is_opened_together_comes_before_all() {
        let catalogue = catalogue(&[vec![(3.0, 50.5)], vec![(55.5, -21.1)]]);
        let listed = Listed::of(&catalogue, &[0, 1], Some(NORD), &[1]);
        assert_eq!((listed.opened, listed.in_view), (vec![1], vec![0]));
    }

    proptest! {
        #[test]
        fn every_initiative_shown_is_in_one_part(
            places in prop::collection::vec(prop::collection::vec((-5.0..9.0f64, 42.0..51.0f64), 0..3), 0..20),
            kept in prop::collection::vec(any::<bool>(), 20), opened in prop::collection::vec(0..20u32, 0..4),
            west in -5.0..9.0f64, south in 42.0..51.0f64, width in 0.0..9.0f64, height in 0.0..9.0f64,
        ) {
            let shown: Vec<usize> = (0..places.len()).filter(|&position| kept[position]).collect();
            let listed = Listed::of(&catalogue(&places), &shown, Some([west, south, west + width, south + height]), &opened);
            let mut all = listed.parts().concat();
            all.sort_unstable();
            prop_assert_eq!(all, shown);
        }
    }
}
