//! The points of layers under the initiatives' markers: chosen, brought in sight, filtered.

use super::{SharedStage, Stage};
use crate::browser::react;
use engine::MAX_ZOOM;
use web_sys::Element;

/// How close a point is looked at, when it is chosen among others.
const POINT_ZOOM: f64 = 14.0;

/// How long the names of the basemap wait after a change of filter, milliseconds: painting takes longer than the buttons.
const NAMES_MS: u64 = 120;

impl Stage {
    /// Other points pass the filters: their buttons change in the next frame, then the basemap, whose names avoid them.
    pub fn redraw_points(this: &SharedStage) {
        Self::ask_frame(this);
        let stage = this.clone();
        react::later(NAMES_MS, move || Self::repaint(&stage));
    }

    /// The visitor chose a mark of the points.
    pub fn choose_point(this: &SharedStage, button: &Element) {
        let mut stage = this.borrow_mut();
        let Some(mark) = stage.layers.overlay.markers.mark_of(button).cloned() else {
            return;
        };
        if let &[item] = mark.items.as_slice() {
            drop(stage);
            Self::open_point(this, item);
            return;
        }
        let (camera, insets) = (stage.camera, stage.covered());
        let opened = stage.layers.overlay.opening(&mark, &camera, insets);
        let closest = || camera.with_zoom(MAX_ZOOM).centred_on(mark.at, insets);
        stage.fly(opened.unwrap_or_else(closest));
        drop(stage);
        Self::ask_frame(this);
    }

    /// Brings a point in sight; from afar, as close as it takes to be told apart from most others.
    pub fn reveal_point(this: &SharedStage, item: u32) {
        let mut stage = this.borrow_mut();
        let Some((at, _)) = stage.layers.point(item) else {
            return;
        };
        let (camera, insets) = (stage.camera, stage.covered());
        let markers = &mut stage.layers.overlay.markers;
        markers.highlight(Some(item), None);
        let to = if markers.has_alone(item) {
            camera.revealing(at, insets)
        } else {
            camera
                .with_zoom(camera.zoom().max(POINT_ZOOM))
                .centred_on(at, insets)
        };
        stage.go(to);
        drop(stage);
        Self::ask_frame(this);
    }
}
