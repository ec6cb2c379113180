//! `leviers`: checks and builds the content of the map.

use std::process::ExitCode;

fn main() -> ExitCode {
    tool::run()
}
