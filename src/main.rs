//! The app, in the browser.

mod app;
mod browser;
mod map;
mod overlays;
mod state;
mod ui;

use app::App;
use js_sys::Function;
use wasm_bindgen::prelude::wasm_bindgen;

/// The module starts nothing by itself: `boot.js` does, with [`run`].
fn main() {}

/// Starts the app. `read` reads a file (see [`browser::fetch::read_with`]). `layers` asks for the extension of layers: a function
/// of a promise, when the address asks for one. `streets` asks for what draws streets: a function of a promise too.
#[wasm_bindgen]
pub fn run(read: Function, layers: Option<Function>, streets: Function) -> Option<App> {
    App::start(read, layers, streets)
}
