//! Bridges to the browser: the page, the network, the address, the clock.

pub mod fetch;
pub mod focus;
pub mod links;
pub mod pointing;
pub mod react;
pub mod url;

pub use page::dom;
