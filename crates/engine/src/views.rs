//! The views one click away: the métropole and the five overseas départements, never hidden in the ocean.

use crate::geo::{LonLatBounds, WorldBounds};
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geo::LonLat;

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
