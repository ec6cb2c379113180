//! Where the map looks: an immutable value, from which every movement makes another.

use super::screen::{Insets, Px, Rect, Size};
use crate::exponential::exp2;
use crate::geo::{World, WorldBounds};

/// Width of the world at zoom 0, in pixels.
pub const TILE_PX: f64 = 256.0;
/// The furthest out: metropolitan France fits in 200 px.
pub const MIN_ZOOM: f64 = 4.0;
/// The furthest in: about 1.6 m per pixel in France. What the map draws may stop it earlier: see [`super::Control::set_closest`].
pub const MAX_ZOOM: f64 = 16.0;

/// What could be seen this much closer, in zoom levels, is large enough to stay as it is.
const LARGE_ENOUGH: f64 = 0.8;

/// The north and south limits of the centre: 85° of latitude, on the unit square.
const NORTH: f64 = 0.001_637_914_786_053_962;

/// A view of the map. Always finite, its zoom in [`MIN_ZOOM`]..=[`MAX_ZOOM`] and its centre in the world.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Camera {
    centre: World,
    zoom: f64,
    size: Size,
}

/// Pixels in the width of the world at a zoom: 256 · 2^zoom.
pub fn world_px(zoom: f64) -> f64 {
    TILE_PX * exp2(zoom)
}

impl Camera {
    /// Returns a view of `size` pixels around `centre` at `zoom`, both clamped to their range.
    pub fn new(centre: World, zoom: f64, size: Size) -> Self {
        Self {
            centre: World {
                x: finite_or(centre.x, 0.5).clamp(0.0, 1.0),
                y: finite_or(centre.y, 0.5).clamp(NORTH, 1.0 - NORTH),
            },
            zoom: finite_or(zoom, MIN_ZOOM).clamp(MIN_ZOOM, MAX_ZOOM),
            size: Size {
                width: finite_or(size.width, 1.0).max(1.0),
                height: finite_or(size.height, 1.0).max(1.0),
            },
        }
    }

    /// What is in the middle of the screen.
    pub fn centre(&self) -> World {
        self.centre
    }

    /// 0 shows the world in 256 px; each further unit doubles it.
    pub fn zoom(&self) -> f64 {
        self.zoom
    }

    /// The whole zoom whose clusters are shown.
    pub fn whole_zoom(&self) -> u8 {
        self.zoom as u8
    }

    /// Size on screen, at least a pixel.
    pub fn size(&self) -> Size {
        self.size
    }

    /// Pixels in the width of the world.
    pub fn scale(&self) -> f64 {
        world_px(self.zoom)
    }

    /// Projects a place to the screen, in pixels.
    pub fn project(&self, place: World) -> Px {
        let (scale, middle) = (self.scale(), self.size.centre());
        Px {
            x: (place.x - self.centre.x) * scale + middle.x,
            y: (place.y - self.centre.y) * scale + middle.y,
        }
    }

    /// Returns the place under a pixel of the screen.
    pub fn unproject(&self, px: Px) -> World {
        let (scale, middle) = (self.scale(), self.size.centre());
        World {
            x: (px.x - middle.x) / scale + self.centre.x,
            y: (px.y - middle.y) / scale + self.centre.y,
        }
    }

    /// What is on screen.
    pub fn bounds(&self) -> WorldBounds {
        let Size { width, height } = self.size;
        WorldBounds {
            min: self.unproject(Px::default()),
            max: self.unproject(Px {
                x: width,
                y: height,
            }),
        }
    }

    /// Returns the view with its picture moved by this many pixels, right and down, as a finger drags it.
    pub fn pan_by(&self, dx: f64, dy: f64) -> Self {
        let middle = self.size.centre();
        let centre = self.unproject(middle - Px { x: dx, y: dy });
        Self::new(centre, self.zoom, self.size)
    }

    /// Zooms by `delta` and keeps the place under `px` where it is.
    pub fn zoom_about(&self, px: Px, delta: f64) -> Self {
        let anchor = self.unproject(px);
        Self::new(self.centre, self.zoom + delta, self.size).with_place_at(anchor, px)
    }

    /// Returns the view at another zoom, with the same centre.
    pub fn with_zoom(&self, zoom: f64) -> Self {
        Self::new(self.centre, zoom, self.size)
    }

    /// Returns the view on a screen of another size, with the same centre.
    pub fn with_size(&self, size: Size) -> Self {
        Self::new(self.centre, self.zoom, size)
    }

