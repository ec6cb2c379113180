//! `leviers`: for now only `leviers basemap IN OUT`.

use anyhow::{Result, bail};
use std::path::Path;

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["basemap", input, output] => {
            carte_leviers::tools::basemap::run(Path::new(input), Path::new(output))
        }
        _ => bail!("usage: leviers basemap IN OUT"),
    }
}
