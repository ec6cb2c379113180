//! Pure geographic maths: degrees, Web Mercator, bounds, Morton keys, boundary arcs.

pub mod bounds;
pub mod lonlat;
pub mod mercator;
pub mod morton;

pub use bounds::{LonLatBounds, WorldBounds};
pub use lonlat::{LonLat, OutOfRange};
pub use mercator::{Fixed, World};
