//! The views one click away: the métropole and the five overseas départements, never hidden in the ocean.

use crate::geo::{LonLatBounds, World, WorldBounds, mercator};
use crate::{Camera, Insets};

/// A part of France that has a view of its own.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NamedView {
    /// Its name in addresses; names on screen are in `text`.
    pub id: &'static str,
    /// The code of its région, or none for the métropole.
    pub region: Option<&'static str>,
    /// What to show, in degrees.
    pub bounds: LonLatBounds,
}

/// The métropole first, then from west to east.
pub const VIEWS: [NamedView; 6] = [
    view("metropole", None, [-5.2, 41.3, 9.6, 51.1]),
    view("guadeloupe", Some("01"), [-61.85, 15.8, -61.0, 16.55]),
    view("martinique", Some("02"), [-61.25, 14.36, -60.8, 14.9]),
    view("guyane", Some("03"), [-54.65, 2.1, -51.6, 5.8]),
    view("mayotte", Some("06"), [45.0, -13.03, 45.32, -12.62]),
    view("la-reunion", Some("04"), [55.2, -21.4, 55.85, -20.86]),
];

const fn view(
    id: &'static str,
    region: Option<&'static str>,
    [west, south, east, north]: [f64; 4],
) -> NamedView {
    NamedView {
        id,
        region,
        bounds: LonLatBounds::of(west, south, east, north),
    }
}

/// How close the first view looks at most: below the whole zoom 7, for which the page has no marks. Reached by maps 1,300 px high.
pub const CLOSEST_HOME_ZOOM: f64 = 6.99;

/// What the first view shows: the métropole.
pub fn home_bounds() -> WorldBounds {
    let [metropole, ..] = VIEWS;
    WorldBounds::from(metropole.bounds)
}

/// The first view on the screen of a camera: as close as the métropole fits in what `insets` leave free. `index.html` holds its marks, and
/// style.css works out their places by the same formula.
pub fn home(camera: &Camera, insets: Insets) -> Camera {
    camera.fit(home_bounds(), insets, CLOSEST_HOME_ZOOM)
}

/// The view of an id.
pub fn named(id: &str) -> Option<&'static NamedView> {
    VIEWS.iter().find(|view| view.id == id)
}

/// What shows territories and places together: those of one part of France, that of the first territory or else the one with most
/// places. A frame that held Lille and Saint-Denis de La Réunion would show an ocean.
pub fn frame(territories: &[WorldBounds], places: &[World]) -> Option<WorldBounds> {
    let part = match territories.first() {
        Some(first) => part_of(first.centre()),
        None => part_of_most(places),
    };
    let territories = territories.iter().copied();
    let places = places.iter().map(|&at| WorldBounds::between(at, at));
    territories
        .chain(places)
        .filter(|bounds| part_of(bounds.centre()) == part)
        .reduce(WorldBounds::union)
}

/// The part of France with most of these places: a position in [`VIEWS`], or one past the last for those abroad.
fn part_of_most(places: &[World]) -> usize {
    let mut counts = [0_usize; VIEWS.len() + 1];
    for &place in places {
        if let Some(count) = counts.get_mut(part_of(place)) {
            *count += 1;
        }
    }
    let most = counts.iter().max().copied().unwrap_or_default();
    counts
        .iter()
        .position(|&count| count == most)
        .unwrap_or_default()
}

fn part_of(place: World) -> usize {
    let at = mercator::unproject(place);
    let part = VIEWS.iter().position(|view| view.bounds.contains(at));
    part.unwrap_or(VIEWS.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geo::LonLat;

    fn at(lon: f64, lat: f64) -> World {
        mercator::project(LonLat::clamped(lon, lat))
    }

    #[test]
    fn a_frame_holds_territories_and_places() {
        let (lille, lyon) = (at(3.06, 50.63), at(4.83, 45.76));
        let nord = WorldBounds::between(at(2.1, 51.1), at(4.2, 49.97));
        assert_eq!(frame(&[], &[]), None);
        let [a, b] = [frame(&[nord], &[lille]), frame(&[nord], &[lyon])];
        assert_eq!(a, Some(nord));
        assert!(b.is_some_and(|b| b.holds(nord) && b.contains(lyon)));
    }

    #[test]
    fn a_frame_never_spans_an_ocean() {
        let (lille, lyon) = (at(3.06, 50.63), at(4.83, 45.76));
        let (reunion, quebec) = (at(55.45, -20.88), at(-71.2, 46.8));
        let both = WorldBounds::between(lille, lyon);
        assert_eq!(frame(&[], &[reunion, lille, lyon, quebec]), Some(both));
        let island = WorldBounds::between(at(55.2, -20.86), at(55.85, -21.4));
        assert_eq!(frame(&[island], &[lille, lyon, reunion]), Some(island));
        let abroad = WorldBounds::between(quebec, quebec);
        assert_eq!(frame(&[], &[quebec]), Some(abroad));
    }

    #[test]
    fn each_prefecture_is_in_its_view_and_in_no_other() {
        let prefectures = [
            ("metropole", 2.35, 48.85),
            ("metropole", 8.74, 41.93),
            ("metropole", -4.49, 48.39),
            ("guadeloupe", -61.73, 16.0),
            ("martinique", -61.07, 14.61),
            ("guyane", -52.33, 4.93),
            ("mayotte", 45.23, -12.78),
            ("la-reunion", 55.45, -20.88),
        ];
        for (id, lon, lat) in prefectures {
            let place = LonLat::new(lon, lat).unwrap();
            let found: Vec<_> = VIEWS
                .iter()
                .filter(|view| view.bounds.contains(place))
                .map(|view| view.id)
                .collect();
            assert_eq!(found, [id]);
        }
    }

    #[test]
    fn views_are_found_by_their_ids() {
        assert_eq!(named("mayotte").and_then(|view| view.region), Some("06"));
        assert_eq!(named("atlantide"), None);
    }
}
