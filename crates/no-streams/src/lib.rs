//! What server functions ask of `wasm-streams`, without streams: this project has no server. The real crate exports to scripts what
//! pulls and pushes on them, so that no linker may remove it: 4 KB of the first view (docs/notes/weight.md).

use futures_util::stream::{self, Stream};
use wasm_bindgen::{JsValue, UnwrapThrowExt};

/// A stream of the browser, which nothing here reads or writes.
pub struct ReadableStream(web_sys::ReadableStream);

impl ReadableStream {
    /// That of a response.
    pub fn from_raw(raw: web_sys::ReadableStream) -> Self {
        Self(raw)
    }

    /// Fails at its first item.
    pub fn into_stream(self) -> impl Stream<Item = Result<JsValue, JsValue>> {
        stream::once(async { Err(JsValue::from_str("no streams here")) })
    }

    /// An empty one, whatever is given.
    pub fn from_stream(_: impl Stream<Item = Result<JsValue, JsValue>> + 'static) -> Self {
        Self(web_sys::ReadableStream::new().unwrap_throw())
    }

    /// For a request.
    pub fn into_raw(self) -> web_sys::ReadableStream {
        self.0
    }
}
