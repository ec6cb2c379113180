//! What the map speaks of: initiatives and levers ([`domain`]), the address of the page ([`address`]), the files that the tool writes and
//! the browser reads ([`data`]), and the sentences of the screen ([`text`]).

#[macro_use]
pub mod domain;
pub mod address;
pub mod basemaps;
pub mod data;
mod drawer;
mod lang;
pub mod marks;
pub mod names;
pub mod text;

pub use drawer::DrawerHeight;
pub use lang::Lang;
