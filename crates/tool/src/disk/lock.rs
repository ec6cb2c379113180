//! One command at a time writes in a folder: the second waits for the first.

use crate::say::warn;
use anyhow::{Context, Result};
use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};

/// A folder that no other command writes in, until this value is dropped or the process ends, however it ends.
pub struct Lock {
    _folder: Option<File>,
}

/// Locks these folders, which exist, each once and in one order: two commands never wait for each other.
///
/// # Errors
/// When a folder cannot be opened.
pub fn lock_all<'a>(folders: impl IntoIterator<Item = &'a Path>) -> Result<Vec<Lock>> {
    let unreadable = |folder: &Path| format!("Impossible d'ouvrir {}", folder.display());
    let paths = folders
        .into_iter()
        .map(|folder| folder.canonicalize().with_context(|| unreadable(folder)));
    let mut paths: Vec<PathBuf> = paths.collect::<Result<_>>()?;
    paths.sort();
    paths.dedup();
    paths.iter().map(|path| lock(path)).collect()
}

/// The lock is on the folder itself: no file is left anywhere.
fn lock(folder: &Path) -> Result<Lock> {
    let shown = folder.display();
    let file = File::open(folder).with_context(|| format!("Impossible d'ouvrir {shown}"))?;
    let locked = match file.try_lock() {
        Err(TryLockError::WouldBlock) => {
            warn(format!(
                "Une autre commande écrit dans {shown} : j'attends qu'elle finisse."
            ));
            file.lock()
        }
        Ok(()) => Ok(()),
        Err(TryLockError::Error(error)) => Err(error),
    };
    // Some network disks lock no folder: better to write without than not at all.
    Ok(Lock {
        _folder: locked.is_ok().then_some(file),
    })
}
