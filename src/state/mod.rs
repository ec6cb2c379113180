//! The state of the screen, and what fills it.

pub mod edition;
mod loadable;
pub mod loading;
mod notice;
mod store;

pub use loadable::Loadable;
pub use notice::{Lack, Notice};
pub use store::{Store, store};
