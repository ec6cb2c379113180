//! What the map beside the rows looks at: their points, as close as they fit.

use engine::geo::{LonLat, World, mercator};
use engine::{Camera, Insets, Size, views};

/// How close it looks at most: a point alone stands among its neighbours.
const CLOSEST: f64 = 12.0;

/// What is left free around the points, in pixels: the box that finds, the buttons of the map, the ways to other parts of France and the
/// credits stand there.
const MARGINS: Insets = Insets {
    top: 76.0,
    right: 72.0,
    bottom: 132.0,
    left: 40.0,
};

/// A view of the map, and how many of the points it does not show.
#[derive(Clone, Debug, PartialEq)]
pub struct View {
    /// The fragment of an address: zoom, latitude, longitude.
    pub fragment: String,
    /// Points of other parts of France: a frame of Lille and of Saint-Denis de La Réunion would show an ocean.
    pub elsewhere: usize,
}

impl View {
    /// Of these places on a map of this size. The part of France with most of them is shown.
    pub fn of(places: &[LonLat], size: Size) -> Self {
        let places: Vec<World> = places.iter().map(|&at| mercator::project(at)).collect();
        let bounds = views::frame(&[], &places).unwrap_or_else(views::home_bounds);
        let camera = Camera::new(bounds.centre(), engine::MIN_ZOOM, size);
        let camera = camera.fit(bounds, MARGINS, CLOSEST);
        let centre = mercator::unproject(camera.centre());
        // What `fit` rounds may leave a point on the edge.
        let seen = camera.bounds();
        let elsewhere = places.iter().filter(|&&at| !seen.contains(at)).count();
        Self {
            fragment: format!(
                "{:.2}/{:.5}/{:.5}",
                (camera.zoom() * 100.0).floor() / 100.0,
                centre.lat(),
                centre.lon()
            ),
            elsewhere,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MAP: Size = Size {
        width: 600.0,
        height: 540.0,
    };

    fn at(lon: f64, lat: f64) -> LonLat {
        LonLat::clamped(lon, lat)
    }

    #[test]
    fn a_point_alone_is_in_the_middle() {
        let view = View::of(&[at(2.2069, 48.8924)], MAP);
        // In the middle of what is free.
        assert!(
            view.fragment.starts_with("12.00/48.88") && view.fragment.contains("/2.21"),
            "{view:?}"
        );
        assert_eq!(view.elsewhere, 0);
    }

    #[test]
    fn a_department_is_closer_than_france() {
        let lozere = [at(3.5, 44.52), at(3.07, 44.88), at(3.9, 44.3)];
        let zoom =
            |view: &View| -> f64 { view.fragment.split('/').next().unwrap().parse().unwrap() };
        let near = View::of(&lozere, MAP);
        let far = View::of(&[lozere[0], at(3.06, 50.63), at(-4.49, 48.39)], MAP);
        assert!(zoom(&near) > 8.0 && zoom(&far) < 7.0, "{near:?} {far:?}");
        assert_eq!(near.elsewhere + far.elsewhere, 0);
    }

    #[test]
    fn islands_are_not_shown_with_the_mainland_and_that_is_told() {
        let view = View::of(&[at(2.2, 48.9), at(2.3, 48.9), at(55.45, -20.88)], MAP);
        assert_eq!(view.elsewhere, 1);
        assert!(view.fragment.contains("/48.8"), "{view:?}");
    }
}
