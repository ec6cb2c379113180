//! `leviers`: checks and builds the content of the map.

use std::process::ExitCode;

fn main() -> ExitCode {
    carte_leviers::tools::run()
}
