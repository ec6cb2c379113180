//! The map as data: camera, gestures, clusters, labels, scene. No browser.
//!
//! Events become [`Intent`]s ([`gesture`], [`keyboard`], [`wheel`]); intents make one [`Camera`] of another, at once or along a
//! [`Flight`] or a [`Glide`]; a camera and the [`Matches`] of a filter give [`Cluster`]s ([`Clusterer`]), which [`scene`] puts in
//! order and gives a radius and the arcs of a ring.

pub mod camera;
pub mod cluster;
mod clusterer;
mod control;
pub mod decimal;
pub mod expand;
pub mod exponential;
pub mod flight;
pub mod frame;
pub mod geo;
pub mod gesture;
mod grid;
pub mod inertia;
pub mod input;
pub mod intent;
pub mod keyboard;
pub mod labels;
pub mod mark;
pub mod matches;
mod merge;
mod movement;
pub mod opening;
pub mod order;
mod pace;
pub mod pile;
pub mod points;
pub mod rows;
pub mod scale;
pub mod scene;
pub mod screen;
pub mod sine;
mod smooth_path;
pub mod transform;
pub mod union;
pub mod views;
mod way_back;
pub mod wheel;

pub use camera::{Camera, MAX_ZOOM, MIN_ZOOM};
pub use cluster::{
    COARSE_RADIUS_PX, Cluster, ClusterId, ClusterKind, FINE_RADIUS_PX, clusters, clusters_within,
};
pub use clusterer::Clusterer;
pub use control::{Control, Outcome, Setting};
pub use expand::{Kinship, expansion_zoom, kinship, opening, parents};
pub use flight::{Flight, Motion};
pub use gesture::Gestures;
pub use inertia::Glide;
pub use input::{
    Captured, Modifiers, PointerInput, PointerKind, PointerType, Reaction, WheelInput, WheelMode,
};
pub use intent::Intent;
pub use labels::{LabelCandidate, PlacedLabel, Placement};
pub use matches::{CLASSES, Matches};
pub use movement::Movement;
pub use pace::Pace;
pub use points::{Point, PointSet, memory};
pub use scale::{ScaleBar, scale_bar};
pub use scene::{Parts, RingArc, Tone, ring_arcs};
pub use screen::{Insets, Px, Rect, Size};
pub use union::{MAX_LAYERS, alone, layer_of, union};
pub use views::{NamedView, VIEWS};
pub use way_back::WayBack;
