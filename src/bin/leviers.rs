//! The tool: checks and builds the content. Placeholder, only there to prove the build.

fn main() -> anyhow::Result<()> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match words.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["build", "content", out] => Ok(std::fs::create_dir_all(out)?),
        ["check", "content", ..] => Ok(()),
        _ => anyhow::bail!("usage: leviers build content OUT | leviers check content [--sources DIR]"),
    }
}
