//! The folder of a layer: replaced as a whole, as its files are worth nothing with those of another edition.

use super::exchange::exchange;
use super::lock::lock_all;
use super::{Beside, OutputFile, create, entries, is_there, name_of, remove_leftovers, write};
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::Path;

/// Writes the folder `id` of `parent`, in place of the one that is there. When nothing changes, nothing is written.
///
/// # Errors
/// When the folder holds anything but a layer, or a file cannot be written: then the former layer is whole.
pub fn replace_layer(parent: &Path, id: &str, files: &[OutputFile]) -> Result<()> {
    create(parent)?;
    let _locks = lock_all([parent])?;
    let name = format!("{id}.");
    let folder = parent.join(id);
    remove_leftovers(parent, &name)?;
    let there = entries(&folder)?;
    if let Some(other) = there
        .iter()
        .map(|path| name_of(path))
        .find(|name| !is_of_layer(name))
    {
        bail!(
            "{} n'est pas le dossier d'une couche : il contient {other}. Choisissez un autre --id ou un autre --out.",
            folder.display()
        );
    }
    let same = |file: &OutputFile| is_there(&folder.join(&file.path), &file.bytes);
    if there.len() == files.len() && files.iter().all(same) {
        return Ok(());
    }
    let beside = Beside::new(parent, &name)?;
    for file in files {
        write(&beside.0.join(&file.path), &file.bytes)?;
    }
    let in_place = if folder.exists() {
        // What was there is removed with `beside`.
        exchange(&beside.0, &folder)
    } else {
        fs::rename(&beside.0, &folder)
    };
    in_place.with_context(|| format!("Impossible de mettre en place {}", folder.display()))
}

/// The names that files of a layer have, those of former versions that were interrupted, and what file managers leave.
fn is_of_layer(name: &str) -> bool {
    let name = name.strip_suffix(".tmp").unwrap_or(name);
    let block = name
        .strip_prefix("names-")
        .and_then(|rest| rest.strip_suffix(".bin"));
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    matches!(name, "layer.bin" | "points.bin" | ".DS_Store" | "Thumbs.db")
        || block.is_some_and(is_number)
}
