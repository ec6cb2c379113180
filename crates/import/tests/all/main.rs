//! Files as people hand them over, through the whole way of an import, with the real gazetteer.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

mod books;
mod cases;
mod formats;
mod golden;
mod leaves;
mod places;
mod random;
mod safety;
mod speed;
mod support;
