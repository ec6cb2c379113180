//! What a frame of a moving map asks of memory: nothing, as long as it shows the same clusters, however many points there are.

#![allow(clippy::unwrap_used)]

#[path = "support/towns.rs"]
mod towns;

use allocation_counter::measure;
use engine::flight::Motion;
use engine::geo::{LonLat, mercator};
use engine::transform::Translate;
use engine::{Camera, Cluster, Clusterer, FINE_RADIUS_PX, Flight, PointSet, Size};
use std::fmt::Write;

const FRAME_MS: f64 = 16.0;

/// A map of 100,000 points around the middle of France, and the clusters that it shows.
fn map() -> (Clusterer, Camera, Vec<Cluster>) {
    let (keys, categories) = towns::columns(100_000, towns::exact);
    let mut clusterer = Clusterer::new(
        PointSet::from_sorted(keys, categories).unwrap().all(),
        FINE_RADIUS_PX,
    );
    let size = Size {
        width: 1280.0,
        height: 800.0,
    };
    let camera = Camera::new(mercator::project(LonLat::clamped(2.5, 46.6)), 5.1, size);
    let known = clusterer.seen(&camera).cloned().collect();
    (clusterer, camera, known)
}

#[test]
fn a_frame_with_the_same_clusters_allocates_nothing() {
    let (mut clusterer, camera, known) = map();
    // Nearer, so that nothing comes into view, and not as near as the next whole level.
    let flight = Flight::new(camera, camera.with_zoom(5.8), Motion::Full);
    let frames = (flight.duration_ms() / FRAME_MS) as u32;
    assert!(frames > 5, "{frames} frames");
    let mut style = String::with_capacity(100);
    let asked = measure(|| {
        for frame in 0..=frames {
            let (camera, _) = flight.after(f64::from(frame) * FRAME_MS);
            assert!(clusterer.sees_no_other(&camera, &known));
            for cluster in &known {
                let px = camera.project(cluster.centre);
                style.clear();
                write!(style, "{}", Translate(px)).unwrap();
            }
        }
    });
    assert_eq!(asked.count_total, 0);
}

#[test]
fn other_clusters_are_what_costs_memory() {
    let (mut clusterer, camera, known) = map();
    let near = camera.with_zoom(9.0);
    let asked = measure(|| assert!(!clusterer.sees_no_other(&near, &known)));
    assert!(asked.count_total > 0);
}
