//! The app, in the browser.

mod app;
mod browser;
mod map;
mod overlays;
mod state;
mod ui;

use js_sys::Map;
use wasm_bindgen::prelude::wasm_bindgen;

/// The module starts nothing by itself: `boot.js` does, with [`run`].
fn main() {}

/// Starts the app. `begun`: the files that the page asked for while this program was on its way, by their paths (see
/// [`app::run`]).
#[wasm_bindgen]
pub fn run(begun: Map) {
    app::run(begun);
}
