//! Bridges to the browser: the page, the network, the address, the clock.

pub mod dom;
pub mod fetch;
pub mod focus;
pub mod links;
pub mod react;
pub mod url;
