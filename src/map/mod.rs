//! The map as data: camera, gestures, clusters, labels, scene. No browser.

pub mod camera;
pub mod cluster;
pub mod grid;
pub mod intent;
pub mod matches;
pub mod merge;
pub mod points;
pub mod screen;

pub use camera::{Camera, MAX_ZOOM, MIN_ZOOM};
pub use cluster::{Cluster, ClusterId, ClusterKind, clusters, clusters_within};
pub use intent::Intent;
pub use matches::{LEVERS, Matches};
pub use points::{Point, PointSet};
pub use screen::{Insets, Px, Rect, Size};
