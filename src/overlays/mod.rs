//! What lies over the basemap.

pub mod initiatives;
pub mod layers;
pub mod subject;
