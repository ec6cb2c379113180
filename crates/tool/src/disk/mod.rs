//! Writing to disk. Everything is written beside first and put in place last: an interruption or a full disk leaves what was there.
//! One command at a time writes in a folder, and removes what an interrupted one left.

mod exchange;
mod layer;
mod lock;
mod staged;

pub use layer::replace_layer;
pub use site::File as OutputFile;
pub use staged::{Output, put};

use anyhow::{Context, Result, anyhow};
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// What the name of a folder that is being written ends with.
const BEING_WRITTEN: &str = ".tmp";

/// Why a file could not be written, before anything was put in place.
fn not_written(path: &Path, error: io::Error) -> anyhow::Error {
    let path = path.display();
    match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => anyhow!(
            "le disque est plein, impossible d'écrire {path}. Rien n'a été remplacé : libérez de la place, puis recommencez."
        ),
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
            anyhow!("vous n'avez pas le droit d'écrire {path}. Rien n'a été remplacé.")
        }
        _ => anyhow::Error::new(error).context(format!("Impossible d'écrire {path}")),
    }
}

/// Creates a folder and those above it.
fn create(folder: &Path) -> Result<()> {
    fs::create_dir_all(folder).map_err(|error| not_written(folder, error))
}

/// Writes a file in a folder that is being written.
fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    if let Some(folder) = path.parent() {
        create(folder)?;
    }
    fs::write(path, bytes).map_err(|error| not_written(path, error))
}

/// Writes one file, in place of the one that is there.
///
/// # Errors
/// When it cannot be written: then the former one is whole.
pub fn replace_file(path: &Path, bytes: &[u8]) -> Result<()> {
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new("."));
    let beside = Beside::new(folder, &format!("{}.", name_of(path)))?;
    let written = beside.0.join("file");
    write(&written, bytes)?;
    fs::rename(&written, path)
        .with_context(|| format!("Impossible de mettre en place {}", path.display()))
}

/// A folder to write in, removed with what is left in it when the value is dropped.
struct Beside(PathBuf);

impl Beside {
    /// A folder that no other process has.
    fn new(folder: &Path, name: &str) -> Result<Self> {
        let path = folder.join(format!(".{name}{}{BEING_WRITTEN}", std::process::id()));
        create(&path)?;
        Ok(Self(path))
    }
}

impl Drop for Beside {
    fn drop(&mut self) {
        // What cannot be removed now is removed by the next command.
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Removes from a folder what interrupted commands left. The folder is locked: nobody is writing it.
fn remove_leftovers(folder: &Path, name: &str) -> Result<()> {
    let start = format!(".{name}");
    let is_left = |found: &str| {
        let middle = found
            .strip_prefix(&start)
            .and_then(|rest| rest.strip_suffix(BEING_WRITTEN));
        middle.is_some_and(|id| !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_digit()))
    };
    for path in entries(folder)? {
        if is_left(&name_of(&path)) {
            fs::remove_dir_all(&path)
                .with_context(|| format!("Impossible de retirer {}", path.display()))?;
        }
    }
    Ok(())
}

/// What is in a folder; nothing when there is none.
fn entries(folder: &Path) -> Result<Vec<PathBuf>> {
    let unreadable = || format!("Impossible de lire {}", folder.display());
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries.with_context(unreadable)?,
    };
    let paths = entries.map(|entry| entry.map(|entry| entry.path()));
    paths.collect::<io::Result<_>>().with_context(unreadable)
}

fn name_of(path: &Path) -> String {
    path.file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}

/// Whether a file holds these bytes already.
fn is_there(path: &Path, bytes: &[u8]) -> bool {
    let same_size = fs::metadata(path).is_ok_and(|found| found.len() == bytes.len() as u64);
    same_size && fs::read(path).is_ok_and(|found| found == bytes)
}
