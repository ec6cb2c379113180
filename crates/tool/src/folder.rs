//! The content folder on disk, as files in memory.

use anyhow::{Context, Result};
use content::{Gazetteer, RawFile};
use flate2::read::GzDecoder;
use std::{fs, path::Path};

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

/// Reads `gazetteer.tsv.gz` and `territories.json.gz` of a folder.
///
/// # Errors
/// When a file is missing or is not what it should be.
pub fn open_gazetteer(folder: &Path) -> Result<Gazetteer> {
    let open = |name: &str| {
        let path = folder.join(name);
        fs::File::open(&path)
            .map(GzDecoder::new)
            .with_context(|| format!("Impossible d'ouvrir {}", path.display()))
    };
    Gazetteer::read(open("gazetteer.tsv.gz")?, open("territories.json.gz")?).with_context(|| {
        format!(
            "Impossible de lire le répertoire des communes de {}",
            folder.display()
        )
    })
}
