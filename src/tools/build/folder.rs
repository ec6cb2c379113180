//! Writing to disk: each file appears whole, and what a former build left is removed.

use super::OutputFile;
use crate::address::Lang;
use crate::domain::TargetKind;
use anyhow::{Context, Result};
use std::{
    collections::BTreeSet,
    fs, io,
    path::{Path, PathBuf},
};

/// Writes the files, then removes obsolete records. Gives the number removed.
pub fn write(out: &Path, files: &[OutputFile]) -> Result<usize> {
    for file in files {
        let path = out.join(&file.path);
        write_whole(&path, &file.bytes)
            .with_context(|| format!("Impossible d'écrire {}", path.display()))?;
    }
    let wanted: BTreeSet<PathBuf> = files.iter().map(|file| out.join(&file.path)).collect();
    let mut removed = 0;
    // A record in the folder of a kind of sheet that no sheet gave is obsolete.
    let kinds = TargetKind::ALL.iter().map(|kind| kind.folder());
    let folders = Lang::ALL
        .iter()
        .flat_map(|lang| kinds.clone().map(|kind| out.join(lang.id()).join(kind)));
    for folder in folders {
        for path in records_in(&folder)? {
            if !wanted.contains(&path) {
                fs::remove_file(&path)
                    .with_context(|| format!("Impossible de retirer {}", path.display()))?;
                removed += 1;
            }
        }
    }
    Ok(removed)
}

/// Writes beside, then renames: nobody reads half a file.
fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    // What has not changed keeps its date: the app is not built again for it.
    if fs::read(path).is_ok_and(|there| there == bytes) {
        return Ok(());
    }
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent)?;
    }
    let mut temporary = path.as_os_str().to_owned();
    temporary.push(".tmp");
    fs::write(&temporary, bytes)?;
    fs::rename(&temporary, path)
}

fn records_in(folder: &Path) -> Result<Vec<PathBuf>> {
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let unreadable = || format!("Impossible de lire {}", folder.display());
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder).with_context(unreadable)? {
        let path = entry.with_context(unreadable)?.path();
        if path.extension().is_some_and(|extension| extension == "bin") {
            paths.push(path);
        }
    }
    Ok(paths)
}
