//! Where the camera goes, and how.

use super::Stage;
use crate::browser::dom;
use crate::map::motion::Movement;
use engine::geo::WorldBounds;
use engine::{Camera, Flight, Insets, MAX_ZOOM, Motion, Px, VIEWS};

/// Free space around what is shown, pixels.
const MARGIN_PX: f64 = 40.0;

impl Stage {
    pub(super) fn motion(&self) -> Motion {
        if dom::reduced_motion() {
            Motion::Reduced
        } else {
            Motion::Full
        }
    }

    /// Flies there, or begins there when the map has not been anywhere yet.
    pub(super) fn go(&mut self, to: Camera) {
        if self.placed {
            self.fly(to);
        } else {
            self.camera = to;
            self.placed = true;
        }
    }

    pub(super) fn fly(&mut self, to: Camera) {
        self.placed = true;
        self.movement = Some(Movement::flight(
            Flight::new(self.camera, to, self.motion()),
            dom::now(),
        ));
    }

    /// A zoom by a step goes on from where the last one leads, however quickly they follow.
    pub(super) fn zoom(&mut self, px: Px, delta: f64) {
        let target = self.movement.as_ref().map_or(self.camera, Movement::target);
        let delta = target.zoom() + delta - self.camera.zoom();
        self.placed = true;
        self.movement = Some(Movement::flight(
            Flight::zoom(self.camera, px, delta, self.motion()),
            dom::now(),
        ));
    }

    pub(super) fn home(&self) -> Camera {
        let [metropole, ..] = VIEWS;
        self.camera.fit(
            WorldBounds::from(metropole.bounds),
            self.covered_by(MARGIN_PX / 2.0),
            MAX_ZOOM,
        )
    }

    pub(super) fn covered(&self) -> Insets {
        self.covered_by(MARGIN_PX)
    }

    /// What the panels cover of the map, and a margin.
    fn covered_by(&self, margin: f64) -> Insets {
        let mut insets = Insets::all(margin);
        let map = self.elements.root.get_bounding_client_rect();
        let column = dom::find(".column").map(|column| column.get_bounding_client_rect());
        // In a narrow layout the column lies over the bottom of the map.
        if let Some(column) =
            column.filter(|column| column.width() > 0.0 && column.top() > map.top() + 1.0)
        {
            insets.bottom += (map.bottom() - column.top()).clamp(0.0, map.height() * 0.75);
        }
        insets
    }
}
