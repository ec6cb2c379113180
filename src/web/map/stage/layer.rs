//! The layer of points under the initiatives' markers: its own clusters, its own buttons.

use super::super::layer_marks::{self, LayerMarks};
use super::*;
use crate::view::LayerPoint;
use std::sync::Arc;

/// A layer on the map.
pub struct LayerStage {
    points: PointSet,
    clusterer: Clusterer,
    /// What the buttons were last made of.
    marked: Option<Vec<ClusterId>>,
}

impl Stage {
    /// Shows a layer, or puts it away.
    pub fn set_layer(this: &SharedStage, points: Option<PointSet>) {
        let mut stage = this.borrow_mut();
        let shown = stage.store.layer.categories.get_untracked();
        stage.layer = points.map(|points| LayerStage {
            clusterer: Clusterer::new(points.with_levers(shown), layer_marks::RADIUS_PX),
            points,
            marked: None,
        });
        if stage.layer.is_none() {
            stage.layer_markers.update(Vec::new());
        }
        drop(stage);
        Self::repaint(this);
    }

    /// Shows only these categories of the layer, one bit each.
    pub fn filter_layer(this: &SharedStage, shown: u8) {
        let mut stage = this.borrow_mut();
        let Some(layer) = &mut stage.layer else {
            return;
        };
        layer.clusterer = Clusterer::new(layer.points.with_levers(shown), layer_marks::RADIUS_PX);
        layer.marked = None;
        drop(stage);
        Self::repaint(this);
    }

    /// The names of points have come: their buttons say them.
    pub fn rename_layer(this: &SharedStage) {
        let mut stage = this.borrow_mut();
        let Some(layer) = &mut stage.layer else {
            return;
        };
        layer.marked = None;
        drop(stage);
        Self::repaint(this);
    }

    /// The buttons of the layer, made again only when other clusters are seen; otherwise they are moved.
    pub(super) fn update_layer(&mut self) {
        let Some(layer) = &mut self.layer else { return };
        let seen: Vec<Cluster> = layer.clusterer.seen(&self.camera).cloned().collect();
        let made_of: Vec<ClusterId> = seen.iter().map(|cluster| cluster.id).collect();
        if layer.marked.as_ref() != Some(&made_of) {
            let towns = self.basemaps.get(TOWNS);
            let marks = LayerMarks {
                matches: layer.clusterer.matches(),
                towns: towns.as_deref(),
                store: self.store,
            };
            self.layer_markers.update(marks.of(&seen, &self.camera));
            if layer.marked.replace(made_of).is_none() {
                dom::mark("layer-shown");
                if let Some(root) = dom::root() {
                    let _ = root.dataset().set("layer", "ready");
                }
            }
        }
        self.layer_markers.place(&self.camera);
    }

    /// What the list shows: the points in view, and those that stand alone, whose names are needed.
    pub(super) fn layer_in_view(&self) -> Option<(Vec<u32>, Vec<u32>)> {
        let layer = self.layer.as_ref()?;
        let in_view = layer.clusterer.matches().within(self.camera.bounds());
        let alone = self
            .layer_markers
            .marks()
            .flat_map(|mark| mark.items.clone());
        Some((in_view, alone.collect()))
    }

    /// The visitor chose a mark of the layer.
    pub fn choose_in_layer(this: &SharedStage, button: &web_sys::Element) {
        let mut stage = this.borrow_mut();
        let Some(mark) = stage.layer_markers.mark_of(button).cloned() else {
            return;
        };
        let store = stage.store;
        if let &[item] = mark.items.as_slice() {
            drop(stage);
            store.layer.asked.set(Some(item));
            return;
        }
        let to = stage.opening_of_layer(&mark);
        stage.fly(to);
        drop(stage);
        Self::ask_frame(this);
    }

    /// The view that tells the points of a mark apart, or the closest one.
    fn opening_of_layer(&mut self, mark: &Mark) -> Camera {
        let insets = self.covered();
        let camera = self.camera;
        let opened = self.layer.as_mut().and_then(|layer| {
            let chosen = layer
                .clusterer
                .seen(&camera)
                .find(|cluster| MarkId::Cluster(cluster.id) == mark.id)
                .cloned()?;
            let matches = layer.clusterer.matches();
            expand::opening(matches, &chosen, &camera, insets, layer_marks::RADIUS_PX)
        });
        opened.unwrap_or_else(|| {
            camera
                .with_zoom(crate::map::MAX_ZOOM)
                .centred_on(mark.at, insets)
        })
    }

    /// Brings a point of the layer in sight, and says what it is.
    pub fn reveal_in_layer(this: &SharedStage, item: u32) -> Option<LayerPoint> {
        let mut stage = this.borrow_mut();
        let (at, category) = stage.layer.as_ref()?.points.point(item)?;
        let to = stage.camera.revealing(at, stage.covered());
        stage.go(to);
        drop(stage);
        Self::ask_frame(this);
        Some(LayerPoint { item, category })
    }

    /// Tells the list what is in view.
    pub(super) fn tell_layer(&self) {
        let Some((in_view, alone)) = self.layer_in_view() else {
            return;
        };
        let layer = self.store.layer;
        if **layer.in_view.read_untracked() != in_view {
            layer.in_view.set(Arc::new(in_view));
        }
        if **layer.marked.read_untracked() != alone {
            layer.marked.set(Arc::new(alone));
        }
    }
}
