//! Where a row is: its coordinates, its commune, or the authority that it names.

mod angle;
mod commune;
mod conic;
mod coordinates;
mod directory;
mod found;
mod geometry;
mod grid;
mod placer;
mod seat;
mod transverse;
mod wkb;
mod written;

pub use coordinates::Tolerance;
pub use directory::Directory;
pub use placer::{Place, Placer, Precision};
