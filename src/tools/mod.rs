//! The native tool: it may read the disk and be generous with dependencies.

pub mod basemap;
