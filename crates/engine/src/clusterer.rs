//! The clusters of one filter, kept while the view moves over them.

use super::camera::Camera;
use super::cluster::{self, Cluster};
use super::matches::Matches;
use crate::geo::WorldBounds;

/// Margin around the screen, in pixels, in which clusters are computed too, so that most movements need no others.
const SPARE_PX: f64 = 200.0;

/// Returns the same clusters as [`super::clusters`], but computes them only when the view leaves those it has or the points change.
#[derive(Clone, Debug)]
pub struct Clusterer {
    matches: Matches,
    radius_px: f64,
    kept: Option<Kept>,
}

/// All the clusters of a zoom in some bounds.
#[derive(Clone, Debug)]
struct Kept {
    zoom: u8,
    bounds: WorldBounds,
    clusters: Vec<Cluster>,
}

impl Clusterer {
    /// For the points that a filter lets through.
    pub fn new(matches: Matches, radius_px: f64) -> Self {
        Self {
            matches,
            radius_px,
            kept: None,
        }
    }

    /// Replaces the points and reuses their memory.
    pub fn change(&mut self, points: impl FnOnce(&mut Matches)) {
        self.kept = None;
        points(&mut self.matches);
    }

    /// The points.
    pub fn matches(&self) -> &Matches {
        &self.matches
    }

    /// The radius of the clusters, in pixels.
    pub fn radius_px(&self) -> f64 {
        self.radius_px
    }

    /// The clusters that a camera sees, in the order of the Morton keys of their first points.
    pub fn seen(&mut self, camera: &Camera) -> impl Iterator<Item = &Cluster> {
        let (sight, zoom) = (cluster::sight(camera), camera.whole_zoom());
        let kept = self.kept.take();
        let kept = kept.filter(|kept| kept.zoom == zoom && kept.bounds.holds(sight));
        let kept = kept.unwrap_or_else(|| self.made(zoom, sight.padded(SPARE_PX / camera.scale())));
        let clusters = &self.kept.insert(kept).clusters;
        clusters
            .iter()
            .filter(move |cluster| sight.contains(cluster.centre))
    }

    /// Whether `known` holds every cluster that a camera sees. `known` must be in the order of [`Self::seen`].
    pub fn sees_no_other(&mut self, camera: &Camera, known: &[Cluster]) -> bool {
        let mut known = known.iter();
        self.seen(camera)
            .all(|cluster| known.any(|known| known.id == cluster.id))
    }

    fn made(&self, zoom: u8, bounds: WorldBounds) -> Kept {
        let clusters = cluster::clusters_within(&self.matches, bounds, zoom, self.radius_px);
        Kept {
            zoom,
            bounds,
            clusters,
        }
    }
}
