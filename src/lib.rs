//! La carte des leviers: social economy initiatives in France, and the lever the local authority used for each.
//!
//! Rooms, from the inside out: [`domain`], [`geo`], [`data`], [`search`] and [`map`] know nothing of the browser or the disk;
//! `view` renders with Leptos; `web` is the browser; `tools` is the native tool. See `docs/ARCHITECTURE.md`.

#[macro_use]
pub mod domain;
pub mod address;
pub mod data;
pub mod geo;
pub mod map;
#[cfg(feature = "tools")]
pub mod tools;
