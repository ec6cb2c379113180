//! Clusters: what is shown instead of points too close to tell apart.
//!
//! A zoom's clusters depend on the points and on that zoom alone, not on the view: moving the map never changes them.

use super::camera::{Camera, MAX_ZOOM, TILE_PX, world_px};
use super::grid::{self, Occupied};
use super::matches::{CLASSES, Matches, Sums};
use super::merge::{self, Fate, Node};
use crate::exponential::exp2;
use crate::geo::morton::{self, Square};
use crate::geo::{Fixed, World, WorldBounds};
use crate::order;
use std::fmt;
use std::ops::Range;

/// Radius of clusters of few points that are each worth a mark of their own, in pixels.
pub const FINE_RADIUS_PX: f64 = 44.0;

/// Radius of clusters of many points, of which the number matters more than each, in pixels.
pub const COARSE_RADIUS_PX: f64 = 80.0;

/// Radius of the largest marks that [`super::scene`] draws: clusters this far outside the screen are still seen.
const MARK_PX: f64 = 28.0;

/// How far around the bounds to look first, in radii. Rarely too little; then the search is repeated with twice the margin.
const FIRST_MARGIN: f64 = 7.0;

/// Points shown as one mark.
#[derive(Clone, Debug, PartialEq)]
pub struct Cluster {
    /// Stable while the cluster exists, whatever the view.
    pub id: ClusterId,
    /// A point, a cluster that opens when zoomed into, or a pile that does not.
    pub kind: ClusterKind,
    /// How many points.
    pub count: u32,
    /// How many points of each class.
    pub by_class: [u32; CLASSES],
    /// The mean of their places.
    pub centre: World,
    /// Positions of its points in the [`Matches`], as ascending runs of which no two touch.
    pub runs: Vec<Range<usize>>,
}

/// Identifies a cluster, for instance to keep the focus on it while the map moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ClusterId {
    /// Everything at one place, by its Morton key: the same at every zoom.
    Place(u64),
    /// Several places, by the zoom and the Morton key of the cell that the others joined.
    Cell(u8, u64),
}

/// What there is to do with a cluster.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClusterKind {
    /// One point, of this item.
    Point(u32),
    /// Several places: zooming in tells them apart.
    Cluster,
    /// Several points that no zoom tells apart: spread them (see [`super::pile`]).
    Pile,
}

impl ClusterKind {
    /// What it is where the camera may come no closer: a cluster is a pile there.
    pub const fn closest(self) -> Self {
        match self {
            Self::Cluster => Self::Pile,
            other => other,
        }
    }
}

/// The clusters that a camera sees, in the order of the Morton keys of their first points.
pub fn clusters(matches: &Matches, camera: &Camera, radius_px: f64) -> Vec<Cluster> {
    clusters_within(matches, sight(camera), camera.whole_zoom(), radius_px)
}

/// Returns the bounds that hold the centre of every mark of which a part is on screen.
pub(super) fn sight(camera: &Camera) -> WorldBounds {
    camera.bounds().padded(MARK_PX / camera.scale())
}

/// Returns the clusters of a whole zoom whose centre is in `bounds`. A cluster takes the points within `radius_px` of its seed, half of
/// that at the closest zoom. Reads only the cells in `bounds` and a few radii around.
pub fn clusters_within(
    matches: &Matches,
    bounds: WorldBounds,
    zoom: u8,
    radius_px: f64,
) -> Vec<Cluster> {
    let grid = Grid::new(zoom, radius_px);
    let mut margin = FIRST_MARGIN;
    loop {
        let window = bounds.padded(margin * grid.radius);
        let cells = grid.cells(matches, window);
        let fates = grid.fates(&cells, window);
        if grid.certain(&cells, &fates, bounds) {
            let mut clusters = gather(matches, &cells, &fates, zoom);
            clusters.retain(|cluster| bounds.contains(cluster.centre));
            return clusters;
        }
        margin *= 2.0;
    }
}

/// Squares at most as wide as the radius, and more than half of it.
struct Grid {
    level: u8,
    /// How many cells a radius may span.
    span: u32,
    /// In widths of the world.
    radius: f64,
}

struct Cell {
    occupied: Occupied,
    sums: Sums,
}

impl Grid {
    fn new(zoom: u8, radius_px: f64) -> Self {
        let closest = f64::from(zoom) >= MAX_ZOOM;
        let radius_px = if closest { radius_px / 2.0 } else { radius_px }.clamp(1.0, TILE_PX);
        let splits = (TILE_PX / radius_px).log2().ceil();
        let cell_px = TILE_PX / exp2(splits);
        Self {
            level: (zoom + splits as u8).min(morton::MAX_LEVEL),
            span: (radius_px / cell_px).ceil() as u32,
            radius: radius_px / world_px(f64::from(zoom)),
        }
    }

    fn fates(&self, cells: &[Cell], window: WorldBounds) -> Vec<Fate> {
        let inside = window.padded(-self.radius);
        let nodes: Vec<Node> = cells.iter().map(|cell| cell.node(inside)).collect();
        let radius = (self.radius * Fixed::UNITS) as i64;
        merge::fates(&nodes, radius, self.span)
    }

    /// Whether no cell in doubt can change a cluster whose centre is in `bounds`. Its seed is at most one radius away, its other cells
    /// two, and seeds that those might have joined three.
    fn certain(&self, cells: &[Cell], fates: &[Fate], bounds: WorldBounds) -> bool {
        let near = bounds.padded(3.0 * self.radius);
        let doubts = cells
            .iter()
            .zip(fates)
            .filter(|(_, fate)| **fate == Fate::Doubt);
        doubts
            .into_iter()
            .all(|(cell, _)| !near.contains(cell.sums.centre()))
    }

