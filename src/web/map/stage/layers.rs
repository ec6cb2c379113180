//! The points of layers under the initiatives' markers: their own clusters, their own buttons.

use super::super::layers::LayerMarks;
use super::intents::opening;
use super::*;
use crate::map::{Kinship, MAX_ZOOM, expand};

/// How close a point is looked at, when it is chosen among others.
const POINT_ZOOM: f64 = 14.0;

/// How long the names of the basemap wait after a change of filter, milliseconds: painting takes longer than the buttons.
const NAMES_MS: u64 = 120;

impl Stage {
    /// Where the map looks.
    pub fn camera(&self) -> Camera {
        self.camera
    }

    /// The state of the screen.
    pub fn store(&self) -> Store {
        self.store
    }

    /// The address says what the state is, though the map has not moved.
    pub fn write_address(&self) {
        self.view.set(self.view.get_untracked());
    }

    /// The buttons of the points, made again only when other clusters are seen; otherwise they are moved. Whether they were
    /// made again.
    pub(super) fn update_points(&mut self) -> bool {
        let layers = &mut self.layers;
        let same = layers
            .marked
            .as_ref()
            .is_some_and(|marked| layers.clusterer.sees_no_other(&self.camera, marked));
        if !same {
            self.make_points();
        }
        self.layers.markers.follow(&self.camera);
        !same
    }

    /// At rest there are buttons of what is seen only, each exactly in its place.
    pub(super) fn tidy_points(&mut self) {
        let seen = self.layers.clusterer.seen(&self.camera).count();
        let known = self.layers.marked.as_ref().map(Vec::len);
        if known.is_some_and(|known| known != seen) {
            self.make_points();
        }
        self.layers.markers.place(&self.camera);
    }

    fn make_points(&mut self) {
        dom::begin("layer-first-clusters");
        let seen = self.layers.clusterer.seen(&self.camera);
        let seen: Vec<Cluster> = seen.cloned().collect();
        let towns = self.basemaps.get(TOWNS);
        let marks = LayerMarks {
            layers: &self.layers,
            towns: towns.map(Rc::as_ref),
        };
        let marks = marks.of(&seen, &self.camera);
        let before = self.layers.marked.take();
        let before = before.filter(|_| self.motion() == Motion::Full);
        // Discs come out of those they were part of. Those that go are needed at once for others: only what is new moves.
        let kinship = before.map(|before| Kinship {
            ends: Vec::new(),
            ..expand::kinship(&before, &seen)
        });
        let layers = &mut self.layers;
        layers.markers.update(marks, &self.camera, kinship.as_ref());
        self.layers
            .markers
            .highlight(self.layers.open_point(), None);
        self.layers.marked = Some(seen);
        dom::end("layer-first-clusters");
        if self.layers.are_settled()
            && let Some(root) = dom::root()
        {
            let _ = root.dataset().set("layer", "ready");
        }
    }

    /// Other points pass the filters: their buttons change in the next frame, then the basemap, whose names avoid them.
    pub fn redraw_points(this: &SharedStage) {
        Self::ask_frame(this);
        let stage = this.clone();
        react::later(NAMES_MS, move || Self::repaint(&stage));
    }

    /// The visitor chose a mark of the points.
    pub fn choose_point(this: &SharedStage, button: &web_sys::Element) {
        let mut stage = this.borrow_mut();
        let Some(mark) = stage.layers.markers.mark_of(button).cloned() else {
            return;
        };
        if let &[item] = mark.items.as_slice() {
            drop(stage);
            Self::open_point(this, item);
            return;
        }
        let insets = stage.covered();
        let camera = stage.camera;
        let opened = opening(&mut stage.layers.clusterer, &mark, &camera, insets);
        let closest = camera.with_zoom(MAX_ZOOM).centred_on(mark.at, insets);
        stage.fly(opened.unwrap_or(closest));
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
        let alone = stage
            .layers
            .markers
            .marks()
            .any(|mark| mark.items == [item]);
        let to = if alone {
            camera.revealing(at, insets)
        } else {
            camera
                .with_zoom(camera.zoom().max(POINT_ZOOM))
                .centred_on(at, insets)
        };
        stage.layers.markers.highlight(Some(item), None);
        stage.go(to);
        drop(stage);
        Self::ask_frame(this);
    }
}
