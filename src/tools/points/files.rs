//! The files of a layer, and their folder.

use super::{PointsOptions, descriptor};
use crate::data::points::{Layer, encode_names};
use crate::tools::build::{OutputFile, folder};
use anyhow::{Result, bail};
use std::path::PathBuf;

/// Names first and the descriptor last: it never speaks of files that are not there yet.
pub fn of(layer: &Layer, points: Vec<u8>, names: &[&str]) -> Vec<OutputFile> {
    let blocks = names.chunks(layer.names_a_block as usize).enumerate();
    let names = blocks.map(|(number, names)| {
        let bytes = encode_names(layer.edition, names);
        (format!("names-{number}.bin"), bytes)
    });
    let rest = [
        ("points.bin".to_owned(), points),
        ("layer.bin".to_owned(), layer.encode()),
    ];
    let files = names.chain(rest);
    files
        .map(|(path, bytes)| OutputFile { path, bytes })
        .collect()
}

/// Writes them in the folder of the layer. Gives that folder, and how many bytes there are.
pub fn write(options: &PointsOptions, files: &[OutputFile]) -> Result<(PathBuf, usize)> {
    let folder = options.out.join(&options.id);
    let is_empty = |folder: &PathBuf| folder.read_dir().is_ok_and(|mut all| all.next().is_none());
    if folder.exists() && !descriptor(&folder).exists() && !is_empty(&folder) {
        bail!(
            "{} n'est pas le dossier d'une couche : choisissez un autre --id ou un autre --out",
            folder.display()
        );
    }
    folder::write_layer(&folder, files)?;
    let weight = files.iter().map(|file| file.bytes.len()).sum();
    Ok((folder, weight))
}
