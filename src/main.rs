//! The app, in the browser.

use js_sys::Map;
use wasm_bindgen::prelude::wasm_bindgen;

/// The module starts nothing by itself: `boot.js` does, with [`run`].
fn main() {}

/// Starts the app. `begun`: the files that the page asked for while this program was on its way, by their paths (see
/// `carte_leviers::web::run`).
#[wasm_bindgen]
pub fn run(begun: Map) {
    carte_leviers::web::run(begun);
}
