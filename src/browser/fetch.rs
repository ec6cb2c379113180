//! Files of our own origin, by paths relative to the page.

use gloo_net::http::Request;
use js_sys::{Map, Promise, Uint8Array};
pub use model::data::FetchError;
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

thread_local! {
    /// What the page asked for before this program ran.
    static BEGUN: RefCell<Map> = RefCell::new(Map::new());
}

/// What the page asked for while this program was on its way: path → promise of an `ArrayBuffer`, broken with the status when the
/// server answers otherwise. [`bytes`] takes each once: asked again, as after a failure, a file is fetched.
pub fn begun(files: Map) {
    BEGUN.set(files);
}

fn take_begun(path: &str) -> Option<Promise> {
    let path = JsValue::from(path);
    BEGUN.with_borrow(|files| {
        let promise = files.get(&path).dyn_into().ok();
        files.delete(&path);
        promise
    })
}

/// The bytes of a file.
///
/// # Errors
/// When the server does not answer, or answers with an error.
pub async fn bytes(path: &str) -> Result<Vec<u8>, FetchError> {
    if let Some(promise) = take_begun(path) {
        let buffer = JsFuture::from(promise).await.map_err(refused)?;
        return Ok(Uint8Array::new(&buffer).to_vec());
    }
    let response = Request::get(path)
        .send()
        .await
        .map_err(|_| FetchError::Network)?;
    if !response.ok() {
        return Err(FetchError::Status(response.status()));
    }
    response.binary().await.map_err(|_| FetchError::Network)
}

/// Why a promise of [`begun`] was broken: a status, or an error of the network.
fn refused(reason: JsValue) -> FetchError {
    let status = reason.as_f64().map(|status| status as u16);
    status.map_or(FetchError::Network, FetchError::Status)
}
