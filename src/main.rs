//! The app, in the browser.

mod app;
mod browser;
mod map;
mod overlays;
mod state;
mod ui;

use js_sys::Function;
use wasm_bindgen::prelude::wasm_bindgen;

/// The module starts nothing by itself: `boot.js` does, with [`run`].
fn main() {}

/// Starts the app. `read`: reads a file (see [`browser::fetch::read_with`]).
#[wasm_bindgen]
pub fn run(read: Function) {
    app::run(read);
}
