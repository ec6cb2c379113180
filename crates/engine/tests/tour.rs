//! Five stops of a tour over 20,000 points: the clusters seen at each, as data, compared with a file.
//!
//! When a change is meant: `LEVIERS_UPDATE_GOLDEN=1 cargo test --profile tool -p leviers-engine --test tour`, then read the difference.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

#[path = "support/towns.rs"]
mod towns;

use engine::geo::{LonLat, mercator};
use engine::{COARSE_RADIUS_PX, Camera, Cluster, ClusterKind, Clusterer, PointSet, Size, clusters};
use std::fmt::Write;
use std::{env, fs, path::Path};

fn camera(lon: f64, lat: f64, zoom: f64) -> Camera {
    let size = Size {
        width: 400.0,
        height: 300.0,
    };
    Camera::new(mercator::project(LonLat::clamped(lon, lat)), zoom, size)
}

fn stops() -> [(&'static str, Camera); 5] {
    let (france, paris) = (camera(2.5, 46.6, 5.0), camera(2.35, 48.86, 13.0));
    [
        ("France", france),
        ("Paris", paris),
        ("Paris, a little further", paris.pan_by(-150.0, 90.0)),
        ("Lyon", camera(4.84, 45.76, 11.0)),
        ("France again", france),
    ]
}

/// One line a cluster: kind, count, count of each category, centre in degrees.
fn line(cluster: &Cluster) -> String {
    let kind = match cluster.kind {
        ClusterKind::Point(_) => "point",
        ClusterKind::Cluster => "cluster",
        ClusterKind::Pile => "pile",
    };
    let at = mercator::unproject(cluster.centre);
    let counts = cluster.by_class.map(|count| count.to_string()).join(" ");
    format!(
        "{kind} {} ({counts}) at {:.4} {:.4}",
        cluster.count,
        at.lon(),
        at.lat()
    )
}

#[test]
fn the_tour_is_as_expected() {
    let (keys, categories) = towns::columns(20_000, towns::exact);
    let set = PointSet::from_sorted(keys, categories).unwrap();
    let mut clusterer = Clusterer::new(set.all(), COARSE_RADIUS_PX);
    let mut scene = String::new();
    let mut stories = Vec::new();
    for (name, camera) in stops() {
        let seen: Vec<Cluster> = clusterer.seen(&camera).cloned().collect();
        assert_eq!(
            seen,
            clusters(clusterer.matches(), &camera, COARSE_RADIUS_PX)
        );
        let lines: String = seen.iter().map(|cluster| line(cluster) + "\n").collect();
        writeln!(scene, "# {name}\n{lines}").unwrap();
        stories.push(lines);
    }
    assert_eq!(
        stories.first(),
        stories.last(),
        "coming back shows the same"
    );
    let expected = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/expected/tour.txt");
    if env::var_os("LEVIERS_UPDATE_GOLDEN").is_some() {
        fs::write(&expected, &scene).unwrap();
    }
    assert_eq!(scene, fs::read_to_string(expected).unwrap());
}
