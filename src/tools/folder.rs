//! The content folder on disk, as files in memory.

use anyhow::{Context, Result};
use std::{fs, path::Path};

/// A file of the content folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RawFile {
    /// Its path inside the folder, with `/`: `initiatives/mundo-gusto.md`.
    pub path: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// Every file of the folder and its sub-folders, by path. Hidden files (`.DS_Store`) are left aside.
///
/// # Errors
/// When the folder or a file cannot be read.
pub fn read_folder(folder: &Path) -> Result<Vec<RawFile>> {
    let mut files = Vec::new();
    collect(folder, "", &mut files)?;
    files.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(files)
}

fn collect(folder: &Path, prefix: &str, files: &mut Vec<RawFile>) -> Result<()> {
    let unreadable = || format!("Impossible de lire {}", folder.display());
    for entry in fs::read_dir(folder).with_context(unreadable)? {
        let entry = entry.with_context(unreadable)?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with('.') {
            continue;
        }
        let path = format!("{prefix}{name}");
        if entry.path().is_dir() {
            collect(&entry.path(), &format!("{path}/"), files)?;
        } else {
            let bytes = fs::read(entry.path())
                .with_context(|| format!("Impossible de lire {}", entry.path().display()))?;
            files.push(RawFile { path, bytes });
        }
    }
    Ok(())
}
