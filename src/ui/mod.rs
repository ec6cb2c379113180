//! What is on screen.

mod column;
pub mod controls;
pub mod drawer;
mod filters;
mod list;
pub mod listing;
mod nothing;
mod notices;
pub mod page;
mod panel;
pub mod reactive;
mod row;
pub mod sheet_tree;

pub use column::Column;
pub use notices::Notices;
