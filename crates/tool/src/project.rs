//! The folders that commands read and write when none is named: those of the project, wherever the command is typed.

use std::env;
use std::path::{Path, PathBuf};

/// Where `./leviers` says the project is. Without it, the project is where the command is run.
const ROOT: &str = "LEVIERS_ROOT";

/// A file or folder of the project, or of the archive that the tool came in. Its path is short when the command is typed in its folder.
pub fn in_project(path: &str) -> PathBuf {
    let root = env::var_os(ROOT).map(PathBuf::from).or_else(of_archive);
    let is_here = |root: &PathBuf| env::current_dir().is_ok_and(|here| same(&here, root));
    match root.filter(|root| !is_here(root)) {
        Some(root) => root.join(path),
        None => path.into(),
    }
}

/// The folder of the tool itself, when the app is beside it.
fn of_archive() -> Option<PathBuf> {
    let tool = env::current_exe().ok()?.canonicalize().ok()?;
    let folder = tool.parent()?;
    let has_app = folder.join(APP).join("app.json").exists();
    has_app.then(|| folder.to_owned())
}

/// Where the built app is in the archive of a release.
pub const APP: &str = "app";

fn same(one: &Path, other: &Path) -> bool {
    let real = |path: &Path| path.canonicalize().ok();
    one == other || real(one).is_some_and(|one| real(other) == Some(one))
}
