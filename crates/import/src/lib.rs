//! Reads the file an authority has, whatever its format: from bytes to rows that are placed and checked, and a report of every one that is
//! not. Pure functions: no disk, no browser, so that a page can run them too.
//!
//! The way of a file: [`open`] tells its kind, [`Import::of`] reads its table (`bytes`, `header`), recognises what it holds (`schema`), finds
//! where its rows are (`place`) and checks their cells (`check`, `values`). [`leave`] has what comes out.

mod bytes;
mod check;
mod gzip;
mod header;
mod import;
pub mod leave;
mod mend;
mod merged;
mod notes;
mod place;
mod problem;
mod report;
mod rule;
mod schema;
mod summary;
mod table;
mod understood;
mod uses;
mod values;

pub use bytes::{MAX_BYTES, Opened, open, open_as};
pub use gzip::{Burst, inflated};
pub use import::{Import, Options, Point, Told};
pub use mend::Mend;
pub use place::{Precision, System, Tolerance, is_known_system, named_grids};
pub use problem::{Level, Problem};
pub use report::Report;
pub use rule::Rule;
pub use schema::{CHOICES, Field, Role, Schema, all as schemas};
pub use summary::Summary;
pub use table::{Format, Row, Table};
pub use uses::{Use, use_of};
