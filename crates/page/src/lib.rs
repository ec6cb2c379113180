//! Bridges to the DOM that know nothing of the app. What a page may lack gives `None`, never a panic.

pub mod dom;
mod template;

pub use template::{Parts, Slot, Template};
