//! Where a row is: its coordinates, its commune, or the authority that it names.

mod angle;
mod commune;
mod conic;
mod coordinates;
mod directory;
mod found;
mod geometry;
mod grid;
mod ground;
mod mercator;
mod placer;
mod seat;
mod system;
mod transverse;
mod wkb;
mod written;

pub use coordinates::Tolerance;
pub use directory::Directory;
pub use grid::named as named_grids;
pub use placer::{Asking, Place, Placer, Precision};
pub use system::{System, is_known as is_known_system};
