//! The list beside the map: what the map has in view comes first.

use super::{Catalogue, Summary};

/// The bounds of the map's view, degrees: west, south, east, north.
pub type ViewBounds = [f64; 4];

/// What the list shows: positions in the catalogue, in ascending order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Listed {
    /// In the map's view; before the map is drawn, all of them.
    pub in_view: Vec<usize>,
    /// Out of it.
    pub out_of_view: Vec<usize>,
}

impl Listed {
    /// Parts the initiatives at these positions. One with a place in view is in view; a position that the catalogue lacks is not.
    pub fn of(catalogue: &Catalogue, shown: &[usize], bounds: Option<ViewBounds>) -> Self {
        let inside = |summary: &Summary| bounds.is_none_or(|bounds| is_in(summary, bounds));
        let (in_view, out_of_view) = shown
            .iter()
            .partition(|&&position| catalogue.initiatives.get(position).is_some_and(inside));
        Self {
            in_view,
            out_of_view,
        }
    }
}

fn is_in(initiative: &Summary, [west, south, east, north]: ViewBounds) -> bool {
    initiative
        .places
        .iter()
        .any(|place| (west..=east).contains(&place.lon) && (south..=north).contains(&place.lat))
}

#[cfg(test)]
mod tests {
    use super::super::{Place, Precision};
    use super::*;
    use proptest::prelude::*;

    fn catalogue(places: &[Vec<(f64, f64)>]) -> Catalogue {
        let place = |&(lon, lat): &(f64, f64)| Place {
            lon,
            lat,
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
        let listed = Listed::of(&catalogue, &[0, 1, 2, 3, 9], Some(NORD));
        assert_eq!(listed.in_view, [0, 2]);
        assert_eq!(listed.out_of_view, [1, 3, 9]);
    }

    #[test]
    fn before_the_map_is_drawn_everything_is_in_view() {
        let listed = Listed::of(&catalogue(&[vec![(55.5, -21.1)], vec![]]), &[0, 1], None);
        assert_eq!((listed.in_view, listed.out_of_view), (vec![0, 1], vec![]));
    }

    proptest! {
        #[test]
        fn every_initiative_shown_is_in_one_part_in_its_order(
            places in prop::collection::vec(prop::collection::vec((-5.0..9.0f64, 42.0..51.0f64), 0..3), 0..20),
            kept in prop::collection::vec(any::<bool>(), 20),
            west in -5.0..9.0f64, south in 42.0..51.0f64, width in 0.0..9.0f64, height in 0.0..9.0f64,
        ) {
            let shown: Vec<usize> = (0..places.len()).filter(|&position| kept[position]).collect();
            let listed = Listed::of(&catalogue(&places), &shown, Some([west, south, west + width, south + height]));
            prop_assert!(listed.in_view.is_sorted() && listed.out_of_view.is_sorted());
            let mut all = [listed.in_view, listed.out_of_view].concat();
            all.sort_unstable();
            prop_assert_eq!(all, shown);
        }
    }
}
