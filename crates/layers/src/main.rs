//! Layers of points: what a visitor without `?couche=` need not download. The app loads this program when the address asks for a layer;
//! [`Layers`] is all that it sees of it, and [`host::Host`] all that this program sees of the app.
//!
//! The state is in one cell, borrowed for one change at a time. What a change leaves to do on the map is asked of the host once nothing
//! is borrowed.

mod acts;
mod handle;
mod host;
mod layer;
mod legend;
mod list;
mod load;
mod marks;
mod names;
mod naming;
mod palette;
mod panel;
mod request;
mod state;

use engine::geo::World;
use engine::{Camera, Size};
use handle::Handle;
use host::Host;
use js_sys::Function;
use model::Lang;
use overlay::{Overlay, Sight};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{Element, HtmlElement};

/// Nothing starts by itself: the app does.
fn main() {}

/// Bits of what [`Layers::update`] returns.
const REBUILT: u8 = 1;
const FOCUS: u8 = 2;

/// The layers that an address asks for, as an overlay of the map and as parts of the page.
#[wasm_bindgen]
pub struct Layers(Handle);

#[wasm_bindgen]
impl Layers {
    /// Begins to load layers. `ids` are separated by commas. `read` reads a file: from a path to a promise of an `ArrayBuffer`, rejected
    /// with the status when the server answers otherwise.
    ///
    /// # Errors
    /// When the page has not the templates of layers.
    #[wasm_bindgen(constructor)]
    pub fn new(ids: &str, lang: &str, read: Function) -> Result<Self, JsValue> {
        let lang = Lang::from_id(lang).unwrap_or(Lang::Fr);
        let handle = Handle::new(ids, lang, read);
        let handle =
            handle.ok_or_else(|| JsValue::from("the page has not the templates of layers"))?;
        load::start(&handle);
        Ok(Self(handle))
    }

    /// The map is there. What was found meanwhile is shown.
    pub fn attach(&self, host: Host) {
        self.0.attach(host);
    }

    /// Asks again for what did not come.
    pub fn retry(&self) {
        load::retry(&self.0);
    }

    /// The group of the buttons on the map.
    pub fn buttons(&self) -> HtmlElement {
        self.0.state().buttons_host.clone()
    }

    /// The column is there: puts the legend, the list and the panel of a point in their places, and hears the visitor.
    pub fn mount(&self, column: &HtmlElement, legend: &Element, list: &Element, panel: &Element) {
        self.0.mount(column, [legend, list, panel]);
    }

    /// Shows the point at a position of the first layer.
    pub fn show_point(&self, position: u32) {
        self.0.show_point(position);
    }

    /// A sheet opens: the panel of the point closes.
    pub fn close_point(&self) {
        self.0.close_point();
    }

    /// See [`Overlay::update`]: bit 0, buttons were made again; bit 1, [`Self::take_focus`] gives one.
    pub fn update(&self, x: f64, y: f64, zoom: f64, width: f64, height: f64, at_rest: bool) -> u8 {
        let camera = camera(x, y, zoom, width, height);
        let host = self.0.host();
        let town = |_: &[&str], at: World| host.and_then(|host| host.town(at.x, at.y));
        let mut state = self.0.state_mut();
        let updated = state.update(&Sight {
            camera: &camera,
            at_rest,
            is_closest: false,
            town: &town,
        });
        state.focus = updated.focus;
        let focus = if state.focus.is_some() { FOCUS } else { 0 };
        let rebuilt = if updated.rebuilt { REBUILT } else { 0 };
        rebuilt | focus
    }

    /// The button to focus.
    pub fn take_focus(&self) -> Option<HtmlElement> {
        self.0.state_mut().focus.take()
    }

    /// See [`Overlay::follow`].
    pub fn follow(&self, x: f64, y: f64, zoom: f64, width: f64, height: f64) {
        let camera = camera(x, y, zoom, width, height);
        self.0.state_mut().follow(&camera);
    }

    /// See [`Overlay::obstacles`]: four numbers per mark, left, top, right and bottom.
    pub fn obstacles(&self, x: f64, y: f64, zoom: f64, width: f64, height: f64) -> Vec<f64> {
        let mut rects = Vec::new();
        let camera = camera(x, y, zoom, width, height);
        self.0.state().obstacles(&camera, &mut rects);
        let sides = |rect: &engine::Rect| [rect.min.x, rect.min.y, rect.max.x, rect.max.y];
        rects.iter().flat_map(sides).collect()
    }

    /// See [`Overlay::is_pending`].
    pub fn is_pending(&self) -> bool {
        self.0.state().is_pending()
    }

    /// See [`Overlay::rested`].
    pub fn rested(&self, x: f64, y: f64, zoom: f64, width: f64, height: f64) {
        self.0.rested(camera(x, y, zoom, width, height));
    }

    /// See [`Overlay::renamed`].
    pub fn renamed(&self) {
        self.0.state_mut().renamed();
    }

    /// See [`Overlay::place_of`]: x and y, or nothing.
    pub fn place_of(&self, button: &Element) -> Option<Vec<f64>> {
        let at = self.0.state().place_of(button)?;
        Some(vec![at.x, at.y])
    }
}

fn camera(x: f64, y: f64, zoom: f64, width: f64, height: f64) -> Camera {
    Camera::new(World { x, y }, zoom, Size { width, height })
}
