//! What the map does with 10,000, 100,000 and 1,000,000 points, natively: `cargo bench`, half a minute once compiled.
//!
//! Sorting and filtering must grow as the points do, or little more; clusters of a view and labels with what is on screen.

#![allow(missing_docs, clippy::unwrap_used, clippy::indexing_slicing)]

#[path = "../../engine/tests/support/towns.rs"]
mod towns;

use divan::{Bencher, black_box};
use engine::geo::{LonLat, mercator};
use engine::labels::{Placement, Room, TOWN};
use engine::{
    COARSE_RADIUS_PX, Camera, LabelCandidate, Matches, Point, PointSet, Px, Size, clusters,
};
use model::data::points::{Columns, snap};

const COUNTS: [usize; 3] = [10_000, 100_000, 1_000_000];
fn main() {
    divan::main();
}

fn set(count: usize) -> PointSet {
    let (keys, categories) = towns::columns(count, towns::exact);
    PointSet::from_sorted(keys, categories).unwrap()
}

fn camera(lon: f64, lat: f64, zoom: f64) -> Camera {
    let size = Size {
        width: 1280.0,
        height: 800.0,
    };
    Camera::new(mercator::project(LonLat::clamped(lon, lat)), zoom, size)
}

fn clustered(bencher: Bencher, count: usize, camera: Camera) {
    let matches: Matches = set(count).all();
    bencher.bench_local(|| clusters(black_box(&matches), &camera, COARSE_RADIUS_PX));
}

#[divan::bench(args = COUNTS)]
fn sort(bencher: Bencher, count: usize) {
    let points: Vec<Point> = (0..)
        .zip(towns::places(count))
        .map(|(item, (at, category))| Point::at(at, category, item))
        .collect();
    bencher.bench_local(|| PointSet::new(black_box(&points).iter().copied()));
}

#[divan::bench(args = COUNTS)]
fn decode(bencher: Bencher, count: usize) {
    let (keys, categories) = towns::columns(count, snap);
    let file = Columns::new(keys, categories).unwrap().encode();
    bencher.bench_local(|| Columns::decode(black_box(&file)));
}

/// The running sums of all points.
#[divan::bench(args = COUNTS)]
fn prefix_sums(bencher: Bencher, count: usize) {
    let set = set(count);
    bencher.bench_local(|| black_box(&set).all());
}

/// Those of the points of some initiatives.
#[divan::bench(args = COUNTS)]
fn filter_items(bencher: Bencher, count: usize) {
    let set = set(count);
    let (_, categories) = towns::columns(count, towns::exact);
    bencher.bench_local(|| {
        black_box(&set).matching(|item| 0b0010101 >> categories[item as usize] & 1 == 1)
    });
}

/// A filter of a layer, and the clusters of France that it leaves.
#[divan::bench(args = COUNTS)]
fn filter_classes(bencher: Bencher, count: usize) {
    let (mut matches, camera) = (set(count).all(), camera(2.5, 46.6, 6.0));
    bencher.bench_local(|| {
        matches.show(black_box(0b0010101));
        clusters(&matches, &camera, COARSE_RADIUS_PX)
    });
}

/// A query of cells: the clusters of a view.
#[divan::bench(args = COUNTS)]
fn clusters_france(bencher: Bencher, count: usize) {
    clustered(bencher, count, camera(2.5, 46.6, 6.0));
}

#[divan::bench(args = COUNTS)]
fn clusters_paris(bencher: Bencher, count: usize) {
    clustered(bencher, count, camera(2.35, 48.86, 13.0));
}

/// As many labels wanted as points in a view of Paris, 2,000 at most, around the marks of its clusters.
#[divan::bench(args = COUNTS)]
fn label_placement(bencher: Bencher, count: usize) {
    let camera = camera(2.35, 48.86, 13.0);
    let marks: Vec<_> = clusters(&set(count).all(), &camera, COARSE_RADIUS_PX)
        .iter()
        .map(|cluster| {
            let size = Size {
                width: 28.0,
                height: 28.0,
            };
            engine::Rect::centred(camera.project(cluster.centre), size)
        })
        .collect();
    let places = towns::places(count).into_iter();
    let mut seen: Vec<_> = places
        .map(|(at, rank)| (rank, camera.project(mercator::project(at))))
        .filter(|(_, Px { x, y })| (0.0..1280.0).contains(x) && (0.0..800.0).contains(y))
        .take(2000)
        .collect();
    seen.sort_by_key(|&(rank, _)| rank);
    let candidates: Vec<LabelCandidate> = (0..)
        .zip(seen)
        .map(|(id, (_, anchor))| LabelCandidate {
            id,
            anchor,
            size: Size {
                width: 70.0,
                height: 16.0,
            },
            dot: 2.0,
            gaps: [Some(8.0), None],
            spots: TOWN,
            reach: 0.0,
        })
        .collect();
    let room = Room {
        frame: engine::Rect::between(
            Px { x: 0.0, y: 0.0 },
            Px {
                x: 1280.0,
                y: 800.0,
            },
        ),
        marks: &marks,
        margin: 2.0,
    };
    let mut placement = Placement::default();
    bencher.bench_local(|| {
        placement.place(black_box(&candidates).iter().copied(), &room);
        placement.labels().len()
    });
}
