//! What is on screen.

mod asked;
mod column;
pub mod controls;
pub mod drawer;
mod filters;
mod first;
mod folded;
mod key;
mod list;
pub mod list_scroll;
pub mod listing;
mod nothing;
mod notices;
pub mod page;
mod panel;
pub mod reactive;
mod row;
pub mod sheet_tree;
pub mod streets;

pub use column::Column;
pub use notices::Notices;
