//! The files of a layer.

use super::LayerFile;
use model::data::points::{Layer, encode_names};

/// Names first and the descriptor last, so that it never refers to files that are not there yet.
pub fn of(layer: &Layer, points: Vec<u8>, names: &[&str]) -> Vec<LayerFile> {
    let blocks = names.chunks(layer.names_a_block as usize).enumerate();
    let names = blocks.map(|(number, names)| {
        let bytes = encode_names(layer.edition, names);
        (format!("names-{number}.bin"), bytes)
    });
    let rest = [
        ("points.bin".to_owned(), points),
        ("layer.bin".to_owned(), layer.encode()),
    ];
    names
        .chain(rest)
        .map(|(name, bytes)| LayerFile { name, bytes })
        .collect()
}
