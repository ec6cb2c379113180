//! The browser: everything that touches the page, the network, the address or the clock.

mod app;
mod dom;
mod fetch;
mod focus;
mod links;
mod listing;
mod loading;
mod map;
mod page;
mod react;
mod row;
mod sheet_height;
mod sheet_tree;
mod url;

pub use app::run;
