//! The native tool: checks what editors write and builds what the browser loads. Never part of the browser's program.

mod basemap;
mod build;
mod check;
mod cli;
mod disk;
pub mod find;
mod folder;
mod gzip;
mod importing;
mod new;
pub mod pages;
mod particle;
mod pictures;
mod points;
mod project;
mod say;
mod section;
mod sheet;
mod site;
mod stats;
mod territory_path;
mod text;
mod watch;

pub use build::{Built, Links, MadeOf, PagesTo, build, build_site};
pub use check::{check_folder, check_sources};
pub use cli::run;
pub use folder::{Folder, open_gazetteer, read_folder, scan};
pub use importing::{ImportOptions, import_file};
pub use new::{new_sheet, skeleton};
pub use pages::FirstBasemap;
pub use points::{PointsOptions, Written, make_points};
pub use stats::Stats;
