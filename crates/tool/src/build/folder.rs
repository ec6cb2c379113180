//! Writing to disk: each file appears whole, and what a former build left is removed.

use super::OutputFile;
use anyhow::{Context, Result};
use model::Lang;
use model::domain::TargetKind;
use std::{
    collections::BTreeSet,
    fs, io,
    path::{Path, PathBuf},
};

/// Writes the files, then removes obsolete records. Gives the number removed.
pub fn write(out: &Path, files: &[OutputFile]) -> Result<usize> {
    let kinds = TargetKind::ALL.iter().map(|kind| kind.folder());
    let folders: Vec<PathBuf> = Lang::ALL
        .iter()
        .flat_map(|lang| kinds.clone().map(|kind| out.join(lang.id()).join(kind)))
        .collect();
    write_all(out, files)?;
    remove_obsolete(out, &folders, "bin", files)
}

/// Writes the pages, then removes those that are no more. The folder is the pages' own. Gives the number removed.
pub fn write_pages(out: &Path, files: &[OutputFile]) -> Result<usize> {
    write_all(out, files)?;
    remove_obsolete(out, &[out.to_owned()], "html", files)
}

/// Writes the files of a layer of points, in this order, then removes those of names that are no more. The folder is the layer's own.
/// Gives the number removed.
pub fn write_layer(out: &Path, files: &[OutputFile]) -> Result<usize> {
    write_all(out, files)?;
    remove_obsolete(out, &[out.to_owned()], "bin", files)
}

fn write_all(out: &Path, files: &[OutputFile]) -> Result<()> {
    for file in files {
        let path = out.join(&file.path);
        write_whole(&path, &file.bytes)
            .with_context(|| format!("Impossible d'écrire {}", path.display()))?;
    }
    Ok(())
}

/// Removes the files of these folders, and of those inside, that have this extension and were not written.
fn remove_obsolete(
    out: &Path,
    folders: &[PathBuf],
    extension: &str,
    files: &[OutputFile],
) -> Result<usize> {
    let wanted: BTreeSet<PathBuf> = files.iter().map(|file| out.join(&file.path)).collect();
    let mut removed = 0;
    for folder in folders {
        for path in files_in(folder, extension)? {
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

fn files_in(folder: &Path, extension: &str) -> Result<Vec<PathBuf>> {
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let unreadable = || format!("Impossible de lire {}", folder.display());
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder).with_context(unreadable)? {
        let path = entry.with_context(unreadable)?.path();
        if path.is_dir() {
            paths.extend(files_in(&path, extension)?);
        } else if path.extension().is_some_and(|found| found == extension) {
            paths.push(path);
        }
    }
    Ok(paths)
}