    /// Fits `bounds` in what `insets` leave free, as close as possible but no closer than `max_zoom`.
    pub fn fit(&self, bounds: WorldBounds, insets: Insets, max_zoom: f64) -> Self {
        let free = self.size.inside(insets).size();
        let scale = (free.width / bounds.width()).min(free.height / bounds.height());
        let zoom = (scale / TILE_PX).log2().min(max_zoom);
        self.with_zoom(zoom).centred_on(bounds.centre(), insets)
    }

    /// Returns the same view if the whole of `bounds` is visible, not covered and about as large as it can be; otherwise one that
    /// fits it.
    pub fn framing(&self, bounds: WorldBounds, insets: Insets, max_zoom: f64) -> Self {
        let fitted = self.fit(bounds, insets, max_zoom);
        let free = self.size.inside(insets);
        let corners = [bounds.min, bounds.max];
        let is_seen = corners
            .iter()
            .all(|&corner| free.contains(self.project(corner)));
        if is_seen && fitted.zoom - self.zoom <= LARGE_ENOUGH {
            *self
        } else {
            fitted
        }
    }

    /// Whether both look at the same place from as near, on screens of any size.
    pub fn is_at(&self, other: &Self) -> bool {
        self.centre == other.centre && self.zoom == other.zoom
    }

    /// Centres `place` in what `insets` leave free.
    pub fn centred_on(&self, place: World, insets: Insets) -> Self {
        self.with_place_at(place, self.size.inside(insets).centre())
    }

    /// Returns the view moved by the least that shows `place`, not covered: the same view if it is.
    pub fn nudged_to(&self, place: World, insets: Insets) -> Self {
        let (free, at) = (self.size.inside(insets), self.project(place));
        let there = Px {
            x: at.x.min(free.max.x).max(free.min.x),
            y: at.y.min(free.max.y).max(free.min.y),
        };
        if there == at {
            *self
        } else {
            self.with_place_at(place, there)
        }
    }

    /// Returns the same view if `place` is visible and not covered, otherwise one centred on it.
    pub fn revealing(&self, place: World, insets: Insets) -> Self {
        if self.size.inside(insets).contains(self.project(place)) {
            *self
        } else {
            self.centred_on(place, insets)
        }
    }

    /// Returns the world bounds of a rectangle of the screen.
    pub fn bounds_of(&self, rect: Rect) -> WorldBounds {
        WorldBounds::between(self.unproject(rect.min), self.unproject(rect.max))
    }

    fn with_place_at(&self, place: World, px: Px) -> Self {
        let (scale, middle) = (self.scale(), self.size.centre());
        let centre = World {
            x: place.x - (px.x - middle.x) / scale,
            y: place.y - (px.y - middle.y) / scale,
        };
        Self::new(centre, self.zoom, self.size)
    }
}

/// Returns the zoom at which a length of the world spans `px` pixels.
pub fn zoom_for(length: f64, px: f64) -> f64 {
    (px / length / TILE_PX).log2()
}

