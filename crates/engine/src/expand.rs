//! From a cluster to its parts: the zoom at which it opens, the view that shows them, and which part came from which cluster.

use super::camera::{Camera, MAX_ZOOM, world_px};
use super::cluster::{Cluster, ClusterId, ClusterKind, clusters_within};
use super::matches::Matches;
use super::screen::Insets;
use crate::geo::World;
use crate::order;
use std::ops::Range;

/// The first whole zoom, closer than `zoom`, at which the points of a cluster are no longer one mark. None if no zoom
/// tells them apart.
pub fn expansion_zoom(
    matches: &Matches,
    cluster: &Cluster,
    zoom: u8,
    radius_px: f64,
) -> Option<u8> {
    if cluster.kind != ClusterKind::Cluster {
        return None;
    }
    let bounds = cluster.bounds(matches);
    let own = Holders::of(std::slice::from_ref(cluster));
    (zoom + 1..=MAX_ZOOM as u8).find(|&closer| {
        // A part may have other points too, hence its centre outside.
        let around = bounds.padded(2.0 * radius_px / world_px(f64::from(closer)));
        let parts = clusters_within(matches, around, closer, radius_px);
        parts.iter().filter(|part| own.hold_some_of(part)).count() > 1
    })
}

/// The view that opens a cluster: all its points in sight, and told apart. None if no zoom does that: then spread them
/// (see [`super::pile`]).
pub fn opening(
    matches: &Matches,
    cluster: &Cluster,
    camera: &Camera,
    insets: Insets,
    radius_px: f64,
) -> Option<Camera> {
    let opens = expansion_zoom(matches, cluster, camera.whole_zoom(), radius_px)?;
    let bounds = cluster.bounds(matches);
    let fitted = camera.fit(bounds, insets, MAX_ZOOM);
    let zoom = fitted.zoom().max(f64::from(opens));
    Some(fitted.with_zoom(zoom).centred_on(bounds.centre(), insets))
}

/// For each of `parts` the index of the one of `wholes` that holds its first point: where it comes from when zooming in,
/// where it goes when zooming out. Both must be clusters of the same [`Matches`].
pub fn parents(parts: &[Cluster], wholes: &[Cluster]) -> Vec<Option<usize>> {
    let holders = Holders::of(wholes);
    let parent = |part: &Cluster| holders.holder_of(part.first());
    parts.iter().map(parent).collect()
}

/// How the marks of one zoom become those of another: parts leave the centre of their cluster, or move into it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Kinship {
    /// New clusters, each with the centre of the old one that it was part of.
    pub origins: Vec<(ClusterId, World)>,
    /// Old clusters, each with the centre of the new one that it is part of.
    pub ends: Vec<(ClusterId, World)>,
}

/// Returns the kinship of two lists of clusters of the same [`Matches`]. Clusters that stay, enter or leave the view have none.
pub fn kinship(before: &[Cluster], after: &[Cluster]) -> Kinship {
    Kinship {
        origins: joins(after, before),
        ends: joins(before, after),
    }
}

/// Of `parts`, those that were joined to others in `wholes`, and where.
fn joins(parts: &[Cluster], wholes: &[Cluster]) -> Vec<(ClusterId, World)> {
    let join = |(part, whole): (&Cluster, Option<usize>)| {
        let whole = wholes.get(whole?)?;
        (whole.count > part.count).then_some((part.id, whole.centre))
    };
    let wholes_of_parts = parents(parts, wholes);
    parts.iter().zip(wholes_of_parts).filter_map(join).collect()
}

/// Who holds a position of the [`Matches`]: runs in order, each with the index of its cluster.
struct Holders(Vec<(Range<usize>, usize)>);

impl Holders {
    fn of(clusters: &[Cluster]) -> Self {
        let runs: Vec<(Range<usize>, usize)> = clusters
            .iter()
            .enumerate()
            .flat_map(|(index, cluster)| cluster.runs.iter().map(move |run| (run.clone(), index)))
            .collect();
        Self(order::by_key(runs, |(run, _)| run.start as u64))
    }

    /// The first run that ends after a position.
    fn run_after(&self, position: usize) -> Option<&(Range<usize>, usize)> {
        let next = self.0.partition_point(|(run, _)| run.end <= position);
        self.0.get(next)
    }

    fn holder_of(&self, position: usize) -> Option<usize> {
        let (run, index) = self.run_after(position)?;
        run.contains(&position).then_some(*index)
    }

    fn hold_some_of(&self, cluster: &Cluster) -> bool {
        let meets = |run: &Range<usize>| {
            let after = self.run_after(run.start);
            after.is_some_and(|(own, _)| own.start < run.end)
        };
        cluster.runs.iter().any(meets)
    }
}
