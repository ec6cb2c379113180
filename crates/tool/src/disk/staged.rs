//! Many files into folders that others share: each is written beside, then all are put in place.

use super::lock::lock_all;
use super::{Beside, OutputFile, create, entries, is_there, name_of, remove_leftovers, write};
use anyhow::{Context, Result};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The files of a folder.
pub struct Output<'a> {
    /// The folder.
    pub root: &'a Path,
    /// All its files.
    pub files: &'a [OutputFile],
    /// The folders, inside or the root itself, where files of this extension that are not among these are obsolete.
    pub owned: Vec<PathBuf>,
    /// That extension; `None` for all files. Hidden ones are the host's (`.htaccess`), and stay.
    pub extension: Option<&'static str>,
}

/// Writes the files of all these folders, puts them in place, then removes those that are obsolete. Files that have not changed keep
/// their date: the app is not built again for them. Returns how many were removed from each folder.
///
/// # Errors
/// When a file cannot be written: then none has been replaced. When one cannot be put in place or removed.
pub fn put(outputs: &[Output<'_>]) -> Result<Vec<usize>> {
    for output in outputs {
        create(output.root)?;
    }
    let _locks = lock_all(outputs.iter().map(|output| output.root))?;
    for output in outputs {
        remove_leftovers(output.root, "")?;
        remove_older_leftovers(output)?;
    }
    let staged = outputs
        .iter()
        .map(Staged::write)
        .collect::<Result<Vec<_>>>()?;
    staged.iter().try_for_each(Staged::put_in_place)?;
    // Nothing of them may be taken for an obsolete file.
    drop(staged);
    outputs.iter().map(remove_obsolete).collect()
}

/// The files of a folder that have changed, written beside.
struct Staged<'a> {
    root: &'a Path,
    beside: Beside,
    changed: Vec<&'a OutputFile>,
}

impl<'a> Staged<'a> {
    fn write(output: &Output<'a>) -> Result<Self> {
        let root = output.root;
        let beside = Beside::new(root, "")?;
        let changed = output.files.iter();
        let changed: Vec<&OutputFile> = changed
            .filter(|file| !is_there(&root.join(&file.path), &file.bytes))
            .collect();
        for file in &changed {
            write(&beside.0.join(&file.path), &file.bytes)?;
            // The folders too, so that only names change afterwards.
            if let Some(folder) = root.join(&file.path).parent() {
                create(folder)?;
            }
        }
        Ok(Self {
            root,
            beside,
            changed,
        })
    }

    fn put_in_place(&self) -> Result<()> {
        for file in &self.changed {
            let path = self.root.join(&file.path);
            fs::rename(self.beside.0.join(&file.path), &path)
                .with_context(|| format!("Impossible de mettre en place {}", path.display()))?;
        }
        Ok(())
    }
}

/// Removes the files of the owned folders, and of those inside, that were not written.
fn remove_obsolete(output: &Output<'_>) -> Result<usize> {
    let wanted: BTreeSet<PathBuf> = output
        .files
        .iter()
        .map(|file| output.root.join(&file.path))
        .collect();
    let mut removed = 0;
    for folder in &output.owned {
        for path in files_in(folder, output.extension)? {
            if !wanted.contains(&path) {
                remove(&path)?;
                removed += 1;
            }
        }
        if output.extension.is_none() {
            remove_empty_folders(folder)?;
        }
    }
    Ok(removed)
}

/// Former versions of this command wrote `x.bin.tmp` beside `x.bin`.
fn remove_older_leftovers(output: &Output<'_>) -> Result<()> {
    for file in output.files {
        let mut path = output.root.join(&file.path).into_os_string();
        path.push(".tmp");
        if Path::new(&path).is_file() {
            remove(Path::new(&path))?;
        }
    }
    Ok(())
}

fn remove(path: &Path) -> Result<()> {
    fs::remove_file(path).with_context(|| format!("Impossible de retirer {}", path.display()))
}

/// Removes the folders that hold nothing, from the deepest up.
fn remove_empty_folders(folder: &Path) -> Result<()> {
    for path in entries(folder)? {
        if path.is_dir() && !path.is_symlink() {
            remove_empty_folders(&path)?;
            if entries(&path)?.is_empty() {
                fs::remove_dir(&path)
                    .with_context(|| format!("Impossible de retirer {}", path.display()))?;
            }
        }
    }
    Ok(())
}

fn files_in(folder: &Path, extension: Option<&str>) -> Result<Vec<PathBuf>> {
    let mut paths = Vec::new();
    let is_wanted = |path: &Path| match extension {
        Some(extension) => path.extension().is_some_and(|found| found == extension),
        None => !name_of(path).starts_with('.'),
    };
    for path in entries(folder)? {
        if path.is_dir() && !path.is_symlink() && !name_of(&path).starts_with('.') {
            paths.extend(files_in(&path, extension)?);
        } else if is_wanted(&path) {
            paths.push(path);
        }
    }
    Ok(paths)
}
