//! What is on screen, as Leptos components. They know the state and the sentences, not the browser: links are plain links,
//! and `web` turns a click on one into a change of state.

mod column;
mod filters;
mod icons;
mod list;
mod loadable;
mod notices;
mod panel;
pub mod reactive;
pub mod sheet;
mod store;

pub use column::Column;
pub use icons::{Sprite, category_symbol_id};
pub use list::{IN_VIEW_ID, OUT_OF_VIEW_ID};
pub use loadable::Loadable;
pub use notices::{Notice, Notices};
pub use panel::Fill;
pub use store::{Listed, SheetHeight, Store, ViewBounds};
