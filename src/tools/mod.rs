//! The native tool: checks what editors write and builds what the browser loads. Never part of the browser's program.

mod acronyms;
mod across;
mod basemap;
mod build;
mod check;
mod cli;
mod content;
mod fold;
mod folder;
mod gazetteer;
mod nearest;
mod new;
pub mod pages;
mod points;
mod problem;
mod reading;
mod rule;
mod sheet_files;
mod sheets;
mod sources;
mod stats;
mod watch;

pub use build::{Built, Links, build, build_pages};
pub use check::check_folder;
pub use cli::run;
pub use content::{Content, Read, read_content};
pub use folder::{RawFile, read_folder};
pub use gazetteer::Gazetteer;
pub use new::{new_sheet, skeleton};
pub use points::{PointsOptions, Written, make_points};
pub use problem::{Problem, Report};
pub use rule::Rule;
pub use sources::{Texts, check_sources, check_texts};
pub use stats::Stats;
