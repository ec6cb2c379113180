//! The app, in the browser.

mod app;
mod browser;
mod map;
mod overlays;
mod state;
mod ui;

use app::App;
use js_sys::{Map, Promise};
use wasm_bindgen::prelude::wasm_bindgen;

/// The module starts nothing by itself: `boot.js` does, with [`run`].
fn main() {}

/// Starts the app. `begun`: the files that the page asked for while this program was on its way, by their paths. `layers`: the
/// extension of layers, when the address asks for one.
#[wasm_bindgen]
pub fn run(begun: Map, layers: Option<Promise>) -> Option<App> {
    App::start(begun, layers)
}