fn finite_or(value: f64, otherwise: f64) -> f64 {
    if value.is_finite() { value } else { otherwise }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geo::{LonLat, mercator};
    use proptest::prelude::*;

    const SCREEN: Size = Size {
        width: 1280.0,
        height: 720.0,
    };

    /// Far enough from the ends of the world for no movement of these tests to be cut short.
    fn camera() -> impl Strategy<Value = Camera> {
        let size =
            (500.0..1500.0, 400.0..1000.0).prop_map(|(width, height)| Size { width, height });
        (0.4..0.6f64, 0.4..0.6f64, MIN_ZOOM..MAX_ZOOM, size)
            .prop_map(|(x, y, zoom, size)| Camera::new(World { x, y }, zoom, size))
    }

    fn px() -> impl Strategy<Value = Px> {
        (0.0..1000.0, 0.0..700.0).prop_map(|(x, y)| Px { x, y })
    }

    #[test]
    fn the_northern_limit_is_85_degrees() {
        let north = mercator::project(LonLat::clamped(0.0, 85.0)).y;
        assert!((north - NORTH).abs() < 1e-12, "{north:.18}");
    }

    #[test]
    fn any_number_makes_a_camera() {
        for bad in [f64::NAN, f64::INFINITY, -1e300, 1e300] {
            let size = Size {
                width: bad,
                height: bad,
            };
            let camera = Camera::new(World { x: bad, y: bad }, bad, size)
                .pan_by(bad, bad)
                .zoom_about(Px { x: bad, y: bad }, bad);
            assert!(WorldBounds::WORLD.contains(camera.centre()), "{camera:?}");
            assert!((MIN_ZOOM..=MAX_ZOOM).contains(&camera.zoom()));
            assert!(camera.size().width >= 1.0);
        }
    }

    #[test]
    fn a_point_fits_at_the_closest_zoom_asked_for() {
        let here = World { x: 0.51, y: 0.35 };
        let bounds = WorldBounds::between(here, here);
        let camera =
            Camera::new(World::default(), 4.0, SCREEN).fit(bounds, Insets::all(40.0), 13.0);
        assert_eq!(camera.zoom(), 13.0);
        assert!(camera.centre().distance(here) < 1e-12);
    }

    #[test]
    fn what_is_in_sight_moves_nothing_unless_it_is_small_or_covered() {
        let here = Camera::new(World { x: 0.51, y: 0.35 }, 6.0, SCREEN);
        let middle =
            |width, height| here.bounds_of(Rect::centred(SCREEN.centre(), Size { width, height }));
        let insets = Insets::all(40.0);
        assert_eq!(here.framing(middle(800.0, 500.0), insets, MAX_ZOOM), here);
        assert!(here.framing(middle(80.0, 50.0), insets, MAX_ZOOM).zoom() > 9.0);
        let drawer = Insets {
            bottom: 400.0,
            ..insets
        };
        assert!(here.framing(middle(800.0, 500.0), drawer, MAX_ZOOM).zoom() < 6.0);
    }

    proptest! {
        #[test]
        fn to_the_screen_and_back(camera in camera(), px in px()) {
            let back = camera.project(camera.unproject(px));
            prop_assert!(back.distance(px) < 1e-3);
        }

        #[test]
        fn the_anchor_of_a_zoom_stays(camera in camera(), px in px(), delta in -3.0..3.0f64) {
            let anchor = camera.unproject(px);
            prop_assert!(camera.zoom_about(px, delta).project(anchor).distance(px) < 1e-3);
        }

        #[test]
        fn a_pan_moves_the_picture(camera in camera(), place in px(), by in px()) {
            let world = camera.unproject(place);
            let moved = camera.pan_by(by.x, by.y).project(world);
            prop_assert!(moved.distance(place + by) < 1e-3);
        }

        #[test]
        fn what_fits_is_seen_and_not_covered(camera in camera(), a in px(), b in px(), left in 0.0..60.0f64) {
            let insets = Insets { left, ..Insets::all(10.0) };
            let bounds = camera.bounds_of(Rect::between(a, b));
            let fitted = camera.fit(bounds, insets, MAX_ZOOM);
            let free = fitted.size().inside(insets).padded(0.01);
            if fitted.zoom() > MIN_ZOOM {
                prop_assert!(free.contains(fitted.project(bounds.min)), "{fitted:?}");
                prop_assert!(free.contains(fitted.project(bounds.max)), "{fitted:?}");
            }
        }

        #[test]
        fn what_is_framed_is_seen_and_framing_it_again_moves_nothing(
            camera in camera(), a in px(), b in px(), bottom in 0.0..200.0f64,
        ) {
            let insets = Insets { bottom, ..Insets::all(40.0) };
            let bounds = camera.bounds_of(Rect::between(a, b));
            let framed = camera.framing(bounds, insets, MAX_ZOOM);
            let free = framed.size().inside(insets).padded(0.01);
            if framed.zoom() > MIN_ZOOM {
                prop_assert!(free.contains(framed.project(bounds.min)), "{framed:?}");
                prop_assert!(free.contains(framed.project(bounds.max)), "{framed:?}");
                let nearly = Insets { bottom: bottom - 0.01, ..Insets::all(39.99) };
                let fitted = camera.fit(bounds, insets, MAX_ZOOM);
                prop_assert!(framed.is_at(&camera) || framed.is_at(&fitted));
                prop_assert!(fitted.framing(bounds, nearly, MAX_ZOOM).is_at(&fitted));
            }
        }

        #[test]
        fn what_is_revealed_is_seen(camera in camera(), x in 0.3..0.7f64, y in 0.3..0.7f64) {
            let place = World { x, y };
            let insets = Insets { left: 40.0, ..Insets::all(5.0) };
            let nudged = camera.nudged_to(place, insets);
            prop_assert!(nudged.size().inside(insets).padded(0.01).contains(nudged.project(place)));
            let seen = camera.revealing(place, insets);
            prop_assert!(seen.size().inside(insets).padded(0.01).contains(seen.project(place)));
            prop_assert_eq!(seen.revealing(place, insets), seen);
        }
    }
}
