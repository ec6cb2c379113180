//! What both the app and the tool render: each thing on screen is written once, here.

mod icons;

pub use icons::{CategoryIcon, Sprite, category_symbol_id};

/// Id of the heading of the open sheet. The focus goes there when it opens.
pub const SHEET_HEADING_ID: &str = "fiche";
