//! Clusters, and the buttons of those on screen.

use crate::draw::Palette;
use crate::markers::Markers;
use crate::{Sight, Updated};
use engine::mark::{Mark, MarkId};
use engine::{Camera, Cluster, Clusterer, Insets, Kinship, Matches, expand};
use page::dom;
use web_sys::HtmlElement;

/// Clusters, and buttons above the canvas.
pub struct ClusterButtons {
    clusterer: Clusterer,
    /// The buttons.
    pub markers: Markers,
    slides: Slides,
    /// What the buttons were last made of; nothing when they must be made again, whatever is seen.
    made_of: Option<MadeOf>,
}

/// The clusters of a whole zoom that were seen.
struct MadeOf {
    zoom: u8,
    clusters: Vec<Cluster>,
}

/// Which buttons move when other clusters come into view, unless the visitor asked for less motion.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Slides {
    /// New ones come out of the cluster that they were part of.
    Out,
    /// And those that go move into the cluster that they become part of.
    OutAndIn,
}

impl ClusterButtons {
    /// No points yet. The buttons go into `host`; points closer than `radius_px` make one cluster.
    pub fn new(
        host: HtmlElement,
        palette: &'static Palette,
        radius_px: f64,
        slides: Slides,
    ) -> Self {
        Self {
            clusterer: Clusterer::new(Matches::default(), radius_px),
            markers: Markers::new(host, palette),
            slides,
            // There is nothing to make.
            made_of: Some(MadeOf {
                zoom: 0,
                clusters: Vec::new(),
            }),
        }
    }

    /// The points.
    pub fn matches(&self) -> &Matches {
        self.clusterer.matches()
    }

    /// Changes the points, in the memory that they have.
    pub fn change(&mut self, points: impl FnOnce(&mut Matches)) {
        self.clusterer.change(points);
        self.spoil();
    }

    /// The buttons are made again with the next update: what they say is no longer true.
    pub fn spoil(&mut self) {
        self.made_of = None;
    }

    /// Whether they are about to be made again.
    pub fn is_spoilt(&self) -> bool {
        self.made_of.is_none()
    }

    /// Makes the buttons again when other clusters come into view, and moves them with the camera. Those that leave the view are
    /// removed with the next change, as each change of the page costs a layout; at rest none of them is left, and each button is
    /// exactly in its place.
    pub fn update(
        &mut self,
        sight: &Sight,
        marks: impl FnOnce(&Matches, &[Cluster]) -> Vec<Mark>,
    ) -> Updated {
        let camera = sight.camera;
        let mut updated = Updated::default();
        if !self.is_current(sight) {
            updated.rebuilt = true;
            updated.focus = self.make(camera, marks);
        }
        if sight.at_rest {
            self.markers.place(camera);
        } else {
            self.markers.follow(camera);
        }
        updated
    }

    fn is_current(&mut self, sight: &Sight) -> bool {
        let Some(MadeOf { zoom, clusters }) = &self.made_of else {
            return false;
        };
        let (camera, clusterer) = (sight.camera, &mut self.clusterer);
        // A pile may be spread at one zoom and not at another; nothing is the same at all of them.
        let same_zoom = *zoom == camera.whole_zoom() || clusters.is_empty();
        same_zoom
            && clusterer.sees_no_other(camera, clusters)
            && !(sight.at_rest && clusterer.seen(camera).count() < clusters.len())
    }

    fn make(
        &mut self,
        camera: &Camera,
        marks: impl FnOnce(&Matches, &[Cluster]) -> Vec<Mark>,
    ) -> Option<HtmlElement> {
        let clusters: Vec<Cluster> = self.clusterer.seen(camera).cloned().collect();
        let before = self.made_of.take().filter(|_| !dom::reduced_motion());
        let kinship = before.map(|before| {
            let kinship = expand::kinship(&before.clusters, &clusters);
            match self.slides {
                Slides::OutAndIn => kinship,
                Slides::Out => Kinship {
                    ends: Vec::new(),
                    ..kinship
                },
            }
        });
        let marks = marks(self.clusterer.matches(), &clusters);
        let focus = self.markers.update(marks, camera, kinship.as_ref());
        self.made_of = Some(MadeOf {
            zoom: camera.whole_zoom(),
            clusters,
        });
        focus
    }

    /// The cluster of a mark that stands for several points.
    pub fn cluster_of(&mut self, mark: &Mark, camera: &Camera) -> Option<Cluster> {
        let is_it = |cluster: &&Cluster| MarkId::Cluster(cluster.id) == mark.id;
        self.clusterer.seen(camera).find(is_it).cloned()
    }

    /// The view that tells the points of a mark apart, if one does.
    pub fn opening(&mut self, mark: &Mark, camera: &Camera, insets: Insets) -> Option<Camera> {
        let cluster = self.cluster_of(mark, camera)?;
        let radius_px = self.clusterer.radius_px();
        expand::opening(self.matches(), &cluster, camera, insets, radius_px)
    }
}
