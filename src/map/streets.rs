//! Streets, which the basemap has not: raster tiles of another site, drawn by a script that comes once the visitor asks for them
//! (`public/streets.js`).

use engine::{Camera, Size};
use wasm_bindgen::prelude::{Closure, wasm_bindgen};
use web_sys::CanvasRenderingContext2d;

#[wasm_bindgen]
extern "C" {
    /// What `public/streets.js` makes.
    #[derive(Clone)]
    pub type Streets;

    #[wasm_bindgen(method)]
    fn paint(
        this: &Streets,
        context: &CanvasRenderingContext2d,
        zoom: f64,
        x: f64,
        y: f64,
        width: f64,
        height: f64,
    );

    #[wasm_bindgen(method)]
    fn seek(this: &Streets, zoom: f64, x: f64, y: f64, width: f64, height: f64);

    /// `tell` is called when tiles have come, or with `true` when none comes.
    #[wasm_bindgen(method)]
    pub fn start(this: &Streets, tell: &Closure<dyn FnMut(bool)>);

    /// Forgets the tiles, and asks for no more of those on their way.
    #[wasm_bindgen(method)]
    pub fn stop(this: &Streets);
}

impl Streets {
    /// Draws the tiles that are here.
    pub fn paint_at(&self, context: &CanvasRenderingContext2d, camera: &Camera) {
        let (centre, Size { width, height }) = (camera.centre(), camera.size());
        self.paint(context, camera.zoom(), centre.x, centre.y, width, height);
    }

    /// Asks for the tiles of a view, and no longer for others.
    pub fn seek_at(&self, camera: &Camera) {
        let (centre, Size { width, height }) = (camera.centre(), camera.size());
        self.seek(camera.zoom(), centre.x, centre.y, width, height);
    }
}
