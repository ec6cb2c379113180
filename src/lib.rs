//! La carte des leviers: social economy initiatives in France, and the lever the local authority used for each.
//!
//! Rooms, from the inside out: [`domain`], [`geo`], [`data`], [`map`] and [`text`] know nothing of the browser or the disk;
//! `view` renders with Leptos; `web` is the browser; `tools` is the native tool. See `docs/ARCHITECTURE.md`.

#[macro_use]
pub mod domain;
pub mod address;
pub mod data;
pub mod decimal;
pub mod geo;
pub mod map;
pub mod order;
pub mod rows;
pub mod text;
#[cfg(feature = "tools")]
pub mod tools;
#[cfg(feature = "view")]
pub mod view;
#[cfg(feature = "web")]
pub mod web;
