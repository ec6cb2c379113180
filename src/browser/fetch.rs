//! Files of our own origin, by paths relative to the page.

use js_sys::{Function, Promise, Uint8Array};
pub use model::data::FetchError;
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

thread_local! {
    static READ: RefCell<Option<Function>> = const { RefCell::new(None) };
}

/// Sets the function that reads files: from a path to a promise of an `ArrayBuffer`, rejected with the status when the server answers
/// otherwise. `boot.js` has it: it knows where the files of this edition are (`data/catalogue.bin` is in a folder named after its
/// content), reloads a page whose edition is gone, and began to fetch some files before this program ran.
pub fn read_with(read: Function) {
    READ.set(Some(read));
}

/// Returns the bytes of a file. The one way to the files of the map; only the points of layers, which tell their progress, come by
/// another.
///
/// # Errors
/// When the server does not answer, or answers with an error.
pub async fn bytes(path: &str) -> Result<Vec<u8>, FetchError> {
    let ask = |read: &Option<Function>| read.as_ref()?.call1(&JsValue::NULL, &path.into()).ok();
    let promise = READ
        .with_borrow(ask)
        .and_then(|asked| asked.dyn_into().ok());
    let promise: Promise = promise.ok_or(FetchError::Network)?;
    let buffer = JsFuture::from(promise).await.map_err(refused)?;
    Ok(Uint8Array::new(&buffer).to_vec())
}

/// Why a file was not read: a status, or an error of the network.
fn refused(reason: JsValue) -> FetchError {
    let status = reason.as_f64().map(|status| status as u16);
    status.map_or(FetchError::Network, FetchError::Status)
}
