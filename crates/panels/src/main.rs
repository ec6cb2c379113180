//! The sheets of territories, for the map: 36,000 of them would be too many files, so they come in sets, and this takes one out.

use model::data::{FileKind, SheetSet, decode_one, encode_one};
use wasm_bindgen::prelude::wasm_bindgen;

/// Nothing starts by itself: the script does.
fn main() {}

/// The file of a sheet, out of a set. `None` when the set has none of this id.
///
/// # Errors
/// When the set is damaged.
#[wasm_bindgen]
pub fn sheet_of(set: &[u8], id: &str) -> Result<Option<Vec<u8>>, String> {
    let set: SheetSet =
        decode_one(FileKind::SheetSet, set).map_err(|error| format!("{error:?}"))?;
    Ok(set
        .sheet(id)
        .and_then(|sheet| encode_one(FileKind::Sheet, &sheet).ok()))
}