    /// The cells that meet `bounds`, row by row.
    fn cells(&self, matches: &Matches, bounds: WorldBounds) -> Vec<Cell> {
        let sum = |occupied: Occupied| Cell {
            sums: matches.sums(occupied.run.clone()),
            occupied,
        };
        let found = grid::occupied(matches.keys(), self.level, bounds);
        let cells = found.into_iter().map(sum);
        // Some hold hidden points alone.
        let cells: Vec<Cell> = cells.filter(|cell| cell.sums.count > 0).collect();
        order::by_key(cells, |cell| {
            order::pair(cell.occupied.square.y, cell.occupied.square.x)
        })
    }
}

impl Cell {
    fn node(&self, inside: WorldBounds) -> Node {
        let Square { x, y, .. } = self.occupied.square;
        let mean = |sum: u64| (sum / u64::from(self.sums.count.max(1))) as i64;
        Node {
            cell: (y, x),
            at: (mean(self.sums.x), mean(self.sums.y)),
            rank: density(self.sums.count) | shuffled(self.key()) >> 4,
            edge: !inside.contains(self.sums.centre()),
        }
    }

    fn key(&self) -> u64 {
        *self.occupied.square.keys().start()
    }
}

/// Density in the four highest bits, by factors of four: finer steps would make long chains of ever denser neighbours, each in doubt
/// until the last is known.
fn density(count: u32) -> u64 {
    u64::from(count.checked_ilog2().unwrap_or(0) / 2) << 60
}

/// A one-to-one shuffle, the finaliser of SplitMix64 (Steele, Lea, Flood, OOPSLA 2014), to break ties without favouring a
/// side of the map.
fn shuffled(key: u64) -> u64 {
    let key = (key ^ (key >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let key = (key ^ (key >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    key ^ (key >> 31)
}

/// Sums up the cells of each seed.
fn gather(matches: &Matches, cells: &[Cell], fates: &[Fate], zoom: u8) -> Vec<Cluster> {
    let mut groups: Vec<(Sums, Vec<Range<usize>>)> = vec![Default::default(); cells.len()];
    for (index, (cell, fate)) in cells.iter().zip(fates).enumerate() {
        let owner = match fate {
            Fate::Seed => index,
            Fate::Joined(seed) => *seed,
            Fate::Doubt => continue,
        };
        if let Some((sums, runs)) = groups.get_mut(owner) {
            *sums += cell.sums;
            runs.push(cell.occupied.run.clone());
        }
    }
    let owned = cells.iter().zip(groups);
    let clusters: Vec<Cluster> = owned
        .filter(|(_, (_, runs))| !runs.is_empty())
        .map(|(seed, (sums, runs))| cluster(matches, seed, sums, joined(runs), zoom))
        .collect();
    order::by_key(clusters, |cluster| cluster.first() as u64)
}

fn cluster(
    matches: &Matches,
    seed: &Cell,
    sums: Sums,
    runs: Vec<Range<usize>>,
    zoom: u8,
) -> Cluster {
    let keys = |run: &Range<usize>| matches.keys_of(run.clone());
    let first = runs.first().and_then(|run| keys(run).next());
    let last = runs.last().and_then(|run| keys(run).next_back());
    let one_place = first.filter(|_| first == last);
    let item = runs
        .first()
        .and_then(|run| matches.items(run.clone()).next());
    let closest = f64::from(zoom) >= MAX_ZOOM;
    Cluster {
        id: one_place.map_or(ClusterId::Cell(zoom, seed.key()), ClusterId::Place),
        kind: match item {
            Some(item) if sums.count == 1 => ClusterKind::Point(item),
            _ if one_place.is_some() || closest => ClusterKind::Pile,
            _ => ClusterKind::Cluster,
        },
        count: sums.count,
        by_class: sums.by_class,
        centre: sums.centre(),
        runs,
    }
}

/// Sorts runs and joins those that touch.
fn joined(mut runs: Vec<Range<usize>>) -> Vec<Range<usize>> {
    runs = order::by_key(runs, |run| run.start as u64);
    runs.dedup_by(|next, run| {
        let touches = run.end == next.start;
        if touches {
            run.end = next.end;
        }
        touches
    });
    runs
}

impl Cluster {
    /// Returns the items of its points. An item with several places here comes several times.
    pub fn items<'a>(&self, matches: &'a Matches) -> impl Iterator<Item = u32> + use<'a, '_> {
        self.runs.iter().flat_map(|run| matches.items(run.clone()))
    }

    /// The smallest rectangle around its points.
    pub fn bounds(&self, matches: &Matches) -> WorldBounds {
        let places = self.runs.iter().flat_map(|run| matches.places(run.clone()));
        WorldBounds::around(places).unwrap_or(WorldBounds::between(self.centre, self.centre))
    }

    /// The position of its first point in the [`Matches`].
    pub fn first(&self) -> usize {
        self.runs.first().map_or(0, |run| run.start)
    }
}

impl fmt::Display for ClusterId {
    /// A name that may serve as an HTML id: `p…` for a place, `c…` for a cell.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Place(key) => write!(f, "p{key:x}"),
            Self::Cell(zoom, key) => write!(f, "c{zoom}-{key:x}"),
        }
    }
}
